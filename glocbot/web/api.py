"""`/api/convert` for other programs, its description, and `/healthz` for who watches over it."""

import json
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, render_template, request

from glocbot import __version__
from glocbot.web.conversion import BadRequest, WebOptions, checked, convert_one, lines
from glocbot.web.lookups import Lookups
from glocbot.web.uploads import MOST_FORM

blueprint = Blueprint("api", __name__)


@blueprint.route("/api/convert", methods=["GET", "POST"])
def convert() -> tuple[Response, int]:
    """Convert `q`: one line gives an object, several a list."""
    request.max_content_length = MOST_FORM
    values = request.values
    given = lines(checked(values.get("q", "")))
    if not given:
        raise BadRequest("nothing is given; put coordinates or a map link into q")
    lookups = Lookups(current_app.config["TRANSPORT"])
    options = WebOptions.read(values)
    done = [convert_one(line, options, lookups.follow) for line in given]
    if len(done) > 1:
        return jsonify([conversion.as_record() for conversion in done]), HTTPStatus.OK
    status = HTTPStatus.BAD_REQUEST if done[0].reading is None else HTTPStatus.OK
    return jsonify(done[0].as_record()), status


@blueprint.get("/api/openapi.json")
def openapi() -> Response:
    """Describe the API for programs."""
    return jsonify(_description())


@blueprint.get("/api/")
def page() -> str:
    """Describe the API for people."""
    return render_template("api.html", api=_description(), example=_example())


@blueprint.get("/healthz")
def healthz() -> Response:
    """Tell whether the converter works."""
    done = convert_one("48.20849, 16.37208", WebOptions(), str)
    well = done.wikitext != ""
    return Response(
        "ok\n" if well else "the converter fails\n",
        HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE,
        mimetype="text/plain",
    )


@blueprint.after_request
def open_to_all(response: Response) -> Response:
    """Let pages of every site ask: there is nothing here that belongs to anyone."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Headers"] = "*"
    return response


def refuse(words: str, status: int) -> tuple[Response, int]:
    """Say in JSON what is wrong with a call."""
    return open_to_all(jsonify({"error": words})), status


def _example() -> str:
    done = convert_one("48°12′30″N 16°22′19″E", WebOptions(heading=142), str)
    return json.dumps(done.as_record(), ensure_ascii=False, indent=2)


@cache
def _description() -> dict[str, Any]:
    text = files("glocbot.web").joinpath("openapi.json").read_text("utf-8")
    description: dict[str, Any] = json.loads(text)
    description["info"]["version"] = __version__
    return description
