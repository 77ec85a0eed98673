"""Ask the servers of short links where they lead.

Only those servers are asked, only by https, and never at a private address.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from glocbot.convert.links.find import SHORTENERS, find_links, is_short
from glocbot.convert.reading import Refused, shown

MOST_REDIRECTS = 5
_SECONDS = 10
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HTTPS_PORT = 443
_INSTEAD = "open it in a browser and paste the long link that you see then"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said: the status and, for a redirect, where to."""

    status: int
    location: str | None


class Transport(Protocol):
    """The two things that need a network, so that tests can do without one."""

    def addresses(self, host: str) -> Sequence[str]:
        """Look up the IP addresses of a host; raises OSError where there is none."""

    def ask(self, host: str, address: str, target: str) -> Reply:
        """Ask a host at one of its addresses; raises OSError when it does not answer."""


class _PinnedConnection(http.client.HTTPSConnection):
    """An HTTPS connection to the very address that was checked, not to one looked up again."""

    def __init__(self, host: str, address: str) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(host, timeout=_SECONDS, context=self._tls)
        self._address = address

    def connect(self) -> None:
        raw = socket.create_connection((self._address, _HTTPS_PORT), _SECONDS)
        self.sock = self._tls.wrap_socket(raw, server_hostname=self.host)


class Network:
    """The real network."""

    def addresses(self, host: str) -> Sequence[str]:
        """Look up the IP addresses of a host."""
        found = socket.getaddrinfo(host, _HTTPS_PORT, type=socket.SOCK_STREAM)
        return [str(entry[4][0]) for entry in found]

    def ask(self, host: str, address: str, target: str) -> Reply:
        """Ask as a browser does, since not every server answers HEAD; the page is left unread."""
        connection = _PinnedConnection(host, address)
        try:
            connection.request("GET", target, headers={"User-Agent": "glocbot"})
            response = connection.getresponse()
            return Reply(response.status, response.getheader("Location"))
        except http.client.HTTPException as error:
            raise OSError(f"no HTTP answer: {error}") from error
        finally:
            connection.close()


Resolve = Callable[[str], str]


def resolve(text: str, transport: Transport | None = None) -> str:
    """Replace a short link by the long link behind it; any other text comes back as it is.

    Args:
        text: what a person pasted.
        transport: the network; the real one unless a test gives another.

    Raises:
        Refused: when the short link is of another service, leads through too many redirects or to
            a place that is not public, or its server does not answer.
    """
    links = find_links(text)
    if len(links) != 1 or not links[0].lower().startswith("http") or not is_short(links[0]):
        return text
    link = links[0]
    link = "https:" + link.partition(":")[2]
    for _ in range(MOST_REDIRECTS):
        link = _next(link, transport or Network())
        if not is_short(link):
            return link
    raise Refused(f"{shown(text)} leads through more than {MOST_REDIRECTS} redirects", _INSTEAD)


def _next(link: str, transport: Transport) -> str:
    if not (link.startswith("https://") and SHORTENERS.fullmatch(link)):
        raise Refused(
            f"{shown(link)} is not one of the short links that are looked up, which are those of "
            "maps.app.goo.gl and goo.gl/maps",
            _INSTEAD,
        )
    split = urlsplit(link)
    host = split.hostname or ""
    target = split.path + (f"?{split.query}" if split.query else "")
    try:
        addresses = list(transport.addresses(host))
        if not addresses or not all(_is_public(address) for address in addresses):
            raise Refused(f"{host} is not at a public address here, so it was not asked", _INSTEAD)
        reply = transport.ask(host, addresses[0], target)
    except OSError as error:
        raise Refused(
            f"{host} did not answer ({error.strerror or error})", f"try again, or {_INSTEAD}"
        ) from error
    if reply.status not in _REDIRECTS or not reply.location:
        raise Refused(f"{host} knows no place behind {shown(link)}", "copy the link again")
    onward = urljoin(link, reply.location)
    if not onward.startswith("https://"):
        raise Refused(f"{shown(link)} leads to {shown(onward)}, which is not https", _INSTEAD)
    return onward


def _is_public(address: str) -> bool:
    """Whether an address is public: not private, loopback, link-local or reserved."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global and not (mapped or ip).is_multicast
