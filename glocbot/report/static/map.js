// The map of all that are shown. Without a network it still has places, wedges and a coast.

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
/** Zoomed in to this when one file is asked for: streets and their names are seen. */
const CLOSE = 16;
const DEEPEST = 19;
/** A list of files in one spot names this many. */
const MOST_LISTED = 30;

const OSM = '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a> contributors';
const TILES = {
  OpenStreetMap: tiles("https://tile.openstreetmap.org/{z}/{x}/{y}.png", OSM),
  Wikimedia: tiles(
    "https://maps.wikimedia.org/osm-intl/{z}/{x}/{y}.png",
    `<a href="https://foundation.wikimedia.org/wiki/Policy:Maps_Terms_of_Use">Wikimedia maps</a>, ${OSM}`,
  ),
};

function tiles(address, attribution) {
  // OpenStreetMap's servers refuse requests that do not say which site they are for.
  const referrerPolicy = "strict-origin-when-cross-origin";
  return L.tileLayer(address, { attribution, referrerPolicy, maxZoom: DEEPEST });
}

/**
 * Find the meridian at which the map of all places begins: the eastern end of the widest gap
 * between them, so that those on both sides of the 180th meridian lie side by side.
 */
function westernmost(longitudes) {
  const sorted = [...longitudes].sort((a, b) => a - b);
  const around = sorted.length ? sorted[0] + 360 - sorted.at(-1) : 360;
  let widest = { gap: around, start: -180 };
  for (let at = 1; at < sorted.length; at += 1) {
    const gap = sorted[at] - sorted[at - 1];
    if (gap > widest.gap) widest = { gap, start: sorted[at] };
  }
  return widest.start;
}

const WEST = westernmost(ITEMS.map((item) => item.longitude));

const map = L.map("map", {
  zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm,
  worldCopyJump: WEST === -180, minZoom: 1, maxZoom: DEEPEST, zoomSnap: 0.5,
});
const pins = L.layerGroup().addTo(map);
let clusters = [];
let clusteredAt = null;

function startMap() {
  // A page from disk has no site to name, so there Wikimedia's servers are asked first.
  TILES[location.protocol === "file:" ? "Wikimedia" : "OpenStreetMap"].addTo(map);
  L.control.layers(TILES).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
  showAll();
  addLand(map);
  map.on("moveend zoomend resize", drawPins);
}

const at = ({ latitude, longitude }) =>
  L.latLng(latitude, longitude < WEST ? longitude + 360 : longitude);

/** Show all places; the whole world when there is none. */
function showAll() {
  if (!shown.length) map.setView([20, 0], 1.5, { animate: false });
  else map.fitBounds(L.latLngBounds(shown.map(at)), { padding: [30, 30], maxZoom: CLOSE, animate: false });
}

/** Join places anew where the zoom or the selection is another; draw those in view. */
function drawPins() {
  const zoom = map.getZoom();
  if (clusteredAt !== zoom) {
    clusters = cluster(shown.filter((item) => item !== current).map((item) => point(item, zoom)));
    clusteredAt = zoom;
  }
  const seen = map.getPixelBounds();
  const view = L.bounds(seen.min.subtract([SIZE, SIZE]), seen.max.add([SIZE, SIZE]));
  pins.clearLayers();
  for (const group of clusters) {
    if (view.contains([group.x, group.y])) drawGroup(group, zoom);
  }
  if (current && positions.has(current.index)) drawPin(current, true);
}

function point(item, zoom) {
  const { x, y } = map.project(at(item), zoom);
  return { x, y, item };
}

function drawGroup({ x, y, items }, zoom) {
  if (items.length === 1) {
    drawPin(items[0], false);
    return;
  }
  const place = map.unproject([x, y], zoom);
  drawIcon(place, clusterIcon(items), () => openGroup(place, items));
}

function drawPin(item, isCurrent) {
  drawIcon(at(item), pinIcon(item, isCurrent), () => goTo(item), isCurrent ? 1000 : 0);
}

/** Put a button on the map: a real one, so that the marker itself needs no keyboard. */
function drawIcon(place, picture, act, zIndexOffset = 0) {
  const options = { icon: picture, keyboard: false, interactive: false, zIndexOffset };
  pins.addLayer(L.marker(place, options));
  const button = picture.options.html.querySelector("button");
  L.DomEvent.disableClickPropagation(button);
  button.addEventListener("click", act);
}

/** Go nearer until the places part; where they never do, list them. */
function openGroup(place, items) {
  const bounds = L.latLngBounds(items.map(at));
  const inOneSpot = bounds.getNorthWest().distanceTo(bounds.getSouthEast()) < 5;
  if (inOneSpot || map.getZoom() >= DEEPEST) {
    listGroup(place, items);
    return;
  }
  // Nearer by a step at least, where all are in view already and yet too close to each other.
  const fitting = map.getBoundsZoom(bounds, false, L.point(50, 50));
  const zoom = Math.min(DEEPEST, Math.max(fitting, map.getZoom() + 1));
  map.setView(bounds.getCenter(), zoom, { animate: !calm });
}

function listGroup(place, items) {
  const entries = items.slice(0, MOST_LISTED).map((item) => {
    const button = element("button", { type: "button", class: "link", dir: "auto" }, bareTitle(item));
    button.addEventListener("click", () => goTo(item));
    return element("li", {}, button);
  });
  const rest = items.length - entries.length;
  if (rest > 0) entries.push(element("li", {}, `and ${counted(rest, "other")}`));
  const list = element("ul", { class: "group" }, ...entries);
  L.popup({ maxHeight: 220 }).setLatLng(place).setContent(list).openOn(map);
}

/** Show one file's place from near, on small screens also the map itself. */
function showOnMap(item) {
  if (item !== current) goTo(item, { focus: false });
  haveMap(true);
  map.setView(at(item), Math.max(map.getZoom(), CLOSE), { animate: !calm });
  byId("map").scrollIntoView({ block: "nearest", behavior: "instant" });
}

/** Put the map away, or take it out again. */
function haveMap(wish) {
  document.body.classList.toggle("without-map", !wish);
  byId("toggle-map").setAttribute("aria-pressed", String(wish));
  if (wish) map.invalidateSize({ animate: false });
  soon();
}

function redraw() {
  clusteredAt = null;
  drawPins();
}

news.addEventListener("shown", () => {
  redraw();
  showAll();
});
news.addEventListener("marks", drawPins);
news.addEventListener("current", () => {
  redraw();
  if (current && !map.getBounds().contains(at(current))) map.panTo(at(current), { animate: !calm });
});
