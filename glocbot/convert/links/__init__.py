"""URIs and links of map services."""

import re
from collections.abc import Sequence

from glocbot.convert.links.google import HOSTS as GOOGLE
from glocbot.convert.links.google import read_google
from glocbot.convert.links.link import INSTEAD, Link, parse_link
from glocbot.convert.links.services import SERVICES
from glocbot.convert.links.uri import read_geo, read_google_uri
from glocbot.convert.reading import PositionKind, Reading, Refused, shown
from glocbot.convert.text.signs import INVISIBLE
from glocbot.convert.wikitext import read_geohack

#: Schemes of apps, which have no host.
_APPS = re.compile(
    "ge0|om|cm|mapsme|mapswithme|waze|yandexmaps|dgis|magicearth|maps|osmandmaps|comgooglemaps"
)
#: A link ends at a space, so a label in brackets after one is left out.
_LINK = re.compile(
    rf"(?<![a-z0-9+.-])(?:(?:https?|{_APPS.pattern})://[^\s<>]++"
    r"|(?:geo|google\.(?:navigation|streetview)):[^\s<>]++)",
    re.IGNORECASE,
)
#: Without its https://, as browsers show it.
_BARE = re.compile(r"(?:[a-z0-9-]++\.)+[a-z]{2,}+(?:[/?#]\S*+)", re.IGNORECASE)
_AFTER_COMMA = re.compile(r"(?<=[0-9]),\s++(?=[+-]?[0-9])")
_PUNCTUATION = ".,;:!'\"»”’>"

#: The only ones whose servers are ever asked, and only where somebody wants it.
SHORTENERS = re.compile(r"https?://(?:maps\.app\.goo\.gl/|goo\.gl/(?:maps|app/maps)/)\S+")
#: Services that make short links; only their servers know what is behind one.
_SHORT = re.compile(
    r"(?:maps\.)?(?:app\.)?goo\.gl/.*|g\.co/.*|g\.page/.*|share\.google/.*|maps\.apple/.*"
    r"|(?:maps\.)?yandex\.[a-z.]+/(?:maps/)?-/.*|(?:[a-z]+\.)?mapy\.[a-z]+/s/.*|go\.2gis\.com/.*"
    r"|her\.is/.*|binged\.it/.*|(?:surl|j\.map)\.[a-z.]+/.*|bit\.ly/.*|tinyurl\.com/.*|t\.co/.*"
    r"|strava\.app\.link/.*"
)


#: Apps share a place with two links to it, which round it differently: degrees, some 20 m.
_SAME_PLACE = 2e-4


def find_links(text: str) -> list[str]:
    """Find the links in a text, such as a shared message, each once."""
    joined = _AFTER_COMMA.sub(",", text.translate(INVISIBLE))
    links = dict.fromkeys(_trimmed(match.group()) for match in _LINK.finditer(joined))
    if links:
        return list(links)
    bare = _BARE.match(joined)
    return [f"https://{_trimmed(bare.group())}"] if bare else []


def _trimmed(link: str) -> str:
    link = link.rstrip(_PUNCTUATION)
    while link.endswith(")") and link.count(")") > link.count("("):
        link = link[:-1].rstrip(_PUNCTUATION)
    return link


def is_short(link: str) -> bool:
    """Whether only a server knows where a link leads."""
    parsed = parse_link(link)
    return _SHORT.fullmatch("/".join((parsed.host, *parsed.path)) + "/") is not None


def read_link(text: str) -> Reading | None:
    """Read the position of the links in a text, which are one or lead to the same place.

    Raises:
        Refused: when there is a link, but no one position in it.
    """
    links = find_links(text)
    if not links:
        return None
    if len(links) == 1:
        return _read(links[0])
    try:
        answers = [_read(link) for link in links]
    except Refused as reason:
        raise _several(links) from reason
    first = answers[0]
    if any(not _same_place(first, other) for other in answers):
        raise _several(links)
    return next((given for given in answers if given.kind is PositionKind.POINT), first)


def _several(links: Sequence[str]) -> Refused:
    return Refused(
        f"there are {len(links)} links to different places, and only one can be where the camera "
        "stood",
        "paste that one alone",
    )


def _same_place(one: Reading, other: Reading) -> bool:
    return (
        abs(one.location.latitude - other.location.latitude) <= _SAME_PLACE
        and abs(one.location.longitude - other.location.longitude) <= _SAME_PLACE
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
    if link.scheme == "comgooglemaps":
        return read_google(Link(link.scheme, "", ("maps",), link.query, link.fragment))
    host = link.host or link.scheme
    if GOOGLE.fullmatch(host):
        inner = link.one("continue")
        return read_google(parse_link(inner) if inner else link)
    geohack = read_geohack(f"params={link.one('params') or ''}")
    if geohack is not None:
        return geohack
    for service in SERVICES:
        if service.hosts.fullmatch(host):
            return service.read(link)
    raise Refused(
        f"links of {shown(host)} are not read, as it is not known how they write positions", INSTEAD
    )
