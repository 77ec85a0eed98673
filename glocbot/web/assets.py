"""The page's scripts, styles and pictures, under addresses that change when they do.

An asset's address is its path in the package behind a digest of all assets, so that modules find
each other by relative paths, on the disk as in the browser, and may be kept for a year.
"""

import base64
import hashlib
import mimetypes
import posixpath
import re
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath

from flask import Blueprint, Response, abort, request, url_for
from xstatic.pkg import leaflet

#: Folders of the package whose files are served.
FOLDERS = ("browser", "web/static")
LEAFLET = "leaflet"
_SERVED = frozenset({".js", ".css", ".svg", ".png"})
_YEAR = 365 * 24 * 60 * 60
_STATIC_IMPORT = re.compile(r"""^(?:import|export)\b[^;]*?["'](\.[^"']+)["'];""", re.MULTILINE)

blueprint = Blueprint("assets", __name__)


@cache
def _all() -> dict[str, bytes]:
    package = Path(str(files("glocbot")))
    own = {
        path.relative_to(package).as_posix(): path.read_bytes()
        for folder in FOLDERS
        for path in sorted((package / folder).rglob("*"))
        if path.suffix in _SERVED
    }
    base = Path(leaflet.BASE_DIR)
    others = [base / "leaflet.js", base / "leaflet.css", *sorted((base / "images").glob("*.png"))]
    return own | {
        f"{LEAFLET}/{path.relative_to(base).as_posix()}": path.read_bytes() for path in others
    }


@cache
def version() -> str:
    """Return a digest of all assets."""
    digest = hashlib.sha256()
    for name, content in _all().items():
        digest.update(name.encode() + content)
    return digest.hexdigest()[:12]


def address(name: str) -> str:
    """Return where an asset is served."""
    return url_for("assets.asset", of=version(), name=name)


@cache
def modules() -> list[str]:
    """Name the modules that the page's script needs before there is a map."""
    return sorted(_imports("web/static/main.js"))


def _imports(name: str) -> set[str]:
    folder = PurePosixPath(name).parent
    found = {name}
    for path in _STATIC_IMPORT.findall(text(name)):
        found |= _imports(posixpath.normpath(f"{folder}/{path}"))
    return found


def text(name: str) -> str:
    """Return an asset to stand inside the page."""
    return _all()[name].decode()


def digest(content: str) -> str:
    """Return what a content security policy says to allow one inline style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@blueprint.get("/assets/<of>/<path:name>")
def asset(of: str, name: str) -> Response:
    """Serve an asset; an old version's address gives today's, which is not kept."""
    content = _all().get(name)
    if content is None:
        abort(404)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    response = Response(content, mimetype="text/javascript" if name.endswith(".js") else kind)
    response.cache_control.public = True
    response.cache_control.max_age = _YEAR if of == version() else 0
    response.cache_control.immutable = of == version()
    response.set_etag(version())
    response.make_conditional(request)
    return response
