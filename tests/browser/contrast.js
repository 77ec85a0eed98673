// Lists texts whose contrast with the ground below them is under 4.5 (WCAG 2.2, 1.4.3). Left out:
// what is disabled, what is not seen, and the map, where texts stand on pictures or on their own card.
for (const animation of document.getAnimations()) animation.finish();
const colour = (text) => {
  const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number);
  return { channels: [red, green, blue], alpha };
};
const luminance = (channels) => {
  const [red, green, blue] = channels.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const over = (front, back) =>
  front.channels.map((value, at) => value * front.alpha + back[at] * (1 - front.alpha));
const ground = (element) => {
  if (!element) return [255, 255, 255];
  const own = colour(getComputedStyle(element).backgroundColor);
  return own.alpha === 1 ? own.channels : over(own, ground(element.parentElement));
};
const open = document.querySelector("dialog[open]") ?? document.body;
const found = [];
for (const element of open.querySelectorAll("*")) {
  const written = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const passed = element.closest("#map, .skip, .toast, :disabled, option, script, style, template");
  if (!written || passed || !element.checkVisibility()) continue;
  const back = ground(element);
  let front = over(colour(getComputedStyle(element).color), back);
  let opacity = 1;
  for (let at = element; at; at = at.parentElement) opacity *= getComputedStyle(at).opacity;
  front = over({ channels: front, alpha: opacity }, back);
  const [low, high] = [luminance(front), luminance(back)].sort((a, b) => a - b);
  const ratio = (high + 0.05) / (low + 0.05);
  if (ratio < 4.5) found.push(`${element.className} "${element.textContent.slice(0, 30)}" ${ratio.toFixed(2)}`);
}
return found;
