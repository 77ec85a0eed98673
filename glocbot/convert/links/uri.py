"""`geo:` (RFC 5870, with Android's `q=`) and the URIs of Google's apps."""

import re
from urllib.parse import unquote, unquote_plus

from glocbot.convert.grids import read_plus_code
from glocbot.convert.links.link import Link, no_position, parameters
from glocbot.convert.links.places import place
from glocbot.convert.links.services import google
from glocbot.convert.links.sources import LAT, LON, NUMBER, Found
from glocbot.convert.reading import (
    PositionKind,
    Reading,
    Refused,
    coarse_notes,
)
from glocbot.location import METRES_PER_DEGREE

#: RFC 5870 §3.3: coord-a "," coord-b ["," coord-c] *(";" parameter); some write // before it, some
#: a label in brackets after it.
_GEO = re.compile(
    rf"(?://)?{LAT},\s*+{LON}(?:,\s*+{NUMBER})?(?P<parameters>(?:;[^;(\s]*+)*)(?:\s*+\(.*)?",
    re.DOTALL,
)
#: The query begins at a question mark, and where that is forgotten, at an ampersand.
_QUERY = re.compile(r"[?&]")


def read_geo(rest: str) -> Reading:
    """Read what follows `geo:`.

    `geo:48.2,16.3;u=40`, `geo:0,0?q=48.2,16.3(Label)`; a position in `q=` is a pin and wins. With a
    name in `q=`, the position is only where to look for it.

    Raises:
        Refused: when it has only a name, is not of the Earth, or says 0, 0.
    """
    path, query = (*_QUERY.split(rest, maxsplit=1), "")[:2]
    wanted = parameters(query).get("q", ("",))[0].strip()
    sought = place(wanted)
    if sought is not None:
        return sought.reading()
    code = read_plus_code(wanted.replace(" ", "+"))
    if code is not None:
        return code
    # A plus is a space where the commas are encoded, and else a sign.
    match = _GEO.fullmatch(unquote(path) if "," in path else unquote_plus(path))
    if match is None or (wanted and float(match["lat"]) == float(match["lon"]) == 0):
        raise no_position("geo:")
    kind = PositionKind.VIEW if wanted else PositionKind.POINT
    notes = _uncertainty(match["parameters"])
    return Found(match["lat"], match["lon"], kind, notes=notes).reading()


def _uncertainty(text: str) -> tuple[str, ...]:
    """Read `;crs=wgs84;u=40`, whose u is in metres.

    Raises:
        Refused: when the coordinate reference system is another one.
    """
    given = dict(part.lower().partition("=")[::2] for part in text.split(";") if part)
    if given.get("crs", "wgs84") != "wgs84":
        raise Refused(
            f"the geo: URI is in the reference system {given['crs']}, and only WGS 84 on the Earth"
            " is read",
            "paste WGS 84 coordinates",
        )
    metres = given.get("u", "")
    return coarse_notes(float(metres) / METRES_PER_DEGREE) if re.fullmatch(NUMBER, metres) else ()


def read_google_uri(rest: str) -> Reading:
    """Read what follows `google.navigation:` or `google.streetview:`, which is only a query."""
    return google.GOOGLE_MAPS.read(Link("google", "", ("maps",), parameters(rest), ""))
