"""One coordinate: a sign, letter or label, and one to three numbers with their marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from glocbot.convert.reading import EXAMPLE, Refused, written_step
from glocbot.convert.text.tokens import Token
from glocbot.convert.text.words import TokenKind
from glocbot.location import sexagesimal

Tokens = Sequence[Token]

PARTS = ("degrees", "minutes", "seconds")
_MARKS = "dms"
_AXES = {"n": "latitude", "s": "latitude", "lat": "latitude"}

#: Minutes and seconds have at most two; 1 000 is one number with a space in it.
_PART_DIGITS = 2

#: Degrees have at most three digits before the point; more are packed, as in `4007.38N`.
_PACKED_DIGITS = 4
_MOST_PACKED_DIGITS = 7

NUMBERS = frozenset({TokenKind.NUMBER, TokenKind.DOTTED})
INSTEAD = f"paste the latitude and the longitude, such as {EXAMPLE} or 48°12′30″N 16°22′19″E"


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
        raise Refused("there is only one coordinate", INSTEAD)
    start, end = numbers[0], _after_mark(tokens, numbers[-1])
    words = _outside(tokens, start, end)
    negative = _negative(tokens, start, end, words)
    values, marks = _parts(_undotted(tokens[start:end]))
    axis = _axis(words)
    values, packed = _unpacked(
        values, axis, lettered=any(w.kind is TokenKind.LETTER for w in words)
    )
    _check_parts(values)
    size = sexagesimal(*map(float, values))
    return Coordinate(
        -size if negative else size,
        written_step(*values),
        axis,
        len(values),
        marks,
        packed,
    )


def places(tokens: Tokens, *kinds: TokenKind) -> list[int]:
    """Give where the tokens of some kinds stand."""
    return [i for i, token in enumerate(tokens) if token.kind in kinds]


def _after_mark(tokens: Tokens, at: int) -> int:
    return at + 2 if at + 1 < len(tokens) and tokens[at + 1].kind is TokenKind.MARK else at + 1


def _outside(tokens: Tokens, start: int, end: int) -> list[Token]:
    """Give the label and the letter, which stand before or after the numbers, never among them."""
    words = [
        t for t in (*tokens[:start], *tokens[end:]) if t.kind in {TokenKind.LABEL, TokenKind.LETTER}
    ]
    inside = [t for t in tokens[start:end] if t.kind in {TokenKind.LABEL, TokenKind.LETTER}]
    kinds = [word.kind for word in words]
    if inside or len(kinds) != len(set(kinds)):
        raise Refused("it is not clear which letter belongs to which number", INSTEAD)
    return words


def _negative(tokens: Tokens, start: int, end: int, words: list[Token]) -> bool:
    """Whether a sign or a letter says south or west; both at once could cancel or repeat."""
    rest = [t for t in tokens if t.kind is TokenKind.SIGN]
    others = [
        t for t in (*tokens[:start], *tokens[end:]) if t.kind in {TokenKind.MARK, TokenKind.JOIN}
    ]
    if others or len(rest) > 1 or (rest and tokens[start - 1].kind is not TokenKind.SIGN):
        raise Refused("a sign or mark stands where none belongs", INSTEAD)
    letters = [word.value for word in words if word.kind is TokenKind.LETTER]
    if rest and letters:
        raise Refused(
            f"{rest[0].value} and {letters[0].upper()} are both written, and it is not clear "
            "whether one repeats or reverses the other",
            "write a sign or a letter, not both",
        )
    return bool(rest and rest[0].value == "-") or bool({"s", "w"} & set(letters))


def _axis(words: list[Token]) -> str | None:
    axes = {_AXES.get(word.value, "longitude") for word in words}
    if len(axes) > 1:
        raise Refused("a coordinate is called both a latitude and a longitude", INSTEAD)
    return axes.pop() if axes else None


def _undotted(core: Tokens) -> Tokens:
    """Take the degrees, minutes and seconds of `27.15.45S` or `27.15.45.2S` apart."""
    if not any(token.kind is TokenKind.DOTTED for token in core):
        return core
    if len(core) != 1:
        raise Refused("numbers with several points stand beside others", INSTEAD)
    degrees, minutes, seconds = core[0].value.split(".", 2)
    return [Token(TokenKind.NUMBER, part) for part in (degrees, minutes, seconds)]


def _parts(core: Tokens) -> tuple[list[str], bool]:
    """Give the numbers, and whether they have marks, which must be °, ′, ″ in this order."""
    values: list[str] = []
    marked, joined = False, True
    for token in core:
        if token.kind is TokenKind.NUMBER:
            if token.glued and not joined:
                raise Refused("two numbers follow each other without a space", INSTEAD)
            values.append(token.value)
        elif token.kind is TokenKind.MARK and values:
            _check_mark(token, len(values))
            marked = True
        elif token.kind is not TokenKind.JOIN or joined:
            raise Refused("a sign or mark stands between the numbers", INSTEAD)
        joined = token.kind in {TokenKind.JOIN, TokenKind.MARK}
    if len(values) > len(PARTS):
        raise Refused(
            f"a coordinate has degrees, minutes and seconds, but {len(values)} numbers stand "
            "together here",
            INSTEAD,
        )
    return values, marked


def _check_mark(token: Token, place: int) -> None:
    if place > len(_MARKS) or token.value != _MARKS[place - 1]:
        name = PARTS[min(place, len(PARTS)) - 1]
        raise Refused(
            f"the mark for {PARTS[_MARKS.index(token.value)]} stands after the {name}", INSTEAD
        )


def _unpacked(values: list[str], axis: str | None, *, lettered: bool) -> tuple[list[str], bool]:
    """Take `4007.38N` (degrees, minutes) or `0740722.8W` (with seconds) apart."""
    whole, point, decimals = values[0].partition(".")
    if len(values) > 1 or len(whole) < _PACKED_DIGITS or not lettered:
        return values, False
    if len(whole) > _MOST_PACKED_DIGITS or (axis == "latitude" and len(whole) % 2):
        raise Refused(
            f"{values[0]} has {len(whole)} digits, where degrees and minutes without a space have "
            "4 for a latitude and 5 for a longitude, and 2 more with seconds",
            INSTEAD,
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
                "part can have one",
                INSTEAD,
            )
    for name, value in zip(PARTS[1:], values[1:], strict=False):
        if value.startswith("."):
            raise Refused(f"{value} may belong to the number before it, or be {name}", INSTEAD)
        if len(value.partition(".")[0]) > _PART_DIGITS:
            raise Refused(
                f"{value} has too many digits for {name}, which have at most two before the point",
                INSTEAD,
            )
        if float(value) >= 60:
            raise Refused(f"{value} {name} are not below 60", INSTEAD)
