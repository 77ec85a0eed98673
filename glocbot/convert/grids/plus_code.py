"""Plus codes, read by the library openlocationcode."""

import math
import re

from glocbot.convert.reading import COPY_AGAIN, PositionKind, Reading, Refused
from glocbot.location import METRES_PER_DEGREE

#: The alphabet of https://github.com/google/open-location-code; a full code has 8 before the plus.
_CODE = "[23456789CFGHJMPQRVWX]"
_PLUS_CODE = re.compile(
    rf"(?:{_CODE}{{8}}|{_CODE}{{2,6}}0{{2,6}})\+|{_CODE}{{2,8}}\+{_CODE}{{2,7}}"
)
_BEFORE_PLUS = 8


def read_plus_code(text: str) -> Reading | None:
    """Read a full plus code, such as `8FWR6937+QR`; the position is the middle of its area.

    Raises:
        Refused: when it is a short code, which needs the name of a town beside it.
    """
    code = text.upper().split(",")[0].split(" ")[0]
    if not _PLUS_CODE.fullmatch(code):
        return None
    if code != text.upper() or code.index("+") < _BEFORE_PLUS:
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
    return Reading.at(
        area.latitudeCenter,
        area.longitudeCenter,
        step=high if len(code) <= _BEFORE_PLUS + 1 else 0,
        kind=PositionKind.AREA,
        notes=(f"a plus code is an area, this one of {size}: the position is its middle",),
    )


def _metres(degrees: float) -> str:
    metres = degrees * METRES_PER_DEGREE
    return f"{metres:.0f} m" if metres < 1000 else f"{metres / 1000:.0f} km"
