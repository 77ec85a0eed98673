// The results as one types: asked for after a pause, put in place, copied and corrected on a map.

import { element, find } from "../../browser/elements.js";
import { copy } from "./copy.js";
import { lookAgain, positionChanged } from "./file.js";
import * as fields from "./form.js";
import { isOffline } from "./offline.js";
import { say } from "./words.js";

/** Milliseconds without a key after which one has paused. */
const PAUSE = 350;

/** @typedef {import("../../browser/pin.js").Position} Position */

let asking = new AbortController();
/** Asks again for what is shown: the text's results, or the photos'. */
let again = showText;

/** Ask for the results of the text and show them. */
export function showText() {
  again = showText;
  asking.abort();
  if (!fields.text.value.trim()) {
    fields.results.replaceChildren();
    return Promise.resolve();
  }
  return show("/", new FormData(fields.form));
}

export const showSoon = fields.afterPause(PAUSE, showText);

/**
 * Ask for results and show them.
 * @param {string} address
 * @param {FormData} values
 */
async function show(address, values) {
  asking = new AbortController();
  const { signal } = asking;
  fields.results.setAttribute("aria-busy", "true");
  try {
    const part = await fields.send(address, values, "results", signal);
    if (signal.aborted) return;
    fields.results.replaceChildren(part);
    say("");
    shown();
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof fields.Unreached)) throw error;
    say(isOffline() ? "offline" : "unreached");
  } finally {
    if (!signal.aborted) fields.results.removeAttribute("aria-busy");
  }
}

/**
 * Show the results of photos.
 * @param {() => FormData} values
 */
export function showPhotos(values) {
  again = () => show("/photos", values());
  asking.abort();
  return again();
}

/** Ask for what is shown anew, as an option has changed. */
export const refresh = () => (fields.results.querySelector(".result") ? again() : undefined);

/** A single result has its map at once; of several, each when one wants it. */
export function shown() {
  const single = fields.results.querySelector("article.result[data-latitude]");
  if (single instanceof HTMLElement) void openPlace(single);
  positionChanged();
}

/** Load what maps need; null where it is not to be had. */
export async function maps() {
  try {
    return await import("./place.js");
  } catch {
    say("noMap");
    return null;
  }
}

/** @param {HTMLElement} result */
async function openPlace(result) {
  const place = find("[data-place]", HTMLElement, result);
  await (await maps())?.openMap(place, position(result), (moved) => correct(result, moved));
}

/**
 * Read the position of a result.
 * @param {HTMLElement} result
 * @returns {Position}
 */
function position({ dataset: { latitude, longitude, heading } }) {
  return { latitude: Number(latitude), longitude: Number(longitude), heading: heading ? Number(heading) : null };
}

/**
 * Let the template follow the pin.
 * @param {HTMLElement} result
 * @param {Position} moved
 */
async function correct(result, moved) {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const values = new FormData(fields.form);
  values.set("q", `${fields.decimal(moved.latitude)}, ${fields.decimal(moved.longitude)}`);
  values.set("heading", moved.heading === null ? "" : String(moved.heading));
  values.set("north", "");
  try {
    const response = await fields.post("/api/convert", values, signal);
    if (!response.ok) throw new fields.Unreached();
    take(result, await response.json());
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof fields.Unreached)) throw error;
    say(isOffline() ? "offline" : "unreached");
  }
}

/**
 * @param {HTMLElement} result
 * @param {{ latitude: number, longitude: number, heading: number | null, wikitext: string }} record
 */
function take(result, record) {
  const { latitude, longitude, heading, wikitext } = record;
  const extra = fields.licence.value.trim();
  write(find("code", HTMLElement, result), extra ? `${wikitext}\n${extra}` : wikitext);
  Object.assign(result.dataset, { latitude, longitude, heading: heading ?? "" });
  result.classList.add("moved");
  say("moved");
  if (again === showText) keep(result, record);
  positionChanged();
}

/**
 * Write a template so that its lines break between its parameters.
 * @param {HTMLElement} code
 * @param {string} wikitext
 */
function write(code, wikitext) {
  code.replaceChildren();
  wikitext.split("|").forEach((part, at) => code.append(...(at ? ["|", element("wbr"), part] : [part])));
}

/**
 * Put what was corrected into the text, so that it is there whatever is sent next.
 * @param {HTMLElement} result
 * @param {{ latitude: number, longitude: number, heading: number | null, wikitext: string }} record
 */
function keep(result, { latitude, longitude, heading, wikitext }) {
  if (result.matches("article")) {
    fields.write(latitude, longitude, heading);
    return;
  }
  const at = [...fields.results.querySelectorAll("tr.result")].indexOf(result);
  const given = fields.text.value.split("\n");
  const line = given.flatMap((words, index) => (words.trim() ? [index] : []))[at];
  if (line !== undefined) given[line] = wikitext;
  fields.text.value = given.join("\n");
}

fields.results.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  const result = button?.closest(".result");
  if (!button || !(result instanceof HTMLElement)) return;
  if (button.matches("[data-copy]")) void copy(find("code", HTMLElement, result));
  if (button.matches("[data-map]")) void toggle(button, result);
});

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} result
 */
async function toggle(button, result) {
  const wish = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(wish));
  if (wish) await openPlace(result);
  else (await maps())?.closeMap(find("[data-place]", HTMLElement, result));
}

addEventListener("online", () => {
  if (fields.text.value.trim()) void showText();
  lookAgain();
});
