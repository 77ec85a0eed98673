"""Whether a pair is surely one of coordinates, where words stand around it."""

from collections.abc import Sequence

from glocbot.convert.reading import EXAMPLE, Refused, shown
from glocbot.convert.text.pairs import Pair
from glocbot.convert.text.tokens import Token
from glocbot.convert.text.vocabulary import DIMENSIONS
from glocbot.convert.text.words import TokenKind

#: Degrees: two numbers with two decimals may be prices, and with three they rarely are.
_FINE = 0.001


def check_strong(pair: Pair, tokens: Sequence[Token], words: Sequence[str]) -> None:
    """Refuse a pair among words that may be other numbers than coordinates.

    Args:
        pair: the coordinates.
        tokens: of the pair.
        words: those around it.

    Raises:
        Refused: when it has neither letters nor marks nor three decimals.
    """
    lettered = any(token.kind is TokenKind.LETTER for token in tokens)
    marked = all(coordinate.marked for coordinate in pair)
    labelled = any(token.kind is TokenKind.LABEL for token in tokens)
    fraction = all("." in t.value for t in tokens if t.kind is TokenKind.NUMBER)
    fine = max(coordinate.step for coordinate in pair) <= _FINE
    if lettered or marked or fine or (labelled and fraction):
        return
    raise Refused(
        "the two numbers among the words may be something else than coordinates",
        f"delete the word {shown(words[0])}, and paste only the coordinates, such as {EXAMPLE}",
    )


def check_dimensions(pair: Pair, tokens: Sequence[Token]) -> None:
    """Refuse `Länge: 120, Breite: 20`, which may be the length and width of a thing.

    Raises:
        Refused: when such labels have numbers without marks and with fewer than three decimals.
    """
    labels = {t.text.casefold() for t in tokens if t.kind is TokenKind.LABEL}
    fine = max(coordinate.step for coordinate in pair) <= _FINE
    lettered = any(token.kind is TokenKind.LETTER for token in tokens)
    marked = any(coordinate.marked for coordinate in pair)
    if labels & DIMENSIONS and not (fine or lettered or marked):
        raise Refused(
            f"{shown(', '.join(sorted(labels)))} may be the width and length of a thing",
            f"write the two coordinates alone, such as {EXAMPLE}",
        )
