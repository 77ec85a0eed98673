"""What an operator sets: which wiki is asked, and how much."""

from collections.abc import Mapping
from dataclasses import dataclass
from os import environ
from typing import Self
from urllib.parse import urlsplit

from limits import parse_many

COMMONS = "https://commons.wikimedia.org/w/"
#: What turns a switch off; anything else leaves it on.
_OFF = frozenset({"0", "no", "off", "false"})
#: The wiki may be a test wiki on this machine; any other is asked by https alone.
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class WebSettings:
    """The settings of the page.

    Attributes:
        wiki: the folder of the wiki's ``api.php`` and ``index.php``, with its last slash.
        online: short links are followed on the server.
        lookups: how many look-ups on other servers one address may cause, as Flask-Limiter has it.
        uploads: how many times one address may send photos.
        contact: how the wiki's operators reach this page's operator, for the ``User-Agent``.

    Raises:
        ValueError: when a setting is no such thing.
    """

    wiki: str = COMMONS
    online: bool = True
    # Generous, since behind Toolforge's proxy all users share an address.
    lookups: str = "120 per minute"
    uploads: str = "60 per minute"
    contact: str = "https://commons.wikimedia.org/wiki/Commons:Geocoding"

    def __post_init__(self) -> None:
        parts = urlsplit(self.wiki)
        secure = parts.scheme == "https" or parts.hostname in _LOOPBACK
        if not (secure and parts.hostname and self.wiki.endswith("/")):
            raise ValueError(f"the wiki {self.wiki!r} is no https address that ends in a slash")
        for limit in (self.lookups, self.uploads):
            parse_many(limit)

    @classmethod
    def from_environment(cls, variables: Mapping[str, str] = environ) -> Self:
        """Read ``GLOCBOT_WEB_WIKI``, ``…_ONLINE``, ``…_LOOKUPS``, ``…_UPLOADS``, ``…_CONTACT``.

        Raises:
            ValueError: when one of them is no such setting.
        """
        given = {
            name: value
            for name in ("wiki", "lookups", "uploads", "contact")
            if (value := variables.get(f"GLOCBOT_WEB_{name.upper()}", "").strip())
        }
        online = variables.get("GLOCBOT_WEB_ONLINE", "").strip().lower() not in _OFF
        return cls(online=online, **given)
