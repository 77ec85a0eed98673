"""Turn what a person has into a position, or into one clear refusal.

`convert` takes coordinates as text, wikitext, URIs and links of maps, and grid references. It reads
no file and opens no connection; photos are for `glocbot.convert.photos`, short links for
`glocbot.convert.online`.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import cast

from glocbot.convert.reading import EXAMPLE, Datum, PositionKind, Reading, Refused
from glocbot.convert.several import read_several
from glocbot.convert.text.notations import read_text
from glocbot.convert.text.signs import INVISIBLE

__all__ = ["LONGEST", "Datum", "PositionKind", "Reading", "Refused", "convert"]

#: Characters; the longest real links are those of Google Maps, about 1,000.
LONGEST = 4096

#: Long runs of blanks say no more than short ones, and make patterns slow.
_BLANKS = re.compile(r"\s{4,}")

#: A plus, or numbers with more digits than degrees have.
_MAY_BE_GRID = (
    r"\+|(?<![0-9.,])[0-9]{4}|[0-9]['’ ][0-9]{3}|[0-9 ][a-z]{3} ?[0-9]{2}"
    r"|(?:[a-z]{2}|grid.*) ?[0-9]{2,3} [0-9]{2,3}$"
)

#: The readers in the order in which they are asked: what their inputs have in them, and where they
#: are. Each takes the whole input and returns a reading, None where the input is not of its form,
#: or raises `Refused` where it is and is wrong. What none of them takes is text. A reader is loaded
#: for the first input that may be its own, so that a call with two numbers is quick.
_READERS = (
    (r"\{\{|^\s*\|", "wikitext", "read_wikitext"),
    (r"point", "wkt", "read_wkt"),
    # a scheme, or the dots of a host before a path, a query or a fragment
    (r"://|[a-z]:\S|[a-z]%(?:25)?3a|^@|[a-z0-9]\.[a-z]{2,}[/?#]", "links", "read_link"),
    (r"params=|_[ns]_|:[^\W\d]+/", "wikitext.geohack", "read_geohack"),
    (_MAY_BE_GRID, "grids", "read_grid"),
    (r"[+-][0-9]{2}", "text.packed", "read_iso_6709"),
    (r"[0-9],[ns],", "text.packed", "read_nmea"),
    (r"\n", "text.listing", "read_listing"),
)
_Reader = Callable[[str], Reading | None]
_GATES = tuple((re.compile(gate, re.IGNORECASE), module, name) for gate, module, name in _READERS)


@cache
def _reader(module: str, name: str) -> _Reader:
    return cast("_Reader", getattr(import_module(f"glocbot.convert.{module}"), name))


def convert(text: str, *, gcj02: bool = False) -> Reading:
    """Read one position from what a person pasted.

    >>> convert("48°12′30″N 16°22′19″E").location.latitude
    48.208333333333336

    Args:
        text: coordinates, wikitext, a link or URI of a map, a plus code, MGRS or UTM; at most
            4,096 characters.
        gcj02: convert what lies in mainland China from GCJ-02 to WGS 84, unless it came from a
            service that is known not to shift positions.

    Returns:
        The position in WGS 84, the heading where the text carries one, and notes on both.

    Raises:
        Refused: when the text is not one position, or not surely which.
    """
    if len(text) > LONGEST:
        raise Refused(
            f"the input has {len(text):,} characters, more than any coordinates or link",
            f"paste one position, such as {EXAMPLE}",
        )
    visible = _BLANKS.sub(_fewer, text.translate(INVISIBLE)).strip()
    if not visible:
        raise Refused("the input is empty", f"paste coordinates or a map link, such as {EXAMPLE}")
    reading = _read(visible)
    if not gcj02 and reading.datum is not Datum.GCJ02:
        return reading
    from glocbot.convert import gcj02 as china  # noqa: PLC0415 - a big outline, for few

    return china.converted_from_gcj02(reading) if gcj02 else china.noted_for_china(reading)


def _fewer(blanks: re.Match[str]) -> str:
    return "\n" if "\n" in blanks.group() else "   "


def _read(text: str) -> Reading:
    """Read a text in one notation, or else in several that agree."""
    try:
        return _read_one(text)
    except Refused as reason:
        several = read_several(text, _read_one)
        if several is None:
            raise reason from None
        return several


def _read_one(text: str) -> Reading:
    for gate, module, name in _GATES:
        reading = _reader(module, name)(text) if gate.search(text) else None
        if reading is not None:
            return reading
    return read_text(text)
