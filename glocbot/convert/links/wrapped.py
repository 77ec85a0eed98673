"""Links that hold the link that is meant: of mail programs, of networks, and encoded ones."""

import re
from urllib.parse import unquote

from glocbot.convert.links.link import Link, parse_link
from glocbot.convert.links.services import service_of

#: A long link that stands whole in another, encoded.
_ENCODED = re.compile(r"https?%(?:25)?3a%(?:25)?2f%(?:25)?2f", re.IGNORECASE)
_MOST_LAYERS = 3
#: Proofpoint puts the link into the path, between underscores.
_PROOFPOINT = re.compile(r"/v3/__(https?:/.+?)__;")

#: Pages of map services that only lead on.
_LEADING_ON = frozenset({"url", "m", "ml", "link"})


def decoded(text: str) -> str:
    """Undo the encoding of a link that was encoded as a whole, once or twice."""
    for _ in range(2):
        if re.search("https?://", text, re.IGNORECASE) or not _ENCODED.search(text):
            break
        text = unquote(text)
    return text


def unwrapped(found: str) -> str:
    """Return the link of a map that another link holds; the link itself where it holds none.

    `google.com/url?q=…`, `l.facebook.com/l.php?u=…`, `maps.app.goo.gl/?link=…`, Outlook's
    `safelinks.protection.outlook.com/?url=…` and all others that have it in a parameter.
    """
    for _ in range(_MOST_LAYERS):
        if not found.lower().startswith("http"):
            return found
        link = parse_link(found)
        inner = _inner(link, found)
        if inner is None:
            return found
        found = inner
    return found


def _inner(link: Link, found: str) -> str | None:
    if service_of(link.host) is not None and not _LEADING_ON & set(link.path[:1]):
        return None
    values = [value for values in link.query.values() for value in values]
    values += [match[1] for match in _PROOFPOINT.finditer(found)]
    held = {value for value in map(_whole, values) if value and _is_of_map(value)}
    return held.pop() if len(held) == 1 else None


def _whole(value: str) -> str | None:
    """Return a parameter that is a link; Proofpoint writes one slash of its two."""
    value = re.sub("^(https?:)/(?!/)", r"\1//", value.strip())
    return value if re.match("https?://", value, re.IGNORECASE) else None


def _is_of_map(value: str) -> bool:
    """Tell whether a link is of a map, or may hold one itself."""
    host = re.sub(r"^https?://(?:www\.)?", "", value.lower()).split("/")[0].split("?")[0]
    return service_of(host) is not None or "goo.gl" in host or "http" in value[8:]
