"""From tokens to a latitude and a longitude; the rules by which a doubtful pair is refused."""

from glocbot.convert.reading import Refused
from glocbot.convert.text.coordinate import (
    INSTEAD,
    NUMBERS,
    PARTS,
    Coordinate,
    Tokens,
    coordinate,
)
from glocbot.convert.text.halves import halves
from glocbot.convert.text.words import TokenKind

Pair = tuple[Coordinate, Coordinate]

_DIFFERENT = "the two coordinates are written in different ways"


def read_pair(tokens: Tokens) -> Pair:
    """Read a latitude and a longitude, in this order whatever order they were written in.

    Raises:
        Refused: when the tokens are not exactly two coordinates, or not surely which is which.
    """
    heads, tokens = _headed(tokens)
    _check_dotted(tokens)
    left, right = halves(tokens)
    first, second = coordinate(left), coordinate(right)
    _check_alike(first, second)
    _check_bare(tokens)
    if first.axis is None:
        return (second, first) if heads[:1] == ("lon",) else (first, second)
    if first.axis == second.axis:
        raise Refused(f"there are two {first.axis}s and no other coordinate", INSTEAD)
    return (first, second) if first.axis == "latitude" else (second, first)


def _headed(tokens: Tokens) -> tuple[tuple[str, ...], Tokens]:
    """Take the labels of both coordinates from before them: `Lat, Lon: 48.2, 16.3`."""
    labels = [i for i, token in enumerate(tokens) if token.kind is TokenKind.LABEL]
    first = next((i for i, token in enumerate(tokens) if token.kind in NUMBERS), 0)
    heads = tuple(tokens[i].value for i in labels)
    if set(heads) != {"lat", "lon"} or len(heads) != 2 or labels[1] > first:
        return (), tokens
    between = tokens[labels[0] + 1 : labels[1]]
    if labels[0] != 0 or any(t.kind not in {TokenKind.SEPARATOR, TokenKind.JOIN} for t in between):
        return (), tokens
    start = labels[1] + 1
    while tokens[start].kind in {TokenKind.SEPARATOR, TokenKind.JOIN}:
        start += 1
    return heads, tokens[start:]


def _check_dotted(tokens: Tokens) -> None:
    dotted = [token.value for token in tokens if token.kind is TokenKind.DOTTED]
    lettered = any(token.kind is TokenKind.LETTER for token in tokens)
    if dotted and (not lettered or any(value.count(".") > len(PARTS) for value in dotted)):
        raise Refused(
            f"{dotted[0]} has several points, like a version, a date or an IP address, and is not "
            "a number of degrees",
            INSTEAD,
        )


def _check_alike(first: Coordinate, second: Coordinate) -> None:
    """Refuse a pair of which only one has a direction or marks: it may be half of something."""
    if (first.axis is None) != (second.axis is None):
        raise Refused(
            "only one of the two numbers has a direction such as N or E; write both or none",
            INSTEAD,
        )
    if first.packed != second.packed or (first.axis is None and first.marked != second.marked):
        raise Refused(_DIFFERENT, INSTEAD)


def check_parts(pair: Pair) -> None:
    """Refuse minutes in only one, unless marks say so: a number may have fallen apart.

    `40.1N 7 4.1W` is rather 74.1; `40°26′46″N 79.98°W` is sure. It is for the reading that is left
    when others were tried: `48 12,5` has no part too many in one of them.

    Raises:
        Refused: when the numbers of parts differ and not both have marks.
    """
    first, second = pair
    if first.parts != second.parts and not (first.marked and second.marked):
        raise Refused(_DIFFERENT, INSTEAD)


def _check_bare(tokens: Tokens) -> None:
    """Refuse bare whole numbers that are rather a date, a fraction or times of day."""
    if any(
        t.kind not in {TokenKind.NUMBER, TokenKind.JOIN, TokenKind.SEPARATOR} or "." in t.value
        for t in tokens
    ):
        return
    if any(t.value == "\n" for t in tokens):
        raise Refused("two whole numbers may be anything", INSTEAD)
    joins = {t.value for t in tokens if t.kind is TokenKind.JOIN}
    starts = (t for i, t in enumerate(tokens) if i == 0 or tokens[i - 1].kind is not TokenKind.JOIN)
    hours = all(float(t.value) < 24 for t in starts if t.kind is TokenKind.NUMBER)
    if any(t.value == "/" for t in tokens) or (":" in joins and hours):
        raise Refused("this looks like a date, a fraction or times of day", INSTEAD)
    if "-" in joins:
        raise Refused("a dash stands between the numbers", INSTEAD)
