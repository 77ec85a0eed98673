// Which proposals are shown, and in what order.

/** What the reviewer asks for; "" asks for nothing. */
const wanted = { text: "", verdict: "", doubt: "", user: "", mark: "", sort: "order" };

/** The items that are shown, in their order. */
let shown = ITEMS;

const byTitle = new Intl.Collator(undefined, { numeric: true });
const ORDERS = {
  order: (a, b) => a.index - b.index,
  title: (a, b) => byTitle.compare(bareTitle(a), bareTitle(b)),
  // The farthest first: that is what a reviewer sorts for.
  distance: (a, b) => b.kilometres - a.kilometres,
  date: (a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)),
};

const isFiltered = () =>
  Boolean(wanted.text || wanted.verdict || wanted.doubt || wanted.user || wanted.mark);

function passes(item) {
  return (
    (!wanted.verdict || item.verdict === wanted.verdict) &&
    (!wanted.doubt || hasDoubt(item, wanted.doubt)) &&
    (!wanted.user || item.user === wanted.user) &&
    (!wanted.mark || marks[item.index] === (wanted.mark === "open" ? "" : wanted.mark)) &&
    (!wanted.text || wanted.text.split(/\s+/).every((word) => haystack(item).includes(word)))
  );
}

const hasDoubt = (item, doubt) =>
  doubt === "outlier" ? item.outlier : item.reasons.includes(doubt);

/** Select anew. */
function select() {
  shown = ITEMS.filter(passes).sort((a, b) => ORDERS[wanted.sort](a, b) || a.index - b.index);
  tell("shown");
}

/** Count what the filters offer, the most frequent first. */
function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || byTitle.compare(a, b));
}

const doubtTally = () =>
  tally(ITEMS.flatMap((item) => [...new Set(item.reasons), ...(item.outlier ? ["outlier"] : [])]));
const userTally = () => tally(ITEMS.map((item) => item.user).filter(Boolean));

/** The clean ones that are shown and that nobody has decided on. */
const cleanAndOpen = () => shown.filter((item) => item.clean && !marks[item.index]);
