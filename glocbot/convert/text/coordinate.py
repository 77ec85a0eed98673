"""One coordinate: a sign, letter or label, and one to three numbers with their marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from glocbot.convert.answer import EXAMPLE, Refused
from glocbot.convert.text.tokens import Kind, Token

Tokens = Sequence[Token]

PARTS: Final = ("degrees", "minutes", "seconds")
MARKS: Final = "dms"
SIXTY: Final = 60
AXES: Final = {"n": "latitude", "s": "latitude", "lat": "latitude"}

#: Minutes and seconds have at most two; 1 000 is one number with a space in it.
PART_DIGITS: Final = 2

#: Degrees have at most three digits before the point; more are packed, as in `4007.38N`.
PACKED_DIGITS: Final = 4
MOST_PACKED_DIGITS: Final = 7

NUMBERS: Final = frozenset({Kind.NUMBER, Kind.DOTTED})
INSTEAD: Final = f"paste the latitude and the longitude, such as {EXAMPLE} or 48°12′30″N 16°22′19″E"


@dataclass(frozen=True, slots=True)
class Coordinate:
    """One of the two.

    Attributes:
        degrees: signed.
        step: degrees by which its last written digit changes it.
        axis: ``latitude`` or ``longitude`` where a letter or a label says so.
        parts: how many numbers it has: degrees, minutes, seconds.
        marked: whether a degree, minute or second mark was written.
        packed: whether degrees and minutes were written without a space, as in `4007N`.
    """

    degrees: float
    step: float
    axis: str | None
    parts: int
    marked: bool
    packed: bool


def coordinate(tokens: Tokens) -> Coordinate:
    """Read one coordinate: a sign, letter or label, and one to three numbers with their marks.

    Raises:
        Refused: when it is none, or when minutes or seconds are 60 or more.
    """
    numbers = places(tokens, *NUMBERS)
    if not numbers:
        raise Refused(f"there is only one coordinate; {INSTEAD}")
    start, end = numbers[0], _after_mark(tokens, numbers[-1])
    words = _outside(tokens, start, end)
    negative = _negative(tokens, start, end, words)
    values, marks = _parts(_undotted(tokens[start:end]))
    axis = _axis(words)
    values, packed = _unpacked(values, axis, lettered=any(w.kind is Kind.LETTER for w in words))
    _check_parts(values)
    size = sum(float(value) / SIXTY**i for i, value in enumerate(values))
    decimals = len(values[-1].partition(".")[2])
    return Coordinate(
        -size if negative else size,
        10.0**-decimals / SIXTY ** (len(values) - 1),
        axis,
        len(values),
        marks,
        packed,
    )


def places(tokens: Tokens, *kinds: Kind) -> list[int]:
    """Give where the tokens of some kinds stand."""
    return [i for i, token in enumerate(tokens) if token.kind in kinds]


def _after_mark(tokens: Tokens, at: int) -> int:
    return at + 2 if at + 1 < len(tokens) and tokens[at + 1].kind is Kind.MARK else at + 1


def _outside(tokens: Tokens, start: int, end: int) -> list[Token]:
    """Give the label and the letter, which stand before or after the numbers, never among them."""
    words = [t for t in (*tokens[:start], *tokens[end:]) if t.kind in {Kind.LABEL, Kind.LETTER}]
    inside = [t for t in tokens[start:end] if t.kind in {Kind.LABEL, Kind.LETTER}]
    kinds = [word.kind for word in words]
    if inside or len(kinds) != len(set(kinds)):
        raise Refused(f"it is not clear which letter belongs to which number; {INSTEAD}")
    return words


def _negative(tokens: Tokens, start: int, end: int, words: list[Token]) -> bool:
    """Whether a sign or a letter says south or west; both at once could cancel or repeat."""
    rest = [t for t in tokens if t.kind is Kind.SIGN]
    others = [t for t in (*tokens[:start], *tokens[end:]) if t.kind in {Kind.MARK, Kind.JOIN}]
    if others or len(rest) > 1 or (rest and tokens[start - 1].kind is not Kind.SIGN):
        raise Refused(f"a sign or mark stands where none belongs; {INSTEAD}")
    letters = [word.value for word in words if word.kind is Kind.LETTER]
    if rest and letters:
        raise Refused(
            f"{rest[0].value} and {letters[0].upper()} are both written, and it is not clear "
            "whether one repeats or reverses the other; write a sign or a letter, not both"
        )
    return bool(rest and rest[0].value == "-") or bool({"s", "w"} & set(letters))


def _axis(words: list[Token]) -> str | None:
    axes = {AXES.get(word.value, "longitude") for word in words}
    if len(axes) > 1:
        raise Refused(f"a coordinate is called both a latitude and a longitude; {INSTEAD}")
    return axes.pop() if axes else None


def _undotted(core: Tokens) -> Tokens:
    """Take the degrees, minutes and seconds of `27.15.45S` or `27.15.45.2S` apart."""
    if not any(token.kind is Kind.DOTTED for token in core):
        return core
    if len(core) != 1:
        raise Refused(f"numbers with several points stand beside others; {INSTEAD}")
    degrees, minutes, seconds = core[0].value.split(".", 2)
    return [Token(Kind.NUMBER, part) for part in (degrees, minutes, seconds)]


def _parts(core: Tokens) -> tuple[list[str], bool]:
    """Give the numbers, and whether they have marks, which must be °, ′, ″ in this order."""
    values: list[str] = []
    marked, joined = False, True
    for token in core:
        if token.kind is Kind.NUMBER:
            if token.glued and not joined:
                raise Refused(f"two numbers follow each other without a space; {INSTEAD}")
            values.append(token.value)
        elif token.kind is Kind.MARK and values:
            _check_mark(token, len(values))
            marked = True
        elif token.kind is not Kind.JOIN or joined:
            raise Refused(f"a sign or mark stands between the numbers; {INSTEAD}")
        joined = token.kind in {Kind.JOIN, Kind.MARK}
    if len(values) > len(PARTS):
        raise Refused(
            f"a coordinate has degrees, minutes and seconds, but {len(values)} numbers stand "
            f"together here; {INSTEAD}"
        )
    return values, marked


def _check_mark(token: Token, place: int) -> None:
    if place > len(MARKS) or token.value != MARKS[place - 1]:
        name = PARTS[min(place, len(PARTS)) - 1]
        raise Refused(
            f"the mark for {PARTS[MARKS.index(token.value)]} stands after the {name}; {INSTEAD}"
        )


def _unpacked(values: list[str], axis: str | None, *, lettered: bool) -> tuple[list[str], bool]:
    """Take `4007.38N` (degrees, minutes) or `0740722.8W` (with seconds) apart."""
    whole, point, decimals = values[0].partition(".")
    if len(values) > 1 or len(whole) < PACKED_DIGITS or not lettered:
        return values, False
    if len(whole) > MOST_PACKED_DIGITS or (axis == "latitude" and len(whole) % 2):
        raise Refused(
            f"{values[0]} has {len(whole)} digits, where degrees and minutes without a space have "
            f"4 for a latitude and 5 for a longitude, and 2 more with seconds; {INSTEAD}"
        )
    last = whole[-2:] + point + decimals
    if len(whole) in {4, 5}:
        return [whole[:-2], last], True
    return [whole[:-4], whole[-4:-2], last], True


def _check_parts(values: list[str]) -> None:
    for name, value in zip(PARTS[:-1], values[:-1], strict=False):
        if "." in value:
            raise Refused(
                f"the {name} {value} have a fraction, though smaller parts follow; only the last "
                f"part can have one; {INSTEAD}"
            )
    for name, value in zip(PARTS[1:], values[1:], strict=False):
        if value.startswith("."):
            raise Refused(f"{value} may belong to the number before it, or be {name}; {INSTEAD}")
        if len(value.partition(".")[0]) > PART_DIGITS:
            raise Refused(
                f"{value} has too many digits for {name}, which have at most two before the "
                f"point; {INSTEAD}"
            )
        if float(value) >= SIXTY:
            raise Refused(f"{value} {name} are not below 60; {INSTEAD}")
