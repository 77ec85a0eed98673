"""Lists of a photo's metadata, as exiftool, exiv2, ImageMagick, jhead and galleries print them."""

import re
from collections.abc import Iterator

from glocbot.convert.reading import PASTE_COORDINATES, Reading, Refused
from glocbot.convert.text.coordinate import Coordinate, coordinate
from glocbot.convert.text.signs import clean
from glocbot.convert.text.tokens import COMMA_SEPARATES, SOUTH_OR_SECONDS, Token, cut
from glocbot.convert.text.words import TokenKind
from glocbot.location import FULL_CIRCLE

#: A name, then a colon, an equals sign, a bar, a tab or several blanks, then a value.
_LINE = re.compile(
    r"\s*+\[?(?:(?:exif|xmp|iptc|icc|date|jpeg):)?([^:=|\t\]]{1,60}?)\]?"
    r"(?:\s*+[:=|]\s*+|\t\s*+|[ ]{2,}+)(\S.*+)",
    re.IGNORECASE,
)
#: exiv2 puts the type and the count between them.
_EXIV2 = re.compile(r"(?:Ascii|Rational|Byte|SRational|Short)\s++[0-9]++\s++")
#: Names say what they mean at their end: GPSLatitude, Exif.GPSInfo.GPSLatitude, kMDItemLatitude.
_NAME = re.compile(
    r"(?:.*[^a-z])?(?:exif|xmp|gps|kmditem|composite)*(latitude|longitude|imgdirection|lat|lon|long"
    r"|lng|breitengrad|längengrad)(ref)?"
)
_FRACTION = re.compile(r"([0-9]{1,10})/([0-9]{1,10})")
_NUMBERS = re.compile(r"[+-]?[0-9]++(?:\.[0-9]++)?(?:[;,\s]++[0-9]++(?:\.[0-9]++)?){2}")

#: Windows shows no hemisphere, and a negative number never.
_NO_DIRECTION_NOTE = (
    "the list does not say whether the position is north or south, east or west: it was read as "
    "north and east, so check it on a map"
)


def read_listing(text: str) -> Reading | None:
    """Read a list of names and values with a latitude and a longitude among them.

    Lines without coordinates may stand there too, as the list is of the whole file.

    Raises:
        Refused: when only one of the two is there, or a value is no coordinate.
    """
    lines = [line for line in text.splitlines() if line.strip(" -")]
    if len(lines) < 2:
        return None
    values: dict[str, str] = {}
    for name, value in _values(lines):
        other = values.setdefault(name, value)
        if other != value:
            raise Refused(f"the list has two different values for the {name}", PASTE_COORDINATES)
    if not {"latitude", "longitude"} & set(values):
        return None
    if not {"latitude", "longitude"} <= set(values):
        raise Refused("the list has only one of latitude and longitude", PASTE_COORDINATES)
    return _reading(values)


def _values(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Return what the lines say of the position; nothing where one is no name and value."""
    found: list[tuple[str, str]] = []
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None:
            return
        name = re.sub(r"[\s_\-]++", "", match[1].casefold())
        known = _NAME.fullmatch(name)
        if known is not None:
            axis = {"lat": "latitude", "breitengrad": "latitude", "imgdirection": "direction"}
            key = axis.get(known[1], known[1])
            key = "longitude" if key in {"lon", "long", "lng", "längengrad"} else key
            value = _EXIV2.sub("", match[2], count=1).strip().strip('",;')
            found.append((key + (known[2] or ""), value))
    yield from found


def _reading(values: dict[str, str]) -> Reading | None:
    latitude = _coordinate(values["latitude"], values.get("latituderef", ""))
    longitude = _coordinate(values["longitude"], values.get("longituderef", ""))
    if latitude is None or longitude is None:
        return None
    if latitude.axis == "longitude" or longitude.axis == "latitude":
        raise Refused("the latitude and the longitude are mixed up", PASTE_COORDINATES)
    undirected = latitude.parts > 1 and latitude.axis is None and longitude.axis is None
    return Reading.at(
        latitude.degrees,
        longitude.degrees,
        heading=_heading(values),
        step=max(latitude.step, longitude.step),
        notes=(_NO_DIRECTION_NOTE,) if undirected else (),
    )


def _coordinate(value: str, reference: str) -> Coordinate | None:
    """Read one value; rationals such as `3056/100` are worked out first."""
    plain = _FRACTION.sub(_divided, clean(value)).strip("[]() ")
    if _NUMBERS.fullmatch(plain):
        plain = re.sub(r"[;,\s]++", " ", plain)
    letter = reference.strip(" '\"")[:1].casefold()
    if letter and letter not in "nsew":
        return None
    tokens = [_settled(token) for token in cut(plain, COMMA_SEPARATES)]
    if letter and not any(token.kind is TokenKind.LETTER for token in tokens):
        tokens.append(Token(TokenKind.LETTER, letter, text=letter))
    if any(t.kind in {TokenKind.WORD, TokenKind.SYMBOL, TokenKind.SEPARATOR} for t in tokens):
        return None
    return coordinate(tuple(t for t in tokens if t.kind is not TokenKind.KNOWN))


def _settled(token: Token) -> Token:
    """Take a small s for seconds, as jhead writes it, and a capital one for south."""
    if token.value != SOUTH_OR_SECONDS:
        return token
    if token.text == "s":
        return token._replace(value="s")
    return token._replace(kind=TokenKind.LETTER, value="s")


def _divided(match: re.Match[str]) -> str:
    number, divisor = int(match[1]), int(match[2])
    return f"{number / divisor:.10f}".rstrip("0").rstrip(".") if divisor else match[0]


def _heading(values: dict[str, str]) -> float | None:
    """Read the direction, where the list says that it counts from true north."""
    direction = _FRACTION.sub(_divided, values.get("direction", ""))
    is_true = values.get("directionref", "").strip().casefold() in {"t", "true north", "true"}
    if not is_true or not re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,10})?", direction):
        return None
    return float(direction) if float(direction) <= FULL_CIRCLE else None
