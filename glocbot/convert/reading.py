"""What every reader of the converter returns: a `Reading`, or one `Refused`."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from glocbot.location import KILOMETRES_PER_DEGREE, Location, LocationError

EXAMPLE = "48.20849, 16.37208"

#: The end of a refusal where nothing more special helps.
PASTE_COORDINATES = f"paste coordinates such as {EXAMPLE}"
COPY_AGAIN = "copy it again"

#: Degrees of latitude: 0.01° is 1.1 km, the first decimal step that is coarser than 1 km.
_COARSE_STEP = 0.009

#: Degrees: a minute of arc, in which many old notations end, and a little more.
_COARSEST_ALIKE = 2 / 60 + 1e-9

#: Longer parts of an input make a message unreadable.
_SHOWN_CHARACTERS = 60
_LONGEST_WORD = 80

_VIEW_NOTE = (
    "the link shows the centre of a map, not a pin: check that it is where the camera stood"
)


class Refused(ValueError):  # noqa: N818 - the word that the command and its help use
    """The one error of this package: the input is no position, or not surely one.

    Its message is one sentence for the person who pasted the input.

    Attributes:
        problem: what was read, and what is wrong with it.
        instead: what to paste or do instead.
    """

    def __init__(self, problem: str, instead: str) -> None:
        self.problem = _harmless(problem)
        self.instead = _harmless(instead)
        super().__init__(f"{self.problem}; {self.instead}")


def _harmless(text: str) -> str:
    """Keep parts of the input on one line, short, and harmless on a terminal."""
    words = (
        word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…" for word in text.split()
    )
    return "".join(c if c.isprintable() else "�" for c in " ".join(words))


class PositionKind(Enum):
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
class Reading:
    """A position read from one input.

    Attributes:
        location: the position, with the heading where the input carries one.
        notes: in plain words, what the person should know before using it.
        kind: a point, the centre of a map, or an area.
        datum: whether the position may be shifted, as maps of mainland China are.
        step: the degrees by which the last written digit changes the position; 0 if unknown.
    """

    location: Location
    notes: tuple[str, ...] = ()
    kind: PositionKind = PositionKind.POINT
    datum: Datum = Datum.UNSAID
    step: float = 0.0

    @classmethod
    def at(  # noqa: PLR0913 - all but the position have defaults
        cls,
        latitude: float,
        longitude: float,
        *,
        heading: float | None = None,
        step: float = 0.0,
        kind: PositionKind = PositionKind.POINT,
        datum: Datum = Datum.UNSAID,
        notes: Iterable[str] = (),
    ) -> "Reading":
        """Check a position and note what a person should know about it.

        Args:
            latitude: degrees, north positive.
            longitude: degrees, east positive.
            heading: degrees clockwise from true north, 0 to 360.
            step: the degrees by which the last written digit changes the position; 0 if unknown.
            kind: what the position is of.
            datum: what is known of the service.
            notes: further notes, put first.

        Raises:
            Refused: when a number is outside its range, or both are 0.
        """
        try:
            location = Location(latitude, longitude, heading)
        except LocationError as error:
            raise Refused(
                str(error), f"paste the latitude first and the longitude second, such as {EXAMPLE}"
            ) from error
        view = (_VIEW_NOTE,) if kind is PositionKind.VIEW else ()
        if location.is_null_island:
            raise Refused(
                "0, 0 is in the Gulf of Guinea, and is what programs write when they have no "
                "position",
                "paste the coordinates of the place where the camera stood",
            )
        reading = cls(location, (), kind, datum, step)
        return reading.noting(*notes, *view, *coarse_notes(step))

    def agrees_with(self, other: "Reading", margin: float = 2e-5) -> bool:
        """Tell whether another reading is this position, rounded or cut short.

        Two with as many digits are equal, or they are two positions; and two minutes of arc are so
        coarse that they agree with too many places.

        Args:
            other: the other reading.
            margin: degrees by which they may always differ; 2e-5 are 2 m, by which programs round
                differently.
        """
        step = max(self.step, other.step)
        alike = math.isclose(self.step, other.step)
        close = margin if alike or step > _COARSEST_ALIKE else max(step, margin)
        one, two = self.location, other.location
        longitude = abs(one.longitude - two.longitude)
        return (
            abs(one.latitude - two.latitude) <= close and min(longitude, 360 - longitude) <= close
        )

    def turned(self, heading: float | None) -> "Reading":
        """Return the same reading with another heading; with None it keeps its own.

        Args:
            heading: degrees clockwise from true north, 0 to 360.
        """
        if heading is None:
            return self
        return replace(self, location=replace(self.location, heading=heading))

    def noting(self, *notes: str) -> "Reading":
        """Return the same reading with more notes, each only once."""
        if not notes:
            return self
        return replace(self, notes=tuple(dict.fromkeys((*self.notes, *notes))))


def coarse_notes(step: float) -> tuple[str, ...]:
    """Say how coarse a position is, where that is coarser than about a kilometre.

    Args:
        step: degrees.
    """
    if step < _COARSE_STEP:
        return ()
    kilometres = step * KILOMETRES_PER_DEGREE
    distance = f"{kilometres:.0f} km" if kilometres >= 10 else f"{kilometres:.1f} km"
    return (f"the position is given only to the nearest {distance}: check it on a map",)


def written_step(*parts: str) -> float:
    """Return the degrees by which the last written digit changes an angle.

    >>> written_step("48.20849"), written_step("48", "30") * 60
    (1e-05, 1.0)

    Args:
        parts: degrees, minutes and seconds as far as they were written.
    """
    return float(10.0 ** -len(parts[-1].partition(".")[2]) / 60 ** (len(parts) - 1))


def shown(text: str) -> str:
    """Quote the input for a message: on one line, in quotation marks, shortened."""
    line = "".join(c if c.isprintable() else "�" for c in " ".join(text.split()))
    return f"“{line if len(line) <= _SHOWN_CHARACTERS else line[: _SHOWN_CHARACTERS - 1] + '…'}”"
