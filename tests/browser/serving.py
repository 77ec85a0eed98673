"""Serves the converter's page on this machine while a test runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from flask import Flask
from waitress.server import create_server

from glocbot.web.command import listening_at


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """Serve an application; gives its origin."""
    server = create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield listening_at(server).removesuffix("/")
    finally:
        server.close()
        thread.join(5)
