"""What every reader of the converter gives back: an `Answer`, or one `Refused`."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from glocbot.location import Location, LocationError

EXAMPLE: Final = "48.20849, 16.37208"

#: Degrees of latitude: 0.01° is 1.1 km, the first decimal step that is coarser than 1 km.
COARSE_STEP: Final = 0.009

KILOMETRES_PER_DEGREE: Final = 111.2
SHOWN_CHARACTERS: Final = 60
LONGEST_WORD: Final = 80


class Refused(ValueError):  # noqa: N818  (the word the command and its help use)
    """The one error of this package: the input is no position, or not surely one.

    Its message is a single sentence for the person who pasted the input: what was read, what is
    wrong with it, and what to paste instead.
    """

    def __init__(self, message: str) -> None:
        # Parts of the input stand in it: keep them on one line, short, and harmless on a terminal.
        words = (
            word if len(word) <= LONGEST_WORD else f"{word[:LONGEST_WORD]}…"
            for word in message.split()
        )
        super().__init__("".join(c if c.isprintable() else "�" for c in " ".join(words)))


class Kind(Enum):
    """What the position is of, and so how far it can be trusted as a camera position."""

    POINT = "point"
    VIEW = "view"  # the centre of a map that somebody scrolled to
    AREA = "area"  # a plus code or grid square


class Datum(Enum):
    """What is known about the service that gave the position."""

    WGS84 = "WGS 84"
    GCJ02 = "GCJ-02 in mainland China"
    UNSAID = "not said"  # typed by a person, who may have copied it from either


@dataclass(frozen=True, slots=True)
class Answer:
    """A position read from one input.

    Attributes:
        location: the position, with the heading where the input carries one.
        notes: in plain words, what the person should know before using it.
        kind: a point, the centre of a map, or an area.
        datum: whether the position may be shifted, as maps of mainland China are.
    """

    location: Location
    notes: tuple[str, ...] = ()
    kind: Kind = Kind.POINT
    datum: Datum = Datum.UNSAID

    def noting(self, *notes: str) -> "Answer":
        """Give the same answer with more notes, each only once."""
        return replace(self, notes=tuple(dict.fromkeys((*self.notes, *notes))))


VIEW_NOTE: Final = (
    "the link shows the centre of a map, not a pin: check that it is where the camera stood"
)
NULL_ISLAND_NOTE: Final = (
    "0, 0 is Null Island in the Gulf of Guinea, what programs write when they have no position"
)


def answer(  # noqa: PLR0913  (all but the position have defaults)
    latitude: float,
    longitude: float,
    *,
    heading: float | None = None,
    step: float = 0.0,
    kind: Kind = Kind.POINT,
    datum: Datum = Datum.UNSAID,
    notes: Iterable[str] = (),
) -> Answer:
    """Check a position and say what a person should know about it.

    Args:
        latitude: degrees, north positive.
        longitude: degrees, east positive.
        heading: degrees clockwise from true north, 0 to 360.
        step: the degrees by which the last written digit changes the position; 0 if unknown.
        kind: what the position is of.
        datum: what is known of the service.
        notes: further notes, put first.

    Raises:
        Refused: when a number is outside its range.
    """
    try:
        location = Location(latitude, longitude, heading)
    except LocationError as error:
        raise Refused(
            f"{error}: paste the latitude first and the longitude second, such as {EXAMPLE}"
        ) from error
    said = (*notes, *((VIEW_NOTE,) if kind is Kind.VIEW else ()), *coarse_notes(step))
    if location.is_null_island:
        said = (*said, NULL_ISLAND_NOTE)
    return Answer(location, tuple(dict.fromkeys(said)), kind, datum)


def coarse_notes(step: float) -> tuple[str, ...]:
    """Say how coarse a position is, where that is coarser than about a kilometre."""
    if step < COARSE_STEP:
        return ()
    kilometres = step * KILOMETRES_PER_DEGREE
    distance = f"{kilometres:.0f} km" if kilometres >= 10 else f"{kilometres:.1f} km"  # noqa: PLR2004
    return (f"the position is given only to the nearest {distance}: check it on a map",)


def shown(text: str) -> str:
    """Quote the input for a message: on one line, in quotation marks, shortened."""
    line = "".join(c if c.isprintable() else "�" for c in " ".join(text.split()))
    return f"“{line if len(line) <= SHOWN_CHARACTERS else line[: SHOWN_CHARACTERS - 1] + '…'}”"
