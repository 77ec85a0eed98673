// Copying, where the browser allows it; elsewhere the text is selected for a hand to copy.

import { say } from "./words.js";

/**
 * Copy what an element says.
 * @param {HTMLElement} element
 * @param {string} [done] what is said then
 */
export async function copy(element, done = "copied") {
  const text = element.textContent ?? "";
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    say(copyAsBefore(element) ? done : "notCopied"); // no secure page, or not allowed
  }
}

/** @param {HTMLElement} element */
function copyAsBefore(element) {
  getSelection()?.selectAllChildren(element);
  return document.execCommand("copy");
}
