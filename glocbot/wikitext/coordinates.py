"""Templates' parameters that hold coordinates.

This only notices that a page has coordinates. What they are is not read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mwparserfromhell.nodes import Template

from glocbot.location import MAX_LATITUDE, MAX_LONGITUDE
from glocbot.wikitext.names import normal_title
from glocbot.wikitext.parse import plain_value

#: Parameters that say where the camera was, or where the subject is, by their name alone, so that
#: any value counts (docs/facts.md §1.3).
_CAMERA = frozenset({"camera coord", "camera coords", "camera coordinates", "camera location"})
_OBJECT = frozenset({"object coord", "object coords", "object coordinates"})
#: Parameters that do not say of what their coordinates are. They count with coordinates as value.
_LATITUDE = frozenset({"lat", "latitude"})
_LONGITUDE = frozenset({"lon", "long", "lng", "longitude"})
_BOTH = frozenset({"coord", "coords", "coordinate", "coordinates"})
_ALL = _CAMERA | _OBJECT | _LATITUDE | _LONGITUDE | _BOTH
#: What every one of these parameters has in its name, however it is written.
_NAMED = re.compile(
    r"\|[\s_]*(?:lat|latitude|lon|long|lng|longitude|(?:camera[\s_]+|object[\s_]+)?"
    r"(?:coord|coords|coordinates?|location))[\s_]*=",
    re.IGNORECASE,
)
#: A number with what may stand around it in a coordinate: degrees, minutes and seconds, and the
#: letters of the compass, among them those of German, French and Spanish for east and west.
_NUMBER = r"[-+\u2212]?[0-9]+(?:\.[0-9]+)?"
_ANGLES = re.compile(
    rf"[NSEWO]?\s*{_NUMBER}(?:[\s,;/°º˚'\u2019\u2032\"\u201d\u2033NSEWO]+{_NUMBER})*"
    r"[\s,;/°º˚'\u2019\u2032\"\u201d\u2033NSEWO]*",
    re.IGNORECASE,
)
_DECIMAL_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")


@dataclass(frozen=True, slots=True)
class GivenCoordinates:
    """What coordinates stand in the parameters of one template.

    Attributes:
        camera: a parameter for the camera's is filled.
        subject: a parameter for the subject's is filled.
        unclear: a value is coordinates in range, and nothing says of what.
    """

    camera: bool
    subject: bool
    unclear: bool


def may_have_parameters(text: str) -> bool:
    """Tell, without parsing, whether a text may have one of these parameters."""
    return _NAMED.search(text) is not None


def given_coordinates(template: Template, *, positioned: bool) -> GivenCoordinates:
    """Read the coordinates in a template's own parameters, not in those of templates in them.

    Args:
        template: as it is used.
        positioned: whether its latitude and longitude are the camera's.
    """
    values = _filled(template)
    has_both = not (_LATITUDE.isdisjoint(values) or _LONGITUDE.isdisjoint(values))
    return GivenCoordinates(
        camera=not _CAMERA.isdisjoint(values) or (positioned and has_both),
        subject=not _OBJECT.isdisjoint(values),
        unclear=any(_is_coordinate(name, value) for name, value in values.items()),
    )


def _filled(template: Template) -> dict[str, str]:
    """Return the parameters above that have a value, their names in lower case."""
    values = {}
    for param in template.params:
        name = normal_title(str(param.name)).lower()
        if name in _ALL and (value := plain_value(param.value)):
            values[name] = value
    return values


def _is_coordinate(name: str, value: str) -> bool:
    spellings = (value, _DECIMAL_COMMA.sub(".", value))
    readings = [_numbers(spelling) for spelling in spellings]
    if name in _LATITUDE:
        return any(_is_angle(numbers, MAX_LATITUDE) for numbers in readings)
    if name in _LONGITUDE:
        return any(_is_angle(numbers, MAX_LONGITUDE) for numbers in readings)
    return name in _BOTH and any(map(_is_pair, readings))


def _numbers(value: str) -> list[float]:
    """Read a value's numbers; none where it has anything beside coordinates."""
    if not _ANGLES.fullmatch(value):
        return []
    return [float(number.replace("\u2212", "-")) for number in re.findall(_NUMBER, value)]


def _is_angle(numbers: Sequence[float], limit: float) -> bool:
    """Tell whether numbers are degrees in range, with minutes and seconds or without."""
    if not 1 <= len(numbers) <= 3:
        return False
    degrees, *parts = numbers
    return abs(degrees) <= limit and all(0 <= part < 60 for part in parts)


def _is_pair(numbers: Sequence[float]) -> bool:
    """Tell whether numbers are a latitude and a longitude, in either order."""
    if len(numbers) % 2:
        return False
    halves = numbers[: len(numbers) // 2], numbers[len(numbers) // 2 :]
    return any(
        _is_angle(latitude, MAX_LATITUDE) and _is_angle(longitude, MAX_LONGITUDE)
        for latitude, longitude in (halves, halves[::-1])
    )
