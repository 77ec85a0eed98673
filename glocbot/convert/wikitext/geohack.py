"""GeoHack's parameters, as its links and wikitext have them."""

import re

from glocbot.convert.reading import Reading
from glocbot.convert.wikitext.values import read_values

_GEOHACK = re.compile(r"(?:params=)?([0-9.+-]++(?:_[0-9.]*+){0,2}_?[NSEW]?[_;].*+)", re.DOTALL)


def read_geohack(text: str) -> Reading | None:
    """Read GeoHack's `params=48_12_30_N_16_22_19_E_type:landmark`, or `48.2;16.3_…`.

    Raises:
        Refused: when they are not two coordinates on the Earth.
    """
    match = _GEOHACK.fullmatch(text.strip())
    # Without params= only its letters tell it from anything else with underscores.
    if match is None or not (text.startswith("params=") or re.search("_[NS]_.*_[EW]", text)):
        return None
    return read_values(match[1].replace(";", "_").split("_"))
