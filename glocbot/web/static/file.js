// The file's name: what the wiki says of it, and the way to its edit page.

import { find } from "../../browser/elements.js";
import { copy } from "./copy.js";
import * as fields from "./form.js";

const PAUSE = 600;
const state = find("#file-state", HTMLElement);
let asking = new AbortController();

async function look() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  if (!fields.file.value.trim()) {
    state.replaceChildren();
    return;
  }
  try {
    const values = new FormData(fields.form);
    values.delete("q");
    values.delete("heading");
    state.replaceChildren(await fields.send("/", values, "file", signal));
    positionChanged();
  } catch (error) {
    if (!signal.aborted && !(error instanceof fields.Unreached)) throw error;
  }
}

/** Ask about the file again, as an option or the network has changed. */
export const lookAgain = () => void look();

/** Name the position in the summary of the edit; without one there is nothing to edit yet. */
export function positionChanged() {
  const link = state.querySelector("#edit");
  if (!(link instanceof HTMLAnchorElement)) return;
  const found = fields.results.querySelectorAll(".result[data-latitude]");
  const only = found.length === 1 ? found[0] : null;
  const position = only instanceof HTMLElement
    ? [only.dataset.latitude, only.dataset.longitude].map((value) => fields.decimal(Number(value))).join(", ")
    : "";
  const address = new URL(link.href);
  address.searchParams.set("summary", (link.dataset.summary ?? "").replace("{position}", position));
  link.href = address.href;
}

fields.file.addEventListener("input", fields.afterPause(PAUSE, look));
state.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const shown = target?.closest("[data-show]");
  if (shown instanceof HTMLElement) {
    fields.text.value = shown.dataset.show ?? "";
    fields.text.dispatchEvent(new Event("input", { bubbles: true }));
    fields.text.scrollIntoView({ block: "nearest" });
  }
  const code = fields.results.querySelector(".result[data-latitude] code");
  if (target?.closest("#edit") && code instanceof HTMLElement) void copy(code, "copiedForPage");
});
