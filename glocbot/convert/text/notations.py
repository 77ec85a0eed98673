"""The one pair of coordinates in a text, as people write it."""

import re
from collections.abc import Sequence

from glocbot.convert.reading import EXAMPLE, Reading, Refused, shown
from glocbot.convert.text.coordinate import Tokens
from glocbot.convert.text.halves import separated
from glocbot.convert.text.letters import settle_letters, with_foreign
from glocbot.convert.text.pairs import Pair, check_parts, read_pair
from glocbot.convert.text.seconds import settle_s
from glocbot.convert.text.signs import clean, without_heading
from glocbot.convert.text.strength import check_dimensions, check_strong
from glocbot.convert.text.surroundings import core, without_homograph
from glocbot.convert.text.tokens import COMMA_IS_DECIMAL, COMMA_SEPARATES, Token, cut, unreadable
from glocbot.convert.text.words import TokenKind
from glocbot.template import decimal_degrees


def read_text(text: str) -> Reading:
    """Read the one pair of coordinates in a text as people write it.

    A comma between two digits may be a separator or a decimal comma. Both readings are tried on the
    whole text, and where both succeed with different positions the text is refused.

    Raises:
        Refused: when the text is not exactly one position, or not surely which.
    """
    plain, heading = without_heading(clean(text))
    digit = next((c for c in plain if c.isnumeric() and not (c.isascii() or c.isalpha())), None)
    if digit is not None:
        raise unreadable(digit, plain)
    if _THOUSANDS.fullmatch(plain) or _WHOLE_PAIR.fullmatch(plain):
        raise Refused(
            f"{shown(plain)} may be one number with a comma in it",
            f"write a space after the comma between two coordinates, such as {EXAMPLE}",
        )
    if plain.startswith("[") and plain.endswith("]"):
        raise Refused(
            "numbers in square brackets may have the longitude first, as in GeoJSON",
            f"paste the latitude and then the longitude without brackets, such as {EXAMPLE}",
        )
    readings: list[tuple[Reading, Pair]] = []
    reasons: list[Refused] = []
    for pattern in (COMMA_SEPARATES, COMMA_IS_DECIMAL):
        if pattern is COMMA_IS_DECIMAL and not _has_decimal_comma(plain):
            continue
        try:
            readings.append(_read(plain, pattern))
        except Refused as reason:
            reasons.append(reason)
    if not readings:
        decimal = len(_DECIMAL_COMMA.findall(plain)) > 1
        raise _clearer(plain, reasons[-1] if decimal else reasons[0])
    reading, pair = readings[0]
    if any(other.location != reading.location for other, _ in readings):
        raise Refused(
            "the commas may be decimal commas or separate the numbers, which gives two different "
            "positions",
            f"write decimal points, such as {EXAMPLE}",
        )
    check_parts(pair)
    return reading.turned(heading)


#: What the letters mean that most often make a text doubtful.
_MEANINGS = {
    "O": "is east in German and Dutch, and west in French, Spanish, Italian and Portuguese",
    "V": "is east in Czech and Slovene, and west in the Nordic languages and Romanian",
}
#: 1,134.5 is more than a thousand in half of the world.
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3},[0-9]{3}\.[0-9]++")
#: Half of the world writes ten and a half as 10,5, and one coordinate more is to come then.
_WHOLE_PAIR = re.compile(r"(?!0,0$)[+-]?[0-9]++,[0-9]++")
_DECIMAL_COMMA = re.compile(r"[0-9],[0-9]")
_DECIMAL_POINT = re.compile(r"\.[0-9]")


def _has_decimal_comma(plain: str) -> bool:
    """Whether commas may be decimal: some stand between digits, and no decimal point is there."""
    return _DECIMAL_COMMA.search(plain) is not None and _DECIMAL_POINT.search(plain) is None


#: What other programs write as numbers and is none of degrees; it only makes a refusal clearer.
_STRANGE_NUMBER = re.compile(
    r"(?<![a-z0-9.])(?:nan|inf(?:inity)?|0x[0-9a-f]++)(?![a-z])", re.IGNORECASE
)
#: Only without a north or south, with which E is east.
_EXPONENT = re.compile(r"(?<![a-z0-9.])[0-9.]++ ?+e[+-]?+[0-9]++(?![a-z])", re.IGNORECASE)


def _clearer(plain: str, reason: Refused) -> Refused:
    exponent = None if set("nsNS") & set(plain) else _EXPONENT.search(plain)
    strange = _STRANGE_NUMBER.search(plain) or exponent
    if strange is None:
        return reason
    return Refused(
        f"{shown(strange.group())} is not a number of degrees",
        f"paste decimal degrees in plain digits, such as {EXAMPLE}",
    )


def _read(plain: str, pattern: re.Pattern[str]) -> tuple[Reading, Pair]:
    found = with_foreign(cut(plain, pattern))
    try:
        return _read_tokens(found, plain)
    except Refused:
        other = without_homograph(found)
        if other is None:
            raise
    return _read_tokens(other, plain)


def _read_tokens(found: Sequence[Token], plain: str) -> tuple[Reading, Pair]:
    taken = core(found, plain)
    tokens = separated(settle_s(taken.tokens))
    pairs, readings = _possible(settle_letters(tokens, {t.language for t in found}))
    if len(readings) > 1:
        raise _ambiguous(tokens, readings)
    check_dimensions(pairs[0], tokens)
    if taken.words:
        check_strong(pairs[0], tokens, taken.words)
    return readings[0].noting(*taken.notes), pairs[0]


def _possible(candidates: Sequence[Tokens]) -> tuple[list[Pair], list[Reading]]:
    """Read each candidate; one that is no position on the Earth is none.

    Raises:
        Refused: when none is.
    """
    pairs, readings, reasons = [], [], []
    for candidate in candidates:
        try:
            pair = read_pair(candidate)
            readings.append(_position(pair))
        except Refused as reason:
            reasons.append(reason)
        else:
            pairs.append(pair)
    if not readings:
        raise reasons[0]
    return pairs, readings


def _position(pair: Pair) -> Reading:
    latitude, longitude = pair
    return Reading.at(latitude.degrees, longitude.degrees, step=max(latitude.step, longitude.step))


def _ambiguous(tokens: Sequence[Token], readings: Sequence[Reading]) -> Refused:
    letters = [t.text for t in tokens if t.kind is TokenKind.LETTER and t.value not in "nsew"]
    ready = " or ".join(
        f"{decimal_degrees(r.location.latitude)}, {decimal_degrees(r.location.longitude)}"
        for r in readings
    )
    name = letters[-1].upper() if letters else "a letter"
    known = _MEANINGS.get(name, "means different directions in different languages")
    return Refused(f"the letter {name} {known}, and nothing here says which", f"paste {ready}")
