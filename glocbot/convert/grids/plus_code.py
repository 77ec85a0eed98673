"""Plus codes, read by the library openlocationcode."""

import math
import re

from glocbot.convert.around import check_text_around
from glocbot.convert.reading import COPY_AGAIN, PositionKind, Reading, Refused
from glocbot.location import METRES_PER_DEGREE

#: The alphabet of https://github.com/google/open-location-code; a full code has 8 before the plus.
_CODE = "[23456789CFGHJMPQRVWX]"
_PLUS_CODE = re.compile(
    rf"(?:{_CODE}{{8}}|{_CODE}{{2,6}}0{{2,6}})\+|{_CODE}{{2,8}}\+{_CODE}{{2,7}}"
)
_BEFORE_PLUS = 8
#: The one code of a text, which may stand beside the name of its place.
_ONE = re.compile(rf"(?<![0-9A-Z+])(?:{_PLUS_CODE.pattern})(?![0-9A-Z+])", re.IGNORECASE)
#: A place may have a postcode.
_PLACE = re.compile(r"[^0-9+]*+(?:(?<![0-9.,])[0-9]{4,6}(?![0-9.,])[^0-9+]*+)?")


def read_plus_code(text: str) -> Reading | None:
    """Read a full plus code, such as `8FWR6937+QR`; the position is the middle of its area.

    The name of a place beside it says no more than the code.

    Raises:
        Refused: when it is a short code, which needs the name of a town beside it.
    """
    found = _ONE.search(text)
    place = text[: found.start()] + " " + text[found.end() :] if found else ""
    if found is None or not _PLACE.fullmatch(place):
        return None
    code = found.group().upper()
    if code.index("+") < _BEFORE_PLUS:
        raise Refused(
            f"{code} is a plus code with a place name, or one that needs it",
            "paste the full code, which has 8 characters before the plus, or the coordinates",
        )
    from openlocationcode import openlocationcode as olc  # noqa: PLC0415 - heavy, and rare

    if not olc.isFull(code):
        raise Refused(f"{code} is not a whole plus code", COPY_AGAIN)
    area = olc.decode(code)
    high, wide = area.latitudeHi - area.latitudeLo, area.longitudeHi - area.longitudeLo
    wide *= math.cos(math.radians(area.latitudeCenter))
    size = f"{_metres(high)} by {_metres(wide)}"
    reading = Reading.at(
        area.latitudeCenter,
        area.longitudeCenter,
        step=high if len(code) <= _BEFORE_PLUS + 1 else 0,
        kind=PositionKind.AREA,
        notes=(f"a plus code is an area, this one of {size}: the position is its middle",),
    )
    return check_text_around(re.sub("[0-9]", "", place), reading)


def _metres(degrees: float) -> str:
    metres = degrees * METRES_PER_DEGREE
    return f"{metres:.0f} m" if metres < 1000 else f"{metres / 1000:.0f} km"
