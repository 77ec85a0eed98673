// The map of all proposals that are shown. Without a network it has pins and coasts, but no tiles.

const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
/** The zoom at which one file is shown: streets have their names. */
const CLOSE_ZOOM = 16;
const MAX_ZOOM = 19;
/** A list of files in one place names at most this many. */
const MAX_LISTED = 30;

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
  return L.tileLayer(address, { attribution, referrerPolicy, maxZoom: MAX_ZOOM });
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
  zoomAnimation: !reducedMotion, fadeAnimation: !reducedMotion, markerZoomAnimation: !reducedMotion,
  worldCopyJump: WEST === -180, minZoom: 1, maxZoom: MAX_ZOOM, zoomSnap: 0.5,
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

const latLng = ({ latitude, longitude }) =>
  L.latLng(latitude, longitude < WEST ? longitude + 360 : longitude);

/** Show all places; the whole world when there is none. */
function showAll() {
  if (!shown.length) map.setView([20, 0], 1.5, { animate: false });
  else map.fitBounds(L.latLngBounds(shown.map(latLng)), { padding: [30, 30], maxZoom: CLOSE_ZOOM, animate: false });
}

/** Draw the pins in view; cluster anew when the zoom or the filters have changed. */
function drawPins() {
  const zoom = map.getZoom();
  if (clusteredAt !== zoom) {
    clusters = cluster(shown.filter((item) => item !== current).map((item) => point(item, zoom)));
    clusteredAt = zoom;
  }
  const seen = map.getPixelBounds();
  const view = L.bounds(seen.min.subtract([PIN_SIZE, PIN_SIZE]), seen.max.add([PIN_SIZE, PIN_SIZE]));
  pins.clearLayers();
  for (const group of clusters) {
    if (view.contains([group.x, group.y])) drawGroup(group, zoom);
  }
  if (current && positions.has(current.index)) drawPin(current, true);
}

function point(item, zoom) {
  const { x, y } = map.project(latLng(item), zoom);
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
  drawIcon(latLng(item), pinIcon(item, isCurrent), () => goTo(item), isCurrent ? 1000 : 0);
}

/** Put a pin on the map. It holds a button, so Leaflet's marker needs no keyboard of its own. */
function drawIcon(place, picture, act, zIndexOffset = 0) {
  const options = { icon: picture, keyboard: false, interactive: false, zIndexOffset };
  pins.addLayer(L.marker(place, options));
  const button = picture.options.html.querySelector("button");
  L.DomEvent.disableClickPropagation(button);
  button.addEventListener("click", act);
}

/** Zoom in until the pins separate; where they never do, list the files. */
function openGroup(place, items) {
  const bounds = L.latLngBounds(items.map(latLng));
  const inOneSpot = bounds.getNorthWest().distanceTo(bounds.getSouthEast()) < 5;
  if (inOneSpot || map.getZoom() >= MAX_ZOOM) {
    listGroup(place, items);
    return;
  }
  // By one step at least: all may be in view already and yet too close to each other.
  const fitting = map.getBoundsZoom(bounds, false, L.point(50, 50));
  const zoom = Math.min(MAX_ZOOM, Math.max(fitting, map.getZoom() + 1));
  map.setView(bounds.getCenter(), zoom, { animate: !reducedMotion });
}

function listGroup(place, items) {
  const entries = items.slice(0, MAX_LISTED).map((item) => {
    const button = element("button", { type: "button", class: "link", dir: "auto" }, bareTitle(item));
    button.addEventListener("click", () => goTo(item));
    return element("li", {}, button);
  });
  const rest = items.length - entries.length;
  if (rest > 0) entries.push(element("li", {}, `and ${counted(rest, "other")}`));
  const list = element("ul", { class: "group" }, ...entries);
  L.popup({ maxHeight: 220 }).setLatLng(place).setContent(list).openOn(map);
}

/** Show where one file was taken; on small screens scroll to the map. */
function showOnMap(item) {
  if (item !== current) goTo(item, { focus: false });
  toggleMap(true);
  map.setView(latLng(item), Math.max(map.getZoom(), CLOSE_ZOOM), { animate: !reducedMotion });
  byId("map").scrollIntoView({ block: "nearest", behavior: "instant" });
}

/** Hide the map, or show it again. */
function toggleMap(on) {
  document.body.classList.toggle("without-map", !on);
  byId("toggle-map").setAttribute("aria-pressed", String(on));
  if (on) map.invalidateSize({ animate: false });
  scheduleRender();
}

function redraw() {
  clusteredAt = null;
  drawPins();
}

events.addEventListener("shown", () => {
  redraw();
  showAll();
});
events.addEventListener("decisions", drawPins);
events.addEventListener("current", () => {
  redraw();
  if (current && !map.getBounds().contains(latLng(current))) map.panTo(latLng(current), { animate: !reducedMotion });
});
