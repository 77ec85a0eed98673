// Photos that are chosen, dropped or pasted: only their beginnings are sent.

import { find } from "../../browser/elements.js";
import * as fields from "./form.js";
import { showPhotos } from "./results.js";
import { say } from "./words.js";

/** What the server reads of one, and how many at once. */
const HEAD = 256 * 1024;
const MOST = 20;

const input = find("#photos", HTMLInputElement);

/** @param {Iterable<File>} chosen */
function take(chosen) {
  const photos = [...chosen];
  if (!photos.length) return;
  if (photos.length > MOST) {
    say("tooManyPhotos", { number: MOST });
    return;
  }
  say("reading");
  void showPhotos(() => {
    const values = new FormData(fields.form);
    values.delete("q");
    values.delete("heading");
    for (const photo of photos) values.append("photos", photo.slice(0, HEAD), photo.name);
    return values;
  });
}

input.addEventListener("change", () => {
  take(input.files ?? []);
  input.value = ""; // so that the same photo can be chosen again
});
document.addEventListener("paste", (event) => {
  const files = event.clipboardData?.files ?? [];
  if (files.length) {
    event.preventDefault();
    take(files);
  }
});
document.addEventListener("dragover", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", () => document.body.classList.remove("dropping"));
document.addEventListener("drop", (event) => {
  document.body.classList.remove("dropping");
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  take(event.dataTransfer.files);
});
