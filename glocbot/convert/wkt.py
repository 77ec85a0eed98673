"""WKT points, as databases write them."""

import re

from glocbot.convert.reading import EXAMPLE, Reading, Refused, written_step

_WKT = re.compile(
    r"(?:<http://www\.wikidata\.org/entity/(Q[0-9]++)>\s*+|SRID=([0-9]++);\s*+)?"
    r"POINT\s*+\(\s*+([+-]?[0-9]++(?:\.[0-9]++)?)\s++([+-]?[0-9]++(?:\.[0-9]++)?)\s*+\)",
    re.IGNORECASE,
)
#: The Earth's number on Wikidata, and WGS 84's in the EPSG's register.
_EARTH = "Q2"
_WGS84 = "4326"


def read_wkt(text: str) -> Reading | None:
    """Read WKT, `Point(16.37208 48.20849)`, as Wikidata's query service writes it: longitude first.

    Raises:
        Refused: when it is on another globe.
    """
    match = _WKT.fullmatch(text.strip())
    if match is None:
        return None
    if (match[1] or _EARTH).upper() != _EARTH or (match[2] or _WGS84) != _WGS84:
        raise Refused(
            f"the point is on another globe or in another reference system, {match[1] or match[2]}",
            f"paste WGS 84 coordinates on the Earth, such as {EXAMPLE}",
        )
    latitude, longitude = match[4], match[3]
    return Reading.at(
        float(latitude), float(longitude), step=max(written_step(latitude), written_step(longitude))
    )
