"""What may stand around the one pair of coordinates of a text, and what must not."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from glocbot.convert.reading import EXAMPLE, PASTE_COORDINATES, Refused, shown
from glocbot.convert.text.tokens import UNSPACED, Token, unreadable
from glocbot.convert.text.vocabulary import (
    APPROXIMATE,
    CONNECTIVES,
    ELSEWHERE,
    ELSEWHERE_PARTS,
    HOMOGRAPHS,
    OF,
    UNITS,
)
from glocbot.convert.text.words import TokenKind

#: Small, these are words of Italian, Spanish and Czech.
_COMPASS = frozenset({"NE", "NW", "SE", "SW"})
_APPROXIMATE_SIGNS = frozenset("~≈≃∼")
#: Beside a number these make it an amount or a price.
_UNIT_SIGNS = frozenset("%‰€$£¥₹₽¢²³№#§±×=<>\\^`")
_BRACKETS = frozenset("()[]{}<>«»‹›「」『』【】（）［］")
_EDGES = frozenset({TokenKind.SEPARATOR, TokenKind.JOIN, TokenKind.KNOWN, TokenKind.SYMBOL})
_PARTS_OF_PAIR = frozenset(
    {TokenKind.LETTER, TokenKind.LABEL, TokenKind.SIGN, TokenKind.MARK, TokenKind.NUMBER}
    | {TokenKind.DOTTED}
)

_APPROXIMATE_NOTE = "the text says that the position is only approximate: check it on a map"


@dataclass(frozen=True, slots=True)
class Core:
    """The tokens of a pair, taken out of a text.

    Attributes:
        tokens: from the first number to the last, with the letters, signs and labels beside them.
        words: the words around it that say nothing of coordinates, as written.
        notes: what one of the words says of the position.
    """

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    notes: tuple[str, ...]


def core(found: Sequence[Token], text: str) -> Core:
    """Take the one pair out of a text.

    Args:
        found: the tokens of the text.
        text: for messages.

    Raises:
        Refused: when the words around it make it doubtful, or words stand within it.
    """
    numbers = [i for i, t in enumerate(found) if t.kind in {TokenKind.NUMBER, TokenKind.DOTTED}]
    if not numbers:
        raise _numberless(found, text)
    _check_direction_of(found)
    start, end = _start(found, numbers[0]), _end(found, numbers[-1])
    around = (*found[:start], *found[end:])
    _check_beside(found[start - 1] if start else None, found[end:], found[start], text)
    notes = check_around(around)
    words = tuple(t.text for t in around if t.text[:1].isalpha() and t.kind is not TokenKind.KNOWN)
    inner = tuple(_inner(found[start:end], text))
    _check_directions(around, inner)
    return Core(inner, words, notes)


def _numberless(found: Sequence[Token], text: str) -> Refused:
    strange = next((t for t in found if t.kind in {TokenKind.WORD, TokenKind.SYMBOL}), None)
    if strange is not None:
        digit = next((c for c in text if c.isnumeric()), None)
        return unreadable(digit or strange.text or strange.value, text)
    return Refused(
        "there is no number here, so there are no coordinates",
        f"paste the latitude and the longitude, such as {EXAMPLE}",
    )


def _start(found: Sequence[Token], first: int) -> int:
    start = first
    while start and (
        found[start - 1].kind in _PARTS_OF_PAIR | _EDGES or _joins_labels(found[: start + 1])
    ):
        start -= 1
    while found[start].kind in _EDGES:
        start += 1
    return start


def _joins_labels(found: Sequence[Token]) -> bool:
    """Tell whether the last but one joins two labels, as in `Latitude and longitude: …`."""
    kinds = [token.kind for token in found[-3:]]
    label = TokenKind.LABEL
    return kinds == [label, TokenKind.WORD, label] and found[-2].text.casefold() in CONNECTIVES


def _end(found: Sequence[Token], last: int) -> int:
    end = last + 1
    while end < len(found) and found[end].kind in _PARTS_OF_PAIR | _EDGES:
        end += 1
    while found[end - 1].kind in _EDGES:
        end -= 1
    return end


def _check_beside(before: Token | None, after: Sequence[Token], first: Token, text: str) -> None:
    """Refuse what makes a number no coordinate: a unit, a price, a word that is glued to it."""
    if before is not None and _is_glued_word(before, first):
        raise unreadable(before.text, text)
    beside = [token.value for token in (before, *after[:1]) if token is not None]
    sign = next((value for value in beside if value in _UNIT_SIGNS), None)
    if sign is not None:
        raise unreadable(sign, text)
    if not after:
        return
    word = after[0]
    if word.kind is not TokenKind.WORD:
        return
    plain = word.text.casefold().removesuffix(".")
    if _is_glued_word(word, word) or plain in UNITS or len(plain) == 1:
        raise unreadable(word.text, text)


def _is_glued_word(token: Token, behind: Token) -> bool:
    """Tell whether a word is glued to a number, in a script that has blanks between words."""
    return token.kind is TokenKind.WORD and behind.glued and token.text[:1] < UNSPACED


def check_around(around: Sequence[Token]) -> tuple[str, ...]:
    """Check the words around a pair, a link or a template; return what to note of them.

    Args:
        around: the tokens.

    Raises:
        Refused: when one says that the camera was elsewhere, or that the numbers are no degrees.
    """
    approximate = False
    for i, token in enumerate(around):
        word = (token.text or token.value).casefold().removesuffix(".")
        following = around[i + 1].text.casefold() if i + 1 < len(around) else ""
        is_direction = token.kind is TokenKind.LETTER and len(word) > 1
        parts = {word, *word.split("-")}
        if parts & ELSEWHERE or (is_direction and (following in OF or token.text.islower())):
            raise _elsewhere(token.text)
        if any(part in word for part in ELSEWHERE_PARTS) or token.text in _COMPASS:
            raise _elsewhere(token.text)
        approximate |= word in APPROXIMATE or token.value in _APPROXIMATE_SIGNS
    return (_APPROXIMATE_NOTE,) if approximate else ()


def _check_direction_of(found: Sequence[Token]) -> None:
    """Refuse `north of 48.2, 16.3`."""
    for token, following in pairwise(found):
        is_word = token.kind is TokenKind.LETTER and len(token.text) > 1
        if is_word and following.text.casefold() in OF:
            raise _elsewhere(f"{token.text} {following.text}")


def _elsewhere(word: str) -> Refused:
    return Refused(
        f"{shown(word)} may say that the camera was somewhere else than at these coordinates",
        "paste only the coordinates of the place where the camera stood",
    )


def _check_directions(around: Iterable[Token], inner: Sequence[Token]) -> None:
    """Refuse `South` or `western` around a pair that has no letters and no signs of its own."""
    if any(t.kind in {TokenKind.LETTER, TokenKind.SIGN} for t in inner):
        return
    for token in around:
        if token.kind is TokenKind.LETTER and token.value in {"s", "w"} and len(token.text) > 1:
            raise Refused(
                f"{shown(token.text)} may say on which side of the Earth this is, or be a part of "
                "a name",
                PASTE_COORDINATES,
            )


def _inner(tokens: Sequence[Token], text: str) -> Iterable[Token]:
    """Drop from the pair what says nothing; a word that does is no part of coordinates."""
    named = sum(t.kind in {TokenKind.LETTER, TokenKind.LABEL} for t in tokens) > 1
    for token in tokens:
        word = token.text.casefold()
        if token.kind is TokenKind.WORD and named and word in CONNECTIVES:
            yield Token(TokenKind.SEPARATOR, word)
        elif token.kind is TokenKind.WORD:
            raise unreadable(token.text, text)
        elif token.kind is TokenKind.SYMBOL:
            if token.value not in _BRACKETS and not _is_ornament(token.value):
                raise unreadable(token.value, text)
        elif token.kind is not TokenKind.KNOWN:
            yield token


def _is_ornament(sign: str) -> bool:
    """Tell whether a sign is a bullet or a picture, such as a pin before each coordinate."""
    return unicodedata.category(sign) in {"So", "Mn", "Cf"} or sign in "•·∙▪"


def without_homograph(found: Sequence[Token]) -> list[Token] | None:
    """Take the last word before the first number for a plain word, where it can be one.

    Returns:
        The tokens with that change; None where there is no such word behind another word.
    """
    first = next((i for i, t in enumerate(found) if t.kind is TokenKind.NUMBER), 0)
    before = [i for i in range(first) if found[i].text.casefold() in HOMOGRAPHS]
    if not before or before[-1] == 0:
        return None
    at = before[-1]
    if found[at - 1].kind not in {TokenKind.WORD, TokenKind.KNOWN}:
        return None
    changed = list(found)
    changed[at] = found[at]._replace(kind=TokenKind.WORD, language=None)
    return changed
