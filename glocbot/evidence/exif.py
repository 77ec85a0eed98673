"""MediaWiki's reading of a file's EXIF -> GPS evidence, or the reason why there is none.

MediaWiki gives ``commonmetadata`` as a list of ``{"name": …, "value": …}``. Coordinates are signed
decimal degrees, other rationals are strings such as ``"14225/100"``, and there is neither a range
check nor a check for zeros (docs/facts.md §3.1 to §3.3). Old rows and other handlers differ, so
every value is read tolerantly, and what cannot be read counts as absent.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Literal

from glocbot.location import FULL_CIRCLE, Location, LocationError, sexagesimal
from glocbot.reasons import SkipReason

#: EXIF's rationals are of 32 bits: ten digits; more would be no EXIF.
_RATIONAL = re.compile(r"([+-]?[0-9]{1,10})\s*/\s*([0-9]{1,10})")
#: Not all that Python's `float` takes: no `nan`, no `1_000`, no other script's digits.
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?inf")
#: EXIF writes ``2020:05:06 10:20:30``, XMP ``2020-05-06T10:20:30``, and programs mix them.
_DATE = re.compile(r"(\d{4})[:\-/.](\d{1,2})[:\-/.](\d{1,2})")
_TIME = re.compile(r"[ T](\d{1,2}):(\d{2})(?::(\d{2}))?")
#: The sign that a reference gives; one of the other axis gives none.
_HEMISPHERES = {"GPSLatitude": {"N": 1, "S": -1}, "GPSLongitude": {"E": 1, "W": -1}}


@dataclass(frozen=True, slots=True)
class GpsEvidence:
    """What a file's EXIF says about where and when its photo was taken.

    Attributes:
        latitude: degrees, north positive, in range.
        longitude: degrees, east positive, in range.
        img_direction: where the camera looked, degrees clockwise from the north that
            `img_direction_ref` names, 0 to 360; None when absent or not in that range.
        img_direction_ref: ``T`` for true north, ``M`` for magnetic north, None when not said.
        datum: the geodetic datum as written, without surrounding blanks; "" when absent.
        status: ``A`` for a measurement in progress, ``V`` for void; "" when absent.
        dop: dilution of precision, without unit, above 0; None when unknown.
        gps_date: the date of the fix in UTC.
        gps_time: the time of the fix in UTC.
        taken: DateTimeOriginal, in the camera's own time.
        camera: maker and model.
    """

    latitude: float
    longitude: float
    img_direction: float | None = None
    img_direction_ref: Literal["T", "M"] | None = None
    datum: str = ""
    status: str = ""
    dop: float | None = None
    gps_date: date | None = None
    gps_time: time | None = None
    taken: datetime | None = None
    camera: str = ""


@dataclass(frozen=True, slots=True)
class NoPosition:
    """The EXIF gives no usable position.

    Attributes:
        reason: `NO_GPS`, `HALF_POSITION`, `OUT_OF_RANGE` or `NULL_ISLAND`.
    """

    reason: SkipReason


def read_gps(metadata: Iterable[Mapping[str, Any]] | None) -> GpsEvidence | NoPosition:
    """Read the GPS evidence from MediaWiki's ``commonmetadata`` (or ``metadata``) list."""
    tags = _tags(metadata)
    latitude = _degrees(tags, "GPSLatitude")
    longitude = _degrees(tags, "GPSLongitude")
    if latitude is None and longitude is None:
        return NoPosition(SkipReason.NO_GPS)
    if latitude is None or longitude is None:
        return NoPosition(SkipReason.HALF_POSITION)
    try:
        location = Location(latitude, longitude)
    except LocationError:
        return NoPosition(SkipReason.OUT_OF_RANGE)
    if location.is_null_island:
        return NoPosition(SkipReason.NULL_ISLAND)
    return _evidence(location, tags)


def _evidence(location: Location, tags: Mapping[str, Any]) -> GpsEvidence:
    return GpsEvidence(
        latitude=location.latitude,
        longitude=location.longitude,
        img_direction=_direction(tags.get("GPSImgDirection")),
        img_direction_ref=_direction_ref(tags.get("GPSImgDirectionRef")),
        datum=_text(tags.get("GPSMapDatum")),
        status=_text(tags.get("GPSStatus")).upper(),
        dop=_dop(tags.get("GPSDOP")),
        gps_date=_date(tags.get("GPSDateStamp")),
        gps_time=_time(tags.get("GPSTimeStamp"), tags.get("GPSDateStamp")),
        taken=_datetime(tags.get("DateTimeOriginal")),
        camera=_camera(_text(tags.get("Make")), _text(tags.get("Model"))),
    )


