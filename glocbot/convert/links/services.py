"""How each map service writes a position into its links; the order of sources says what wins."""

import re

from glocbot.convert.links.codes import GE0_LENGTH, ge0_code, geohash, here_place, osm_code
from glocbot.convert.links.google import STREET_VIEW_NOTE, place
from glocbot.convert.links.link import (
    HASH,
    LAT,
    LON,
    NUMBER,
    Extract,
    Found,
    Link,
    Service,
    both,
    hosts,
    in_fragment,
    in_path,
    pair,
    swapped,
    two_points,
)
from glocbot.convert.reading import Datum, PositionKind

_VIEW = PositionKind.VIEW


def _words(*names: str) -> Extract:
    """Read parameters that hold what a person searched for, where that is a position."""

    def extract(link: Link) -> Found | None:
        places = (place(link.one(name) or "") for name in names)
        return next((found for found in places if found is not None), None)

    return extract


def _osm_code(link: Link) -> Found | None:
    if len(link.path) < 2 or link.path[0] != "go":
        return None
    marked = "m" in link.query
    return osm_code(link.path[-1], PositionKind.POINT if marked else _VIEW)


def _ge0_code(link: Link) -> Found | None:
    """Read `ge0://CODE/Name`, whose code stands where other URIs have their host."""
    code = link.path[0] if link.path else ""
    return ge0_code(code) if len(code) == GE0_LENGTH else None


def _waze_code(link: Link) -> Found | None:
    """Read the geohash of `waze.com/ul/hu4pruydqqvj` and `waze.com/live-map?h=u4pruydqqvj`."""
    code = link.path[1] if len(link.path) > 1 and link.path[0] == "ul" else ""
    code = code.removeprefix("h") if code.startswith("h") else link.one("h") or ""
    return geohash(code) if re.fullmatch("[0-9b-z]{6,12}", code) else None


def _here_place(link: Link) -> Found | None:
    code = link.path[1] if len(link.path) > 1 and link.path[0] == "p" else ""
    return here_place(code[2:]) if re.match("[a-z]-", code) else None


def _single(name: str, *, separator: str) -> Extract:
    """Refuse a parameter that holds several positions, such as pt=37.6,55.7~37.7,55.8."""

    def extract(link: Link) -> Found | None:
        ends = {end for end in (link.one(name) or "").split(separator) if end.strip()}
        if len(ends) > 1:
            raise two_points()
        return None

    return extract


def _yandex_panorama(link: Link) -> Found | None:
    found = swapped(pair("panorama[point]"))(link)
    turn = (link.one("panorama[direction]") or "").split(",")[0]
    if found is None:
        return None
    heading = float(turn) % 360 if re.fullmatch(NUMBER, turn) else None
    return Found(found.latitude, found.longitude, heading=heading, notes=(STREET_VIEW_NOTE,))


def _bing_point(link: Link) -> Found | None:
    """Read `sp=point.48.2_16.3_Title`."""
    match = re.match(rf"point\.{LAT}_{LON}(?![0-9.])", link.one("sp") or "")
    return Found(match["lat"], match["lon"]) if match else None


def _query_state(link: Link) -> Found | None:
    """Read 2GIS' `queryState=center/37.6,55.7/zoom/12`."""
    match = re.search(rf"center/{LON},{LAT}(?![0-9.])", link.one("querystate") or "")
    return Found(match["lat"], match["lon"], _VIEW) if match else None


def _mapy_coordinates(link: Link) -> Found | None:
    """Read `source=coor&id=16.37,48.2`; any other source has the identifier of a place."""
    return swapped(pair("id"))(link) if link.one("source") == "coor" else None


