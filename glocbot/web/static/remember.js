// The file's name and the options are remembered on this device, and nowhere else.

import { find } from "../../browser/elements.js";
import { lookAgain } from "./file.js";
import * as fields from "./form.js";
import { refresh } from "./results.js";
import { say } from "./words.js";

const KEY = "glocbot";
const texts = [fields.file, fields.licence];
const switches = ["object", "dms", "gcj02"].map((name) => find(`#${name}`, HTMLInputElement));

function keep() {
  /** @type {Record<string, string>} */
  const kept = {};
  for (const field of texts) if (field.value.trim()) kept[field.id] = field.value;
  for (const field of switches) if (field.checked) kept[field.id] = "1";
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A private window keeps nothing.
  }
}

/** Fill the fields that the server left empty. */
export function recall() {
  /** @type {Record<string, unknown>} */
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
  } catch {
    return; // no storage, or another program's
  }
  for (const field of texts) if (!field.value && typeof kept[field.id] === "string") field.value = String(kept[field.id]);
  for (const field of switches) field.checked ||= kept[field.id] === "1";
  if (fields.file.value) lookAgain();
  if (fields.licence.value || switches.some((field) => field.checked)) void refresh();
}

function changed() {
  keep();
  void refresh();
  lookAgain();
}

fields.file.addEventListener("input", keep);
fields.licence.addEventListener("input", fields.afterPause(400, changed));
for (const field of switches) field.addEventListener("change", changed);
find("#forget", HTMLButtonElement).addEventListener("click", () => {
  for (const field of texts) field.value = "";
  for (const field of switches) field.checked = false;
  changed();
  try {
    localStorage.removeItem(KEY);
  } catch {
    return; // nothing was kept
  }
  say("forgotten");
});
