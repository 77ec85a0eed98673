// Which way the camera looks, from the angles of https://www.w3.org/TR/orientation-event/.

import assert from "node:assert/strict";
import { test } from "node:test";

import { heading } from "../../../glocbot/browser/compass.js";

/**
 * @param {number} alpha
 * @param {number} beta
 * @param {number} gamma
 * @param {number} [screen]
 */
function looks(alpha, beta, gamma, screen) {
  const found = heading({ alpha, beta, gamma, absolute: true }, screen);
  return found === null ? null : Math.round(found) % 360;
}

test("a phone that stands upright looks where its back does", () => {
  assert.equal(looks(0, 90, 0), 0);
  assert.equal(looks(270, 90, 0), 90);
  assert.equal(looks(180, 90, 0), 180);
  assert.equal(looks(90, 90, 0), 270);
});

test("leaning does not change where it looks", () => {
  for (const beta of [50, 70, 90, 110, 130]) assert.equal(looks(218, beta, 0), 142);
});

test("on its side it looks where its back does, however the screen is turned", () => {
  // Turned to the left by a quarter: its right edge is above, its back looks east.
  assert.equal(looks(0, 0, -90, 90), 90);
  assert.equal(looks(0, 0, 90, 270), 270);
});

test("a phone that lies flat points with the top of its screen", () => {
  assert.equal(looks(270, 0, 0), 90);
  assert.equal(looks(218, 10, 5), 142);
  assert.equal(looks(0, 0, 0, 90), 90);
});

test("Safari counts clockwise itself, and says when it cannot", () => {
  const angles = { alpha: 10, beta: 90, gamma: 0 };
  assert.equal(heading({ ...angles, webkitCompassHeading: 142 }), 142);
  assert.equal(heading({ ...angles, webkitCompassHeading: 350 }, 90), 80);
  assert.equal(heading({ ...angles, webkitCompassHeading: -1 }), null);
});

test("angles that count from nowhere are no heading", () => {
  assert.equal(heading({ alpha: 10, beta: 90, gamma: 0, absolute: false }), null);
  assert.equal(heading({ alpha: null, beta: 90, gamma: 0, absolute: true }), null);
});
