"""Where the first coordinate of a pair ends and the second begins."""

from glocbot.convert.reading import EXAMPLE, Refused
from glocbot.convert.text.coordinate import INSTEAD, Tokens, places
from glocbot.convert.text.tokens import Token
from glocbot.convert.text.words import TokenKind


def halves(tokens: Tokens) -> tuple[Tokens, Tokens]:
    """Split the tokens of a pair: at a separator, else before the second letter, sign or degrees.

    Raises:
        Refused: when there are more values than two, or nothing says where the second begins.
    """
    separators = places(tokens, TokenKind.SEPARATOR)
    if len(separators) > 1:
        raise Refused(
            f"there are {len(separators) + 1} values, where a position has two: a latitude and a "
            "longitude",
            INSTEAD,
        )
    if separators:
        left, right = tokens[: separators[0]], tokens[separators[0] + 1 :]
    else:
        at = _split_by_words(tokens)
        at = _split_by_signs(tokens) if at is None else at
        left, right = tokens[:at], tokens[at:]
    return _strip_dash(left), _strip_dash(right)


def _split_by_words(tokens: Tokens) -> int | None:
    """Find where the second coordinate begins from two labels or letters, if there are two."""
    for kind in (TokenKind.LABEL, TokenKind.LETTER):
        words = places(tokens, kind)
        if not words:
            continue
        if len(words) != 2:
            count = "only one letter says" if len(words) == 1 else f"{len(words)} letters say"
            raise Refused(
                f"{count} a direction, where each of the two coordinates needs one", INSTEAD
            )
        first, second = words
        if first == 0:
            return second
        if second == len(tokens) - 1:
            return first + 1
        raise Refused("it is not clear which letter belongs to which number", INSTEAD)
    return None


def _split_by_signs(tokens: Tokens) -> int:
    """Find where the second coordinate begins: at its sign, its degree mark, or in the middle."""
    numbers = places(tokens, TokenKind.NUMBER, TokenKind.DOTTED)
    colon = _single_colon(tokens)
    if colon is not None:
        return colon
    signs = [i for i in places(tokens, TokenKind.SIGN) if i > 0]
    if len(signs) == 1:
        return signs[0]
    degrees = [i for i in numbers if i + 1 < len(tokens) and tokens[i + 1].value == "d"]
    if len(degrees) == 2:
        return degrees[1]
    count = len(numbers)
    if count in {0, 1}:
        raise Refused(f"there is {('only one number' if count else 'no number')}", INSTEAD)
    if count == 2:
        _check_minutes(tokens, numbers)
    if count not in {2, 4, 6}:
        raise Refused(f"there are {count} numbers, and nothing says which belong together", INSTEAD)
    if tokens[numbers[count // 2] - 1].kind is TokenKind.JOIN:
        raise Refused(
            "a colon or dash joins the numbers, as in a time, a date or a phone number", INSTEAD
        )
    if count > 2 and not any("." in t.value or t.kind is TokenKind.MARK for t in tokens):
        raise Refused(f"nothing says which of the {count} numbers belong together", INSTEAD)
    return numbers[count // 2]


def _check_minutes(tokens: Tokens, numbers: list[int]) -> None:
    """Refuse `40 74` and `48 12.5`, which may be the degrees and minutes of one coordinate."""
    first, second = (tokens[i].value for i in numbers)
    marked = any(token.kind is TokenKind.MARK for token in tokens)
    joined = any(token.kind is TokenKind.JOIN for token in tokens)
    if marked or joined or "." in first:
        return
    if "." not in second or float(second) < 60:
        raise Refused(
            f"{first} {second} may be two coordinates, or the degrees and minutes of one",
            f"write a comma between two coordinates, such as {EXAMPLE}",
        )


def _single_colon(tokens: Tokens) -> int | None:
    """Find the colon of `48.2:16.3`, which separates since a fraction stands before it."""
    joins = places(tokens, TokenKind.JOIN)
    if len(joins) != 1 or tokens[joins[0]].value != ":":
        return None
    at = joins[0]
    signed = at + 1 < len(tokens) and tokens[at + 1].kind is TokenKind.SIGN
    return at if signed or (at > 0 and "." in tokens[at - 1].value) else None


def _strip_dash(side: Tokens) -> Tokens:
    """Drop what joined the two coordinates: `48°12′N – 16°22′E`, `48.2:16.3`.

    Without letters a dash may as well be the sign of the second.
    """
    lettered = any(token.kind is TokenKind.LETTER for token in side)
    drop = [token.kind is TokenKind.JOIN and (lettered or token.value == ":") for token in side]
    start, end = int(drop[:1] == [True]), len(side) - int(drop[1:][-1:] == [True])
    return side[start:end]


def separated(found: Tokens) -> Tokens:
    """Drop the line breaks that separate nothing, and the colons that only follow a label."""
    others = any(t.kind is TokenKind.SEPARATOR and t.value != "\n" for t in found)
    breaks = sum(t.value == "\n" for t in found)
    kept: list[Token] = []
    for i, token in enumerate(found):
        if token.value == "\n" and (others or breaks > 1):
            continue
        if token.kind is TokenKind.JOIN and token.value in ":=" and _labelled(kept):
            continue
        if token.kind is TokenKind.SEPARATOR and _follows_label(kept, found[i + 1 :]):
            continue
        kept.append(token)
    return tuple(kept)


def _labelled(kept: Tokens) -> bool:
    if not kept or kept[-1].kind is not TokenKind.LETTER:
        return bool(kept) and kept[-1].kind is TokenKind.LABEL
    return len(kept) == 1 or kept[-2].kind not in {TokenKind.NUMBER, TokenKind.MARK}


def _follows_label(kept: Tokens, rest: Tokens) -> bool:
    """Tell whether a separator stands between a label and its number, as in a table's rows."""
    label = bool(kept) and kept[-1].kind is kept[0].kind is TokenKind.LABEL
    return label and bool(rest) and rest[0].kind is not TokenKind.LABEL
