// Puts the page's parts together.

import { find } from "../../browser/elements.js";
import * as fields from "./form.js";
import "./here.js";
import "./photos.js";
import { recall } from "./remember.js";
import { maps, showSoon, showText, shown } from "./results.js";

const pick = find("#pick", HTMLButtonElement);
const picker = find("#picker", HTMLElement);

fields.text.addEventListener("input", () => {
  fields.forgetHeading();
  showSoon();
});
fields.form.addEventListener("submit", (event) => {
  if (event.submitter?.getAttribute("name") === "lang") return; // another page, in another language
  event.preventDefault();
  void showText();
});

/** @param {boolean} wish */
async function showPicker(wish) {
  pick.setAttribute("aria-expanded", String(wish));
  picker.hidden = !wish;
  const loaded = await maps();
  if (!wish) loaded?.closeMap(picker);
  else await loaded?.openPicker(picker, take);
}

/**
 * @param {number} latitude
 * @param {number} longitude
 */
function take(latitude, longitude) {
  fields.write(latitude, longitude, null);
  void showPicker(false);
  void showText();
}

pick.hidden = false;
pick.addEventListener("click", () => void showPicker(picker.hasAttribute("hidden")));

// A page that was opened offline has what was asked for only in its address.
const asked = new URLSearchParams(location.search).get("q");
if (asked && !fields.text.value) {
  fields.text.value = asked;
  void showText();
}
shown();
recall();
