// The bar of filters, the buttons at the top, and the dialogs.

const REVIEWER = "glocbot-report:reviewer";
const CONTROLS = {
  "filter-verdict": "verdict", "filter-doubt": "doubt", "filter-user": "user",
  "filter-decision": "decision", sort: "sort",
};

function addOptions(id, counts, words = (value) => value) {
  byId(id).append(
    ...counts.map(([value, count]) =>
      element("option", { value }, `${words(value)} (${wholeNumber.format(count)})`),
    ),
  );
}

const doubtName = (slug) => {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function startControls() {
  addOptions("filter-doubt", doubtTally(), doubtName);
  addOptions("filter-user", userTally());
  for (const [id, name] of Object.entries(CONTROLS)) {
    // A browser that restores a form after a reload would show what is not applied.
    byId(id).value = filters[name];
    byId(id).addEventListener("change", (event) => {
      filters[name] = event.target.value;
      select();
    });
  }
  byId("filter-text").value = "";
  byId("filter-text").addEventListener("input", (event) => {
    filters.text = event.target.value.trim().toLowerCase();
    select();
  });
  byId("filters").addEventListener("submit", (event) => {
    event.preventDefault();
    step(0);
  });
}

function clearFilters() {
  Object.assign(filters, { text: "", verdict: "", doubt: "", user: "", decision: "" });
  byId("filter-text").value = "";
  for (const [id, name] of Object.entries(CONTROLS)) byId(id).value = filters[name];
  select();
}
byId("clear").addEventListener("click", clearFilters);
byId("empty-clear").addEventListener("click", clearFilters);

byId("more").addEventListener("click", (event) => {
  const open = byId("filters").classList.toggle("is-open");
  event.target.setAttribute("aria-expanded", String(open));
});

byId("toggle-map").addEventListener("click", () => {
  toggleMap(document.body.classList.contains("without-map"));
});

byId("approve-clean").addEventListener("click", () => {
  const items = cleanAndUndecided();
  const before = decisions.slice();
  decide(items, "approved");
  announce(`${counted(items.length, "clean proposal")} approved.`, () => restoreDecisions(before));
});

feed.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (!button) return;
  const item = ITEMS[button.closest(".row").dataset.index];
  const act = button.dataset.act;
  if (act === "map") showOnMap(item);
  else decide([item], act === decisions[item.index] ? "" : act);
});

function openSave() {
  byId("reviewer").value ||= storage.read(REVIEWER) ?? "";
  if (byId("save").disabled) return; // the key was pressed, but there is nothing to decide
  byId("save-words").textContent = `${progressWords()}.`;
  byId("save-problem").textContent = "";
  byId("save-dialog").showModal();
}

function saveDecisions() {
  const reviewer = byId("reviewer").value.trim();
  if (!reviewer) {
    byId("save-problem").textContent = "Say who reviewed: the edits are made on your word.";
    byId("reviewer").focus();
    return;
  }
  storage.write(REVIEWER, reviewer);
  download("approved.json", `${JSON.stringify(approvals(reviewer), null, 2)}\n`);
  byId("save-dialog").close();
  announce("approved.json is in your downloads.");
}

byId("save").addEventListener("click", openSave);
byId("save-go").addEventListener("click", saveDecisions);
byId("save-cancel").addEventListener("click", () => byId("save-dialog").close());
byId("reviewer").addEventListener("keydown", (event) => {
  if (event.key === "Enter") saveDecisions();
});
byId("open-help").addEventListener("click", () => byId("help-dialog").showModal());
byId("help-close").addEventListener("click", () => byId("help-dialog").close());

byId("load").addEventListener("click", () => byId("load-file").click());
byId("load-file").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  event.target.value = ""; // so that the same file can be loaded again
  if (!file) return;
  const before = decisions.slice();
  try {
    const loaded = loadApprovals(await file.text());
    if (!byId("reviewer").value) byId("reviewer").value = loaded.reviewer;
    announce(loadedWords(loaded), () => restoreDecisions(before));
  } catch (error) {
    if (!(error instanceof ApprovalsError)) throw error;
    announce(`${file.name} was not loaded: ${error.message}`);
  }
});
