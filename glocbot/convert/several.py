"""Several notations of one position, as Wikipedia and map programs show them side by side."""

import re
from collections.abc import Callable

from glocbot.convert.reading import Reading, Refused

#: What stands between two notations; a slash alone may also stand between two coordinates.
_BETWEEN = re.compile(r"\n|\s/\s|\s=\s|\s\|\s|[()]")
_MOST_NOTATIONS = 8


def read_several(text: str, read: Callable[[str], Reading]) -> Reading | None:
    """Read a text in which one position is written in several notations.

    Args:
        text: what could not be read as one notation.
        read: reads one notation, or raises `Refused`.

    Returns:
        The most precise of the notations; None where the parts of the text are no notations.

    Raises:
        Refused: when each part is a position, but not the same one.
    """
    parts = [part.strip(" ,;:\t") for part in _BETWEEN.split(text)]
    parts = [part for part in parts if any(c.isdecimal() for c in part)]
    if not 1 < len(parts) <= _MOST_NOTATIONS:
        return None
    try:
        readings = [read(part) for part in dict.fromkeys(parts)]
    except Refused:
        return None
    best = min(readings, key=lambda reading: reading.step)
    if not all(best.agrees_with(reading) for reading in readings):
        raise Refused(
            f"these are {len(readings)} different positions",
            "paste only the one where the camera stood, in only one of the notations",
        )
    notes = dict.fromkeys(note for reading in readings for note in reading.notes)
    return best.noting(*(note for note in notes if "nearest" not in note))
