// One proposal's row, from the page's template. Made when it comes into view.

const DECIDED = { approved: "Approved", rejected: "Rejected" };

const verdictWords = (item) => (item.clean ? "Clean" : "Held");

function makeRow(item) {
  const row = byId("row").content.firstElementChild.cloneNode(true);
  const slot = (name) => row.querySelector(`[data-slot="${name}"]`);
  row.id = `proposal-${item.index}`;
  row.dataset.index = item.index;
  row.classList.add(`row-${item.verdict}`);
  slot("title").id = `title-${item.index}`;
  slot("title").textContent = item.title;
  row.setAttribute("aria-labelledby", `title-${item.index}`);
  showPicture(slot("picture"), slot("image"), item);
  const page = webAddress(item.url);
  if (page !== null) slot("title").href = page;
  slot("verdict").textContent = verdictWords(item);
  slot("verdict").classList.add(`badge-${item.verdict}`);
  slot("doubts").append(...item.doubts.map((words) => element("li", { dir: "auto" }, words)));
  slot("doubts").hidden = !item.doubts.length;
  slot("wikitext").textContent = item.wikitext;
  slot("summary").textContent = item.summary;
  slot("meta").append(...meta(item));
  slot("evidence").append(...item.evidence.map(([name, value]) => fact(name, value)));
  slot("places").append(...places(item).map(([name, to]) => element("li", {}, link(to, name))));
  showDiff(slot("diff"), item.diff);
  showDecision(row, decisions[item.index]);
  return row;
}

/** Show the picture. It links to the page as the title does, so the keyboard passes it by. */
function showPicture(frame, image, item) {
  const page = webAddress(item.url);
  if (page !== null) frame.href = page;
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  const source = pictureAddress(item.picture);
  image.addEventListener("error", () => frame.classList.add("is-missing"));
  if (source === null) frame.classList.add("is-missing");
  else image.src = source;
}

function meta(item) {
  const parts = [];
  if (item.user) parts.push(["by ", link(pageAddress(item, `User:${item.user}`), isolated(item.user))]);
  if (item.category) {
    const name = item.category.slice(item.category.indexOf(":") + 1);
    parts.push(["in ", link(pageAddress(item, item.category), isolated(name))]);
  }
  if (item.kilometres >= 0.05) {
    parts.push([`${distance(item.kilometres)} from the median`]);
  }
  return parts.map((part) => element("span", {}, ...part));
}

const fact = (name, value) =>
  element("div", {}, element("dt", {}, name), element("dd", { dir: "auto" }, value));

/** Show on a row what was decided, also in a word: not everybody sees the colour. */
function showDecision(row, decision) {
  row.classList.toggle("is-approved", decision === "approved");
  row.classList.toggle("is-rejected", decision === "rejected");
  const badge = row.querySelector('[data-slot="decision"]');
  badge.hidden = !decision;
  badge.textContent = DECIDED[decision] ?? "";
  for (const button of row.querySelectorAll("[data-act]")) {
    const act = button.dataset.act;
    if (act in DECIDED) button.setAttribute("aria-pressed", String(act === decision));
    else if (act === "") button.disabled = !decision;
  }
}
