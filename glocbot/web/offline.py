"""What makes the page installable: its manifest, and the script that keeps its shell."""

import json

from flask import Blueprint, Response, jsonify, url_for

from glocbot.web import assets
from glocbot.web.languages import _, direction, language

ICONS = {"web/static/icon-192.png": "192x192", "web/static/icon-512.png": "512x512"}

blueprint = Blueprint("offline", __name__)


@blueprint.get("/manifest.webmanifest")
def manifest() -> Response:
    """Describe the page as an app, and what may be shared with it."""
    response = jsonify(
        id="/",
        name=_("Location for Commons"),
        short_name="glocbot",
        description=_("Coordinates, a map link or a photo in, {{Location}} for Commons out."),
        lang=language(),
        dir=direction(language()),
        start_url="/",
        scope="/",
        display="standalone",
        background_color="#f8f9fa",
        theme_color="#3056a9",
        icons=[
            {"src": assets.address(name), "sizes": size, "type": "image/png", "purpose": purpose}
            for name, size in ICONS.items()
            for purpose in ("any", "maskable")
        ],
        share_target={
            "action": url_for("pages.share"),
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {
                "title": "title",
                "text": "text",
                "url": "url",
                "files": [{"name": "photos", "accept": ["image/*"]}],
            },
        },
    )
    response.mimetype = "application/manifest+json"
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


@blueprint.get("/sw.js")
def worker() -> Response:
    """Serve the service worker, with the names of what it keeps."""
    kept = [assets.address(name) for name in (*assets.modules(), *ICONS)]
    settings = json.dumps({"version": assets.version(), "kept": kept})
    script = f"self.SETTINGS = {settings};\n{assets.text('web/static/sw.js')}"
    response = Response(script, mimetype="text/javascript")
    response.cache_control.no_cache = True
    return response
