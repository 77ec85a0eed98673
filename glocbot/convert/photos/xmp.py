"""A position that stands only in a photo's XMP, where editors of photos write it."""

import re
from pathlib import Path
from typing import BinaryIO

from glocbot.convert.photos.exif import opened
from glocbot.convert.reading import Datum, Reading, written_step
from glocbot.location import sexagesimal

XMP_NOTE = "the position stands only in the photo's XMP, where programs write it: check it"

#: The packet stands near the beginning.
_BYTES = 4 * 1024 * 1024
#: An attribute or an element; degrees and minutes, with seconds or a fraction, and the direction.
_VALUE = (
    rb"(?:=[\"']|>)\s{0,20}([0-9]{1,3}),([0-9]{1,2}(?:\.[0-9]{1,12})?)"
    rb"(?:,([0-9]{1,2}(?:\.[0-9]{1,12})?))?([NSEW])"
)
_LATITUDE = re.compile(rb"exif:GPSLatitude" + _VALUE)
_LONGITUDE = re.compile(rb"exif:GPSLongitude" + _VALUE)


def read_xmp(photo: Path | BinaryIO) -> Reading | None:
    """Read the position in a photo's XMP; None where it has not just one.

    Raises:
        Refused: when it is not on the Earth, or 0, 0.
    """
    with opened(photo) as file:
        data = file.read(_BYTES)
    latitudes = {match.groups() for match in _LATITUDE.finditer(data)}
    longitudes = {match.groups() for match in _LONGITUDE.finditer(data)}
    if len(latitudes) != 1 or len(longitudes) != 1:
        return None
    latitude, longitude = _degrees(latitudes.pop(), b"NS"), _degrees(longitudes.pop(), b"EW")
    if latitude is None or longitude is None:
        return None
    return Reading.at(
        latitude[0],
        longitude[0],
        step=max(latitude[1], longitude[1]),
        datum=Datum.WGS84,
        notes=(XMP_NOTE,),
    )


def _degrees(groups: tuple[bytes, ...], directions: bytes) -> tuple[float, float] | None:
    """Return degrees and the step of their last digit; None where they are none of this axis."""
    parts = [part.decode() for part in groups[:3] if part is not None]
    if groups[3] not in directions or any(float(part) >= 60 for part in parts[1:]):
        return None
    size = sexagesimal(*map(float, parts))
    return -size if groups[3] in b"SW" else size, written_step(*parts)
