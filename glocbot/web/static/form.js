// The form: its fields, what is sent of it, and what comes back.

import { find } from "../../browser/elements.js";

export const form = find("#form", HTMLFormElement);
export const text = find("#q", HTMLTextAreaElement);
export const file = find("#file", HTMLInputElement);
export const licence = find("#licence", HTMLInputElement);
export const results = find("#results", HTMLElement);

const heading = find("#heading", HTMLInputElement);
const north = find("#north", HTMLInputElement);

/**
 * Write a position into the form, so that it is there whatever is sent next.
 * @param {number} latitude
 * @param {number} longitude
 * @param {number | null} direction degrees; null where it is unknown
 * @param {"" | "magnetic"} [from] the north from which they count
 */
export function write(latitude, longitude, direction, from = "") {
  text.value = `${decimal(latitude)}, ${decimal(longitude)}`;
  heading.value = direction === null ? "" : String(Math.round(direction * 10) / 10);
  north.value = from;
}

/** Forget the heading: another text was typed. */
export function forgetHeading() {
  heading.value = north.value = "";
}

/** @param {number} degrees */
export const decimal = (degrees) => String(Number(degrees.toFixed(6)));

/** A response that is no page: the server was not reached, or failed. */
export class Unreached extends Error {}

/**
 * Send a form and return the part of the page that comes back.
 * @param {string} address
 * @param {FormData} fields
 * @param {string} part
 * @param {AbortSignal} [signal]
 * @returns {Promise<DocumentFragment>}
 */
export async function send(address, fields, part, signal) {
  const response = await post(address, fields, signal, { "X-Part": part });
  const kind = response.headers.get("Content-Type") ?? "";
  if (!kind.startsWith("text/html")) throw new Unreached();
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const found = document.createDocumentFragment();
  found.append(...page.body.childNodes);
  return found;
}

/**
 * @param {string} address
 * @param {FormData} fields
 * @param {AbortSignal} [signal]
 * @param {Record<string, string>} [headers]
 */
export async function post(address, fields, signal, headers = {}) {
  try {
    return await fetch(address, { method: "POST", body: fields, signal, headers });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreached();
  }
}

/**
 * Return a function that acts once its calls have paused.
 * @param {number} milliseconds
 * @param {() => void} act
 */
export function afterPause(milliseconds, act) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(act, milliseconds);
  };
}
