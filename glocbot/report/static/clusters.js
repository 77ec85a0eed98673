// Pins that would lie on each other become one cluster.

/** Pins that are closer than this become one cluster, in pixels. */
const CLUSTER_RADIUS = 44;

/**
 * Cluster points by distance, in the order given, so that the result is the same each time.
 *
 * They lie in a grid whose cells are as wide as the distance: only neighbour cells need a search.
 */
function cluster(points) {
  const cells = new Map();
  const clusters = [];
  for (const point of points) {
    const column = Math.floor(point.x / CLUSTER_RADIUS);
    const line = Math.floor(point.y / CLUSTER_RADIUS);
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
  let least = CLUSTER_RADIUS;
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