def tag_texts(
    metadata: Iterable[Mapping[str, Any]] | None, names: Iterable[str]
) -> tuple[str, ...]:
    """Read some tags as texts without surrounding blanks; "" for one that is absent."""
    tags = _tags(metadata)
    return tuple(_text(tags.get(name)) for name in names)


def _tags(metadata: Iterable[Mapping[str, Any]] | None) -> dict[str, Any]:
    """Index the list by name; of a name given twice the first counts."""
    tags: dict[str, Any] = {}
    for entry in metadata or ():
        tags.setdefault(str(entry.get("name")), entry.get("value"))
    return tags


def _degrees(tags: Mapping[str, Any], name: str) -> float | None:
    """Read a coordinate: one number, or degrees, minutes and seconds with their reference.

    MediaWiki has worked the reference into its number and dropped it. Where one is there all the
    same, it says the hemisphere, and a number that contradicts it cannot be read.
    """
    reference = _text(tags.get(f"{name}Ref")).upper()
    sign = _HEMISPHERES[name].get(reference)
    number = _number(tags.get(name))
    if number is None:
        total = _sexagesimal(_list(tags.get(name)))
        return None if total is None or sign is None else sign * total
    if not reference:
        return number
    return sign * abs(number) if sign == -1 or (sign == 1 and number >= 0) else None


def _sexagesimal(values: list[Any]) -> float | None:
    """Read degrees, minutes and seconds, which have no sign of their own."""
    parts = [number for number in map(_number, values) if number is not None and number >= 0]
    if len(values) != 3 or len(parts) != 3:
        return None
    return sexagesimal(*parts)


def _number(value: object) -> float | None:
    """Read a number, a number in a string, a rational, or a list of just one of these."""
    items = _list(value)
    if len(items) == 1:
        return _number(items[0])
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    text = _text(value)
    if rational := _RATIONAL.fullmatch(text):
        numerator, denominator = int(rational[1]), int(rational[2])
        return numerator / denominator if denominator else None
    return float(text) if _DECIMAL.fullmatch(text) else None


def _list(value: object) -> list[Any]:
    r"""Read an array: nested ``[{"name": 0, "value": …}]``, plain, or as ``"\n*a\n*b"`` text."""
    if isinstance(value, list | tuple):
        return [item.get("value") if isinstance(item, Mapping) else item for item in value]
    if isinstance(value, str) and value.lstrip().startswith("*"):
        return [line.lstrip("*").strip() for line in value.strip().splitlines()]
    return []


def _text(value: object) -> str:
    """Read a string without surrounding blanks and NULs; "" for null.

    Of an array all texts count and a number is text too, so that an odd datum is not overlooked.
    """
    if items := _list(value):
        return " ".join(map(_text, items)).strip()
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return ""
    return str(value).strip(" \t\r\n\0")


def _direction(value: object) -> float | None:
    """Read a bearing; iOS has been seen to write more than 360 degrees (docs/facts.md §6.3)."""
    degrees = _number(value)
    return degrees if degrees is not None and 0 <= degrees <= FULL_CIRCLE else None


def _direction_ref(value: object) -> Literal["T", "M"] | None:
    match _text(value).upper():
        case "T":
            return "T"
        case "M":
            return "M"
        case _:
            return None


def _dop(value: object) -> float | None:
    """Read a dilution of precision; 0 means that there is no data (docs/facts.md §6.2)."""
    dop = _number(value)
    return dop if dop is not None and dop > 0 else None


def _date(value: object) -> date | None:
    """Read the date that a value starts with.

    An iPhone 6 writes ``2014:09:259`` for the 25th (docs/facts.md §3.3): the first two digits of
    the day are its own, what follows is not.
    """
    found = _DATE.match(_text(value))
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:  # such as 0000:00:00, from a receiver that never had a fix
        return None


def _time(value: object, date_stamp: object) -> time | None:
    """Read the time of the fix; XMP's stands in the date stamp instead (docs/facts.md §3.2)."""
    parts = [_number(part) for part in _list(value)]
    if len(parts) == 3:
        hours, minutes, seconds = parts
        return None if None in parts else _clock(hours, minutes, seconds)
    found = _TIME.match(" " + _text(value)) or _TIME.search(_text(date_stamp))
    return _clock(*(float(part or 0) for part in found.groups())) if found else None


def _clock(hours: float | None, minutes: float | None, seconds: float | None) -> time | None:
    try:
        return time(int(hours or 0), int(minutes or 0), int(seconds or 0))
    except (ValueError, OverflowError):
        return None


def _datetime(value: object) -> datetime | None:
    day = _date(value)
    if day is None:
        return None
    clock = _time(None, value)
    return datetime.combine(day, clock or time.min)


def _camera(make: str, model: str) -> str:
    """Join maker and model, most models naming their maker already."""
    return model if model.lower().startswith(make.lower()) else f"{make} {model}".strip()
