"""Find the links in what a person pasted, and tell short ones from long ones."""

import re

from glocbot.convert.links.link import parse_link
from glocbot.convert.links.services import SCHEMES
from glocbot.convert.text.signs import INVISIBLE

#: A link ends at a space, so a label in brackets after one is left out.
_LINK = re.compile(
    rf"(?<![a-z0-9+.-])(?:(?:https?|{'|'.join(sorted(SCHEMES))})://[^\s<>]++"
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
    r"|mapq\.st/.*|s\.geo\.admin\.ch/.*|kko\.to/.*|naver\.me/.*|u\.osmfr\.org/.*"
    r"|is\.gd/.*|ow\.ly/.*|v\.gd/.*|rebrand\.ly/.*|[a-z]+\.app\.link/.*|link\.locusmap\.app/.*"
)


def find_links(text: str) -> list[str]:
    """Find the links in a text, such as a shared message, each once."""
    joined = _AFTER_COMMA.sub(",", text.translate(INVISIBLE)).replace("&amp;", "&")
    links = dict.fromkeys(_trimmed(match.group()) for match in _LINK.finditer(joined))
    if links:
        return list(links)
    bare = _BARE.match(joined)
    return [f"https://{_trimmed(bare.group())}"] if bare else []


def without_links(text: str) -> str:
    """Return a text without its links."""
    joined = _AFTER_COMMA.sub(",", text.translate(INVISIBLE))
    rest, links = _LINK.subn(" ", joined)
    return rest if links else _BARE.sub(" ", joined, count=1)


def _trimmed(link: str) -> str:
    link = link.rstrip(_PUNCTUATION)
    while link.endswith(")") and link.count(")") > link.count("("):
        link = link[:-1].rstrip(_PUNCTUATION)
    return link


def is_short(link: str) -> bool:
    """Tell whether only a server knows where a link leads."""
    parsed = parse_link(link)
    return _SHORT.fullmatch("/".join((parsed.host, *parsed.path)) + "/") is not None
