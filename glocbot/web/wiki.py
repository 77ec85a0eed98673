"""Ask the wiki about one file: is its page there, is it located, does it want no location?

Plain `requests` and not Pywikibot: this process only reads one page now and then, and Pywikibot
would add a second to its start, folders in the home and a throttle that all its threads share.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any, Protocol
from urllib.parse import quote

import requests
from cachetools import TTLCache

from glocbot import __version__
from glocbot.convert import Refused, convert
from glocbot.decision.facts import POINT_OF_VIEW
from glocbot.location import Location, LocationError
from glocbot.reasons import SkipReason
from glocbot.wiki.responses import file_facts, page_content
from glocbot.wikitext.names import COMMONS_NAMES
from glocbot.wikitext.parse import ParsedText
from glocbot.wikitext.status import read_status

#: A page is asked about again after this many seconds, so that a person sees an own edit soon.
SECONDS_CACHED = 60
MOST_CACHED = 2_000
#: Seconds to connect, and to wait for each piece of the response.
TIMEOUT = (5, 10)
#: Heading in structured data, degrees clockwise from north (docs/facts.md §5).
_HEADING = "P7787"
_EARTH = "/Q2"

QUERY: Mapping[str, str] = {
    "action": "query",
    "format": "json",
    "formatversion": "2",
    "prop": "revisions|imageinfo|info|templates|categories",
    "rvprop": "ids|timestamp|content",
    "rvslots": "*",
    "iiprop": "timestamp|user|sha1|mime",
    "inprop": "protection",
    "tltemplates": "|".join(
        f"Template:{name}"
        for name in ("Location", "Object location", *sorted(COMMONS_NAMES.opt_out))
    ),
    "tllimit": "max",
    "clcategories": "|".join(
        f"Category:{name}" for name in sorted(COMMONS_NAMES.opt_out_categories)
    ),
    "cllimit": "max",
}


class WikiSilent(Exception):  # noqa: N818 - what happened, for who reads the page
    """The wiki gave no response that can be read."""


@dataclass(frozen=True, slots=True)
class FileState:
    """What the wiki says of one file.

    Attributes:
        title: with its namespace.
        reason: why it should get no location, or None where it may have one.
        location: where the page or its structured data say that the camera was.
        object_located: the page says where the subject is.
    """

    title: str
    reason: SkipReason | None = None
    location: Location | None = None
    object_located: bool = False


class Ask(Protocol):
    """The network, so that tests can do without one."""

    def __call__(self, parameters: Mapping[str, str]) -> Any:  # noqa: ANN401 - JSON
        """Ask the API; raises `WikiSilent`."""


class Api:
    """A wiki's API, by HTTPS and without cookies."""

    def __init__(self, wiki: str, contact: str) -> None:
        """Ask nothing yet.

        Args:
            wiki: the folder of its ``api.php``.
            contact: of the operator, for https://foundation.wikimedia.org/wiki/Policy:User-Agent_policy
        """
        self._address = f"{wiki}api.php"
        self._agent = f"glocbot-web/{__version__} ({contact}) python-requests"

    def __call__(self, parameters: Mapping[str, str]) -> Any:  # noqa: ANN401 - JSON
        """Ask the API once."""
        try:
            response = requests.get(
                self._address,
                params=dict(parameters),
                headers={"User-Agent": self._agent},
                timeout=TIMEOUT,
                allow_redirects=False,
            )
            response.raise_for_status()
            return response.json()
        except (requests.RequestException, ValueError) as error:
            raise WikiSilent(type(error).__name__) from error


class Wiki:
    """What one wiki says of its files, each asked for once a minute at the most."""

    def __init__(self, ask: Ask) -> None:
        """Begin with nothing known.

        Args:
            ask: the wiki's API.
        """
        self._ask = ask
        self._known: TTLCache[str, FileState] = TTLCache(MOST_CACHED, SECONDS_CACHED)
        self._lock = Lock()

    def known(self, title: str) -> FileState | None:
        """Return what was learnt of a file within the last minute."""
        with self._lock:
            return self._known.get(title)

    def state(self, title: str) -> FileState:
        """Say what is known of a file, asking the wiki if need be.

        Raises:
            WikiSilent: when it gives no response that can be read.
        """
        if known := self.known(title):
            return known
        state = _read(title, self._ask({**QUERY, "titles": title}))
        with self._lock:
            self._known[title] = state
        return state


def page_address(wiki: str, title: str) -> str:
    """Return where a page is to be read."""
    return f"{wiki}index.php?title={quote(title.replace(' ', '_'))}"


def edit_address(wiki: str, title: str, summary: str) -> str:
    """Return where a page is to be edited, the summary filled in."""
    return f"{page_address(wiki, title)}&action=edit&summary={quote(summary)}"


def _read(title: str, response: Any) -> FileState:  # noqa: ANN401 - JSON
    try:
        (page,) = response["query"]["pages"]
        facts, content = file_facts(page), page_content(page)
        mediainfo = _mediainfo(page)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise WikiSilent("the response has an unknown form") from error
    if not facts.exists or content is None:
        return FileState(title, SkipReason.MISSING)
    text = ParsedText(content.text, COMMONS_NAMES)
    status = read_status(text)
    reasons = {
        SkipReason.REDIRECT: facts.redirect,
        SkipReason.OPTED_OUT: status.opted_out
        or facts.templates & COMMONS_NAMES.opt_out
        or facts.categories & COMMONS_NAMES.opt_out_categories,
        SkipReason.LOCATED: status.located or facts.templates & COMMONS_NAMES.location,
        SkipReason.LOCATED_SDC: POINT_OF_VIEW in content.properties,
        SkipReason.PROTECTED: facts.edit_levels,
    }
    return FileState(
        title,
        next((reason for reason, holds in reasons.items() if holds), None),
        next(_written(text), None) or _stated(mediainfo),
        status.object_located,
    )


def _written(page: ParsedText) -> Iterator[Location]:
    """Read the page's own ``{{Location}}``, by the converter."""
    for name, template in page.templates:
        if name in COMMONS_NAMES.location:
            try:
                yield convert(str(template)).location
            except Refused:
                continue  # a bare one, or one that is broken


def _mediainfo(page: Mapping[str, Any]) -> Mapping[str, Any]:
    latest: Mapping[str, Any] = next(iter(page.get("revisions", ())), {})
    content = latest.get("slots", {}).get("mediainfo", {}).get("content")
    found: Mapping[str, Any] = json.loads(content) if content else {}
    return found


def _stated(mediainfo: Mapping[str, Any]) -> Location | None:
    """Read the point of view in the structured data, with its heading."""
    statements = mediainfo.get("statements") or {}
    try:
        statement = statements[POINT_OF_VIEW][0]
        value = statement["mainsnak"]["datavalue"]["value"]
        headings = (statement.get("qualifiers") or {}).get(_HEADING) or [None]
        heading = headings[0] and float(headings[0]["datavalue"]["value"]["amount"])
        if not str(value.get("globe", _EARTH)).endswith(_EARTH):
            return None
        return Location(float(value["latitude"]), float(value["longitude"]), heading)
    except (KeyError, IndexError, TypeError, ValueError, LocationError):
        return None  # no value, or none on the Earth
