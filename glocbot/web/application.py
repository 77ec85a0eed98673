"""Puts the page together: routes, headers, limits, languages, errors."""

from http import HTTPStatus

from flask import request
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.exceptions import HTTPException

from glocbot.convert.online import Network, Transport
from glocbot.web import api, assets, offline, pages
from glocbot.web.conversion import BadRequest
from glocbot.web.languages import speak
from glocbot.web.lookups import limiter
from glocbot.web.said import N_, said
from glocbot.web.security import QuietFlask, protect
from glocbot.web.settings import WebSettings
from glocbot.web.uploads import MOST_FORM, BoundedRequest
from glocbot.web.wiki import Api, Ask, Wiki
from glocbot.web.words import words


def create_app(
    settings: WebSettings, *, transport: Transport | None = None, ask: Ask | None = None
) -> QuietFlask:
    """Make the application.

    Args:
        settings: the operator's.
        transport: the way to the servers of short links; the real one unless a test gives another.
        ask: the wiki's API; the real one unless a test gives another.
    """
    app = QuietFlask(__name__, static_folder=None)
    app.request_class = BoundedRequest
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.config.update(
        SETTINGS=settings,
        TRANSPORT=transport or Network(),
        WIKI=Wiki(ask or Api(settings.wiki, settings.contact)),
        MAX_CONTENT_LENGTH=MOST_FORM,
        RATELIMIT_HEADERS_ENABLED=False,
    )
    app.jinja_options = {**app.jinja_options, "trim_blocks": True, "lstrip_blocks": True}
    for part in (pages, api, assets, offline):
        app.register_blueprint(part.blueprint)
    limiter.init_app(app)
    style = assets.text("browser/base.css") + assets.text("web/static/page.css")
    protect(app, assets.digest(style))
    speak(app)
    app.jinja_env.filters["breakable"] = _breakable
    app.jinja_env.globals.update(
        asset=assets.address, modules=assets.modules(), style=style, said=said, words=words
    )
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(BadRequest, _bad_request)
    return app


def _breakable(wikitext: str) -> Markup:
    """Let a template's lines break between its parameters; `results.js` does the same."""
    return Markup("|<wbr>").join(wikitext.split("|"))


def _bad_request(error: BadRequest) -> ResponseReturnValue:
    if request.path.startswith("/api/"):
        return api.refuse(str(error), HTTPStatus.BAD_REQUEST)
    return pages.show_error(str(error), HTTPStatus.BAD_REQUEST)


def _http_error(error: HTTPException) -> ResponseReturnValue:
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    words = {
        HTTPStatus.NOT_FOUND: N_("There is no such page."),
        HTTPStatus.METHOD_NOT_ALLOWED: N_("There is no such page."),
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: N_(
            "That is more than is read at once: 4,096 characters, or the first 256 kB of 20 "
            "photos. Send less, or with JavaScript, which sends only the photos’ beginnings."
        ),
        HTTPStatus.TOO_MANY_REQUESTS: N_(
            "There were too many look-ups or photos just now. Wait a minute."
        ),
        HTTPStatus.INTERNAL_SERVER_ERROR: N_("Something went wrong here. It is not your input."),
    }.get(HTTPStatus(status), error.name)
    if request.path.startswith("/api/"):
        # A call that is too long is wrong like any other.
        wrong = status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return api.refuse(words, HTTPStatus.BAD_REQUEST if wrong else status)
    return pages.show_error(words, status)
