"""Cut coordinates written by people into tokens: numbers, marks, letters, labels, separators.

Only the digits 0-9 are digits: other scripts' digits are refused rather than guessed, since Python
alone would read a mixture of scripts as one number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from glocbot.convert.reading import EXAMPLE, Refused, shown


class TokenKind(Enum):
    """What a token is."""

    NUMBER = auto()
    DOTTED = auto()  # 27.15.45: degrees, minutes and seconds, or a version, date or address
    SIGN = auto()
    MARK = auto()  # the value is d, m or s
    LETTER = auto()  # the value is n, s, e, w, or o, which means east or west
    LABEL = auto()  # the value is lat or lon
    SEPARATOR = auto()
    JOIN = auto()  # a colon or a dash between two numbers


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Attributes:
        kind: what it is.
        value: its meaning; a number's has a point for its decimals.
        glued: whether nothing stands between it and the token before.
        language: the language of a word, where it is of one only: ``german`` or ``romance``.
    """

    kind: TokenKind
    value: str
    glued: bool = False
    language: str | None = None


#: word -> kind, value, and its language where the word is of one only.
_WORDS: dict[str, tuple[TokenKind, str, str | None]] = {
    word: (kind, value, language)
    for kind, value, language, words in (
        (TokenKind.MARK, "d", None, "d deg degs degree degrees"),
        (TokenKind.MARK, "m", None, "m min mins minute minutes"),
        (TokenKind.MARK, "s", None, "sec secs second seconds"),
        (TokenKind.MARK, "d", "german", "grad"),
        (TokenKind.MARK, "m", "german", "minuten"),
        (TokenKind.MARK, "s", "german", "sek sekunden"),
        (TokenKind.LETTER, "n", None, "n north nord"),
        (TokenKind.LETTER, "s", None, "south"),
        (TokenKind.LETTER, "e", None, "e east"),
        (TokenKind.LETTER, "w", None, "w west"),
        (TokenKind.LETTER, "n", "german", "norden"),
        (TokenKind.LETTER, "s", "german", "süd sued süden"),
        (TokenKind.LETTER, "e", "german", "ost osten"),
        (TokenKind.LETTER, "n", "romance", "norte"),
        (TokenKind.LETTER, "s", "romance", "sud sur sul"),
        (TokenKind.LETTER, "e", "romance", "est este leste"),
        (TokenKind.LETTER, "w", "romance", "ouest oeste ovest"),
        (TokenKind.LETTER, "o", None, "o"),
        (TokenKind.LABEL, "lat", None, "lat latitude"),
        (TokenKind.LABEL, "lon", None, "lon long lng longitude"),
        (TokenKind.LABEL, "lat", "german", "breite breitengrad"),
        (TokenKind.LABEL, "lon", "german", "länge laenge längengrad"),
        (TokenKind.LABEL, "lat", "romance", "latitud latitudine"),
        (TokenKind.LABEL, "lon", "romance", "longitud longitudine"),
    )
    for word in words.split()
}

#: `s` is south or seconds; `_settle` decides which from the other tokens.
_SOUTH_OR_SECONDS = "s?"

_SYMBOLS = {"°": "d", "'": "m", '"': "s"}

# Possessive quantifiers: whatever a number does not match, it gives nothing back to try again.
_PATTERN = r"""
    (?P<space>[ ]++|\n)
  | (?P<dotted>[0-9]++(?:\.[0-9]++){2,}(?:,[0-9]++)?)
  | (?P<number>%s[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)
  | (?P<word>[^\W\d_]++(?:\.(?![0-9]))?)
  | (?P<symbol>[°'"])
  | (?P<sign>[+-])
  | (?P<join>[:=])
  | (?P<separator>[,;/&|])
"""
COMMA_SEPARATES = re.compile(_PATTERN % "", re.VERBOSE)
#: `47,648883` is one number, but `1,2,3` is none of two: a comma that separates has a space then.
COMMA_IS_DECIMAL = re.compile(_PATTERN % r"(?<![0-9],)[0-9]++,[0-9]++(?![.,][0-9+-])|", re.VERBOSE)


def tokens(text: str, pattern: re.Pattern[str]) -> tuple[Token, ...]:
    """Cut a cleaned text into tokens.

    Args:
        text: what `clean` returned.
        pattern: `COMMA_SEPARATES` or `COMMA_IS_DECIMAL`.

    Raises:
        Refused: at the first character or word that has no place in coordinates.
    """
    return _settle(_separated(list(_cut(text, pattern))))


def _cut(text: str, pattern: re.Pattern[str]) -> Iterator[Token]:
    position, glued = 0, False
    while position < len(text):
        match = pattern.match(text, position)
        if match is None:
            raise _unreadable(text[position], text)
        position = match.end()
        name, found = str(match.lastgroup), match.group()
        if found == "\n":
            yield Token(TokenKind.SEPARATOR, found)
        elif name == "word":
            yield from _word(found, text, glued=glued)
        elif name != "space":
            yield _token(name, match, glued=glued)
        glued = name != "space"


