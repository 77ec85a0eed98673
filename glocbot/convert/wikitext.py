"""Templates and parser functions that hold coordinates, GeoHack's parameters, and WKT."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from glocbot.convert.answer import EXAMPLE, Answer, Refused, answer
from glocbot.convert.text.coordinate import SIXTY
from glocbot.location import FULL_CIRCLE, Location
from glocbot.template import location_template

LETTERS: Final = frozenset("NSEW")

#: docs/facts.md §1.2; compared without regard to case, spaces or underscores.
CAMERA: Final = frozenset(
    {
        "location",
        "locationdec",
        "locationdms",
        "locationdecimal",
        "cameralocation",
        "cameralocationdec",
        "koordynaty",
    }
)
OBJECT: Final = frozenset({"objectlocation", "objectlocationdec", "objectlocationdms"})
FUNCTION: Final = "#coordinates:"
OTHER: Final = frozenset({"coord", "coordinates", "coor", "coorddms", "coorddec", FUNCTION})

OBJECT_NOTE: Final = (
    "the template was for the location of the object: use it only if the camera stood there too"
)

TEMPLATE: Final = re.compile(r"\{\{([^{}]*+)\}\}", re.DOTALL)
NAME: Final = re.compile(r"\s*+(?:template:|t:|10:)?\s*+(#coordinates:|[^|#]*+)", re.IGNORECASE)
NUMBER: Final = re.compile(r"[+-]?[0-9]++(?:\.[0-9]++)?")
PLAIN: Final = re.compile(r"[0-9]++(?:\.[0-9]++)?")
DECIMAL_COMMA: Final = re.compile(r"([+-]?[0-9]++),([0-9]++)")
BETWEEN_ATTRIBUTES: Final = re.compile(r"[_\s]++")

GEOHACK: Final = re.compile(
    r"(?:params=)?([0-9.+-]++(?:_[0-9.]*+){0,2}_?[NSEW]?[_;].*+)", re.DOTALL
)

WKT: Final = re.compile(
    r"(?:<http://www\.wikidata\.org/entity/(Q[0-9]++)>\s*+|SRID=([0-9]++);\s*+)?"
    r"POINT\s*+\(\s*+([+-]?[0-9.]++)\s++([+-]?[0-9.]++)\s*+\)",
    re.IGNORECASE,
)
EXAMPLE_LOCATION: Final = Location(*map(float, EXAMPLE.split(", ")))
EARTH: Final = "Q2"
WGS84: Final = "4326"

WINDS: Final = (
    *("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE"),
    *("S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"),
)


def read_wikitext(text: str) -> Answer | None:
    """Read one template or parser function with coordinates, and its heading.

    Raises:
        Refused: when it holds none, or they are not of the Earth.
    """
    plain = _uncommented(text).strip()
    match = TEMPLATE.fullmatch(plain)
    if match is None:
        if plain.startswith("{{"):
            raise Refused(
                "this is not one whole template; paste only the one with the coordinates, such as "
                f"{location_template(EXAMPLE_LOCATION)}"
            )
        return None
    found = NAME.match(match[1])
    name = re.sub(r"[\s_]++", "", found[1]).casefold() if found else ""
    if found is None or name not in CAMERA | OBJECT | OTHER:
        raise Refused(
            f"{{{{{name}}}}} is not a template with coordinates that is known here; paste the "
            f"coordinates alone, such as {EXAMPLE}"
        )
    values = _values(match[1][found.end() :].removeprefix("|"))
    given = _read_function(values) if name == FUNCTION else read_values(values)
    return given.noting(OBJECT_NOTE) if name in OBJECT else given


def _uncommented(text: str) -> str:
    """Leave out comments; one that does not end goes on to the end, as MediaWiki has it."""
    before, *behind = text.split("<!--")
    return before + "".join(piece.partition("-->")[2] for piece in behind)


def _values(arguments: str) -> list[str]:
    """Give the positional values, in order, then the named ones as `name:value`."""
    numbered: dict[int, str] = {}
    named: list[str] = []
    position = 0
    for part in arguments.split("|"):
        name, equals, value = part.partition("=")
        if not equals:
            position += 1
            numbered[position] = part.strip()
        elif name.strip().isdecimal() and name.strip().isascii():
            numbered[int(name)] = value.strip()
        else:
            named.append(f"{name.strip().casefold()}:{value.strip()}")
    return [*(numbered[i] for i in sorted(numbered)), *named]


def _read_function(values: Sequence[str]) -> Answer:
    """Read what GeoData reads more than templates do: `primary` anywhere, and numbers alone.

    Its manual is https://www.mediawiki.org/wiki/Extension:GeoData. Four or six numbers are degrees,
    minutes and seconds, with the sign at the degrees; here they get the letters of a template.
    """
    given = [_written(value) for value in values if value and value.casefold() != "primary"]
    numbers = next((i for i, v in enumerate(given) if not NUMBER.fullmatch(v)), len(given))
    if numbers not in {4, 6} or any(value.upper() in LETTERS for value in given):
        return read_values(given)
    halves = given[: numbers // 2], given[numbers // 2 : numbers]
    lettered: list[str] = []
    for half, positive, negative in zip(halves, "NE", "SW", strict=True):
        letter = negative if half[0].startswith("-") else positive
        lettered += [half[0].lstrip("+-"), *half[1:], letter]
    return read_values([*lettered, *given[numbers:]])


@dataclass(frozen=True, slots=True)
class _Angle:
    degrees: float
    step: float


def read_values(values: Sequence[str]) -> Answer:
    """Read `48.2, 16.3, attributes`, or `48, 12, 30, N, 16, 22, 19, E, attributes`.

    Raises:
        Refused: when they are neither, another globe is meant, or a number is out of range.
    """
    values = [_written(value) for value in values]
    letters = [i for i, value in enumerate(values) if value.upper() in LETTERS]
    if letters:
        latitude, longitude, used = _lettered(values, letters)
    else:
        latitude, longitude, used = _decimal(values)
    if any(NUMBER.fullmatch(value) for value in values[used:]):
        raise Refused(
            "a further number follows the two coordinates, or letters N, S, E, W are missing; "
            f"paste coordinates such as {EXAMPLE}"
        )
    attributes = _attributes(values[used:])
    globe = attributes.get("globe", "earth") or "earth"
    if globe.casefold() != "earth":
        raise Refused(
            f"the coordinates are on another globe, {globe}; only positions on the Earth have a "
            f"{{{{Location}}}}, such as {EXAMPLE}"
        )
    return answer(
        latitude.degrees,
        longitude.degrees,
        heading=_heading(attributes.get("heading", "")),
        step=max(latitude.step, longitude.step),
    )


def _decimal(values: Sequence[str]) -> tuple[_Angle, _Angle, int]:
    numbers = [value for value in values[:2] if NUMBER.fullmatch(value)]
    if len(numbers) != 2:  # noqa: PLR2004
        raise Refused(
            "the template has no two coordinates in decimal degrees, and no letters N, S, E, W for "
            f"degrees, minutes and seconds; paste coordinates such as {EXAMPLE}"
        )
    return _angle(numbers[:1], ""), _angle(numbers[1:], ""), 2


def _written(value: str) -> str:
    """Write a minus and a decimal comma the one way: between bars a comma separates nothing."""
    return DECIMAL_COMMA.sub(r"\1.\2", value.replace("−", "-").strip(), count=1)


def _lettered(values: Sequence[str], letters: list[int]) -> tuple[_Angle, _Angle, int]:
    if len(letters) != 2:  # noqa: PLR2004
        raise Refused(
            "the template needs one letter N or S and one E or W after the degrees; paste "
            f"coordinates such as {EXAMPLE}"
        )
    first, second = letters
    if values[first].upper() not in {"N", "S"} or values[second].upper() not in {"E", "W"}:
        raise Refused(
            "the template needs the latitude with N or S first and the longitude with E or W "
            f"second; paste coordinates such as {EXAMPLE}"
        )
    if second - first - 1 != first:
        raise Refused(
            f"the template has {first} numbers for the latitude and {second - first - 1} for the "
            f"longitude, so one is missing; paste coordinates such as {EXAMPLE}"
        )
    latitude = _angle(values[:first], values[first])
    return latitude, _angle(values[first + 1 : second], values[second]), second + 1


def _angle(parts: Sequence[str], letter: str) -> _Angle:
    """Read one to three parts; empty minutes or seconds are 0, as the templates have it."""
    filled = [part or ("0" if i else "") for i, part in enumerate(parts)]
    pattern = PLAIN if letter else NUMBER
    if not 1 <= len(filled) <= 3 or not all(map(pattern.fullmatch, filled)):  # noqa: PLR2004
        raise Refused(
            f"{', '.join(parts) or 'nothing'} is not degrees, minutes and seconds; paste "
            f"coordinates such as {EXAMPLE}"
        )
    numbers = [abs(float(part)) for part in filled]
    split = any(number % 1 and any(numbers[i + 1 :]) for i, number in enumerate(numbers))
    wrong = "a fraction before the last part" if split else ""
    if any(number >= SIXTY for number in numbers[1:]):
        wrong = "minutes or seconds that are not below 60"
    if wrong:
        raise Refused(f"{', '.join(parts)} has {wrong}; paste coordinates such as {EXAMPLE}")
    size = sum(number / SIXTY**i for i, number in enumerate(numbers))
    negative = letter.upper() in {"S", "W"} or filled[0].startswith("-")
    step = 10.0 ** -len(filled[-1].partition(".")[2]) / SIXTY ** (len(filled) - 1)
    return _Angle(-size if negative else size, step)


def _attributes(values: Sequence[str]) -> dict[str, str]:
    """Read `source:exif_heading:142`, as GeoHack's parameters have it."""
    pairs: dict[str, str] = {}
    for value in values:
        for part in BETWEEN_ATTRIBUTES.split(value.strip().casefold()):
            name, _, content = part.partition(":")
            pairs.setdefault(name.strip(), content.strip())
    return pairs


