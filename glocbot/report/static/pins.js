// What a pin on the map looks like. Verdicts differ in shape as well as in colour.

const PIN_SIZE = 64;
const MIDDLE = PIN_SIZE / 2;
const WEDGE_LENGTH = 30;

/** Draw one proposal: a disc when clean, a diamond when held, a ring where it is far from its category. */
function pinIcon(item, isCurrent) {
  const picture = drawing("svg", {
    viewBox: `0 0 ${PIN_SIZE} ${PIN_SIZE}`, width: PIN_SIZE, height: PIN_SIZE, "aria-hidden": "true",
  });
  if (item.heading !== null) picture.append(wedge(item.heading));
  if (item.isFar) picture.append(drawing("circle", { class: "pin-ring", cx: MIDDLE, cy: MIDDLE, r: 13 }));
  picture.append(item.verdict === "hold" ? diamond() : disc());
  const decided = decisions[item.index];
  if (decided) picture.append(tick(decided));
  const button = element("button", {
    type: "button", class: "pin-button", "aria-label": pinWords(item), title: bareTitle(item),
    "data-index": item.index,
  });
  const far = item.isFar ? "pin-far" : "";
  const now = isCurrent ? "is-current" : "";
  return icon([`pin pin-${item.verdict}`, far, now], picture, button);
}

/** Draw a cluster: its number of files, in a ring that shows how many are held. */
function clusterIcon(items) {
  const held = items.filter((item) => item.verdict === "hold").length;
  const size = items.length < 10 ? 34 : items.length < 100 ? 40 : 48;
  const radius = size / 2 - 2.5;
  const around = 2 * Math.PI * radius;
  const ring = (name, dashes) => drawing("circle", {
    class: name, cx: MIDDLE, cy: MIDDLE, r: radius, "stroke-dasharray": dashes,
    transform: `rotate(-90 ${MIDDLE} ${MIDDLE})`,
  });
  const picture = drawing("svg", {
    viewBox: `0 0 ${PIN_SIZE} ${PIN_SIZE}`, width: PIN_SIZE, height: PIN_SIZE, "aria-hidden": "true",
  });
  picture.append(
    ring("cluster-disc", `${around} 0`),
    ring("cluster-held", `${(around * held) / items.length} ${around}`),
  );
  if (items.some((item) => item.isFar)) {
    picture.append(drawing("circle", { class: "pin-ring", cx: MIDDLE, cy: MIDDLE, r: radius + 4.5 }));
  }
  const words = `${counted(items.length, "file")}${held ? `, ${held} held` : ""}`;
  const button = element("button", {
    type: "button", class: "pin-button cluster-button", "aria-label": words, title: words,
  }, wholeNumber.format(items.length));
  return icon(["cluster"], picture, button);
}

function icon(names, ...children) {
  return L.divIcon({
    className: names.filter(Boolean).join(" "),
    html: element("div", { class: "pin-body" }, ...children),
    iconSize: [PIN_SIZE, PIN_SIZE],
    iconAnchor: [MIDDLE, MIDDLE],
  });
}

const pinWords = (item) =>
  [bareTitle(item), verdictWords(item), item.isFar ? "far from its category" : "", DECIDED[decisions[item.index]]]
    .filter(Boolean)
    .join(", ");

const disc = () => drawing("circle", { class: "pin-dot", cx: MIDDLE, cy: MIDDLE, r: 7 });

const diamond = () =>
  drawing("rect", {
    class: "pin-dot", x: MIDDLE - 6, y: MIDDLE - 6, width: 12, height: 12,
    transform: `rotate(45 ${MIDDLE} ${MIDDLE})`,
  });

function wedge(heading) {
  return drawing("path", {
    class: "pin-wedge", d: outline(WEDGE_LENGTH), "data-heading": heading,
    transform: `translate(${MIDDLE} ${MIDDLE}) rotate(${heading})`,
  });
}

function tick(decided) {
  const shape = decided === "approved" ? "M-3 0 L-1 2.5 L3.5 -2.5" : "M-2.5 -2.5 L2.5 2.5 M2.5 -2.5 L-2.5 2.5";
  return drawing("path", {
    class: "pin-tick", d: shape, transform: `translate(${MIDDLE} ${MIDDLE})`,
  });
}
