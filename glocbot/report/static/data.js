// The proposals, as Python wrote them into the page.

const DATA = JSON.parse(byId("data").textContent);

const ITEMS = DATA.items.map((item, index) => ({
  ...item,
  index,
  // Nobody needs to look at these one by one.
  clean: item.verdict === "propose",
  isFar: item.reasons.includes("far-from-category"),
}));

/** The parts of the page notify each other when "decisions", "shown" or "current" have changed. */
const events = new EventTarget();
const notify = (what) => events.dispatchEvent(new Event(what));

/** Return the text that the search field looks through; made when it is first needed. */
function searchText(item) {
  item.searched ??= [item.title, item.user, item.category, item.wikitext, item.summary]
    .concat(item.doubts, item.reasons, item.evidence.flat())
    .join("\n")
    .toLowerCase();
  return item.searched;
}

/** The file's name without its namespace. */
const bareTitle = (item) => item.title.slice(item.title.indexOf(":") + 1);
