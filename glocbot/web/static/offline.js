// The shell that opens without a network, and what it says then.

import { find } from "../../browser/elements.js";

/** Milliseconds after which the server is tried again. */
const AGAIN = 5000;

const notice = find("#offline", HTMLElement);
/** The service worker shows the notice in a shell that it kept, as it did not reach the server. */
let reached = notice.hidden;

/** Tell whether there is no network, or no way to the server. */
export const isOffline = () => !notice.hidden;

function tell() {
  notice.hidden = navigator.onLine && reached;
}

/** Try until the server is reached; then it is as if the network had come back. */
async function reach() {
  try {
    reached = (await fetch("/healthz")).ok;
  } catch {
    reached = false;
  }
  if (reached) dispatchEvent(new Event("online"));
  else setTimeout(() => void reach(), AGAIN);
}

addEventListener("online", tell);
addEventListener("offline", tell);
tell();
if (!reached) void reach();
// Not where the page is not secure, and not in every browser's private window.
void navigator.serviceWorker?.register("/sw.js").catch(() => undefined);
