"""Cut coordinates written by people into tokens: numbers, marks, letters, labels, separators.

Only the digits 0-9 are digits: other scripts' digits are refused rather than guessed, since Python
alone would read a mixture of scripts as one number.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from glocbot.convert.reading import EXAMPLE, PASTE_COORDINATES, Refused, shown
from glocbot.convert.text.words import MOST_WORDS, WORDS, TokenKind, Word

#: No coordinates have as many tokens, and every further one costs time.
_MOST_TOKENS = 150


class Token(NamedTuple):
    """One token; a tuple, as there are many and dataclasses are slow to make.

    Attributes:
        kind: what it is.
        value: its meaning; a number's has a point for its decimals.
        glued: whether nothing stands between it and the token before.
        language: the language of a word, where it is of one only, such as ``german``.
        text: as it was written.
    """

    kind: TokenKind
    value: str
    glued: bool = False
    language: str | None = None
    text: str = ""


#: `s` is south or seconds; `settle_s` decides which from the other tokens.
SOUTH_OR_SECONDS = "s?"

_SYMBOLS = {"°": "d", "'": "m", '"': "s"}
#: Letters that stand for a direction in any language are decided of later.
_DIRECTIONS = frozenset("nsew")
_DIGITS = frozenset("0123456789.")

# Possessive quantifiers: whatever a number does not match, it gives nothing back to try again.
_PATTERN = r"""
    (?P<space>[ ]++|\n)
  | (?P<dotted>[0-9]++(?:\.[0-9]++){2,}(?:,[0-9]++)?)
  | (?P<number>%s[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)
  | (?P<word>[^\W\d_]++(?:[\u0900-\u0903\u093a-\u094f]++[^\W\d_]*+)*
      (?:[-'][^\W\d_]++(?![0-9]))*(?:\.(?![0-9]))?)
  | (?P<symbol>[°'"])
  | (?P<sign>[+-])
  | (?P<join>[:=])
  | (?P<separator>[,;/&|])
  | (?P<other>.)
"""
COMMA_SEPARATES = re.compile(_PATTERN % "", re.VERBOSE)
#: `47,648883` is one number, but `1,2,3` is none of two: a comma that separates has a space then.
COMMA_IS_DECIMAL = re.compile(_PATTERN % r"(?<![0-9],)[0-9]++,[0-9]++(?![.,][0-9+-])|", re.VERBOSE)

#: What may stand at the edges of a word in a message.
_PUNCTUATION = ".,;:!?()'\""

#: From here on scripts write words without blanks between them: Kana, Han and Hangul.
UNSPACED = "\u3040"


def cut(text: str, pattern: re.Pattern[str]) -> list[Token]:
    """Cut a cleaned text into tokens.

    Args:
        text: what `clean` returned.
        pattern: `COMMA_SEPARATES` or `COMMA_IS_DECIMAL`.

    Raises:
        Refused: when there are far more than coordinates have.
    """
    found: list[Token] = []
    glued = False
    for match in pattern.finditer(text):
        name, written = str(match.lastgroup), match.group()
        if written == "\n":
            found.append(Token(TokenKind.SEPARATOR, written))
        elif name == "word":
            found += _words(match, glued=glued)
        elif name != "space":
            found.append(_token(name, match, glued=glued))
        glued = name != "space"
        if len(found) > _MOST_TOKENS:
            raise Refused(f"{shown(text)} is a long text", PASTE_COORDINATES)
    return _phrases(found)


_KINDS = {
    "dotted": TokenKind.DOTTED,
    "join": TokenKind.JOIN,
    "separator": TokenKind.SEPARATOR,
    "other": TokenKind.SYMBOL,
}


def _token(name: str, match: re.Match[str], *, glued: bool) -> Token:
    written = match.group()
    if name == "number":
        return Token(TokenKind.NUMBER, written.replace(",", "."), glued)
    if name == "symbol":
        return Token(TokenKind.MARK, _SYMBOLS[written], glued, text=written)
    if name == "sign":
        return Token(_sign_kind(match), written, glued)
    return Token(_KINDS[name], written.replace(",", ".") if name == "dotted" else written, glued)


def _sign_kind(match: re.Match[str]) -> TokenKind:
    """Tell the sign of a number from a dash between two.

    `40.1 -74.2` has a sign; `40-26-46`, `40.1-74.2` and `40.1 - 74.2` have dashes.
    """
    before, after = match.string[: match.start()], match.string[match.end() : match.end() + 1]
    start = before.rstrip(" \n")[-1:]
    if not start or start in ",;/&|:=([{@":
        return TokenKind.SIGN
    spaced = before[-1] in " \n" and after not in {" ", "\n", ""}
    return TokenKind.SIGN if spaced else TokenKind.JOIN


def _words(match: re.Match[str], *, glued: bool) -> Iterator[Token]:
    written = match.group()
    word = written.casefold().removesuffix(".")
    if word == "s":
        yield Token(TokenKind.MARK, SOUTH_OR_SECONDS, glued, text=written)
    elif word in _DIRECTIONS:
        yield Token(TokenKind.LETTER, word, glued, text=written)
    elif word == "o" and _is_degree_sign(match):
        yield Token(TokenKind.MARK, "d", glued=True, text=written)
    elif word[0] >= UNSPACED:
        yield from _unspaced(word, glued=glued)
    else:
        yield from _mark_and_letter(match, word, glued=glued)


def _is_degree_sign(match: re.Match[str]) -> bool:
    """Tell whether an o stands between two digits, where a degree sign was lost: `48o12'`."""
    text, start, end = match.string, match.start(), match.end()
    return text[max(start - 1, 0) : start].isdecimal() and text[end : end + 1].isdecimal()


def _unspaced(word: str, *, glued: bool) -> Iterator[Token]:
    """Take `秒東経` apart, as far as its beginning is known."""
    while word:
        size = next((n for n in range(min(len(word), 4), 0, -1) if (word[:n],) in WORDS), 0)
        if not size:
            yield Token(TokenKind.WORD, word, glued, text=word)
            return
        yield _of(WORDS[(word[:size],)], word[:size], glued=glued)
        word, glued = word[size:], True


def _mark_and_letter(match: re.Match[str], word: str, *, glued: bool) -> Iterator[Token]:
    """Take `12.9sN` and `48degN` apart; other words stay whole."""
    after_digit = match.string[max(match.start() - 1, 0) : match.start()] in _DIGITS
    mark, letter = WORDS.get((word[:-1],)), word[-1]
    is_seconds = word[:-1] == "s"
    known = (word,) in WORDS
    if (
        after_digit
        and not known
        and letter in _DIRECTIONS | {"o"}
        and (is_seconds or _is_mark(mark))
    ):
        yield Token(TokenKind.MARK, "s" if mark is None else mark.value, glued)
        kind = TokenKind.WORD if letter == "o" else TokenKind.LETTER
        yield Token(kind, letter, glued=True, text=letter)
        return
    yield Token(TokenKind.WORD, word, glued, text=match.group())


def _is_mark(word: Word | None) -> bool:
    return word is not None and word.kind is TokenKind.MARK


def _of(word: Word, written: str, *, glued: bool) -> Token:
    return Token(word.kind, word.value, glued, word.language, written)


def _phrases(found: list[Token]) -> list[Token]:
    """Replace words by what they mean, the longest phrases first."""
    merged: list[Token] = []
    at = 0
    while at < len(found):
        if found[at].kind not in {TokenKind.WORD, TokenKind.LETTER, TokenKind.MARK}:
            merged.append(found[at])
            at += 1
            continue
        size, word = _longest(found, at)
        if word is None:
            merged.append(found[at])
        else:
            written = " ".join(token.text for token in found[at : at + size])
            merged.append(_of(word, written, glued=found[at].glued))
        at += size
    return merged


def _longest(found: list[Token], at: int) -> tuple[int, Word | None]:
    words: list[str] = []
    for token in found[at : at + MOST_WORDS]:
        if not token.text[:1].isalpha():
            break
        words.append(token.text.casefold().removesuffix("."))
    for size in range(len(words), 0, -1):
        word = WORDS.get(tuple(words[:size])) or _compound(words[0] if size == 1 else "")
        # An s alone is decided of later.
        if word is not None and (size > 1 or found[at].value != SOUTH_OR_SECONDS):
            return size, word
    return 1, None


def _compound(word: str) -> Word | None:
    """Read `GPS-Position`, whose parts say nothing of the position either."""
    parts = [WORDS.get((part,)) for part in word.split("-")]
    if len(parts) < 2 or any(part is None or part.kind is not TokenKind.KNOWN for part in parts):
        return None
    return parts[-1]


def unreadable(found: str, text: str) -> Refused:
    """Say that a sign or word has no place in coordinates."""
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
    word = next((word for word in text.split() if found in word), found)
    return Refused(
        f"{shown(text)} has more in it than coordinates",
        f"delete {shown(word.strip(_PUNCTUATION))}, and paste only the latitude and the longitude, "
        f"such as {EXAMPLE}",
    )
