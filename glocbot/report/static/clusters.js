// Points that would lie on each other become one. Drawn are only those in view, so that 5,000 cost
// no more than what is seen.

/** How near two points may come before they are one, in pixels. */
const NEAR = 44;

/**
 * Join points by distance, in the order given, which makes the outcome the same each time.
 *
 * Each cell of a grid is as wide as the distance, so that neighbours need no wider search.
 */
function cluster(points) {
  const cells = new Map();
  const clusters = [];
  for (const point of points) {
    const column = Math.floor(point.x / NEAR);
    const line = Math.floor(point.y / NEAR);
    const near = nearest(cells, column, line, point);
    if (near) {
      near.items.push(point.item);
      continue;
    }
    const made = { x: point.x, y: point.y, items: [point.item] };
    clusters.push(made);
    const key = `${column}/${line}`;
    if (cells.has(key)) cells.get(key).push(made);
    else cells.set(key, [made]);
  }
  return clusters;
}

function nearest(cells, column, line, point) {
  let best = null;
  let least = NEAR;
  for (let x = column - 1; x <= column + 1; x += 1) {
    for (let y = line - 1; y <= line + 1; y += 1) {
      for (const other of cells.get(`${x}/${y}`) ?? []) {
        const far = Math.hypot(other.x - point.x, other.y - point.y);
        if (far < least) [best, least] = [other, far];
      }
    }
  }
  return best;
}
