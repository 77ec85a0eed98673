// Which proposals are shown, and in what order.

/** What the reviewer filters by; "" filters by nothing. */
const filters = { text: "", verdict: "", doubt: "", user: "", decision: "", sort: "order" };

/** The items that are shown, in their order. */
let shown = ITEMS;

const byTitle = new Intl.Collator(undefined, { numeric: true });
const ORDERS = {
  order: (a, b) => a.index - b.index,
  title: (a, b) => byTitle.compare(bareTitle(a), bareTitle(b)),
  // The farthest first, because a reviewer sorts to find those.
  distance: (a, b) => b.kilometres - a.kilometres,
  date: (a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)),
};

const isFiltered = () =>
  Boolean(filters.text || filters.verdict || filters.doubt || filters.user || filters.decision);

function passes(item) {
  return (
    (!filters.verdict || item.verdict === filters.verdict) &&
    (!filters.doubt || item.reasons.includes(filters.doubt)) &&
    (!filters.user || item.user === filters.user) &&
    (!filters.decision || decisions[item.index] === (filters.decision === "undecided" ? "" : filters.decision)) &&
    (!filters.text || filters.text.split(/\s+/).every((word) => searchText(item).includes(word)))
  );
}

/** Apply the filters and the order. */
function select() {
  shown = ITEMS.filter(passes).sort((a, b) => ORDERS[filters.sort](a, b) || a.index - b.index);
  notify("shown");
}

/** Count values, the most frequent first. */
function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || byTitle.compare(a, b));
}

const doubtTally = () => tally(ITEMS.flatMap((item) => [...new Set(item.reasons)]));
const userTally = () => tally(ITEMS.map((item) => item.user).filter(Boolean));

/** Return the clean proposals that are shown and not decided. */
const cleanAndUndecided = () => shown.filter((item) => item.clean && !decisions[item.index]);
