"""GeoHack's parameters, as its links and wikitext have them."""

import re

from glocbot.convert.reading import Reading
from glocbot.convert.wikitext.values import read_values

_GEOHACK = re.compile(r"(?:params=)?([0-9.+-]++(?:_[0-9.]*+){0,2}_?[NSEW]?[_;].*+)", re.DOTALL)
#: The special page for a map, as a link within a wiki, under its names in any language.
_SPECIAL_PAGE = re.compile(
    r"\[{0,2}:?[^\W\d_]++:(?:Map|Karte|Carte|Mapa|Mappa|Kaart)/[0-9.]++/"
    r"([+-]?[0-9]++(?:\.[0-9]++)?)/([+-]?[0-9]++(?:\.[0-9]++)?)(?:/[a-z-]++)?(?:\|[^\]]*+)?\]{0,2}",
    re.IGNORECASE,
)


def read_geohack(text: str) -> Reading | None:
    """Read GeoHack's `params=48_12_30_N_16_22_19_E_type:landmark`, or `48.2;16.3_…`.

    Likewise `Special:Map/12/48.2/16.3/en`, the page to which Wikidata's statements link.

    Raises:
        Refused: when they are not two coordinates on the Earth.
    """
    page = _SPECIAL_PAGE.fullmatch(text.strip())
    if page is not None:
        return read_values([page[1], page[2]])
    match = _GEOHACK.fullmatch(text.strip())
    # Without params= only its letters tell it from anything else with underscores.
    if match is None or not (text.startswith("params=") or re.search("_[NS]_.*_[EW]", text)):
        return None
    return read_values(match[1].replace(";", "_").split("_"))
