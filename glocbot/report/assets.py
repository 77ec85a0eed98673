"""The page's own scripts and styles, and Leaflet's, as texts that can stand inside a page."""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from xstatic.pkg import leaflet

#: The modules that this page shares with others, without imports of their own.
SHARED = ("elements", "wedge")
#: In the order in which they are joined: each uses only what stands before it, or runs later.
SCRIPTS = (
    *("dom", "data", "places", "decisions", "approvals", "select", "diff", "row", "feed"),
    *("clusters", "pins", "land", "map", "keys", "controls", "main"),
)
STYLES = ("tokens", "layout", "controls", "dialogs", "diff", "rows", "map")

_EXPORT = re.compile(r"^export ", re.MULTILINE)
_IMAGE = re.compile(r"url\(images/([\w.-]+\.png)\)")
#: Leaflet's last line names a file that only its own developers have.
_SOURCE_MAP = re.compile(r"//# sourceMappingURL=.*")
#: What would end the element that an asset stands in, or change how a browser reads it.
_ENDINGS = re.compile(r"</(script|style)|<!--", re.IGNORECASE)


@cache
def script() -> str:
    """Return the page's script: its parts in one scope of their own.

    A page that is opened from disk cannot load modules, so the shared ones are joined too.
    """
    shared = (_EXPORT.sub("", _shared(f"{name}.js")) for name in SHARED)
    parts = [*shared, *(_own(f"{name}.js") for name in SCRIPTS)]
    return _inline('(() => {\n"use strict";\n\n' + "\n".join(parts) + "})();\n")


@cache
def style() -> str:
    """Return the page's style."""
    return _inline("\n".join(_own(f"{name}.css") for name in STYLES))


@cache
def leaflet_script() -> str:
    """Return Leaflet."""
    return _inline(_SOURCE_MAP.sub("", _leaflet("leaflet.js").read_text("utf-8")))


@cache
def leaflet_style() -> str:
    """Return Leaflet's style, its pictures inside it."""
    return _inline(_IMAGE.sub(_data_uri, _leaflet("leaflet.css").read_text("utf-8")))


@cache
def land() -> str:
    """Return the coasts as JSON; land.js says what they are and where from."""
    return _inline(_own("land.json"))


def digest(text: str) -> str:
    """Return what a content security policy says to allow one inline script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _own(name: str) -> str:
    return files("glocbot.report").joinpath("static", name).read_text("utf-8")


def _shared(name: str) -> str:
    return files("glocbot.browser").joinpath(name).read_text("utf-8")


def _leaflet(*names: str) -> Path:
    return Path(leaflet.BASE_DIR, *names)


def _data_uri(image: re.Match[str]) -> str:
    data = base64.b64encode(_leaflet("images", image[1]).read_bytes()).decode()
    return f"url(data:image/png;base64,{data})"


def _inline(text: str) -> str:
    """Make sure that a text can stand in an element, so that its digest is that of the element."""
    if found := _ENDINGS.search(text):
        raise ValueError(f"{found[0]} cannot stand inside the page")
    return text
