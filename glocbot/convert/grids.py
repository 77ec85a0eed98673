"""Plus codes, MGRS and UTM, read by the libraries openlocationcode, mgrs and utm."""

import math
import re
import warnings

from glocbot.convert.reading import COPY_AGAIN, PositionKind, Reading, Refused
from glocbot.location import METRES_PER_DEGREE

#: The alphabet of https://github.com/google/open-location-code; a full code has 8 before the plus.
_CODE = "[23456789CFGHJMPQRVWX]"
_PLUS_CODE = re.compile(
    rf"(?:{_CODE}{{8}}|{_CODE}{{2,6}}0{{2,6}})\+|{_CODE}{{2,8}}\+{_CODE}{{2,7}}"
)
_BEFORE_PLUS = 8

_MGRS = re.compile(
    r"(?:([0-9]{1,2})([C-HJ-NP-X])|([ABYZ]))\s*+([A-HJ-NP-Z]{2})\s*+([0-9]++)(?:\s++([0-9]++))?"
)
_MOST_MGRS_DIGITS = 10

_UTM = re.compile(
    r"(?:UTM\s*+)?(?:ZONE\s*+)?([0-9]{1,2})\s*+([C-HJ-NP-X]|NORTH|SOUTH)[\s,;:]++"
    r"E?+:?+\s*+([0-9]{5,8}(?:\.[0-9]++)?)(?:\s*+(?:M\s*+E|M|E))?[\s,;/]++"
    r"N?+:?+\s*+([0-9]{1,8}(?:\.[0-9]++)?)(?:\s*+(?:M\s*+N|M|N))?"
)
_BANDS = "CDEFGHJKLMNPQRSTUVWX"
_BAND_DEGREES = 8
#: The height of a square of 100 km.
_SQUARE_DEGREES = 0.9
#: The northings of band S, 32 to 40° N; a little wider than they are.
_BAND_S = (3_530_000.0, 4_440_000.0)


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


def read_mgrs(text: str) -> Reading | None:
    """Read an MGRS reference, such as `33U XP 02080 40360`: the middle of its square.

    Raises:
        Refused: when there is no such square, or it is larger than 10 km.
    """
    match = _MGRS.fullmatch(text.upper())
    if match is None:
        return None
    digits = match[5] + (match[6] or "")
    halves = not match[6] or len(match[5]) == len(match[6])
    if len(digits) % 2 or len(digits) > _MOST_MGRS_DIGITS or not halves:
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
    return same and _in_band(written[2], latitude, _SQUARE_DEGREES)


def read_utm(text: str) -> Reading | None:
    """Read UTM coordinates with their zone, such as `33U 601000 5340000`.

    Raises:
        Refused: when they lie outside the zone, or S may be the band or the southern hemisphere.
    """
    match = _UTM.fullmatch(text.upper())
    if match is None:
        return None
    letter = match[2]
    easting, northing = float(match[3]), float(match[4])
    if letter == "S" and _BAND_S[0] <= northing <= _BAND_S[1]:
        raise Refused(
            "S after the zone may be the band S, north of the equator, or the southern hemisphere",
            "write North or South in its place",
        )
    northern = letter == "NORTH" or (letter != "S" and letter >= "N" and letter != "SOUTH")
    latitude, longitude = _from_utm(easting, northing, int(match[1]), northern=northern)
    _check_band(letter, latitude)
    return Reading.at(latitude, longitude)


def _from_utm(easting: float, northing: float, zone: int, *, northern: bool) -> tuple[float, float]:
    import utm  # noqa: PLC0415 - loads numpy where there is one

    try:
        latitude, longitude = utm.to_latlon(easting, northing, zone, northern=northern)
    except utm.OutOfRangeError as error:
        raise Refused(
            f"these are no UTM coordinates ({error})",
            "paste zone, easting and northing, such as 33U 601000 5340000",
        ) from error
    return float(latitude), float(longitude)


def _check_band(letter: str, latitude: float) -> None:
    """Refuse a latitude outside the band that was written: a digit of the northing is wrong."""
    if letter in {"NORTH", "SOUTH", "N", "S"}:
        return
    if not _in_band(letter, latitude, 0.01):
        raise Refused(
            f"the northing leads to latitude {latitude:.2f}, outside the band {letter}",
            "copy the zone, easting and northing again",
        )


def _in_band(letter: str, latitude: float, margin: float) -> bool:
    south = _BANDS.index(letter) * _BAND_DEGREES - 80
    north = south + (_BAND_DEGREES if letter != "X" else 12)
    return south - margin <= latitude <= north + margin
