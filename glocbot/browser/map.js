// A map of OpenStreetMap's, and Leaflet, which is loaded when the first one is wanted.

/** @typedef {import("./leaflet.d.ts").Leaflet} Leaflet */
/** @typedef {import("./leaflet.d.ts").LeafletMap} LeafletMap */
/** @typedef {import("./leaflet.d.ts").Place} Place */

/** Streets and their names are seen. */
export const CLOSE = 17;
const DEEPEST = 19;

const TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
const OSM = '© <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener">OpenStreetMap</a>';
const LEAFLET = '<a href="https://leafletjs.com" target="_blank" rel="noopener">Leaflet</a>';

/** @type {Promise<Leaflet> | null} */
let loading = null;

/**
 * Load Leaflet, once; after a failure anew.
 * @param {string} script its address
 * @param {readonly string[]} styles addresses of its style and of ours over it
 * @returns {Promise<Leaflet>}
 */
export function loadLeaflet(script, styles) {
  loading ??= Promise.all([...styles.map(loadStyle), loadScript(script)]).then(() => {
    if (!window.L) throw new Error("Leaflet did not start");
    return window.L;
  });
  loading.catch(() => (loading = null));
  return loading;
}

/**
 * Make a map.
 * @param {Leaflet} leaflet
 * @param {HTMLElement} box what it fills
 * @param {Place} center
 * @param {number} zoom
 * @param {{ zoomIn: string, zoomOut: string }} words
 * @returns {LeafletMap}
 */
export function makeMap(leaflet, box, center, zoom, words) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = leaflet.map(box, {
    zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm,
    zoomControl: false, minZoom: 1, maxZoom: DEEPEST, worldCopyJump: true,
  });
  map.setView(center, zoom, { animate: false });
  map.attributionControl.setPrefix(LEAFLET);
  leaflet
    .tileLayer(TILES, {
      attribution: OSM,
      maxZoom: DEEPEST,
      // OpenStreetMap's servers refuse requests that do not say which site they are for.
      referrerPolicy: "strict-origin-when-cross-origin",
    })
    .addTo(map);
  leaflet.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  leaflet.control.scale({ imperial: false }).addTo(map);
  return map;
}

/** @param {string} address */
function loadScript(address) {
  const script = document.createElement("script");
  script.src = address;
  return loaded(script);
}

/** @param {string} address */
function loadStyle(address) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  return loaded(link);
}

/**
 * @param {HTMLScriptElement | HTMLLinkElement} part
 * @returns {Promise<void>}
 */
function loaded(part) {
  return new Promise((resolve, reject) => {
    part.addEventListener("load", () => resolve());
    part.addEventListener("error", () => {
      part.remove();
      reject(new Error("a part of the map was not to be had"));
    });
    document.head.append(part);
  });
}
