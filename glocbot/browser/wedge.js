// The wedge that shows where a camera looked: its geometry, without a page.

/** Half the angle that a wedge opens, in degrees: about what a phone's main camera sees. */
export const HALF_VIEW = 30;

/**
 * Bring degrees into 0 up to but not including 360.
 * @param {number} degrees
 */
export function normal(degrees) {
  return ((degrees % 360) + 360) % 360;
}

/**
 * Round a heading to whole degrees, 0 to 359.
 * @param {number} degrees
 */
export function whole(degrees) {
  return normal(Math.round(degrees));
}

/**
 * Return the direction from a pin to a point on the screen, clockwise from the screen's top.
 * @param {number} dx to the right, in pixels
 * @param {number} dy downwards, in pixels
 */
export function bearing(dx, dy) {
  return normal((Math.atan2(dx, -dy) * 180) / Math.PI);
}

/**
 * Return the point at which a direction leaves a circle around 0, 0; y goes downwards.
 * @param {number} degrees clockwise from the top
 * @param {number} reach the circle's radius
 * @returns {[number, number]}
 */
export function end(degrees, reach) {
  const turn = (degrees * Math.PI) / 180;
  return [reach * Math.sin(turn), -reach * Math.cos(turn)];
}

/**
 * Write the outline of a wedge that looks to the top, as SVG's paths have it, its tip at 0, 0.
 * @param {number} reach in pixels
 */
export function outline(reach) {
  const [left, right] = [end(-HALF_VIEW, reach), end(HALF_VIEW, reach)].map((point) =>
    point.map((value) => value.toFixed(2)).join(" ")
  );
  return `M0 0L${left}A${reach} ${reach} 0 0 1 ${right}Z`;
}