def _token(name: str, match: re.Match[str], *, glued: bool) -> Token:
    found = match.group()
    match name:
        case "number":
            return Token(TokenKind.NUMBER, found.replace(",", "."), glued)
        case "dotted":
            return Token(TokenKind.DOTTED, found.replace(",", "."), glued)
        case "symbol":
            return Token(TokenKind.MARK, _SYMBOLS[found], glued)
        case "sign":
            return Token(_sign_kind(match), found, glued)
        case "join":
            return Token(TokenKind.JOIN, found, glued)
        case _:
            return Token(TokenKind.SEPARATOR, found, glued)


def _sign_kind(match: re.Match[str]) -> TokenKind:
    """Tell the sign of a number from a dash between two.

    `40.1 -74.2` has a sign; `40-26-46`, `40.1-74.2` and `40.1 - 74.2` have dashes.
    """
    before, after = match.string[: match.start()], match.string[match.end() : match.end() + 1]
    if not before.strip() or before.rstrip(" \n")[-1] in ",;/&|:=":
        return TokenKind.SIGN
    return (
        TokenKind.SIGN if before[-1] in " \n" and after not in {" ", "\n", ""} else TokenKind.JOIN
    )


def _word(found: str, text: str, *, glued: bool) -> Iterator[Token]:
    word = found.casefold().removesuffix(".")
    if word == "s":
        yield Token(TokenKind.MARK, _SOUTH_OR_SECONDS, glued)
        return
    if word in _WORDS:
        kind, value, language = _WORDS[word]
        yield Token(kind, value, glued, language)
        return
    mark, letter = word[:1], word[1:]
    if mark in {"d", "m", "s"} and letter in {"n", "s", "e", "w", "o"}:  # 12.9sN
        yield Token(TokenKind.MARK, mark, glued)
        yield Token(TokenKind.LETTER, letter, glued=True)
        return
    raise _unreadable(found, text)


def _unreadable(found: str, text: str) -> Refused:
    if found.isalpha() and not any(character in "0123456789" for character in text):
        return Refused(
            f"{shown(text)} holds no coordinates, and names of places are not looked up",
            f"find it on a map and paste its coordinates, such as {EXAMPLE}",
        )
    if found.isdigit() or found.isnumeric():
        return Refused(
            f"{shown(text)} has the digit {shown(found)}, but only the digits 0 to 9 are read",
            f"paste the coordinates in those, such as {EXAMPLE}",
        )
    return Refused(
        f"{shown(text)} is not coordinates, since {shown(found)} has no place in them",
        f"paste only the latitude and the longitude, such as {EXAMPLE}",
    )


def _separated(found: list[Token]) -> list[Token]:
    """Drop the line breaks that separate nothing, and the colons that only follow a label."""
    others = any(t.kind is TokenKind.SEPARATOR and t.value != "\n" for t in found)
    breaks = sum(t.value == "\n" for t in found)
    kept: list[Token] = []
    for token in found:
        if token.value == "\n" and (others or breaks > 1):
            continue
        if token.kind is TokenKind.JOIN and token.value in ":=" and _labelled(kept):
            continue
        kept.append(token)
    return kept


def _labelled(kept: list[Token]) -> bool:
    if not kept or kept[-1].kind is not TokenKind.LETTER:
        return bool(kept) and kept[-1].kind is TokenKind.LABEL
    return len(kept) == 1 or kept[-2].kind not in {TokenKind.NUMBER, TokenKind.MARK}


def _settle(found: list[Token]) -> tuple[Token, ...]:
    """Decide of each bare `s` whether it is south or seconds.

    It is seconds before a further letter (`12.9s N`), and after minutes (`4m17s`) unless the other
    coordinate has a letter and no `s`: `50d4m17.7S 14d24m2.8E` lies in the south.
    """
    doubtful = [i for i, token in enumerate(found) if token.value == _SOUTH_OR_SECONDS]
    if not doubtful:
        return tuple(found)
    settled = list(found)
    open_: list[int] = []
    for i in doubtful:
        after_number = i > 0 and found[i - 1].kind is TokenKind.NUMBER
        after_minutes = after_number and i > 1 and found[i - 2].value == "m"
        if after_number and i + 1 < len(found) and _is_letter(found[i + 1]):
            settled[i] = Token(TokenKind.MARK, "s", found[i].glued)
        elif after_minutes:
            open_.append(i)
        else:
            settled[i] = Token(TokenKind.LETTER, "s", found[i].glued)
    letters = sum(token.kind is TokenKind.LETTER for token in settled)
    south = letters == 1 and len(doubtful) == 1
    for i in open_:
        settled[i] = Token(TokenKind.LETTER if south else TokenKind.MARK, "s", found[i].glued)
    return tuple(settled)


def _is_letter(token: Token) -> bool:
    return token.kind is TokenKind.LETTER or token.value == _SOUTH_OR_SECONDS
