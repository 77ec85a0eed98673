// A diff as MediaWiki's inline one: lines in order, what goes out and what comes in, words marked.

const SIGNS = { same: " ", out: "−", in: "+" };
const ELEMENTS = { same: "span", out: "del", in: "ins" };

/** Fill a place with the changed lines and those around them. */
function showDiff(place, hunks) {
  if (!hunks.length) {
    place.append(
      element("p", { class: "diff-none" }, "No place for the template was found: it must be put by hand."),
    );
    return;
  }
  for (const [number, lines] of hunks) {
    place.append(element("p", { class: "diff-at" }, `Line ${wholeNumber.format(number)}`));
    place.append(...lines.map(([kind, content]) => diffLine(kind, content)));
  }
}

function diffLine(kind, content) {
  const spans = typeof content === "string" ? [[content, 0]] : content;
  const text = element(ELEMENTS[kind], { class: "diff-text", dir: "auto" });
  for (const [words, marked] of spans) {
    text.append(marked ? element("mark", {}, words) : words);
  }
  const sign = element("span", { class: "diff-sign", "aria-hidden": "true" }, SIGNS[kind]);
  return element("div", { class: `diff-line diff-${kind}` }, sign, text);
}
