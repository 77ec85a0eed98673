"""Turn what a person has into a position, or into one clear refusal.

`convert` takes coordinates as text, wikitext, URIs and links of maps, and grid references. It reads
no file and opens no connection; photos are for `glocbot.convert.photos`, short links for
`glocbot.convert.online`.
"""

from collections.abc import Callable
from typing import Final

from glocbot.convert.answer import EXAMPLE, Answer, Datum, Kind, Refused
from glocbot.convert.text import read_iso_6709, read_nmea, read_text

__all__ = ["LONGEST", "Answer", "Datum", "Kind", "Refused", "convert"]

#: Characters; the longest real links are those of Google Maps, about 1,000.
LONGEST: Final = 4096

#: Each gives None for what is not its form; the last one answers or says why nothing could.
READERS: Final[tuple[Callable[[str], Answer | None], ...]] = (
    read_iso_6709,
    read_nmea,
    read_text,
)


def convert(text: str) -> Answer:
    if len(text) > LONGEST:
        raise Refused("too long")
    stripped = text.strip()
    for reader in READERS:
        a = reader(stripped)
        if a is not None:
            return a
    raise AssertionError
