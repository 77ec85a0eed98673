"""`glocbot web`: serve the page on this machine."""

import importlib.util
import logging
import sys
from dataclasses import replace
from typing import Any

from glocbot.command_line import HELP, CommandLine, Section, Style
from glocbot.exit_status import ExitStatus
from glocbot.options import FLAG, TEXT, Given, Option, UsageError, ValueKind

#: The modules of the `web` extra.
_NEEDED = ("flask", "flask_limiter", "babel", "waitress", "cachetools")

#: Bytes. Waitress puts larger requests into a file; photos must never stand in one, so both limits
#: are the same, and above that of the page, which refuses in words.
_MOST_IN_MEMORY = 8 * 1024 * 1024
_MOST_CONNECTIONS = 100
_THREADS = 8
_LAST_PORT = 65535


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text[:6]) <= _LAST_PORT):
        raise ValueError(f"a port, 0 to {_LAST_PORT}")
    return int(text)


_HOST = Option("host", TEXT, "Listen at this address (127.0.0.1).", example="127.0.0.1")
_PORT = Option(
    "port", ValueKind("N", _port), "Listen at this port (8080); 0 takes a free one.", example="8080"
)
_NO_ONLINE = Option("no-online", FLAG, "Do not follow short links on the server.")
COMMAND_LINE = CommandLine(
    Style.GNU,
    """\
Usage: glocbot web [OPTION...]

Serve the converter as a page for the phone: coordinates, map links, photos or where one stands in,
{{Location}} out. This serves one machine or a small group. It needs more packages than the other
commands; from a clone, pip install '.[web]' installs them.""",
    (Section("Options", (_HOST, _PORT, _NO_ONLINE, HELP)),),
    "Ctrl-C ends it.",
)


def run(given: Given) -> int:
    """Serve until interrupted.

    Returns:
        The exit status: interrupted, which is how it ends, or that the address cannot be had.

    Raises:
        UsageError: when the call or a setting is wrong, or the extra is missing.
    """
    if given.inputs:
        raise UsageError(f"{given.inputs[0]!r} is not expected here; -help says what is")
    if any(importlib.util.find_spec(name) is None for name in _NEEDED):
        raise UsageError("the page needs more packages: pip install 'glocbot[web]'")
    return _serve(given)


def _serve(given: Given) -> int:
    from waitress.server import create_server  # noqa: PLC0415 - in an extra

    from glocbot.web.application import create_app  # noqa: PLC0415 - in an extra
    from glocbot.web.settings import WebSettings  # noqa: PLC0415 - in an extra

    try:
        settings = WebSettings.from_environment()
    except ValueError as error:
        raise UsageError(str(error)) from error
    host = given.get(_HOST) or "127.0.0.1"
    wished = given.get(_PORT)
    port = 8080 if wished is None else wished
    try:
        server = create_server(
            create_app(replace(settings, online=settings.online and _NO_ONLINE not in given)),
            host=host,
            port=port,
            threads=_THREADS,
            connection_limit=_MOST_CONNECTIONS,
            max_request_body_size=_MOST_IN_MEMORY,
            inbuf_overflow=_MOST_IN_MEMORY,
            ident="glocbot",
        )
    except (OSError, ValueError) as error:
        sys.stderr.write(f"glocbot web: cannot listen at {host}, port {port}: {error}\n")
        return ExitStatus.SOME_FAILED
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that all threads work is no news
    # Flushed, since who started this may wait for the line.
    print(f"{listening_at(server)} (Ctrl-C ends it)", flush=True)  # noqa: T201
    server.run()  # until it is interrupted
    return ExitStatus.INTERRUPTED


def listening_at(server: Any) -> str:  # noqa: ANN401 - either of Waitress's two kinds
    """Return where it listens; a name such as localhost has several addresses."""
    several = getattr(server, "effective_listen", None)
    host, port = several[0] if several else (server.effective_host, server.effective_port)
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
