"""The headers of every response, and what the log may know."""

import traceback
from types import TracebackType

from flask import Flask, Response

#: The one server besides ours that the page may ask: pictures of the map.
TILES = "https://tile.openstreetmap.org"

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' '{style}'",
        f"img-src 'self' data: {TILES}",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ]
)

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # OpenStreetMap's servers refuse requests that do not say which site they are for; a path or a
    # query, in which a position may stand, goes to nobody.
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": (
        "geolocation=(self), accelerometer=(self), gyroscope=(self), magnetometer=(self), "
        "camera=(), microphone=()"
    ),
}

ExceptionInfo = tuple[type, BaseException, TracebackType | None] | tuple[None, None, None]


class QuietFlask(Flask):
    """A Flask that logs where an error was and of what kind it is, but not its message.

    A message may quote what a person pasted, and a position is nobody's business.
    """

    def log_exception(self, exc_info: ExceptionInfo) -> None:
        """Log an unforeseen error."""
        kind, _, trace = exc_info
        places = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
        self.logger.error("%s at %s", getattr(kind, "__name__", "error"), " < ".join(places[::-1]))


def protect(app: Flask, style: str) -> None:
    """Send the headers with every response.

    Args:
        app: the application.
        style: the digest of the one style that stands inside the page.
    """
    policy = POLICY.format(style=style)

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", policy)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
