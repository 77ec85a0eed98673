"""Turn what a person has into a position, or into one clear refusal.

`convert` takes coordinates as text, wikitext, URIs and links of maps, and grid references. It reads
no file and opens no connection; photos are for `glocbot.convert.photos`, short links for
`glocbot.convert.online`.
"""

import re
from collections.abc import Callable

from glocbot.convert.gcj02 import converted_from_gcj02, noted_for_china
from glocbot.convert.grids import read_grid
from glocbot.convert.reading import EXAMPLE, Datum, PositionKind, Reading, Refused
from glocbot.convert.several import read_several
from glocbot.convert.text.listing import read_listing
from glocbot.convert.text.notations import read_iso_6709, read_nmea, read_text
from glocbot.convert.text.signs import INVISIBLE
from glocbot.convert.wikitext import read_wikitext
from glocbot.convert.wikitext.geohack import read_geohack
from glocbot.convert.wkt import read_wkt

__all__ = ["LONGEST", "Datum", "PositionKind", "Reading", "Refused", "convert"]

#: Characters; the longest real links are those of Google Maps, about 1,000.
LONGEST = 4096

#: A scheme, or the dots of a host before a path, a query or a fragment.
_MAY_BE_LINK = re.compile(
    r"://|[a-z]:\S|[a-z]%(?:25)?3a|^@|[a-z0-9]\.[a-z]{2,}[/?#]", re.IGNORECASE
)

#: Long runs of blanks say no more than short ones, and make patterns slow.
_BLANKS = re.compile(r"\s{4,}")

_Reader = Callable[[str], Reading | None]


def _read_links(text: str) -> Reading | None:
    """Load the table of services only for what may be a link."""
    if not _MAY_BE_LINK.search(text):
        return None
    from glocbot.convert.links import read_link  # noqa: PLC0415 - a big table, for few

    return read_link(text)


#: In the order in which they are asked. Each takes the whole input and returns a reading, None
#: where the input is not of its form, or raises `Refused` where it is and is wrong. What none of
#: them takes is text.
_READERS: tuple[_Reader, ...] = (
    read_wikitext,
    read_wkt,
    _read_links,
    read_geohack,
    read_grid,
    read_iso_6709,
    read_nmea,
    read_listing,
)


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
    return converted_from_gcj02(reading) if gcj02 else noted_for_china(reading)


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
    for reader in _READERS:
        reading = reader(text)
        if reading is not None:
            return reading
    return read_text(text)
