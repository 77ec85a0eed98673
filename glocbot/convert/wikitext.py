"""Templates and parser functions that hold coordinates, GeoHack's parameters, and WKT."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from glocbot.convert.reading import EXAMPLE, PASTE_COORDINATES, Reading, Refused, written_step
from glocbot.location import FULL_CIRCLE, Location, sexagesimal
from glocbot.template import location_template
from glocbot.wikitext.names import COMMONS_NAMES

_LETTERS = frozenset("NSEW")


def _compared(name: str) -> str:
    """Write a template's name without case, blanks and underscores: people paste many spellings."""
    return re.sub(r"[\s_]++", "", name).casefold()


_CAMERA = frozenset(map(_compared, COMMONS_NAMES.location))
_OBJECT = frozenset(map(_compared, COMMONS_NAMES.object_location))
_FUNCTION = "#coordinates:"
_OTHER = frozenset({"coord", "coordinates", "coor", "coorddms", "coorddec", _FUNCTION})

_OBJECT_NOTE = (
    "the template was for the location of the object: use it only if the camera stood there too"
)

_TEMPLATE = re.compile(r"\{\{([^{}]*+)\}\}", re.DOTALL)
_NAME = re.compile(r"\s*+(?:template:|t:|10:)?\s*+(#coordinates:|[^|#]*+)", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?[0-9]++(?:\.[0-9]++)?")
_PLAIN = re.compile(r"[0-9]++(?:\.[0-9]++)?")
_DECIMAL_COMMA = re.compile(r"([+-]?[0-9]++),([0-9]++)")
_BETWEEN_ATTRIBUTES = re.compile(r"[_\s]++")

_GEOHACK = re.compile(r"(?:params=)?([0-9.+-]++(?:_[0-9.]*+){0,2}_?[NSEW]?[_;].*+)", re.DOTALL)

_WKT = re.compile(
    r"(?:<http://www\.wikidata\.org/entity/(Q[0-9]++)>\s*+|SRID=([0-9]++);\s*+)?"
    r"POINT\s*+\(\s*+([+-]?[0-9.]++)\s++([+-]?[0-9.]++)\s*+\)",
    re.IGNORECASE,
)
_EXAMPLE_LOCATION = Location(*map(float, EXAMPLE.split(", ")))
_EARTH = "Q2"
_WGS84 = "4326"

_WINDS = (
    *("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE"),
    *("S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"),
)


def read_wikitext(text: str) -> Reading | None:
    """Read one template or parser function with coordinates, and its heading.

    Raises:
        Refused: when it holds none, or they are not of the Earth.
    """
    plain = _uncommented(text).strip()
    match = _TEMPLATE.fullmatch(plain)
    if match is None:
        if plain.startswith("{{"):
            raise Refused(
                "this is not one whole template",
                "paste only the one with the coordinates, such as "
                f"{location_template(_EXAMPLE_LOCATION)}",
            )
        return None
    found = _NAME.match(match[1])
    name = _compared(found[1]) if found else ""
    if found is None or name not in _CAMERA | _OBJECT | _OTHER:
        raise Refused(
            f"{{{{{name}}}}} is not a template with coordinates that is known here",
            f"paste the coordinates alone, such as {EXAMPLE}",
        )
    values = _values(match[1][found.end() :].removeprefix("|"))
    given = _read_function(values) if name == _FUNCTION else read_values(values)
    return given.noting(_OBJECT_NOTE) if name in _OBJECT else given


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


def _read_function(values: Sequence[str]) -> Reading:
    """Read what GeoData reads more than templates do: `primary` anywhere, and numbers alone.

    Its manual is https://www.mediawiki.org/wiki/Extension:GeoData. Four or six numbers are degrees,
    minutes and seconds, with the sign at the degrees; here they get the letters of a template.
    """
    given = [_written(value) for value in values if value and value.casefold() != "primary"]
    numbers = next((i for i, v in enumerate(given) if not _NUMBER.fullmatch(v)), len(given))
    if numbers not in {4, 6} or any(value.upper() in _LETTERS for value in given):
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


def read_values(values: Sequence[str]) -> Reading:
    """Read `48.2, 16.3, attributes`, or `48, 12, 30, N, 16, 22, 19, E, attributes`.

    Raises:
        Refused: when they are neither, another globe is meant, or a number is out of range.
    """
    values = [_written(value) for value in values]
    letters = [i for i, value in enumerate(values) if value.upper() in _LETTERS]
    if letters:
        latitude, longitude, used = _lettered(values, letters)
    else:
        latitude, longitude, used = _decimal(values)
    if any(_NUMBER.fullmatch(value) for value in values[used:]):
        raise Refused(
            "a further number follows the two coordinates, or letters N, S, E, W are missing",
            PASTE_COORDINATES,
        )
    attributes = _attributes(values[used:])
    globe = attributes.get("globe", "earth") or "earth"
    if globe.casefold() != "earth":
        raise Refused(
            f"the coordinates are on another globe, {globe}",
            f"only positions on the Earth have a {{{{Location}}}}, such as {EXAMPLE}",
        )
    return Reading.at(
        latitude.degrees,
        longitude.degrees,
        heading=_heading(attributes.get("heading", "")),
        step=max(latitude.step, longitude.step),
    )


def _decimal(values: Sequence[str]) -> tuple[_Angle, _Angle, int]:
    numbers = [value for value in values[:2] if _NUMBER.fullmatch(value)]
    if len(numbers) != 2:
        raise Refused(
            "the template has no two coordinates in decimal degrees, and no letters N, S, E, W "
            "for degrees, minutes and seconds",
            PASTE_COORDINATES,
        )
    return _angle(numbers[:1], ""), _angle(numbers[1:], ""), 2


def _written(value: str) -> str:
    """Write a minus and a decimal comma the one way: between bars a comma separates nothing."""
    return _DECIMAL_COMMA.sub(r"\1.\2", value.replace("−", "-").strip(), count=1)


def _lettered(values: Sequence[str], letters: list[int]) -> tuple[_Angle, _Angle, int]:
    if len(letters) != 2:
        raise Refused(
            "the template needs one letter N or S and one E or W after the degrees",
            PASTE_COORDINATES,
        )
    first, second = letters
    if values[first].upper() not in {"N", "S"} or values[second].upper() not in {"E", "W"}:
        raise Refused(
            "the template needs the latitude with N or S first and the longitude with E or W "
            "second",
            PASTE_COORDINATES,
        )
    if second - first - 1 != first:
        raise Refused(
            f"the template has {first} numbers for the latitude and {second - first - 1} for the "
            "longitude, so one is missing",
            PASTE_COORDINATES,
        )
    latitude = _angle(values[:first], values[first])
    return latitude, _angle(values[first + 1 : second], values[second]), second + 1


def _angle(parts: Sequence[str], letter: str) -> _Angle:
    """Read one to three parts; empty minutes or seconds are 0, as the templates have it."""
    filled = [part or ("0" if i else "") for i, part in enumerate(parts)]
    pattern = _PLAIN if letter else _NUMBER
    if not 1 <= len(filled) <= 3 or not all(map(pattern.fullmatch, filled)):
        raise Refused(
            f"{', '.join(parts) or 'nothing'} is not degrees, minutes and seconds",
            PASTE_COORDINATES,
        )
    numbers = [abs(float(part)) for part in filled]
    split = any(number % 1 and any(numbers[i + 1 :]) for i, number in enumerate(numbers))
    wrong = "a fraction before the last part" if split else ""
    if any(number >= 60 for number in numbers[1:]):
        wrong = "minutes or seconds that are not below 60"
    if wrong:
        raise Refused(f"{', '.join(parts)} has {wrong}", PASTE_COORDINATES)
    size = sexagesimal(*numbers)
    negative = letter.upper() in {"S", "W"} or filled[0].startswith("-")
    return _Angle(-size if negative else size, written_step(*filled))


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


def read_geohack(text: str) -> Reading | None:
    """Read GeoHack's `params=48_12_30_N_16_22_19_E_type:landmark`, or `48.2;16.3_…`.

    Raises:
        Refused: when they are not two coordinates on the Earth.
    """
    match = _GEOHACK.fullmatch(text.strip())
    # Without params= only its letters tell it from anything else with underscores.
    if match is None or not (text.startswith("params=") or re.search("_[NS]_.*_[EW]", text)):
        return None
    return read_values(match[1].replace(";", "_").split("_"))


def read_wkt(text: str) -> Reading | None:
    """Read WKT, `Point(16.37208 48.20849)`, as Wikidata's query service writes it: longitude first.

    Raises:
        Refused: when it is on another globe.
    """
    match = _WKT.fullmatch(text.strip())
    if match is None:
        return None
    if (match[1] or _EARTH).upper() != _EARTH or (match[2] or _WGS84) != _WGS84:
        raise Refused(
            f"the point is on another globe or in another reference system, {match[1] or match[2]}",
            f"paste WGS 84 coordinates on the Earth, such as {EXAMPLE}",
        )
    return read_values([match[4], match[3]])
