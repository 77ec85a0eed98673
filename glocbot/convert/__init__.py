"""Turn what a person has into a position, or into one clear refusal.

`convert` takes coordinates as text, wikitext, URIs and links of maps, and grid references. It reads
no file and opens no connection; photos are for `glocbot.convert.photos`, short links for
`glocbot.convert.online`.
"""

from collections.abc import Callable

from glocbot.convert.gcj02 import converted_from_gcj02, noted_for_china
from glocbot.convert.grids import read_mgrs, read_plus_code, read_utm
from glocbot.convert.links import read_link
from glocbot.convert.reading import EXAMPLE, Datum, PositionKind, Reading, Refused
from glocbot.convert.text.notations import read_iso_6709, read_nmea, read_text
from glocbot.convert.text.signs import INVISIBLE
from glocbot.convert.wikitext import read_wikitext
from glocbot.convert.wikitext.geohack import read_geohack
from glocbot.convert.wkt import read_wkt

__all__ = ["LONGEST", "READERS", "Datum", "PositionKind", "Reading", "Refused", "convert"]

#: Characters; the longest real links are those of Google Maps, about 1,000.
LONGEST = 4096

Reader = Callable[[str], Reading | None]

#: In the order in which they are asked. Each takes the whole input and gives an answer, None where
#: the input is not of its form, or `Refused` where it is and is wrong. The last always decides.
_READERS: tuple[Reader, ...] = (
    read_wikitext,
    read_wkt,
    read_link,
    read_geohack,
    read_plus_code,
    read_mgrs,
    read_utm,
    read_iso_6709,
    read_nmea,
    read_text,
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
    visible = text.translate(INVISIBLE).strip()
    if not visible:
        raise Refused("the input is empty", f"paste coordinates or a map link, such as {EXAMPLE}")
    given = _read(visible)
    return converted_from_gcj02(given) if gcj02 else noted_for_china(given)


def _read(text: str) -> Reading:
    for reader in _READERS[:-1]:
        given = reader(text)
        if given is not None:
            return given
    return read_text(text)
