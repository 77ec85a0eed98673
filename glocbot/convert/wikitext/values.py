"""The values of a template that stand in the order of `{{Location}}` or `{{coord}}`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from glocbot.convert.reading import EXAMPLE, PASTE_COORDINATES, Reading, Refused, written_step
from glocbot.convert.text.notations import read_text
from glocbot.location import FULL_CIRCLE, sexagesimal

LETTERS = frozenset("NSEW")

_NUMBER = re.compile(r"[+-]?[0-9]++(?:\.[0-9]++)?")
_PLAIN = re.compile(r"[0-9]++(?:\.[0-9]++)?")
_DECIMAL_COMMA = re.compile(r"([+-]?[0-9]++),([0-9]++)")
_BETWEEN_ATTRIBUTES = re.compile(r"[_\s]++")
#: `48/12/30/N` of German and French templates, and `48_12_30_N_16_22_19_E` of Portuguese ones.
_IN_ONE = re.compile(
    r"[0-9.]++(?:[/_][0-9.]*+){0,2}[/_][NSEW](?:_[0-9.]++(?:_[0-9.]*+){0,2}_[EW](?:_.*)?)?",
    re.IGNORECASE | re.DOTALL,
)
#: A coordinate as people write it, which is more than one number or has marks.
_WRITTEN_OUT = re.compile(r"[+-]?[0-9].*[°º'′’\"″”NSEWnsew]", re.DOTALL)

#: GeoHack's names for headings that are no number.
_WINDS = (
    *("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE"),
    *("S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"),
)


@dataclass(frozen=True, slots=True)
class Angle:
    """A latitude or longitude.

    Attributes:
        degrees: signed.
        step: degrees by which its last written digit changes it.
    """

    degrees: float
    step: float


def read_values(values: Sequence[str]) -> Reading:
    """Read `48.2, 16.3, attributes`, or `48, 12, 30, N, 16, 22, 19, E, attributes`.

    Each coordinate may also be one value, `48/12/30/N` or `48°12′30″ N`.

    Raises:
        Refused: when they are neither, another globe is meant, or a number is out of range.
    """
    values = [part for value in map(_written, values) for part in _taken_apart(value)]
    written_out = _written_out(values)
    if written_out is not None:
        return _with_attributes(*written_out)
    letters = [i for i, value in enumerate(values) if value.upper() in LETTERS]
    latitude, longitude, used = _lettered(values, letters) if letters else _decimal(values)
    reading = Reading.at(
        latitude.degrees, longitude.degrees, step=max(latitude.step, longitude.step)
    )
    return _with_attributes(reading, values[used:])


def _written(value: str) -> str:
    """Write a minus and a decimal comma the one way: between bars a comma separates nothing."""
    return _DECIMAL_COMMA.sub(r"\1.\2", value.replace("−", "-").strip(), count=1)


def _taken_apart(value: str) -> list[str]:
    return re.split("[/_]", value) if _IN_ONE.fullmatch(value) else [value]


def _written_out(values: Sequence[str]) -> tuple[Reading, Sequence[str]] | None:
    """Read coordinates that are written as in a text, both in one value or each in its own."""
    used = 0
    for value in values[:2]:
        used += bool(_WRITTEN_OUT.fullmatch(value) and not _NUMBER.fullmatch(value))
    if not used or not _WRITTEN_OUT.fullmatch(values[0]):
        return None
    return read_text(" ".join(values[:used])), values[used:]


def _with_attributes(reading: Reading, values: Sequence[str]) -> Reading:
    """Take the heading from what follows the coordinates; refuse another globe and more numbers."""
    if any(_NUMBER.fullmatch(value) for value in values):
        raise Refused(
            "a further number follows the two coordinates, or letters N, S, E, W are missing",
            PASTE_COORDINATES,
        )
    attributes = _attributes(values)
    globe = attributes.get("globe", "earth") or "earth"
    if globe.casefold() != "earth":
        raise Refused(
            f"the coordinates are on another globe, {globe}",
            f"only positions on the Earth have a {{{{Location}}}}, such as {EXAMPLE}",
        )
    return reading.turned(_heading(attributes.get("heading", "")))


def read_function(values: Sequence[str]) -> Reading:
    """Read what GeoData reads more than templates do: `primary` anywhere, and numbers alone.

    Its manual is https://www.mediawiki.org/wiki/Extension:GeoData. Four or six numbers are degrees,
    minutes and seconds, with the sign at the degrees; here they get the letters of a template.

    Raises:
        Refused: as `read_values`.
    """
    given = [_written(value) for value in values]
    given = [value for value in given if value and value.casefold() != "primary"]
    numbers = next((i for i, v in enumerate(given) if not _NUMBER.fullmatch(v)), len(given))
    if numbers not in {4, 6} or any(value.upper() in LETTERS for value in given):
        return read_values(given)
    halves = given[: numbers // 2], given[numbers // 2 : numbers]
    lettered: list[str] = []
    for half, positive, negative in zip(halves, "NE", "SW", strict=True):
        letter = negative if half[0].startswith("-") else positive
        lettered += [half[0].lstrip("+-"), *half[1:], letter]
    return read_values([*lettered, *given[numbers:]])


def _decimal(values: Sequence[str]) -> tuple[Angle, Angle, int]:
    numbers = [value for value in values[:2] if _NUMBER.fullmatch(value)]
    if len(numbers) != 2:
        raise Refused(
            "the template has no two coordinates in decimal degrees, and no letters N, S, E, W for "
            "degrees, minutes and seconds",
            PASTE_COORDINATES,
        )
    return angle(numbers[:1], ""), angle(numbers[1:], ""), 2


def _lettered(values: Sequence[str], letters: list[int]) -> tuple[Angle, Angle, int]:
    if len(letters) != 2:
        raise Refused(
            "the template needs one letter N or S and one E or W after the degrees",
            PASTE_COORDINATES,
        )
    first, second = letters
    if values[first].upper() not in {"N", "S"} or values[second].upper() not in {"E", "W"}:
        raise Refused(
            "the template needs the latitude with N or S first and then the longitude with E or W",
            PASTE_COORDINATES,
        )
    if second - first - 1 != first:
        raise Refused(
            f"the template has {first} numbers for the latitude and {second - first - 1} for the "
            "longitude, so one is missing",
            PASTE_COORDINATES,
        )
    latitude = angle(values[:first], values[first])
    return latitude, angle(values[first + 1 : second], values[second]), second + 1


def angle(parts: Sequence[str], letter: str) -> Angle:
    """Read one to three parts; empty minutes or seconds are 0, as the templates have it.

    A sign at the degrees may stand beside its letter, as in GeoHack's `-77.03_E`, which is west.

    Raises:
        Refused: when they are no degrees, minutes and seconds.
    """
    filled = [part or ("0" if i else "") for i, part in enumerate(parts)]
    negative = filled[:1] and filled[0].startswith("-")
    if letter and filled:
        filled[0] = filled[0].lstrip("+-") if len(filled) == 1 else filled[0]
    pattern = _PLAIN if letter else _NUMBER
    if not 1 <= len(filled) <= 3 or not all(map(pattern.fullmatch, filled)):
        raise Refused(
            f"{', '.join(parts) or 'nothing'} is not degrees, minutes and seconds",
            PASTE_COORDINATES,
        )
    numbers = [abs(float(part)) for part in filled]
    wrong = ""
    if any(number % 1 and any(numbers[i + 1 :]) for i, number in enumerate(numbers)):
        wrong = "a fraction before the last part"
    if any(number >= 60 for number in numbers[1:]):
        wrong = "minutes or seconds that are not below 60"
    if wrong:
        raise Refused(f"{', '.join(parts)} has {wrong}", PASTE_COORDINATES)
    return Angle(
        _signed(sexagesimal(*numbers), letter, negative=bool(negative)), written_step(*filled)
    )


def _signed(size: float, letter: str, *, negative: bool) -> float:
    """Give a size its sign.

    Raises:
        Refused: when a minus stands beside S or W, where it may repeat or reverse the letter.
    """
    if negative and letter.upper() in {"S", "W"}:
        raise Refused(
            f"a minus and the letter {letter.upper()} are both written, and it is not clear "
            "whether one repeats or reverses the other",
            PASTE_COORDINATES,
        )
    return -size if negative or letter.upper() in {"S", "W"} else size


def _attributes(values: Sequence[str]) -> dict[str, str]:
    """Read `source:exif_heading:142`, as GeoHack's parameters have it."""
    pairs: dict[str, str] = {}
    for value in values:
        for part in _BETWEEN_ATTRIBUTES.split(value.strip().casefold()):
            name, _, content = part.partition(":")
            pairs.setdefault(name.strip(), content.strip())
    return pairs


def _heading(value: str) -> float | None:
    """Read a heading in degrees or as one of the 16 winds; `?` says that it is unknown."""
    if value.upper() in _WINDS:
        return _WINDS.index(value.upper()) * FULL_CIRCLE / len(_WINDS)
    number = value.removesuffix("°")
    if not _PLAIN.fullmatch(number) or float(number) > FULL_CIRCLE:
        return None
    return float(number)
