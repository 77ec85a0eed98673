// Single keys, for one hand. They do nothing while somebody writes, or holds Ctrl or Alt down.

const KEYS_OFF = "glocbot-report:keys-off";
const WRITING = "input, select, textarea, [contenteditable]";

const decideCurrent = (decision) => current && decide([current], decision);

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  a: () => decideCurrent("approved"),
  r: () => decideCurrent("rejected"),
  u: () => decideCurrent(""),
  A: () => decideAndStep("approved"),
  R: () => decideAndStep("rejected"),
  m: () => current && showOnMap(current),
  o: () => current && openPage(current),
  s: () => openSave(),
  "?": () => byId("help-dialog").showModal(),
  "/": () => byId("filter-text").focus(),
};

/** Decide and go on. Where a filter hides the row then, the next one is current already. */
function decideAndStep(decision) {
  const before = current;
  decideCurrent(decision);
  if (current === before) step(1);
}

function openPage(item) {
  const page = webAddress(item.url);
  if (page !== null) open(page, "_blank", "noopener,noreferrer");
}

const keysAreOn = () => storage.read(KEYS_OFF) === null && byId("keys-on").checked;

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.(WRITING) && !isCheckbox(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  const act = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : null;
  // The key to the help always works: it is where the others are turned on again.
  if (!act || (event.key !== "?" && !keysAreOn())) return;
  event.preventDefault();
  act();
});

const isCheckbox = (target) => target.matches('input[type="checkbox"]');

byId("keys-on").checked = storage.read(KEYS_OFF) === null;
byId("keys-on").addEventListener("change", (event) => {
  try {
    if (event.target.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
  } catch {
    storage.works = false; // the checkbox itself keeps it until the page is closed
  }
});
