"""From tokens to a latitude and a longitude; the rules by which a doubtful pair is refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from glocbot.convert.answer import EXAMPLE, Refused
from glocbot.convert.tokens import Kind, Token

Tokens = Sequence[Token]

PARTS: Final = ("degrees", "minutes", "seconds")
MARKS: Final = "dms"
SIXTY: Final = 60
AXES: Final = {"n": "latitude", "s": "latitude", "lat": "latitude"}
HOURS: Final = 24

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
        marked: whether a degree, minute or second mark was written.
        packed: whether degrees and minutes were written without a space, as in `4007N`.
    """

    degrees: float
    step: float
    axis: str | None
    marked: bool
    packed: bool


def read_pair(tokens: Tokens) -> tuple[Coordinate, Coordinate]:
    """Read a latitude and a longitude, in this order whatever order they were written in.

    Raises:
        Refused: when the tokens are not exactly two coordinates, or not surely which is which.
    """
    tokens = settle_o(tokens)
    _check_dotted(tokens)
    left, right = (_strip_dash(side) for side in _split(tokens))
    first, second = coordinate(left), coordinate(right)
    _check_alike(first, second)
    _check_bare(tokens)
    if first.axis is None:
        return first, second
    if first.axis == second.axis:
        raise Refused(f"there are two {first.axis}s and no other coordinate; {INSTEAD}")
    return (first, second) if first.axis == "latitude" else (second, first)


def settle_o(tokens: Tokens) -> Tokens:
    """Decide whether `O` is east (German Ost) or west (French ouest, Spanish oeste).

    `N` and `S` are the same in all of them, so only a word settles it: Süd or Breite is German,
    Sud, norte or latitud is not.

    Raises:
        Refused: when nothing in the pair says which language it is in.
    """
    if not any(token.value == "o" for token in tokens):
        return tokens
    languages = {token.language for token in tokens} - {None}
    if len(languages) != 1:
        raise Refused(
            "the letter O is east in German and west in French and Spanish, and nothing here says "
            "which; write E or W in its place"
        )
    letter = "e" if languages == {"german"} else "w"
    return [Token(t.kind, letter, t.glued) if t.value == "o" else t for t in tokens]


def _split(tokens: Tokens) -> tuple[Tokens, Tokens]:
    separators = _places(tokens, Kind.SEPARATOR)
    if len(separators) > 1:
        raise Refused(
            f"there are {len(separators) + 1} values between separators, where a position has two; "
            f"{INSTEAD}"
        )
    if separators:
        return tokens[: separators[0]], tokens[separators[0] + 1 :]
    at = _split_by_words(tokens)
    if at is None:
        at = _split_by_signs(tokens)
    return tokens[:at], tokens[at:]


def _places(tokens: Tokens, *kinds: Kind) -> list[int]:
    return [i for i, token in enumerate(tokens) if token.kind in kinds]


def _split_by_words(tokens: Tokens) -> int | None:
    """Find where the second coordinate begins from two labels or letters, if there are two."""
    for kind in (Kind.LABEL, Kind.LETTER):
        words = _places(tokens, kind)
        if not words:
            continue
        if len(words) != 2:  # noqa: PLR2004
            count = "only one letter says" if len(words) == 1 else f"{len(words)} letters say"
            raise Refused(
                f"{count} a direction, where each of the two coordinates needs one; {INSTEAD}"
            )
        first, second = words
        if first == 0:
            return second
        if second == len(tokens) - 1:
            return first + 1
        raise Refused(f"it is not clear which letter belongs to which number; {INSTEAD}")
    return None


