// The wedge's geometry.

import assert from "node:assert/strict";
import { test } from "node:test";

import { bearing, end, normal, outline, whole } from "../../../glocbot/browser/wedge.js";

test("degrees come into one turn", () => {
  const turns = [[0, 0], [360, 0], [-1, 359], [725, 5], [-720, 0]];
  for (const [given, expected] of turns) assert.equal(normal(Number(given)) + 0, expected);
});

test("headings are whole, and 359.5 is north again", () => {
  assert.deepEqual([142.4, 142.5, 359.4, 359.5, -0.4].map((value) => whole(value) + 0), [142, 143, 359, 0, 0]);
});

test("a direction on the screen counts clockwise from its top", () => {
  const seen = [[0, -10], [10, -10], [10, 0], [0, 10], [-10, 0]].map(([x, y]) => bearing(Number(x), Number(y)));
  assert.deepEqual(seen.map(Math.round), [0, 45, 90, 180, 270]);
});

test("a direction's end leads back to it", () => {
  for (let degrees = 0; degrees < 360; degrees += 7) {
    assert.ok(Math.abs(bearing(...end(degrees, 50)) - degrees) < 1e-9);
  }
});

test("the wedge opens to both sides of its direction alike", () => {
  const corners = outline(40).match(/-?\d+\.\d+ -?\d+\.\d+/g) ?? [];
  const [left, right] = corners.map((corner) => corner.split(" ").map(Number));
  assert.deepEqual(left, [-20, -34.64]);
  assert.deepEqual(right, [20, -34.64]);
});
