"""The converter as a page for the phone.

`glocbot.web:app` is the WSGI application, with its settings from the environment. It is made when
it is first asked for, so that this package can be imported where Flask is absent.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask

__all__ = ["app"]


@cache
def _app() -> "Flask":
    from glocbot.web.application import create_app  # noqa: PLC0415 - Flask is in an extra
    from glocbot.web.settings import WebSettings  # noqa: PLC0415

    return create_app(WebSettings.from_environment())


def __getattr__(name: str) -> Any:  # noqa: ANN401 - as the language has it
    """Make the application when a server asks for it."""
    if name == "app":
        return _app()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
