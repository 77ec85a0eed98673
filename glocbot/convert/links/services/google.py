"""Google Maps, Street View and Earth.

Their links are documented at https://developers.google.com/maps/documentation/urls/get-started; the
`@…`, `!3d…!4d…` and older forms are those that Google's own pages write into the address bar.
"""

import re

from glocbot.convert.grids import read_plus_code
from glocbot.convert.links.link import Link, no_position, two_points
from glocbot.convert.links.places import place
from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import LAT, LON, NUMBER, Found, exact_pair
from glocbot.convert.links.street_view import panorama
from glocbot.convert.reading import Datum, PositionKind, Refused

#: !3d and !4d side by side are a pin; !2d and !3d, after !1d, are the corner of a view.
_PIN = re.compile(rf"(?:(?P<place>!8m2))?!3d{LAT}!4d{LON}(?![0-9.])")
_EMBEDDED = re.compile(rf"!1d{NUMBER}!2d{LON}!3d{LAT}(?![0-9.])")
_VIEW = re.compile(rf"@{LAT},{LON}(?P<rest>(?:,[0-9.+-]++[a-z])*)(?:,data=.*+)?")
#: Older: /maps/search/food/34,-106,14z and /maps/ll=34,-106,z=11.
_OLD_VIEW = re.compile(rf"(?:ll=)?{LAT},{LON},(?:z=)?[0-9.]++z?+")
_CALLOUT = re.compile(rf"(?:q=)?loc:{LAT},{LON}(?![0-9.]).*+", re.DOTALL)

#: What stands for the person's own place at the start of a route.
_HERE = frozenset(
    {
        "",
        "current location",
        "my location",
        "your location",
        "mein standort",
        "ma position",
        "mi ubicación",
        "bieżąca lokalizacja",
        "moja lokalizacja",
    }
)


def _route(link: Link) -> Found | None:
    """Read a route to one place; one between two is refused."""
    named = [link.one(name) or "" for name in ("origin", "saddr", "daddr", "destination")]
    named += (link.one("waypoints") or "").split("|")
    if "dir" in link.path:
        after = link.path[link.path.index("dir") + 1 :]
        named += [part for part in after if not part.startswith(("@", "data=", "am="))]
    ends = list(dict.fromkeys(end for end in named if end.strip().casefold() not in _HERE))
    if len(ends) > 1 or any(" to:" in end for end in ends):
        raise two_points()
    if not ends:
        return None
    found = place(ends[0])
    if found is None:
        raise no_position("Google Maps")
    return found


def _street_view(link: Link) -> Found | None:
    """Read `@48.2,16.3,3a,75y,123.4h,90t`: 3a is Street View, and only its h is a heading."""
    for part in link.path:
        match = _VIEW.fullmatch(part)
        fields = match["rest"].removeprefix(",").split(",") if match else []
        units = {field[-1:] for field in fields}
        if match is None or "3a" not in fields or "y" not in units or "d" in units:
            continue  # Earth writes the altitude in a and the distance in d
        turns = [field[:-1] for field in fields if field.endswith("h")]
        return panorama(match["lat"], match["lon"], turns[0] if turns else "")
    return None


def _panorama_by_name(link: Link) -> Found | None:
    """Read `map_action=pano&viewpoint=…&heading=…`, and `cbll=…&cbp=…,heading,…` before it."""
    old = exact_pair(link.one("cbll") or "")
    if old is not None:
        camera = (link.one("cbp") or "").split(",")
        return panorama(old.latitude, old.longitude, camera[1] if len(camera) > 1 else "")
    new = exact_pair(link.one("viewpoint") or "")
    if new is None:
        return None
    return panorama(new.latitude, new.longitude, link.one("heading") or "")


def _pin(link: Link) -> Found | None:
    """Read `!3d48.2!4d16.3`; where there are several, that of the place itself, `!8m2`."""
    text = "/".join((*link.path, link.one("data") or "", link.fragment))
    pins = {(m["lat"], m["lon"]): m["place"] is not None for m in _PIN.finditer(text)}
    if len(pins) > 1:
        pins = {pin: True for pin, is_place in pins.items() if is_place}
        if len(pins) != 1:
            raise two_points()
    return Found(*next(iter(pins))) if pins else None


def _words_in_path(link: Link) -> Found | None:
    """Read `/maps/place/48°12'30"N 16°22'19"E/` and `/maps/search/48.2,16.3`."""
    for before, part in zip(link.path, link.path[1:], strict=False):
        found = place(part) if before in {"place", "search"} else None
        if found is not None:
            return found
    return None


def _query(link: Link) -> Found | None:
    for name in ("query", "q"):
        found = place(link.one(name) or "") or _called_out(link.one(name) or "")
        if found is not None:
            return found
    for part in link.path:
        found = _called_out(part)
        if found is not None:
            return found
    return None


def _called_out(text: str) -> Found | None:
    match = _CALLOUT.fullmatch(text)
    return Found(match["lat"], match["lon"]) if match else None


def _view(link: Link) -> Found | None:
    """Read the centre of the map: `@48.2,16.3,17z`, `ll=`, `center=`, or an embedded map's."""
    for part in link.path:
        match = _VIEW.fullmatch(part) or _OLD_VIEW.fullmatch(part)
        if match is not None:
            return Found(match["lat"], match["lon"], PositionKind.VIEW)
    for name in ("ll", "center"):
        found = exact_pair(link.one(name) or "", PositionKind.VIEW)
        if found is not None:
            return found
    match = _EMBEDDED.search(link.one("pb") or "")
    return Found(match["lat"], match["lon"], PositionKind.VIEW) if match else None


def _only_maps(link: Link) -> None:
    """Refuse a link of anything else than Google's maps."""
    first = link.path[0] if link.path else ""
    if not (link.host.startswith(("maps.", "earth.")) or first == "maps" or link.host == ""):
        raise Refused(
            "this link of Google is not of its maps",
            "find the place on Google Maps, put a pin there and paste the pin's coordinates",
        )


def _plus_code(link: Link) -> Found | None:
    """Read `q=86HJV99P+29`; an unencoded plus has become a space."""
    reading = read_plus_code((link.one("q") or link.one("query") or "").replace(" ", "+"))
    if reading is None:
        return None
    location = reading.location
    return Found(
        f"{location.latitude:.9f}",
        f"{location.longitude:.9f}",
        PositionKind.AREA,
        notes=reading.notes,
    )


#: Also for the URIs of its apps, which have no host.
GOOGLE_MAPS = Service(
    name="Google Maps",
    hosts="google.* comgooglemaps",
    sources=(
        _only_maps,
        _panorama_by_name,
        _route,
        _street_view,
        _pin,
        _words_in_path,
        _query,
        _view,
        _plus_code,
    ),
    datum=Datum.GCJ02,
    example="https://www.google.com/maps/place/Stephansdom/@48.2085,16.3709,17z/data=!3m1!4b1!4m6"
    "!3m5!1s0x476d079f2c500731:0x3e3a5f5d8a3f3f0!8m2!3d48.2084901!4d16.3720801!16zL20vMDF4",
    at=(48.2084901, 16.3720801),
)

SERVICES = (GOOGLE_MAPS,)