SERVICES = (
    Service(
        "OpenStreetMap",
        hosts(r"(?:.+\.)?openstreetmap\.[a-z.]{2,6}|osm\.org"),
        (
            _single("route", separator=";"),
            both("mlat", "mlon"),
            _osm_code,
            pair("marker"),
            _words("query", "to"),
            both("lat", "lon", _VIEW),
            HASH,
            in_path(rf"[/&?]lat={LAT}&lon={LON}(?![0-9.])", _VIEW),
        ),
        routes=("from", "to"),
    ),
    Service(
        "OpenStreetMap",  # its relatives, which write the fragment alike
        hosts(
            r"(?:.+\.)?(?:opentopomap|cyclosm|opencyclemap|openrailwaymap|opensnowmap)\.org"
            r"|maps\.wikimedia\.org|umap\.openstreetmap\.[a-z]+|map\.openaerialmap\.org"
        ),
        (in_fragment(rf"marker=[0-9.]++/{LAT}/{LON}(?![0-9.])", PositionKind.POINT), HASH),
    ),
    Service(
        "OsmAnd",
        hosts(r"(?:.+\.)?osmand\.net|osmand(?:maps)?"),
        (pair("pin"), both("lat", "lon"), HASH),
        routes=("start", "end", "finish"),
    ),
    Service(
        "Organic Maps",
        hosts(r"om|cm|mapsme|mapswithme|(?:.+\.)?(?:omaps\.app|comaps\.at|ge0\.me)|ge0"),
        (pair("ll"), pair("cll", _VIEW), _ge0_code),
        routes=("sll", "dll"),
    ),
    Service(
        "Apple Maps",
        hosts(r"(?:beta\.)?maps\.apple\.com|maps"),
        (
            pair("coordinate"),
            _words("q"),
            pair("ll"),
            _words("daddr"),
            pair("center", _VIEW),
            pair("sll", _VIEW),
        ),
        routes=("saddr", "daddr"),
        datum=Datum.GCJ02,
    ),
    Service(
        "Bing",
        hosts(r"(?:(?:m|maps)\.)?bing\.com"),
        (
            _single("rtp", separator="~"),
            _bing_point,
            _words("where1", "q"),
            pair("cp", _VIEW),
        ),
        datum=Datum.GCJ02,
    ),
    Service(
        "HERE",
        hosts(r"(?:(?:share|wego|maps?)\.)?here\.com"),
        (
            in_path(rf"^/l/{LAT},{LON}(?![0-9.])"),
            _here_place,
            pair("map", _VIEW),
        ),
    ),
    Service(
        "Waze",
        hosts(r"(?:(?:ul|embed|m)\.)?waze\.com|waze"),
        (
            pair("ll"),
            pair("latlng"),
            both("lat", "lon", _VIEW),
            lambda link: _ll_dot(link, "to"),
            _waze_code,
        ),
        routes=("from", "to"),
    ),
    Service(
        "Yandex Maps",
        hosts(r"(?:maps\.)?yandex\.(?:com\.)?[a-z]{2,3}|yandexmaps"),
        (
            _yandex_panorama,
            _single("rtext", separator="~"),
            _single("pt", separator="~"),
            swapped(pair("whatshere[point]")),
            swapped(pair("poi[point]")),
            swapped(pair("pt")),
            lambda link: place((link.one("rtext") or "").strip("~")),
            _words("text"),
            swapped(pair("ll", _VIEW)),
        ),
    ),
    Service(
        "2GIS",
        hosts(r"(?:.+\.)?2gis\.(?:com\.)?[a-z]{2,4}|dgis"),
        (
            in_path(rf"/geo/(?:[0-9]++[/,](?=[0-9.+-]++,))?{LON},{LAT}(?![0-9.])"),
            in_path(rf"/routeSearch/(?!.*from/).*to/{LON},{LAT}(?![0-9.])"),
            swapped(pair("m", _VIEW)),
            in_path(rf"/center/{LON},{LAT}(?![0-9.])", _VIEW),
            _query_state,
        ),
    ),
    Service(
        "Mapy",
        hosts(r"(?:[a-z]+\.)?mapy\.(?:cz|com)"),
        (
            _mapy_coordinates,
            _words("q", "query"),
            swapped(pair("center", _VIEW)),
            both("y", "x", _VIEW),
        ),
        routes=("start", "end"),
    ),
    Service("Magic Earth", hosts(r"magicearth(?:\.com)?"), (both("lat", "lon"), _words("q"))),
    Service("Mapillary", hosts(r"mapillary\.com"), (both("lat", "lng", _VIEW),)),
    Service(
        "IGN",
        hosts(r"(?:.+\.)?geoportail\.gouv\.fr|(?:.+\.)?cartes\.gouv\.fr"),
        (swapped(pair("c", _VIEW)),),
    ),
    Service(
        "Strava",
        hosts(r"(?:labs\.)?strava\.com"),
        # The old heat map wrote the longitude first, the new one does not.
        (lambda link: (HASH if "maps" in link.path else swapped(HASH))(link),),
    ),
    Service(
        "Wikimapia",
        hosts(r"(?:.+\.)?wikimapia\.org|wikishootme\.toolforge\.org"),
        (both("lat", "lon", _VIEW), both("lat", "lng", _VIEW)),
    ),
    Service(
        "Amap",
        hosts(r"(?:[a-z]+\.)?amap\.com"),
        (
            swapped(pair("position")),
            pair("q"),
            lambda link: _after_id(link.one("p") or ""),
            in_fragment(rf".*?!!q={LAT},{LON}(?![0-9.])", PositionKind.POINT),
        ),
        datum=Datum.GCJ02,
    ),
)


def _ll_dot(link: Link, name: str) -> Found | None:
    """Read Waze's `to=ll.48.2,16.3`."""
    match = re.fullmatch(rf"ll\.{LAT},{LON}", link.one(name) or "")
    return Found(match["lat"], match["lon"]) if match else None


def _after_id(text: str) -> Found | None:
    """Read Amap's `p=B013706PJN,38.17,114.98,Name`."""
    match = re.match(rf"[A-Z][0-9A-Z]++,{LAT},{LON}(?![0-9.])", text)
    return Found(match["lat"], match["lon"]) if match else None
