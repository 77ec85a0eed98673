"""Where a MOV or MP4 was taken: the ISO 6709 text that phones write beside the film."""

import re
from pathlib import Path

from glocbot.convert.photos import INSTEAD
from glocbot.convert.reading import Reading, Refused
from glocbot.convert.text.packed import read_iso_6709

VIDEO_NOTE = "a film has one position, most often that of its beginning"

#: The atoms stand before or behind the film, so only both ends of the file are read.
_END_BYTES = 4 * 1024 * 1024

#: ©xyz has a length and a language before its text; Apple's key has its text in a list behind.
_POSITION = (
    rb"([+-][0-9]{2}\.[0-9]{1,8}[+-][0-9]{3}\.[0-9]{1,8}(?:[+-][0-9]{1,6}(?:\.[0-9]{1,6})?)?)/"
)
_ATOM = re.compile(rb"\xa9xyz[\x00-\xff]{4}" + _POSITION)
_APPLE = re.compile(rb"com\.apple\.quicktime\.location\.ISO6709[\x00-\xff]{0,4096}?" + _POSITION)


def read_video(path: Path) -> Reading:
    """Read the position of a film.

    Raises:
        Refused: when the file cannot be opened, or has no position or several.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_END_BYTES)
            file.seek(max(len(data), path.stat().st_size - _END_BYTES))
            data += file.read(_END_BYTES)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(f"the file cannot be opened ({reason})", INSTEAD) from error
    found = {match[1].decode() for pattern in (_ATOM, _APPLE) for match in pattern.finditer(data)}
    readings = [reading for text in found if (reading := read_iso_6709(f"{text}/")) is not None]
    if not readings:
        raise Refused("the film has no position", INSTEAD)
    best = min(readings, key=lambda reading: reading.step)
    if not all(best.agrees_with(reading) for reading in readings):
        raise Refused("the film has several positions", INSTEAD)
    return best.noting(VIDEO_NOTE)
