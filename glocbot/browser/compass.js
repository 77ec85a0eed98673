// Which way a phone's camera looks, by its compass.

import { normal } from "./wedge.js";

/**
 * @typedef {object} Reading
 * @property {number | null} alpha
 * @property {number | null} beta
 * @property {number | null} gamma
 * @property {boolean} [absolute]
 * @property {number} [webkitCompassHeading] Safari's own, degrees from magnetic north
 */

/** The camera is taken for raised when it looks at least this far out of the vertical: 30°. */
const RAISED = Math.sin(Math.PI / 6);

/**
 * Return which way the camera on a phone's back looks, or its top edge points where it lies flat,
 * in degrees clockwise from magnetic north; null where the reading does not say.
 *
 * The angles are those of https://www.w3.org/TR/orientation-event/, whose worked example this is.
 * @param {Reading} reading
 * @param {number} [screen] by how much the screen is turned, in degrees
 */
export function heading(reading, screen = 0) {
  if (typeof reading.webkitCompassHeading === "number") {
    return reading.webkitCompassHeading < 0 ? null : normal(reading.webkitCompassHeading + screen);
  }
  const { alpha, beta, gamma, absolute } = reading;
  if (!absolute || alpha === null || beta === null || gamma === null) return null;
  const [z, x, y] = [radians(alpha), radians(beta), radians(gamma)];
  const east = -Math.cos(z) * Math.sin(y) - Math.sin(z) * Math.sin(x) * Math.cos(y);
  const north = -Math.sin(z) * Math.sin(y) + Math.cos(z) * Math.sin(x) * Math.cos(y);
  if (Math.hypot(east, north) >= RAISED) return normal((Math.atan2(east, north) * 180) / Math.PI);
  return normal(360 - alpha + screen);
}

/** @param {number} degrees */
const radians = (degrees) => (degrees * Math.PI) / 180;

/** Milliseconds within which a compass that is there says something. */
const WAKING = 700;
const KINDS = ["deviceorientationabsolute", "deviceorientation"];

/** A device's compass while it is listened to. */
export class Compass {
  /** @type {number | null} */
  #latest = null;
  #heard = () => {};
  /** @type {Promise<void>} */
  #first = new Promise((resolve) => (this.#heard = resolve));

  /** @param {Event} event */
  #hear = (event) => {
    const heard = heading(/** @type {any} */ (event), screen.orientation?.angle ?? 0);
    if (heard === null) return;
    this.#latest = heard;
    this.#heard();
  };

  /** Listen until told to stop; the device may ask its owner first. */
  async listen() {
    if (await allowed()) for (const kind of KINDS) addEventListener(kind, this.#hear);
    else this.#heard();
  }

  stop() {
    for (const kind of KINDS) removeEventListener(kind, this.#hear);
  }

  /** Return the latest heading, waiting a moment for the first; null where there is none. */
  async heading() {
    await Promise.race([this.#first, new Promise((resolve) => setTimeout(resolve, WAKING))]);
    return this.#latest;
  }
}

/** Ask for the compass where one has to, on iPhones. */
async function allowed() {
  const sensor = /** @type {any} */ (globalThis.DeviceOrientationEvent);
  if (typeof sensor?.requestPermission !== "function") return Boolean(sensor);
  try {
    return (await sensor.requestPermission()) === "granted";
  } catch {
    return false; // it was not asked in time after the tap
  }
}
