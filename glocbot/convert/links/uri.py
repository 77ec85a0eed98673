"""`geo:` (RFC 5870, with Android's `q=`) and the URIs of Google's apps."""

import re
from typing import Final
from urllib.parse import unquote, unquote_plus

from glocbot.convert.answer import COARSE_STEP, Answer, Kind, Refused, coarse_notes
from glocbot.convert.answer import KILOMETRES_PER_DEGREE as KM
from glocbot.convert.grids import read_plus_code
from glocbot.convert.links.google import place, read_google
from glocbot.convert.links.link import LAT, LON, NUMBER, Found, Link, no_position, parameters

#: RFC 5870 §3.3: coord-a "," coord-b ["," coord-c] *(";" parameter).
GEO: Final = re.compile(
    rf"(?://)?{LAT},\s*+{LON}(?:,\s*+{NUMBER})?+(?P<parameters>(?:;[^;?&(\s]*+)*+)"
    r"(?P<label>\s*+\(.*\))?\s*+",
    re.DOTALL,
)
METRES: Final = 1000


def read_geo(rest: str) -> Answer:
    """Read what follows `geo:`.

    `geo:48.2,16.3;u=40`, `geo:0,0?q=48.2,16.3(Label)`; a position in `q=` is a pin and wins.

    Raises:
        Refused: when it has only a name, is not of the Earth, or says 0, 0.
    """
    path, _, query = (
        re.sub(r"&", "?", rest, count=1).partition("?")
        if "?" not in rest
        else (rest.partition("?"))
    )
    wanted = _query(query)
    sought = place(wanted)
    if sought is not None:
        return sought.answer()
    code = read_plus_code(wanted.strip().replace(" ", "+"))
    if code is not None:
        return code
    match = GEO.fullmatch(unquote_plus(path) if "%2C+" in path else unquote(path))
    if match is None or (wanted and float(match["lat"]) == float(match["lon"]) == 0):
        raise no_position("geo:")
    kind = Kind.VIEW if wanted else Kind.POINT
    notes = _uncertainty(match["parameters"])
    return Found(match["lat"], match["lon"], kind, notes=notes).answer()


def _query(query: str) -> str:
    """Give `q=`; a label in brackets after the whole URI belongs to it or to nothing."""
    values = parameters(query.strip()).get("q", ("",))
    return values[0]


def _uncertainty(text: str) -> tuple[str, ...]:
    """Read `;crs=wgs84;u=40`.

    Raises:
        Refused: when the coordinate reference system is another one.
    """
    given = dict(part.lower().partition("=")[::2] for part in text.split(";") if part)
    if given.get("crs", "wgs84") != "wgs84":
        raise Refused(
            f"the geo: URI is in the reference system {given['crs']}, and only WGS 84 on the Earth "
            "is read; paste WGS 84 coordinates"
        )
    metres = given.get("u", "")
    if not re.fullmatch(NUMBER, metres) or float(metres) < COARSE_STEP * KM * METRES:
        return ()
    return coarse_notes(float(metres) / METRES / KM)


def read_navigation(rest: str) -> Answer:
    """Read what follows `google.navigation:`, such as `q=48.2,16.3&mode=w`."""
    return read_google(Link("google.navigation", "", ("maps",), parameters(rest), ""))


read_street_view = read_navigation