def _split_by_signs(tokens: Tokens) -> int:
    """Find where the second coordinate begins: at its sign, its degree mark, or in the middle."""
    numbers = _places(tokens, Kind.NUMBER, Kind.DOTTED)
    colon = _single_colon(tokens)
    if colon is not None:
        return colon
    signs = [i for i in _places(tokens, Kind.SIGN) if i > 0]
    if len(signs) == 1:
        return signs[0]
    degrees = [i for i in numbers if i + 1 < len(tokens) and tokens[i + 1].value == "d"]
    if len(degrees) == 2:  # noqa: PLR2004
        return degrees[1]
    count = len(numbers)
    if count in {0, 1}:
        raise Refused(f"there is {'only one number' if count else 'no number'}; {INSTEAD}")
    if count not in {2, 4, 6}:
        raise Refused(
            f"there are {count} numbers, and nothing says which belong together; {INSTEAD}"
        )
    if tokens[numbers[count // 2] - 1].kind is Kind.JOIN:
        raise Refused(
            f"a colon or dash joins the numbers, as in a time, a date or a phone number; {INSTEAD}"
        )
    if count > 2 and not any("." in t.value or t.kind is Kind.MARK for t in tokens):  # noqa: PLR2004
        raise Refused(f"nothing says which of the {count} numbers belong together; {INSTEAD}")
    return numbers[count // 2]


def _single_colon(tokens: Tokens) -> int | None:
    """Find the colon of `48.2:16.3`, which separates since a fraction stands before it."""
    joins = _places(tokens, Kind.JOIN)
    if len(joins) != 1 or tokens[joins[0]].value != ":":
        return None
    at = joins[0]
    signed = at + 1 < len(tokens) and tokens[at + 1].kind is Kind.SIGN
    return at if signed or (at > 0 and "." in tokens[at - 1].value) else None


def _strip_dash(side: Tokens) -> Tokens:
    """Drop what joined the two coordinates: `48°12′N – 16°22′E`, `48.2:16.3`.

    Without letters a dash may as well be the sign of the second.
    """
    lettered = any(token.kind is Kind.LETTER for token in side)
    drop = [token.kind is Kind.JOIN and (lettered or token.value == ":") for token in side]
    start, end = int(drop[:1] == [True]), len(side) - int(drop[1:][-1:] == [True])
    return side[start:end]


def coordinate(tokens: Tokens) -> Coordinate:
    """Read one coordinate: a sign, letter or label, and one to three numbers with their marks.

    Raises:
        Refused: when it is none, or when minutes or seconds are 60 or more.
    """
    numbers = _places(tokens, *NUMBERS)
    if not numbers:
        raise Refused(f"there is only one coordinate; {INSTEAD}")
    start, end = numbers[0], _after_mark(tokens, numbers[-1])
    words = _outside(tokens, start, end)
    negative = _negative(tokens, start, words)
    values, marks = _parts(_undotted(tokens[start:end]))
    values, packed = _unpacked(values, lettered=any(w.kind is Kind.LETTER for w in words))
    _check_parts(values)
    size = sum(float(value) / SIXTY**i for i, value in enumerate(values))
    decimals = len(values[-1].partition(".")[2])
    return Coordinate(
        -size if negative else size,
        10.0**-decimals / SIXTY ** (len(values) - 1),
        _axis(words),
        marks,
        packed,
    )


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


def _negative(tokens: Tokens, start: int, words: list[Token]) -> bool:
    """Whether a sign or a letter says south or west; both at once could cancel or repeat."""
    rest = [t for t in tokens if t.kind is Kind.SIGN]
    others = [t for t in tokens[:start] if t.kind in {Kind.MARK, Kind.JOIN}]
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


def _check_dotted(tokens: Tokens) -> None:
    dotted = [token.value for token in tokens if token.kind is Kind.DOTTED]
    lettered = any(token.kind is Kind.LETTER for token in tokens)
    if dotted and (not lettered or any(value.count(".") > len(PARTS) for value in dotted)):
        raise Refused(
            f"{dotted[0]} has several points, like a version, a date or an IP address, and is not "
            f"a number of degrees; {INSTEAD}"
        )


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


def _unpacked(values: list[str], *, lettered: bool) -> tuple[list[str], bool]:
    """Take `4007.38N` (degrees, minutes) or `0740722.8W` (with seconds) apart."""
    whole, point, decimals = values[0].partition(".")
    if len(values) > 1 or len(whole) < PACKED_DIGITS or not lettered:
        return values, False
    if len(whole) > MOST_PACKED_DIGITS:
        raise Refused(f"{values[0]} has too many digits for degrees; {INSTEAD}")
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
        if float(value) >= SIXTY:
            raise Refused(f"{value} {name} are not below 60; {INSTEAD}")


def _check_alike(first: Coordinate, second: Coordinate) -> None:
    """Refuse a pair of which only one has a direction or marks: it may be half of something."""
    if (first.axis is None) != (second.axis is None):
        raise Refused(
            f"only one of the two numbers has a direction such as N or E; write both or none; "
            f"{INSTEAD}"
        )
    if first.packed != second.packed or (first.axis is None and first.marked != second.marked):
        raise Refused(f"the two numbers are written in different ways; {INSTEAD}")


def _check_bare(tokens: Tokens) -> None:
    """Refuse bare whole numbers that are rather a date, a fraction or times of day."""
    if any(
        t.kind not in {Kind.NUMBER, Kind.JOIN, Kind.SEPARATOR} or "." in t.value for t in tokens
    ):
        return
    joins = {t.value for t in tokens if t.kind is Kind.JOIN}
    starts = (t for i, t in enumerate(tokens) if i == 0 or tokens[i - 1].kind is not Kind.JOIN)
    hours = all(float(t.value) < HOURS for t in starts if t.kind is Kind.NUMBER)
    if any(t.value == "/" for t in tokens) or (":" in joins and hours):
        raise Refused(f"this looks like a date, a fraction or times of day; {INSTEAD}")
    if "-" in joins:
        raise Refused(f"a dash stands between the numbers; {INSTEAD}")
