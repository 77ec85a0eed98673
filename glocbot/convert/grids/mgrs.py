"""MGRS references, read by the library mgrs."""

import re
import warnings

from glocbot.convert.grids.bands import in_band
from glocbot.convert.reading import COPY_AGAIN, PositionKind, Reading, Refused
from glocbot.location import METRES_PER_DEGREE

_MGRS = re.compile(
    r"(?:([0-9]{1,2})([C-HJ-NP-X])|([ABYZ]))\s*+([A-HJ-NP-Z]{2})\s*+([0-9]++)(?:\s++([0-9]++))?"
)
_NAME = re.compile(r"(?:MGRS|USNG|UTMREF)\b ?[:=]? ?", re.IGNORECASE)
_MOST_DIGITS = 10
#: With so few, letters and figures of another meaning may look like a reference: `12NWN12`.
_TOO_FEW_DIGITS = 2
#: The height of a square of 100 km.
_SQUARE_DEGREES = 0.9


def read_mgrs(text: str) -> Reading | None:
    """Read an MGRS reference, such as `33U XP 02080 40360`: the middle of its square.

    Raises:
        Refused: when there is no such square, or it is larger than 10 km.
    """
    unnamed, named = _NAME.subn("", text, count=1)
    match = _MGRS.fullmatch(unnamed.upper())
    if match is None:
        return None
    digits = match[5] + (match[6] or "")
    if len(digits) == _TOO_FEW_DIGITS and not named:
        raise Refused("an MGRS reference of two digits is a square of 10 km", COPY_AGAIN)
    halves = not match[6] or len(match[5]) == len(match[6])
    if len(digits) % 2 or len(digits) > _MOST_DIGITS or not halves:
        raise Refused(
            f"the MGRS reference has {len(digits)} digits, where it needs as many for east as for "
            "north, and at most 5 for each",
            COPY_AGAIN,
        )
    square = (f"{int(match[1]):02}{match[2]}" if match[1] else match[3]) + match[4]
    size = 10 ** (5 - len(digits) // 2)
    latitude, longitude = _from_mgrs(square, digits)
    notes = (f"the MGRS reference is a square of {size} m: the position is its middle",)
    return Reading.at(
        latitude,
        longitude,
        step=size / METRES_PER_DEGREE,
        kind=PositionKind.AREA,
        notes=notes if size > 1 else (),
    )


def _from_mgrs(square: str, digits: str) -> tuple[float, float]:
    """Ask the library, which gives the middle of a square."""
    import mgrs  # noqa: PLC0415 - loads a shared library

    converter = mgrs.MGRS()
    wrong = Refused(f"{square}{digits} names no square of the MGRS", COPY_AGAIN)
    try:
        with warnings.catch_warnings():
            # It warns where a square reaches over the border of its band.
            warnings.simplefilter("ignore", RuntimeWarning)
            latitude, longitude = converter.toLatLon(square + digits)
            again = converter.toMGRS(latitude, longitude, MGRSPrecision=0)
    except mgrs.core.MGRSError as error:
        raise wrong from error
    # The library also takes letters that the zone does not have; going back shows it.
    if again != square and not _on_border(square, again, latitude):
        raise wrong
    return latitude, longitude


def _on_border(written: str, found: str, latitude: float) -> bool:
    """Whether two squares are one that lies in two bands and may be written with either."""
    if not (written[:1].isdigit() and found[:1].isdigit()):
        return False
    same = written[:2] + written[3:] == found[:2] + found[3:]
    return same and in_band(written[2], latitude, _SQUARE_DEGREES)
