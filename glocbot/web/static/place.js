// The small map of a result, and the one on which a place is picked.

import { element } from "../../browser/elements.js";
import { CLOSE, loadLeaflet, makeMap } from "../../browser/map.js";
import { Pin } from "../../browser/pin.js";
import { say, words } from "./words.js";

/** @typedef {import("../../browser/pin.js").Position} Position */

const base = new URL("../../", import.meta.url).href;
/** @type {WeakMap<HTMLElement, import("../../browser/leaflet.d.ts").LeafletMap>} */
const maps = new WeakMap();

function leaflet() {
  const parts = [`${base}leaflet/leaflet.css`, `${base}browser/map.css`];
  return loadLeaflet(`${base}leaflet/leaflet.js`, parts);
}

/**
 * Open the map of a result.
 * @param {HTMLElement} place
 * @param {Position} position
 * @param {(position: Position) => void} onChange
 */
export async function openMap(place, position, onChange) {
  const made = await tryMap(place, [position.latitude, position.longitude], CLOSE);
  if (!made) return;
  const { L, map } = made;
  const field = element("input", { type: "number", min: 0, max: 359, inputmode: "numeric" });
  const label = element("label", {}, words("towards"));
  field.id = `towards-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  label.htmlFor = field.id;
  const clear = element("button", { type: "button", class: "quiet" }, words("forgetHeading"));
  const show = (/** @type {number | null} */ heading) => {
    if (document.activeElement !== field) field.value = heading === null ? "" : String(heading);
    clear.hidden = heading === null;
  };
  const pinWords = {
    move: words("movePin"), turn: words("turnWedge"), noHeading: words("noHeading"), degrees: words("degrees"),
  };
  const pin = new Pin(L, map, position, pinWords, (moved) => {
    show(moved.heading);
    onChange(moved);
  });
  map.on("click", ({ latlng }) => pin.move(latlng));
  field.addEventListener("input", () => pin.turn(field.value === "" ? null : Number(field.value)));
  clear.addEventListener("click", () => {
    field.value = "";
    pin.turn(null);
    field.focus();
  });
  show(position.heading);
  place.append(element("div", { class: "towards" }, label, field, clear));
}

/**
 * Open an empty map on which a tap picks a place.
 * @param {HTMLElement} place
 * @param {(latitude: number, longitude: number) => void} onPick
 */
export async function openPicker(place, onPick) {
  const made = await tryMap(place, [25, 10], 2);
  if (!made) return;
  const hint = element("p", { class: "hint" }, words("tapTheMap"));
  const choose = element("button", { type: "button", class: "quiet" }, words("takeMiddle"));
  const take = (/** @type {import("../../browser/leaflet.d.ts").LatLng} */ point) => {
    const { lat, lng } = point.wrap();
    onPick(lat, lng);
  };
  made.map.on("click", ({ latlng }) => take(latlng));
  choose.addEventListener("click", () => take(made.map.getCenter()));
  place.prepend(hint);
  place.append(choose);
}

/** @param {HTMLElement} place */
export function closeMap(place) {
  maps.get(place)?.remove();
  maps.delete(place);
  place.replaceChildren();
}

/**
 * @param {HTMLElement} place
 * @param {[number, number]} center
 * @param {number} zoom
 */
async function tryMap(place, center, zoom) {
  closeMap(place);
  try {
    const L = await leaflet();
    if (!place.isConnected) return null; // other results came meanwhile
    closeMap(place);
    const box = element("div", { class: "map" });
    place.append(box);
    const map = makeMap(L, box, center, zoom, { zoomIn: words("zoomIn"), zoomOut: words("zoomOut") });
    maps.set(place, map);
    return { L, map };
  } catch {
    say("noMap");
    return null;
  }
}
