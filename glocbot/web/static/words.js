// What the script itself says, in the reader's language: the server puts it into the page.

/** @type {Record<string, string>} */
const WORDS = JSON.parse(document.getElementById("words")?.textContent ?? "{}");

/**
 * Return what is said, with its values in place.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function words(key, values = {}) {
  const text = WORDS[key];
  if (text === undefined) throw new Error(`nothing is said under ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** Milliseconds after which what was said in passing goes. */
const PASSING = 12_000;
let fading = 0;

/**
 * Say something in passing, to eyes and to screen readers.
 * @param {string} key "" for silence
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values = {}) {
  const place = document.getElementById("status");
  if (!place) return;
  clearTimeout(fading);
  place.textContent = key ? words(key, values) : "";
  if (key) fading = window.setTimeout(() => say(""), PASSING);
}
