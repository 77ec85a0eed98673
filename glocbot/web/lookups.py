"""Bounded look-ups: no one address and no one request may keep other servers busy."""

from collections.abc import Sequence

from flask import current_app
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from glocbot.convert import Refused
from glocbot.convert.online import Reply, Transport, resolve
from glocbot.web.settings import WebSettings

#: Requests to other servers that one request may cause.
MOST_LOOKUPS = 10

#: Counts in the worker's memory: nothing of a visitor outlives it.
limiter = Limiter(get_remote_address, storage_uri="memory://")


def settings() -> WebSettings:
    """Return the settings of the application that is at work."""
    found: WebSettings = current_app.config["SETTINGS"]
    return found


class Lookups:
    """The look-ups of one request; also the converter's way to the network, counted."""

    def __init__(self, transport: Transport) -> None:
        """Begin with none.

        Args:
            transport: the network.
        """
        self._transport = transport
        self._left = MOST_LOOKUPS

    def follow(self, given: str) -> str:
        """Replace a short link by the long one, where the operator allows that.

        Raises:
            Refused: when its server does not say where it leads, or it is one too many.
            flask_limiter.RateLimitExceeded: when the address has had too many.
        """
        return resolve(given, self) if settings().online else given

    def count(self) -> None:
        """Count one look-up before it is made.

        Raises:
            Refused: when it is one too many for this request.
            flask_limiter.RateLimitExceeded: when the address has had too many.
        """
        if not self._left:
            raise Refused(
                f"at most {MOST_LOOKUPS} short links and file names are looked up at once",
                "paste the others after these",
            )
        self._left -= 1
        with limiter.shared_limit(lambda: settings().lookups, scope="lookups"):
            pass

    def addresses(self, host: str) -> Sequence[str]:
        """Look up the IP addresses of a host."""
        self.count()
        return self._transport.addresses(host)

    def ask(self, host: str, address: str, target: str) -> Reply:
        """Ask a host at one of its addresses."""
        return self._transport.ask(host, address, target)
