"""Grid references with letters: of Great Britain, and of Ireland."""

import re

from glocbot.convert.grids.national import IRISH, OSGB, Grid, reading_of
from glocbot.convert.reading import COPY_AGAIN, Reading, Refused

_ALPHABET = "ABCDEFGHJKLMNOPQRSTUVWXYZ"
#: The squares of 500 km that have land, each with its metres to the east and north.
_BIG_SQUARES = {"S": (0, 0), "T": (500, 0), "N": (0, 500), "O": (500, 500), "H": (0, 1000)}
#: The squares of 100 km that have land: the second letters behind each first.
_SECOND_LETTERS = {
    "S": "VWXYZURSTMNOPJHKCDE",
    "T": "VRQLMGFA",
    "O": "V",
    "N": "ZYXWRSTUONMLFGHJKDCBA",
    "H": "WXYZUTP",
}
_LAND = frozenset(big + small for big, smalls in _SECOND_LETTERS.items() for small in smalls)
_BRITISH = re.compile(
    r"([HNOST][A-HJ-Z]) ?([0-9]{2,5}) ([0-9]{2,5})|([HNOST][A-HJ-Z]) ?([0-9]{4,10})"
)
_IRISH = re.compile(r"([A-HJ-Z]) ?([0-9]{2,5}) ([0-9]{2,5})|([A-HJ-Z]) ?([0-9]{4,10})")
_NAMED = re.compile(
    rf"(?:(?P<british>{OSGB.names})|(?P<irish>{IRISH.names}))\b ?[:=]? ?(?P<rest>.+)",
    re.IGNORECASE,
)
#: Digits of each half from which a reference without its name is none of a product or a page.
_LEAST_DIGITS = 3
_LEAST_IRISH_DIGITS = 4
_DIRECTIONS = frozenset("NSEW")


def read_lettered(text: str) -> Reading | None:
    """Read `TQ 30034 80381` of Great Britain and `O 15904 34671` of Ireland.

    Without its name a reference needs three digits for east and north, an Irish one four.

    Raises:
        Refused: when it is named and is no reference, or pyproj is not installed.
    """
    named = _NAMED.fullmatch(text.strip())
    plain = (named["rest"] if named else text).strip().upper()
    plain = re.sub(r"\s++", " ", plain)
    british, irish = _BRITISH.fullmatch(plain), _IRISH.fullmatch(plain)
    if british and (named is None or named["british"]):
        return _square(british, OSGB, named=named is not None)
    if irish and (named is None or named["irish"]):
        return _square(irish, IRISH, named=named is not None)
    return None


def _square(match: re.Match[str], grid: Grid, *, named: bool) -> Reading | None:
    letters = match[1] or match[4]
    digits = (match[2] + match[3]) if match[1] else match[5]
    uneven = match[1] is not None and len(match[2]) != len(match[3])
    if not named and (uneven or len(digits) % 2 or _is_doubtful(letters, digits)):
        return None
    if uneven or len(digits) % 2:
        raise Refused(
            f"the grid reference {match.group()} has not as many digits for east as for north",
            COPY_AGAIN,
        )
    corner = _british_corner(letters) if grid is OSGB else _corner(letters)
    if corner is None:
        raise Refused(f"{letters} is no square of the {grid.name}", COPY_AGAIN)
    half = len(digits) // 2
    size = 10.0 ** (5 - half)
    east = corner[0] * 1000 + int(digits[:half]) * size + size / 2
    north = corner[1] * 1000 + int(digits[half:]) * size + size / 2
    if half == 5:  # a point to the metre
        east, north = east - size / 2, north - size / 2
    return reading_of(grid, east, north, square=size)


def _is_doubtful(letters: str, digits: str) -> bool:
    if len(letters) == 2:
        return letters not in _LAND or len(digits) < 2 * _LEAST_DIGITS
    return letters in _DIRECTIONS or len(digits) < 2 * _LEAST_IRISH_DIGITS


def _corner(letter: str) -> tuple[int, int]:
    """Return the south-western corner of a square in a block of five by five, in kilometres."""
    row, column = divmod(_ALPHABET.index(letter), 5)
    return column * 100, (4 - row) * 100


def _british_corner(letters: str) -> tuple[int, int] | None:
    big = _BIG_SQUARES.get(letters[0])
    if big is None or letters not in _LAND:
        return None
    east, north = _corner(letters[1])
    return big[0] + east, big[1] + north
