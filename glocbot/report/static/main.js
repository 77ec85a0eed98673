// The texts at the top and in the bar; then the page starts.

function progressWords() {
  const approved = decidedAs("approved").length;
  const rejected = decidedAs("rejected").length;
  const left = ITEMS.length - approved - rejected;
  return `${wholeNumber.format(approved)} approved, ${wholeNumber.format(rejected)} rejected, ${wholeNumber.format(left)} left`;
}

function showProgress() {
  byId("progress-words").textContent = progressWords();
  for (const decision of ["approved", "rejected"]) {
    const share = ITEMS.length ? decidedAs(decision).length / ITEMS.length : 0;
    byId(`track-${decision}`).style.width = `${share * 100}%`;
  }
  const open = cleanAndUndecided().length;
  byId("approve-clean").textContent = open ? `Approve ${wholeNumber.format(open)} clean` : "No clean left";
  byId("approve-clean").disabled = !open;
}

function showCounts() {
  const all = wholeNumber.format(ITEMS.length);
  byId("shown-words").textContent = isFiltered() ? `${wholeNumber.format(shown.length)} of ${all} shown` : `${all} shown`;
  byId("clear").hidden = !isFiltered();
  byId("empty").hidden = shown.length > 0;
  byId("empty-clear").hidden = !ITEMS.length;
  byId("empty-words").textContent = ITEMS.length
    ? "No proposal fits these filters."
    : "There is nothing to review: the sweep proposed no edit.";
}

function showAbout() {
  byId("save").disabled = !ITEMS.length;
  const held = ITEMS.filter((item) => item.verdict === "hold").length;
  const parts = [
    counted(ITEMS.length, "file"),
    `${wholeNumber.format(ITEMS.filter((item) => item.clean).length)} clean`,
    `${wholeNumber.format(held)} held`,
  ];
  if (DATA.rejectedBefore) parts.push(`${wholeNumber.format(DATA.rejectedBefore)} rejected before`);
  byId("about").append(parts.join(" · "), ...(DATA.site ? [" · ", isolated(DATA.site)] : []));
  byId("about").title = DATA.source;
  byId("storage-words").textContent = storage.works
    ? "Decisions are kept in this browser. Save them to hand them on."
    : "This browser keeps no decisions: save them before you close the page.";
}

events.addEventListener("decisions", () => {
  if (filters.decision) select();
  showProgress();
});
events.addEventListener("shown", () => {
  showCounts();
  showProgress();
});

// Where the browser keeps no decisions, closing the page would lose them without a warning.
addEventListener("beforeunload", (event) => {
  if (!storage.works && decisions.some(Boolean)) event.preventDefault();
});

startControls();
showAbout();
positions = new Map(shown.map((item, position) => [item.index, position]));
startMap();
readDecisions();
select();
