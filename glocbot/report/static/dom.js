// Elements and texts. What comes from the wiki becomes text, or an attribute that cannot run
// anything. No part of the page parses a string as HTML.

const byId = (id) => document.getElementById(id);

/** Isolate a value from the wiki, so that its direction does not reorder the words around it. */
const isolated = (text) => element("bdi", {}, text);

/** Return an address of the web as the browser reads it; null for any other, such as javascript:. */
function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null; // no absolute address at all
  }
}

/** Return the address of a picture, on the web or inside this page; null for any other. */
const pictureAddress = (text) => (text.startsWith("data:image/") ? text : webAddress(text));

/** Make a link to another site; text alone when the address is none of the web. */
function link(address, ...children) {
  const checked = webAddress(address);
  if (checked === null) return element("span", {}, ...children);
  return element(
    "a",
    { href: checked, target: "_blank", rel: "noopener noreferrer" },
    ...children,
  );
}

const wholeNumber = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** Return a count with its noun: 1 file, 2,000 files. */
const counted = (count, noun) => `${wholeNumber.format(count)} ${noun}${count === 1 ? "" : "s"}`;

/** Return a distance as people say it. */
function distance(kilometres) {
  if (kilometres < 1) return `${wholeNumber.format(kilometres * 1000)} m`;
  if (kilometres < 10) return `${kilometres.toFixed(1)} km`;
  return `${wholeNumber.format(kilometres)} km`;
}

const STATUS_SECONDS = 8;
let hiding = 0;

/** Show a message for some seconds, also to screen readers; with `undo`, a button that undoes. */
function announce(message, undo = null) {
  byId("status-words").textContent = message;
  byId("undo").hidden = undo === null;
  byId("undo").onclick = () => {
    undo();
    announce("Undone.");
  };
  byId("status").classList.add("is-shown");
  clearTimeout(hiding);
  hiding = setTimeout(hideStatus, STATUS_SECONDS * 1000);
}

/** Empty the message but keep its element: screen readers tell only of changes in one they know. */
function hideStatus() {
  byId("status").classList.remove("is-shown");
  byId("status-words").textContent = "";
  byId("undo").hidden = true;
}
