// The rows that are in view, and few more. A browser would take seconds to make and lay out 5,000.
// Each row is placed at its top. Until a row has been made, its height is the mean of the others.

const GAP = 14;
/** Rows are made this far outside the window too, in pixels, so that a scroll finds them there. */
const OVERSCAN = 900;

const feed = byId("feed");
const heights = new Map();
const rows = new Map();
let tops = [0];
let typicalHeight = 330;
let current = null;
let feedWidth = 0;

/** Return how much of the window's top the bar of filters covers. */
const covered = () =>
  Math.max(...["filters", "bar-main"].map((id) => byId(id).getBoundingClientRect().bottom), 0);
const feedTop = () => feed.getBoundingClientRect().top;

function layOut() {
  tops = [0];
  for (const item of shown) {
    tops.push(tops.at(-1) + (heights.get(item.index) ?? typicalHeight) + GAP);
  }
  feed.style.height = `${tops.at(-1)}px`;
  for (const [index, row] of rows) row.style.top = `${tops[positions.get(index)] ?? 0}px`;
}

/** Positions of the shown items by their index. */
let positions = new Map();

/** Find the first row that ends below a height. */
function firstBelow(height) {
  let low = 0;
  let high = shown.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle + 1] > height) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Make the rows in view and remove the others, but not the one that has the keyboard's focus. */
function render() {
  const above = -feedTop();
  const first = firstBelow(above - OVERSCAN);
  const last = Math.min(shown.length, firstBelow(above + innerHeight + OVERSCAN) + 1);
  const needed = new Set(shown.slice(first, last));
  if (current && positions.has(current.index)) needed.add(current);
  for (const [index, row] of rows) {
    if (needed.has(ITEMS[index])) continue;
    sizes.unobserve(row);
    row.remove();
    rows.delete(index);
  }
  const fresh = [...needed].filter((item) => !rows.has(item.index));
  fresh.forEach(place);
  if (fresh.length) measure(fresh.map((item) => rows.get(item.index)));
}

/** Put a row among the others in reading order, which is what screen readers follow. */
function place(item) {
  const row = makeRow(item);
  const position = positions.get(item.index);
  row.style.top = `${tops[position]}px`;
  row.setAttribute("aria-posinset", position + 1);
  row.setAttribute("aria-setsize", shown.length);
  showCurrent(row, item === current);
  const next = [...feed.children].find(
    (other) => positions.get(Number(other.dataset.index)) > position,
  );
  feed.insertBefore(row, next ?? null);
  rows.set(item.index, row);
  sizes.observe(row);
}

/** Measure rows, and keep what is looked at where it is. */
function measure(measured) {
  const anchor = shown[firstBelow(covered() - feedTop())];
  const before = anchor ? tops[positions.get(anchor.index)] : 0;
  let changed = false;
  for (const row of measured) {
    const index = Number(row.dataset.index);
    const height = row.offsetHeight;
    if (!height || heights.get(index) === height) continue;
    heights.set(index, height);
    changed = true;
  }
  if (!changed) return;
  typicalHeight = [...heights.values()].reduce((sum, height) => sum + height, 0) / heights.size;
  layOut();
  const moved = anchor ? tops[positions.get(anchor.index)] - before : 0;
  if (moved && scrollY > 0) scrollBy({ top: moved, behavior: "instant" });
}

const sizes = new ResizeObserver((entries) => {
  const narrower = feed.clientWidth !== feedWidth;
  feedWidth = feed.clientWidth;
  if (narrower) heights.clear();
  measure(narrower ? [...rows.values()] : entries.map((entry) => entry.target));
  scheduleRender();
});

let waiting = 0;
function scheduleRender() {
  waiting ||= requestAnimationFrame(() => {
    waiting = 0;
    render();
  });
}
addEventListener("scroll", scheduleRender, { passive: true });
addEventListener("resize", scheduleRender);

/** Show the items that are selected now. */
function showSelection() {
  const before = current ? positions.get(current.index) : undefined;
  positions = new Map(shown.map((item, position) => [item.index, position]));
  for (const row of rows.values()) sizes.unobserve(row);
  feed.replaceChildren();
  rows.clear();
  if (current && !positions.has(current.index)) {
    current = shown[Math.min(before ?? 0, shown.length - 1)] ?? null;
    notify("current");
  }
  layOut();
  render();
}

/** Make an item the current one, on which keys act, and scroll to it. */
function goTo(item, { focus = true } = {}) {
  const left = current && rows.get(current.index);
  if (left) showCurrent(left, false);
  current = item;
  render();
  reveal(item);
  const row = rows.get(item.index);
  showCurrent(row, true);
  if (focus) row.focus({ preventScroll: true });
  notify("current");
}

/** Scroll until an item is seen whole: again when rows made on the way were of other heights. */
function reveal(item) {
  for (let turn = 0; turn < 3; turn += 1) {
    const position = positions.get(item.index);
    const top = feedTop() + tops[position];
    const bottom = top + tops[position + 1] - tops[position] - GAP;
    const ceiling = covered() + GAP;
    if (top >= ceiling - 1 && bottom <= innerHeight) return;
    const downOnly = top > ceiling && bottom - top < innerHeight - ceiling;
    const by = downOnly ? bottom - innerHeight + GAP : top - ceiling;
    scrollBy({ top: by, behavior: "instant" });
    render();
  }
}

function showCurrent(row, is) {
  row.classList.toggle("is-current", is);
  row.tabIndex = is ? 0 : -1;
  if (is) row.setAttribute("aria-current", "true");
  else row.removeAttribute("aria-current");
}

/** Go on by some rows; to the first where none is current. */
function step(by) {
  if (!shown.length) return;
  const position = current ? positions.get(current.index) + by : 0;
  goTo(shown[Math.min(Math.max(position, 0), shown.length - 1)]);
}

/** A click into a row, or the tab key, makes it the current one. */
feed.addEventListener("focusin", (event) => {
  const row = event.target.closest(".row");
  const item = row && ITEMS[row.dataset.index];
  if (!item || item === current) return;
  const left = current && rows.get(current.index);
  if (left) showCurrent(left, false);
  current = item;
  showCurrent(row, true);
  notify("current");
});

events.addEventListener("decisions", () => {
  for (const [index, row] of rows) showDecision(row, decisions[index]);
});
events.addEventListener("shown", showSelection);
