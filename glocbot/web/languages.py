"""The page's words in the reader's language.

Catalogues are gettext's ``.po`` files, read as they are when the first page is made: five small
files need no step of their own in the build.
"""

import gettext
import io
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

SOURCE = "en"
#: Languages other than the source; a native reader has yet to check each.
TRANSLATED = ("de", "hi", "ru", "uz")
LANGUAGES = (SOURCE, *TRANSLATED)

COOKIE = "language"
_YEAR = 365 * 24 * 60 * 60


def chosen() -> str:
    """Return the language that this request chooses; "" where it chooses none."""
    try:
        wish = request.values.get("lang", "")
    except HTTPException:  # a form that is too large, of which the page speaks already
        wish = request.args.get("lang", "")
    return wish if wish in LANGUAGES else ""


def language() -> str:
    """Return the language of the current request: the chosen one, or the browser's best."""
    if "language" not in g:
        wish = chosen() or request.cookies.get(COOKIE, "")
        best = request.accept_languages.best_match(LANGUAGES, SOURCE)
        g.language = wish if wish in LANGUAGES else best
    found: str = g.language
    return found


def _(message: str) -> str:
    """Translate a message."""
    return catalogue(language()).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Translate a message with a number in it."""
    return catalogue(language()).ngettext(singular, plural, number)


@cache
def catalogue(code: str) -> gettext.NullTranslations:
    """Return a language's messages."""
    if code == SOURCE:
        return gettext.NullTranslations()
    po = files("glocbot.web").joinpath("locale", f"{code}.po").read_bytes()
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(po), code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def autonym(code: str) -> str:
    """Return what a language calls itself."""
    name = Locale.parse(code).get_display_name() or code
    return name[:1].upper() + name[1:]


@cache
def direction(code: str) -> str:
    """Return in which direction a language is written: ``ltr`` or ``rtl``."""
    return Locale.parse(code).text_direction


def speak(app: Flask) -> None:
    """Let the templates speak the reader's language, and remember a choice."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        _, ngettext, newstyle=True
    )
    app.jinja_env.globals.update(
        language=language, languages=LANGUAGES, autonym=autonym, direction=direction
    )

    @app.after_request
    def remember(response: Response) -> Response:
        wish = chosen()
        if wish and wish != request.cookies.get(COOKIE):
            response.set_cookie(
                COOKIE,
                wish,
                max_age=_YEAR,
                secure=request.is_secure,
                httponly=True,
                samesite="Lax",
            )
        return response
