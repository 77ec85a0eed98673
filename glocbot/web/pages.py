"""The page: text, photos or what was shared in; the same page with results out.

Without JavaScript a form is posted and the whole page comes back. The page's script posts the same
form with the header `X-Part` and gets only the part of the page that it puts in place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus

from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue

from glocbot.convert import Reading, Refused
from glocbot.convert.conversion import Conversion
from glocbot.reasons import SkipReason
from glocbot.template import decimal_degrees
from glocbot.web.conversion import WebOptions, checked, convert_one, lines
from glocbot.web.lookups import Lookups, limiter, settings
from glocbot.web.said import N_
from glocbot.web.titles import file_title
from glocbot.web.uploads import MOST_FORM, MOST_UPLOAD, convert_photos
from glocbot.web.wiki import FileState, Wiki, WikiSilent, edit_address, page_address

#: Characters of a licence template; longer ones are no template for one's own photos.
MOST_LICENCE = 200
MOST_NAME = 255

#: A page that says so is not to be edited from here.
_NO_EDIT = frozenset({SkipReason.MISSING, SkipReason.OPTED_OUT, SkipReason.REDIRECT})

blueprint = Blueprint("pages", __name__)


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the page's fields.

    Attributes:
        q: what to convert.
        file: the name of a file on the wiki.
        licence: wikitext that is copied behind the template.
        options: how conversions are given.
    """

    q: str = ""
    file: str = ""
    licence: str = ""
    options: WebOptions = field(default_factory=WebOptions)


@dataclass(frozen=True, slots=True)
class FilePanel:
    """What the page says of the file that is named in its field.

    Attributes:
        name: as it was given.
        state: what the wiki says; None where the name is none, or the wiki is silent.
        silent: the wiki gave no response.
        page: the address of the file's page.
        edit: the address at which it is edited; "" where it should not be.
        summary: the edit summary, with ``{position}`` where the position stands.
    """

    name: str
    state: FileState | None = None
    silent: bool = False
    page: str = ""
    edit: str = ""
    summary: str = ""


@blueprint.route("/", methods=["GET", "POST"])
def index() -> ResponseReturnValue:
    """Show the page; with results for what was posted or stands in the address."""
    request.max_content_length = MOST_FORM
    form = _form()
    lookups = _lookups()
    if request.headers.get("X-Part") == "file":
        return render_template("file.html", panel=_panel(form, None, lookups))
    text = checked(form.q)
    return _page(form, convert_text(text, form.options, lookups) if text.strip() else None, lookups)


@blueprint.post("/photos")
def photos() -> ResponseReturnValue:
    """Read photos."""
    request.max_content_length = MOST_UPLOAD
    with limiter.shared_limit(lambda: settings().uploads, scope="uploads"):
        form = _form()
        done = convert_photos(request.files.getlist("photos"), form.options)
    return _page(form, done, _lookups(), photos=True)


@blueprint.post("/share")
def share() -> ResponseReturnValue:
    """Take what another app shares: a text with a link, or photos."""
    request.max_content_length = MOST_UPLOAD
    if any(photo.filename for photo in request.files.getlist("photos")):
        return photos()
    pieces = (request.form.get(name, "").strip() for name in ("title", "text", "url"))
    text = checked("\n".join(dict.fromkeys(piece for piece in pieces if piece)))
    form = replace(_form(), q=text)
    lookups = _lookups()
    return _page(form, convert_text(text, form.options, lookups) if text else None, lookups)


def convert_text(text: str, options: WebOptions, lookups: Lookups) -> list[Conversion]:
    """Convert each line, or the whole text where it is one message and not several inputs."""
    done = [_convert_line(line, options, lookups) for line in lines(text)]
    found = [conversion for conversion in done if conversion.reading is not None]
    if len(done) > 1 and not found:
        whole = convert_one(text.strip(), options, lookups.follow)
        return done if whole.reading is None else [whole]
    if len(done) > 1 and len(found) == 1 and "://" in found[0].given:
        return [_of_message(found[0], done)]
    return done


