// A pin that a person moves, with a wedge that is turned: by touch, mouse or keyboard.

import { drawing, element } from "./elements.js";
import { bearing, end, outline, whole } from "./wedge.js";

/** @typedef {import("./leaflet.d.ts").Leaflet} Leaflet */
/** @typedef {import("./leaflet.d.ts").LeafletMap} LeafletMap */
/** @typedef {{ latitude: number, longitude: number, heading: number | null }} Position */
/** @typedef {{ move: string, turn: string, noHeading: string, degrees: string }} PinWords */

/** Pixels: the drawing's side, how far the wedge reaches, and where it is taken hold of. */
const SIZE = 160;
const REACH = 52;
const HOLD = 64;

/** Pixels by which an arrow key moves the pin, and degrees by which it turns the wedge. */
const STEP = 1;
const LONG_STEP = 10;

const MOVES = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
});
const TURNS = /** @type {Record<string, number>} */ ({
  ArrowLeft: -STEP,
  ArrowDown: -STEP,
  ArrowRight: STEP,
  ArrowUp: STEP,
  PageDown: -LONG_STEP,
  PageUp: LONG_STEP,
});

export class Pin {
  /** @type {number | null} */
  #heading;
  #onChange;
  #words;
  #map;

  /**
   * Put a pin on a map.
   * @param {Leaflet} leaflet
   * @param {LeafletMap} map
   * @param {Position} position
   * @param {PinWords} words for screen readers; `degrees` has `{degrees}` in it
   * @param {(position: Position) => void} onChange called as a person moves or turns it
   */
  constructor(leaflet, map, position, words, onChange) {
    this.#map = map;
    this.#words = words;
    this.#heading = position.heading;
    this.#onChange = onChange;
    this.wedge = drawing("path", { class: "pin-wedge", d: outline(REACH) });
    this.spoke = drawing("line", { class: "pin-spoke", y2: -HOLD + 9 });
    this.turned = drawing("g", {}, this.wedge, this.spoke);
    this.dot = element("button", { type: "button", class: "pin-dot", "aria-label": words.move });
    this.hold = element("div", {
      class: "pin-hold", role: "slider", tabindex: 0, "aria-label": words.turn,
      "aria-valuemin": 0, "aria-valuemax": 359,
    });
    const box = `${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`;
    const picture = drawing("svg", { viewBox: box, width: SIZE, height: SIZE, "aria-hidden": "true" }, this.turned);
    const icon = leaflet.divIcon({
      className: "pin",
      html: element("div", { class: "pin-body" }, picture, this.dot, this.hold),
      iconSize: [SIZE, SIZE],
      iconAnchor: [SIZE / 2, SIZE / 2],
    });
    this.marker = leaflet
      .marker([position.latitude, position.longitude], { icon, draggable: true, keyboard: false, autoPan: true })
      .addTo(map);
    this.marker.on("drag", () => this.#change());
    leaflet.DomEvent.disableClickPropagation(this.hold);
    this.#listen();
    this.#draw();
  }

  /** @returns {Position} */
  get position() {
    const { lat, lng } = this.marker.getLatLng().wrap();
    return { latitude: lat, longitude: lng, heading: this.#heading };
  }

  /**
   * Move the pin, as a tap on the map does.
   * @param {import("./leaflet.d.ts").Place} place
   */
  move(place) {
    this.marker.setLatLng(place);
    this.#change();
  }

  /**
   * Turn the wedge, or take it away.
   * @param {number | null} heading degrees clockwise from north
   */
  turn(heading) {
    this.#heading = heading === null ? null : whole(heading);
    this.#draw();
    this.#change();
  }

  #change() {
    this.#onChange(this.position);
  }

  #listen() {
    this.dot.addEventListener("keydown", (event) => this.#moveByKey(event));
    this.hold.addEventListener("keydown", (event) => this.#turnByKey(event));
    this.hold.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.hold.setPointerCapture(event.pointerId);
      this.hold.focus();
    });
    this.hold.addEventListener("pointermove", (event) => {
      if (!this.hold.hasPointerCapture(event.pointerId)) return;
      const { left, top, width, height } = this.dot.getBoundingClientRect();
      this.turn(bearing(event.clientX - left - width / 2, event.clientY - top - height / 2));
    });
  }

  /** @param {KeyboardEvent} event */
  #moveByKey(event) {
    const way = MOVES[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation(); // the map would move too
    const step = event.shiftKey ? LONG_STEP : STEP;
    const point = this.#map.project(this.marker.getLatLng()).add([way[0] * step, way[1] * step]);
    const place = this.#map.unproject(point);
    this.#map.panInside(place, { padding: [SIZE / 4, SIZE / 4], animate: false });
    this.move(place);
  }

  /** @param {KeyboardEvent} event */
  #turnByKey(event) {
    const by = TURNS[event.key];
    const forget = event.key === "Delete" || event.key === "Backspace";
    if (by === undefined && !forget) return;
    event.preventDefault();
    event.stopPropagation();
    const times = event.shiftKey ? LONG_STEP : 1;
    this.turn(forget ? null : (this.#heading ?? 0) + (by ?? 0) * times);
  }

  #draw() {
    const known = this.#heading !== null;
    const heading = this.#heading ?? 0;
    this.wedge.style.display = known ? "" : "none";
    this.turned.setAttribute("transform", `rotate(${heading})`);
    this.hold.classList.toggle("is-unknown", !known);
    const [x, y] = end(heading, HOLD);
    this.hold.style.left = `${SIZE / 2 + x}px`;
    this.hold.style.top = `${SIZE / 2 + y}px`;
    this.hold.setAttribute("aria-valuenow", String(heading));
    const words = known ? this.#words.degrees.replace("{degrees}", String(heading)) : this.#words.noHeading;
    this.hold.setAttribute("aria-valuetext", words);
  }
}
