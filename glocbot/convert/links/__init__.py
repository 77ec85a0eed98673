"""URIs and links of map services."""

import re
from typing import Final

from glocbot.convert.answer import Answer, Refused, shown
from glocbot.convert.links.google import HOSTS as GOOGLE
from glocbot.convert.links.google import read_google
from glocbot.convert.links.link import INSTEAD, Link, parse_link
from glocbot.convert.links.services import SERVICES
from glocbot.convert.links.uri import read_geo, read_google_uri
from glocbot.convert.signs import INVISIBLE
from glocbot.convert.wikitext import read_geohack

#: Schemes of apps, which have no host.
APPS: Final = re.compile(
    "ge0|om|cm|mapsme|mapswithme|waze|yandexmaps|dgis|magicearth|maps|osmandmaps|comgooglemaps"
)
#: A link ends at a space, so a label in brackets after one is left out.
LINK: Final = re.compile(
    rf"(?<![a-z0-9+.-])(?:(?:https?|{APPS.pattern})://[^\s<>]++"
    r"|(?:geo|google\.(?:navigation|streetview)):[^\s<>]++)",
    re.IGNORECASE,
)
#: Without its https://, as browsers show it.
BARE: Final = re.compile(r"(?:[a-z0-9-]++\.)++[a-z]{2,}+(?:[/?#]\S*+)", re.IGNORECASE)
AFTER_COMMA: Final = re.compile(r"(?<=[0-9]),\s++(?=[+-]?[0-9])")
PUNCTUATION: Final = ".,;:!'\"»”’>"

#: Services that make short links; only their servers know what is behind one.
SHORT: Final = re.compile(
    r"(?:maps\.)?(?:app\.)?goo\.gl/.*|g\.co/.*|g\.page/.*|share\.google/.*|maps\.apple/.*"
    r"|(?:maps\.)?yandex\.[a-z.]+/(?:maps/)?-/.*|(?:[a-z]+\.)?mapy\.[a-z]+/s/.*|go\.2gis\.com/.*"
    r"|her\.is/.*|binged\.it/.*|(?:surl|j\.map)\.[a-z.]+/.*|bit\.ly/.*|tinyurl\.com/.*|t\.co/.*"
    r"|strava\.app\.link/.*"
)


def find_link(text: str) -> str | None:
    """Find the one link in a text, such as a shared message; None where there is none.

    Raises:
        Refused: when there are several different ones.
    """
    joined = AFTER_COMMA.sub(",", text.translate(INVISIBLE))
    links = {_trimmed(match.group()) for match in LINK.finditer(joined)}
    if len(links) > 1:
        raise Refused(f"there are {len(links)} links, and only one can be where the camera stood")
    if links:
        return links.pop()
    bare = BARE.match(joined)
    return f"https://{_trimmed(bare.group())}" if bare else None


def _trimmed(link: str) -> str:
    link = link.rstrip(PUNCTUATION)
    while link.endswith(")") and link.count(")") > link.count("("):
        link = link[:-1].rstrip(PUNCTUATION)
    return link


def is_short(link: str) -> bool:
    """Whether only a server knows where a link leads."""
    parsed = parse_link(link)
    return SHORT.fullmatch("/".join((parsed.host, *parsed.path)) + "/") is not None


def read_link(text: str) -> Answer | None:
    """Read the position of the one link in a text.

    Raises:
        Refused: when there is a link, but no one position in it.
    """
    found = find_link(text)
    if found is None:
        return None
    scheme, _, rest = found.partition(":")
    if scheme.lower() == "geo":
        return read_geo(rest)
    if scheme.lower().startswith("google."):
        return read_google_uri(rest)
    if is_short(found):
        raise Refused(
            f"{shown(found)} is a short link, and only its server knows the position: open it in a "
            "browser and paste the long link that you see then, or use --online"
        )
    return _of_service(parse_link(found))


def _of_service(link: Link) -> Answer:
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
        f"links of {shown(host)} are not read, as it is not known how they write positions; "
        f"{INSTEAD}"
    )
