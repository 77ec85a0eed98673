// The shell that opens without a network, and what it says then.

import { find } from "../../browser/elements.js";

const notice = find("#offline", HTMLElement);

const tell = () => (notice.hidden = navigator.onLine);
addEventListener("online", tell);
addEventListener("offline", tell);
tell();
// Not where the page is not secure, and not in every browser's private window.
void navigator.serviceWorker?.register("/sw.js").catch(() => undefined);
