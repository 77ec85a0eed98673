// The coasts, so that a map without a network shows what lies in the sea.
// land.json is Natural Earth's land at 1:110 million (public domain), in rings of tenths of a
// degree, longitude and latitude in turn, each as the difference from the one before.

/** From this zoom on, coasts so coarse would put a harbour into the sea. */
const MAX_LAND_ZOOM = 8;

function landRings() {
  return JSON.parse(byId("land").textContent).map((steps) => {
    const ring = [];
    let [east, north] = [0, 0];
    for (let at = 0; at < steps.length; at += 2) {
      east += steps[at];
      north += steps[at + 1];
      ring.push([north / 10, east / 10]);
    }
    return ring;
  });
}

/** Draw the coasts below the tiles, which cover them when they have loaded. */
function addLand(map) {
  const pane = map.createPane("land");
  pane.style.zIndex = 150;
  const rings = landRings();
  const turned = (by) => rings.map((ring) => [ring.map(([north, east]) => [north, east + by])]);
  const land = L.polygon([...turned(-360), ...turned(0), ...turned(360)], {
    className: "land", interactive: false, pane: "land", renderer: L.svg({ pane: "land", padding: 0.5 }),
  });
  const show = () => (map.getZoom() < MAX_LAND_ZOOM ? land.addTo(map) : land.remove());
  map.on("zoomend", show);
  show();
}
