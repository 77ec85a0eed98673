// The proposals, as the report wrote them into the page.

const DATA = JSON.parse(byId("data").textContent);

const ITEMS = DATA.items.map((item, index) => ({
  ...item,
  index,
  // What nobody needs to look at one by one: an outlier has no doubt of its own, but is one.
  clean: item.verdict === "propose" && !item.outlier,
}));

/** What the parts of the page tell each other: "marks", "shown" and "current" have changed. */
const news = new EventTarget();
const tell = (what) => news.dispatchEvent(new Event(what));

/** All that the search field looks through; made when first asked for. */
function haystack(item) {
  item.hay ??= [item.title, item.user, item.category, item.wikitext, item.summary]
    .concat(item.doubts, item.reasons, item.evidence.flat())
    .join("\n")
    .toLowerCase();
  return item.hay;
}

/** The file's name without its namespace. */
const bareTitle = (item) => item.title.slice(item.title.indexOf(":") + 1);
