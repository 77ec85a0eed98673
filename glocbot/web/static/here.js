// "Where I stand": the phone's position and compass, by the browser's own means.

import { find } from "../../browser/elements.js";
import { Compass } from "../../browser/compass.js";
import { whole } from "../../browser/wedge.js";
import * as fields from "./form.js";
import { isOffline } from "./offline.js";
import { showText } from "./results.js";
import { say } from "./words.js";

/** Metres: a better fix is not waited for. */
const GOOD = 15;
/** Metres: a worse one is refused. */
const WORST = 1000;
/** Milliseconds: how long a better fix is waited for, and any at all. */
const PATIENCE = 8000;
const LIMIT = 30000;

const button = find("#here", HTMLButtonElement);

async function stand() {
  button.setAttribute("aria-busy", "true");
  say("locating");
  const compass = new Compass();
  try {
    await compass.listen();
    const { latitude, longitude, accuracy } = await bestFix();
    use(latitude, longitude, accuracy, await compass.heading());
  } catch (error) {
    say(reason(error));
  } finally {
    compass.stop();
    button.removeAttribute("aria-busy");
  }
}

/**
 * @param {number} latitude
 * @param {number} longitude
 * @param {number} accuracy metres
 * @param {number | null} heading degrees from magnetic north
 */
function use(latitude, longitude, accuracy, heading) {
  if (accuracy > WORST) {
    say("tooCoarse", { kilometres: (accuracy / 1000).toFixed(1) });
    return;
  }
  fields.write(latitude, longitude, heading, "magnetic");
  const metres = Math.max(1, Math.round(accuracy));
  const tell = () =>
    heading === null ? say("standing", { metres }) : say("looking", { metres, heading: whole(heading) });
  void showText().then(() => (isOffline() ? say("offlineHere", { metres }) : tell()));
}

/**
 * Wait for a good fix; after some seconds the best so far will do.
 * @returns {Promise<GeolocationCoordinates>}
 */
function bestFix() {
  return new Promise((resolve, reject) => {
    /** @type {GeolocationCoordinates | null} */
    let best = null;
    const settle = () => {
      if (!best) return;
      end();
      resolve(best);
    };
    const patience = setTimeout(settle, PATIENCE);
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => {
        if (!best || coords.accuracy < best.accuracy) best = coords;
        if (best.accuracy <= GOOD || performance.now() - begun > PATIENCE) settle();
      },
      (error) => {
        end();
        reject(error);
      },
      { enableHighAccuracy: true, maximumAge: 0, timeout: LIMIT },
    );
    const begun = performance.now();
    const end = () => {
      clearTimeout(patience);
      navigator.geolocation.clearWatch(watch);
    };
  });
}

/** @param {unknown} error */
function reason(error) {
  if (!(error instanceof GeolocationPositionError)) throw error;
  return error.code === error.PERMISSION_DENIED ? "notAllowed" : "noFix";
}

if (navigator.geolocation) button.hidden = false;
button.addEventListener("click", () => void stand());
