// Links to check a place. Each address is built from numbers and encoded parts.

const ZOOM = 17;

/** Return the names and addresses of maps of an item's place. */
function places(item) {
  const { latitude, longitude } = item;
  const found = [
    ["OpenStreetMap", openStreetMap(latitude, longitude)],
    ["Google Maps", `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`],
    ["GeoHack", item.geohack],
    ["Wikimedia map", `https://maps.wikimedia.org/#${ZOOM}/${latitude}/${longitude}`],
  ];
  const nearby = nearbyFiles(item);
  return nearby === null ? found : [...found, ["Category’s files nearby", nearby]];
}

function openStreetMap(latitude, longitude) {
  const at = `mlat=${latitude}&mlon=${longitude}`;
  return `https://www.openstreetmap.org/?${at}#map=${ZOOM}/${latitude}/${longitude}`;
}

/** Search the wiki for files of the category within 5 km (keywords of GeoData and CirrusSearch). */
function nearbyFiles({ category, latitude, longitude, url }) {
  const wiki = scriptOf(url);
  if (wiki === null) return null;
  const name = category.slice(category.indexOf(":") + 1).replaceAll('"', "");
  const within = name ? ` incategory:"${name}"` : "";
  wiki.search = new URLSearchParams({
    title: "Special:Search",
    ns6: "1",
    fulltext: "1",
    search: `nearcoord:5km,${latitude},${longitude}${within}`,
  });
  return wiki.href;
}

/** Find a wiki's index.php from a page's address, which is …/wiki/TITLE or …/index.php?title=TITLE. */
function scriptOf(address) {
  const checked = webAddress(address);
  if (checked === null) return null;
  const url = new URL(checked);
  if (!url.searchParams.has("title")) url.pathname = "/w/index.php";
  url.hash = "";
  return url;
}

/** Return the address of another page of the item's wiki; null when that is not known. */
function pageAddress(item, title) {
  const wiki = scriptOf(item.url);
  if (wiki === null) return null;
  wiki.search = new URLSearchParams({ title });
  return wiki.href;
}
