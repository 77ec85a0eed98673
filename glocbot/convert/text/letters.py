"""Which direction a letter means, where languages differ: O is east in German, west in French."""

from collections.abc import Iterator, Sequence

from glocbot.convert.reading import Refused
from glocbot.convert.text.coordinate import INSTEAD
from glocbot.convert.text.tokens import SOUTH_OR_SECONDS, Token
from glocbot.convert.text.words import TokenKind

#: The letters of each language for north, south, east and west; of a few, more than one.
_SYSTEMS: dict[str, tuple[str, str, str, str]] = {
    "english": ("n", "s", "e", "w"),
    "german": ("n", "s", "o", "w"),
    "dutch": ("n", "z", "o", "w"),
    "romance": ("n", "s", "e", "o"),
    "portuguese": ("n", "s", "l", "o"),
    "romanian": ("n", "s", "e", "v"),
    "nordic": ("n", "s", "ö ø", "v"),
    "finnish": ("p", "e", "i", "l"),
    "czech": ("s", "j", "v", "z"),
    "hungarian": ("é", "d", "k", "ny"),
    "lithuanian": ("š", "p", "r", "v"),
    "latvian": ("z", "d", "a", "r"),
    "turkish": ("k", "g", "d", "b"),
    "greek": ("β", "ν", "α", "δ"),
    "russian": ("с", "ю", "в", "з"),
    "bulgarian": ("с", "ю", "и", "з"),
    "serbian": ("с", "ј", "и", "з"),
    "hindi": ("उ", "द", "पू", "प"),
}
_DIRECTION = {
    language: {
        letter: direction
        for direction, letters in zip("nsew", system, strict=True)
        for letter in letters.split()
    }
    for language, system in _SYSTEMS.items()
}
#: Languages that read each other's letters alike, for the words that settle a letter.
_FAMILIES = {"romance": {"romance", "portuguese"}, "czech": {"czech"}, "slovenian": {"czech"}}
_LATITUDES = frozenset("ns")
_FOREIGN = frozenset(letter for system in _DIRECTION.values() for letter in system) - set("nsew")

Readings = list[tuple[Token, ...]]


def settle_letters(lettered: Sequence[Token], languages: set[str | None]) -> Readings:
    """Return the tokens with directions for letters: one reading for each that they can have.

    Without letters of one language alone there is just one. Several mean that nothing in the text
    says which language it is in.

    Args:
        lettered: what `with_foreign` returned, or a part of it.
        languages: those of the words in the text.

    Raises:
        Refused: when no language has these letters.
    """
    letters = [i for i, token in enumerate(lettered) if token.kind is TokenKind.LETTER]
    if all(lettered[i].value in set("nsew") for i in letters):
        return [tuple(lettered)]
    hints = languages - {None}
    systems = {n for hint in hints for n in _FAMILIES.get(str(hint), {str(hint)})} & set(_SYSTEMS)
    readings = _readings(lettered, letters, systems or set(_SYSTEMS))
    readings = readings or _readings(lettered, letters, set(_SYSTEMS))
    if not readings:
        written = " and ".join(lettered[i].text for i in letters)
        raise Refused(f"it is not clear which directions {written} are", INSTEAD)
    return readings


def with_foreign(tokens: Sequence[Token]) -> list[Token]:
    """Turn the letters of other languages that stand at the numbers into directions.

    They count only where there are two directions then: `a 48.2, 16.3` has a word before it.
    """
    known = sum(t.kind is TokenKind.LETTER or t.value == SOUTH_OR_SECONDS for t in tokens)
    foreign = [i for i in range(len(tokens)) if _is_foreign(tokens, i)]
    marks = [i for i in foreign if tokens[i].kind is TokenKind.MARK]
    if len(marks) != 1 or len(foreign) != 2:  # a D is rather the sign of degrees
        foreign = [i for i in foreign if i not in marks]
    if not foreign or not 2 <= known + len(foreign) <= 4:
        return list(tokens)
    return [
        token._replace(kind=TokenKind.LETTER, value=token.text.casefold().removesuffix("."))
        if i in foreign
        else token
        for i, token in enumerate(tokens)
    ]


def _is_foreign(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    letter = token.text.casefold().removesuffix(".")
    is_d = token.text == "D" and token.kind is TokenKind.MARK
    if letter not in _FOREIGN or not (token.kind is TokenKind.WORD or is_d):
        return False
    beside = (*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2])
    return any(t.kind in {TokenKind.NUMBER, TokenKind.DOTTED, TokenKind.MARK} for t in beside)


def _readings(tokens: Sequence[Token], letters: list[int], languages: set[str]) -> Readings:
    """Try each language; keep what gives one latitude and one longitude, each once."""
    found: dict[tuple[str, ...], tuple[Token, ...]] = {}
    for language in _SYSTEMS:
        meaning = _DIRECTION[language]
        values = tuple(
            meaning.get(tokens[i].value, tokens[i].value if len(tokens[i].text) > 2 else "")
            for i in letters
        )
        axes = [value in _LATITUDES for value in values if value]
        if language in languages and sorted(axes) == [False, True] and all(values):
            found.setdefault(values, tuple(_replaced(tokens, letters, values)))
    plausible = [values for values in found if not _is_odd(values)]
    return [found[values] for values in (plausible if len(found) > 1 else found)]


def _is_odd(values: tuple[str, ...]) -> bool:
    """Tell whether a reading has the longitude first and yet lies in the south.

    Of two readings it is not the one: `41° K, 29° D` is Turkish, not the south of Hungarian's D.
    """
    return values[0] not in _LATITUDES and values[1] == "s"


def _replaced(
    tokens: Sequence[Token], letters: list[int], values: tuple[str, ...]
) -> Iterator[Token]:
    new = dict(zip(letters, values, strict=True))
    for i, token in enumerate(tokens):
        yield token._replace(value=new[i]) if i in new else token