def _of_message(link: Conversion, done: Sequence[Conversion]) -> Conversion:
    """Take the link of a shared message; the place's name and address stand on other lines."""
    others = (conversion.given for conversion in done if conversion is not link)
    if link.reading is None or not any(re.search(r"\d", given) for given in others):
        return link
    note = N_("only the line with the link was read; the others are not surely positions")
    return replace(link, reading=link.reading.noting(note))


def show_error(words: str, status: int) -> ResponseReturnValue:
    """Show the page with a sentence on what went wrong."""
    form = Form()
    if request.max_content_length == MOST_FORM and status != HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        form = Form(q=request.values.get("q", "")[:MOST_NAME])
    if request.headers.get("X-Part"):
        return render_template("error.html", error=words), status
    return render_template("page.html", form=form, conversions=None, error=words), status


def _form() -> Form:
    values = request.values
    return Form(
        q=values.get("q", ""),
        file=values.get("file", "").strip()[:MOST_NAME],
        licence=values.get("licence", "").strip()[:MOST_LICENCE],
        options=WebOptions.read(values),
    )


def _lookups() -> Lookups:
    return Lookups(current_app.config["TRANSPORT"])


def _wiki() -> Wiki:
    found: Wiki = current_app.config["WIKI"]
    return found


def _page(
    form: Form,
    conversions: Sequence[Conversion] | None,
    lookups: Lookups,
    *,
    photos: bool = False,
) -> str:
    part = request.headers.get("X-Part")
    shown = {"form": form, "conversions": conversions, "photos": photos}
    if part == "results":
        return render_template("results.html", **shown)
    found = [done for done in conversions or () if done.reading is not None]
    panel = _panel(form, found[0] if len(found) == 1 else None, lookups)
    return render_template("page.html", panel=panel, **shown)


def _convert_line(line: str, options: WebOptions, lookups: Lookups) -> Conversion:
    title = file_title(line)
    if title is None:
        return convert_one(line, options, lookups.follow)
    try:
        state = _state(title, lookups)
    except Refused as refusal:
        return Conversion(line, error=str(refusal))
    except WikiSilent:
        return Conversion(line, error=N_("The wiki did not answer. Try again in a minute."))
    if state.location is None:
        return Conversion(line, error=_no_location(state))
    note = N_("This is the place that the wiki has for this file already.")
    return options.converted(line, Reading(state.location, (note,)))


def _no_location(state: FileState) -> str:
    if state.reason is SkipReason.MISSING:
        return N_("There is no such file on the wiki.")
    return N_("The page of this file has no position.")


def _state(title: str, lookups: Lookups) -> FileState:
    wiki = _wiki()
    known = wiki.known(title)
    if known is not None:
        return known
    lookups.count()
    return wiki.state(title)


def _panel(form: Form, conversion: Conversion | None, lookups: Lookups) -> FilePanel:
    if not form.file:
        return FilePanel("")
    title = file_title(form.file)
    if title is None:
        return FilePanel(form.file)
    try:
        state = _state(title, lookups)
    except (WikiSilent, Refused):
        state = None
    base = settings().wiki
    summary = _summary(form.options)
    shown = summary.replace("{position}", "" if conversion is None else _position(conversion))
    edit = "" if state and state.reason in _NO_EDIT else edit_address(base, title, shown)
    return FilePanel(form.file, state, state is None, page_address(base, title), edit, summary)


def _summary(options: WebOptions) -> str:
    """Say in the wiki's common language what is added; ``{position}`` stands for the position."""
    name = "Object location" if options.object else "Location"
    link = f"[[Template:{name}|{name}]]"
    return f"Add {{{{{link}}}}} {{position}} ([[Commons:Geocoding]])"


def _position(conversion: Conversion) -> str:
    if conversion.reading is None:
        return ""
    location = conversion.reading.location
    return f"{decimal_degrees(location.latitude)}, {decimal_degrees(location.longitude)}"