def _heading(value: str) -> float | None:
    """Read a heading in degrees or as one of the 16 winds; `?` says that it is unknown."""
    if value.upper() in WINDS:
        return WINDS.index(value.upper()) * FULL_CIRCLE / len(WINDS)
    number = value.removesuffix("°")
    if not PLAIN.fullmatch(number) or float(number) > FULL_CIRCLE:
        return None
    return float(number)


def read_geohack(text: str) -> Answer | None:
    """Read GeoHack's `params=48_12_30_N_16_22_19_E_type:landmark`, or `48.2;16.3_…`.

    Raises:
        Refused: when they are not two coordinates on the Earth.
    """
    match = GEOHACK.fullmatch(text.strip())
    # Without params= only its letters tell it from anything else with underscores.
    if match is None or not (text.startswith("params=") or re.search("_[NS]_.*_[EW]", text)):
        return None
    return read_values(match[1].replace(";", "_").split("_"))


def read_wkt(text: str) -> Answer | None:
    """Read WKT, `Point(16.37208 48.20849)`, as Wikidata's query service writes it: longitude first.

    Raises:
        Refused: when it is on another globe.
    """
    match = WKT.fullmatch(text.strip())
    if match is None:
        return None
    if (match[1] or EARTH).upper() != EARTH or (match[2] or WGS84) != WGS84:
        raise Refused(
            f"the point is on another globe or in another reference system, "
            f"{match[1] or match[2]}; paste WGS 84 coordinates on the Earth, such as {EXAMPLE}"
        )
    return read_values([match[4], match[3]])
