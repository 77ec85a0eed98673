"""What people search for on a map, where that is a position and not a name."""

import re

from glocbot.convert.links.link import Link
from glocbot.convert.links.sources import LAT, LON, Found, Source, exact_pair
from glocbot.convert.reading import Refused
from glocbot.convert.text.notations import read_text

_NAMED = re.compile(rf".*@{LAT},{LON}", re.DOTALL)


def place(text: str) -> Found | None:
    """Read what people search for, where it is a position and not a name.

    `48.2,16.3`, `loc:48.2,16.3`, `48.2,16.3(Label)`, `Name@48.2,16.3`, or in degrees and minutes.
    """
    plain = text.strip().removeprefix("loc:")
    found = exact_pair(plain.partition("(")[0])
    if found is not None:
        return found
    named = _NAMED.fullmatch(plain)
    if named is not None:
        return Found(named["lat"], named["lon"])
    return _in_words(plain)


def _in_words(text: str) -> Found | None:
    """Read `48°12'30"N 16°22'19"E` or `N34.9,W106.6`; bare numbers may as well be an address."""
    if not any(letter in text.upper() for letter in "NS°"):
        return None
    try:
        location = read_text(text).location
    except Refused:
        return None
    return Found(f"{location.latitude:.9f}", f"{location.longitude:.9f}")


def place_in(*names: str) -> Source:
    """Read parameters that hold what a person searched for, where that is a position."""

    def read(link: Link) -> Found | None:
        places = (place(link.one(name) or "") for name in names)
        return next((found for found in places if found is not None), None)

    return read
