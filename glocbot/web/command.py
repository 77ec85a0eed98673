"""`glocbot web`: serve the page on this machine."""

import argparse
import importlib.util
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

#: The modules of the `web` extra.
_NEEDED = ("flask", "flask_limiter", "babel", "waitress", "cachetools")

#: Bytes. Waitress puts larger requests into a file; photos must never stand in one, so both limits
#: are the same, and above that of the page, which refuses in words.
_MOST_IN_MEMORY = 8 * 1024 * 1024
_MOST_CONNECTIONS = 100
_THREADS = 8
_INTERRUPTED = 130

DESCRIPTION = """\
Serve the converter as a page: coordinates, map links, photos or where one stands in, {{Location}}
out. It is for one machine or a small group; docs/toolforge.md says how to serve it to everybody.
"""


def main(argv: Sequence[str]) -> int:
    """Run the command until it is interrupted.

    Args:
        argv: the arguments after `glocbot web`.

    Returns:
        130 after an interruption, which is how it ends, 1 where the address cannot be had, 2 where
        the call or a setting is wrong or the extra is missing.
    """
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    arguments = _parser().parse_args(argv)
    if missing:
        sys.stderr.write(
            "glocbot: the page needs more packages; install them with: pip install 'glocbot[web]'\n"
        )
        return 2
    return _serve(arguments.host, arguments.port, online=not arguments.no_online)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="glocbot web", description=DESCRIPTION, allow_abbrev=False, add_help=False
    )
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="the address to listen at (127.0.0.1)")
    add("--port", type=int, default=8080, help="the port; 0 for any that is free (8080)")
    add("--no-online", action="store_true", help="do not follow short links on the server")
    add("-h", "-help", "--help", action="help", help="say this")
    return parser


def _serve(host: str, port: int, *, online: bool) -> int:
    import waitress  # noqa: PLC0415 - in an extra

    from glocbot.web.application import create_app  # noqa: PLC0415 - in an extra
    from glocbot.web.settings import WebSettings  # noqa: PLC0415 - in an extra

    try:
        settings = WebSettings.from_environment(os.environ)
    except ValueError as error:
        sys.stderr.write(f"glocbot: {error}\n")
        return 2
    app = create_app(replace(settings, online=settings.online and online))
    try:
        server = waitress.create_server(
            app,
            host=host,
            port=port,
            threads=_THREADS,
            connection_limit=_MOST_CONNECTIONS,
            max_request_body_size=_MOST_IN_MEMORY,
            inbuf_overflow=_MOST_IN_MEMORY,
            ident="glocbot",
        )
    except (OSError, OverflowError, ValueError) as error:
        sys.stderr.write(f"glocbot: cannot listen at {host}, port {port}: {error}\n")
        return 1
    # Flushed, since who started this may wait for the line.
    print(f"{_address(server)} (Ctrl-C ends it)", flush=True)  # noqa: T201
    server.run()  # until it is interrupted
    return _INTERRUPTED


def _address(server: Any) -> str:  # noqa: ANN401 - either of Waitress's two kinds
    """Return where it listens; a name such as localhost has several addresses."""
    several = getattr(server, "effective_listen", None)
    host, port = several[0] if several else (server.effective_host, server.effective_port)
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
