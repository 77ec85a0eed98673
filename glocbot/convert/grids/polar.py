"""UPS, the grid of the poles."""

import re

from glocbot.convert.grids.projected import to_degrees
from glocbot.convert.reading import Reading, Refused

_UPS = re.compile(
    r"UPS ?:? ?(?P<pole>N(?:orth)?|S(?:outh)?|[ABYZ])[ ,;:]++"
    r"E?:? ?(?P<east>[0-9]{6,7}(?:\.[0-9]{1,3})?) ?(?:m ?E?)?[ ,;/]++"
    r"N?:? ?(?P<north>[0-9]{6,7}(?:\.[0-9]{1,3})?) ?(?:m ?N?)?",
    re.IGNORECASE,
)
_NORTH, _SOUTH = 32661, 32761
#: Where UTM ends.
_LEAST = {_NORTH: 83.0, _SOUTH: -79.0}


def read_ups(text: str) -> Reading | None:
    """Read `UPS North 2222979 1797474`, with the pole or one of the letters A, B, Y and Z.

    Raises:
        Refused: when it lies outside the polar regions, or pyproj is not installed.
    """
    match = _UPS.fullmatch(re.sub(r"\s++", " ", text.strip()))
    if match is None:
        return None
    epsg = _NORTH if match["pole"][:1].upper() in "NYZ" else _SOUTH
    latitude, longitude, _ = to_degrees(epsg, "UPS", float(match["east"]), float(match["north"]))
    inside = latitude >= _LEAST[_NORTH] if epsg == _NORTH else latitude <= _LEAST[_SOUTH]
    west = longitude < 0
    wrong_half = match["pole"].upper() in {"A", "B", "Y", "Z"} and west != (
        match["pole"].upper() in {"A", "Y"}
    )
    if not inside or wrong_half:
        raise Refused(
            "these numbers lie outside the polar region that they name",
            "paste pole, easting and northing, such as UPS North 2222979 1797474",
        )
    return Reading.at(latitude, longitude)
