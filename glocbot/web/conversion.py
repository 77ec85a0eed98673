"""What a person pasted -> what the page shows of it. All reading is the converter's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from glocbot.convert import Reading, Refused, convert
from glocbot.convert.conversion import Conversion
from glocbot.evidence.heading import declination
from glocbot.location import FULL_CIRCLE, Location
from glocbot.template import dms_template, location_template

#: Characters of one request; what the converter itself takes for one input.
MOST_TEXT = 4096

#: Turns a line into what is converted: a short link becomes the long one.
Follow = Callable[[str], str]


class BadRequest(ValueError):  # noqa: N818 - what HTTP calls it
    """A call that is wrong in itself; the message is one sentence for who made it."""


@dataclass(frozen=True, slots=True)
class WebOptions:
    """How conversions are given.

    Attributes:
        heading: degrees that replace the heading of every input; None to keep theirs.
        magnetic: that heading is a compass's, from magnetic north.
        object: write ``{{Object location}}``.
        dms: write degrees, minutes and seconds.
        gcj02: convert positions in mainland China from GCJ-02.
    """

    heading: float | None = None
    magnetic: bool = False
    object: bool = False
    dms: bool = False
    gcj02: bool = False

    @classmethod
    def read(cls, values: Mapping[str, str]) -> "WebOptions":
        """Read the fields of a form, or the parameters of an address.

        Raises:
            BadRequest: when the heading is none.
        """
        return cls(
            heading=_heading(values.get("heading", "").strip()),
            magnetic=values.get("north", "") == "magnetic",
            **{name: _is_on(values.get(name, "")) for name in ("object", "dms", "gcj02")},
        )

    def converted(self, given: str, reading: Reading) -> Conversion:
        """Write a reading in the form that is wished."""
        location = self._turned(reading.location)
        write = dms_template if self.dms else location_template
        name = "Object location" if self.object else "Location"
        return Conversion(given, replace(reading, location=location), write(location, name=name))

    def _turned(self, location: Location) -> Location:
        """Give a position the heading of the options, turned to true north."""
        if self.heading is None:
            return location
        heading = self.heading
        if self.magnetic:
            today = datetime.now(UTC).date()
            turn = declination(location.latitude, location.longitude, today)
            if turn is None:  # beside a magnetic pole, where no compass is right
                return replace(location, heading=None)
            heading = (heading + turn) % FULL_CIRCLE % FULL_CIRCLE
        return replace(location, heading=heading)


def convert_one(given: str, options: WebOptions, follow: Follow) -> Conversion:
    """Convert one input; a refusal is a conversion as well."""
    try:
        reading = convert(follow(given), gcj02=options.gcj02)
    except Refused as refusal:
        return Conversion(given, error=str(refusal))
    return options.converted(given, reading)


def lines(text: str) -> list[str]:
    """Split a text into its lines; blank ones are nobody's input."""
    return [line for line in text.splitlines() if line.strip()]


def checked(text: str) -> str:
    """Return the text of a request.

    Raises:
        BadRequest: when it is too long.
    """
    if len(text) > MOST_TEXT:
        raise BadRequest(
            f"the text has {len(text):,} characters, and at most {MOST_TEXT:,} are read at once; "
            "paste fewer lines"
        )
    return text


def _is_on(value: str) -> bool:
    return value.strip().lower() not in {"", "0", "no", "off", "false"}


def _heading(text: str) -> float | None:
    if not text:
        return None
    try:
        heading = float(text)
    except ValueError:
        heading = -1
    if not 0 <= heading <= FULL_CIRCLE:
        raise BadRequest("the heading is not a number of degrees from 0 to 360")
    return heading
