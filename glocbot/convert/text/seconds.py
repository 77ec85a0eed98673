"""Whether an `s` is south or the sign of seconds."""

from collections.abc import Sequence

from glocbot.convert.text.tokens import SOUTH_OR_SECONDS, Token
from glocbot.convert.text.words import TokenKind


def settle_s(found: Sequence[Token]) -> tuple[Token, ...]:
    """Decide of each bare `s` whether it is south or seconds.

    It is seconds before a further letter (`12.9s N`), and after minutes (`4m17s`) unless the other
    coordinate has a letter and no `s`: `50d4m17.7S 14d24m2.8E` lies in the south.
    """
    doubtful = [i for i, token in enumerate(found) if token.value == SOUTH_OR_SECONDS]
    if not doubtful:
        return tuple(found)
    settled = list(found)
    open_: list[int] = []
    for i in doubtful:
        after_number = i > 0 and found[i - 1].kind is TokenKind.NUMBER
        after_minutes = after_number and i > 1 and found[i - 2].value == "m"
        if after_number and i + 1 < len(found) and _is_letter(found[i + 1]):
            settled[i] = _seconds(found[i])
        elif after_minutes:
            open_.append(i)
        else:
            settled[i] = _south(found[i])
    letters = sum(token.kind is TokenKind.LETTER for token in settled)
    south = letters == 1 and len(doubtful) == 1
    for i in open_:
        settled[i] = _south(found[i]) if south else _seconds(found[i])
    return tuple(settled)


def _south(token: Token) -> Token:
    return token._replace(kind=TokenKind.LETTER, value="s")


def _seconds(token: Token) -> Token:
    return token._replace(value="s")


def _is_letter(token: Token) -> bool:
    return token.kind is TokenKind.LETTER or token.value == SOUTH_OR_SECONDS
