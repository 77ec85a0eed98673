"""URIs and links of map services.

`find` cuts the links out of a text, `services` is the table of the services, one entry each, and
`sources` holds the few ways in which they write positions.
"""

import re
from collections.abc import Sequence

from glocbot.convert.around import check_text_around
from glocbot.convert.links.find import SHORTENERS, find_links, is_short, without_links
from glocbot.convert.links.link import Link, parse_link
from glocbot.convert.links.services import service_of
from glocbot.convert.links.services.google import GOOGLE_MAPS
from glocbot.convert.links.unknown import read_unknown
from glocbot.convert.links.uri import read_geo, read_google_uri
from glocbot.convert.links.wrapped import decoded, unwrapped
from glocbot.convert.reading import PositionKind, Reading, Refused, shown
from glocbot.convert.wikitext.geohack import read_geohack

#: Apps share a place with two links to it, which round it differently: degrees, some 20 m.
_SAME_PLACE = 2e-4
#: The part of an address of Google Maps that people know to have the coordinates.
_GOOGLE_VIEW = re.compile(r"@[0-9.,+-]++[a-z][0-9a-z.,+-]*+")


def read_link(text: str) -> Reading | None:
    """Read the position of the links in a text, which are one or lead to the same place.

    Raises:
        Refused: when there is a link, but no one position in it.
    """
    if _GOOGLE_VIEW.fullmatch(text):
        return GOOGLE_MAPS.read(Link("https", "", ("maps", text), {}, ""))
    text = decoded(text)
    links = [unwrapped(link) for link in find_links(text)]
    if not links:
        return None
    reading = _read(links[0]) if len(links) == 1 else _one_of(_of_maps(links))
    return check_text_around(without_links(text), reading)


def _of_maps(links: Sequence[str]) -> Sequence[str]:
    """Leave out links that are of no map, such as the one to an app that a shared message has."""
    maps = [link for link in links if not _is_of_no_map(link)]
    return maps or links


def _is_of_no_map(found: str) -> bool:
    if not found.lower().startswith("http") or is_short(found):
        return False
    link = parse_link(found)
    return service_of(link.host) is None or not (link.query or link.fragment or len(link.path) > 1)


def _one_of(links: Sequence[str]) -> Reading:
    try:
        readings = [_read(link) for link in links]
    except Refused as reason:
        raise _several(links) from reason
    first = readings[0]
    if not all(first.agrees_with(other, _SAME_PLACE) for other in readings):
        raise _several(links)
    return next((reading for reading in readings if reading.kind is PositionKind.POINT), first)


def _several(links: Sequence[str]) -> Refused:
    return Refused(
        f"there are {len(links)} links to different places, and only one can be where the camera "
        "stood",
        "paste that one alone",
    )


def _read(found: str) -> Reading:
    scheme, _, rest = found.partition(":")
    if scheme.lower() == "geo":
        return read_geo(rest)
    if scheme.lower().startswith("google."):
        return read_google_uri(rest)
    if is_short(found):
        online = ", or use --online" if SHORTENERS.fullmatch(found) else ""
        raise Refused(
            f"{shown(found)} is a short link, and only its server knows the position",
            f"open it in a browser and paste the long link that you see then{online}",
        )
    return _of_service(parse_link(found))


def _of_service(link: Link) -> Reading:
    geohack = read_geohack(f"params={link.one('params') or ''}")
    if geohack is not None:
        return geohack
    service = service_of(link.host or link.scheme)
    return service.read(link) if service is not None else read_unknown(link)
