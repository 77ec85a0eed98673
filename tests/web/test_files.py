"""The file's name: what the wiki says of it, the way to its edit page, and the way back."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from flask.testing import FlaskClient

from glocbot.web import wiki as wiki_module
from glocbot.web.wiki import Api, WikiSilent
from tests.web.conftest import MakeClient
from tests.web.network import INFORMATION, MISSING, TableWiki, page
from tests.web.test_page import messages, templates

STEPHANSDOM = "48.20849, 16.37208"
POINT_OF_VIEW = {
    "statements": {
        "P1259": [
            {
                "mainsnak": {
                    "datavalue": {
                        "value": {
                            "latitude": -33.5,
                            "longitude": 151.25,
                            "globe": "http://www.wikidata.org/entity/Q2",
                        }
                    }
                },
                "qualifiers": {"P7787": [{"datavalue": {"value": {"amount": "+142.25"}}}]},
            }
        ]
    }
}


def named(client: FlaskClient, file: str = "Wien.jpg", **fields: str) -> str:
    """Post the form with a file's name."""
    return client.post("/", data={"q": STEPHANSDOM, "file": file, **fields}).text


def edit_link(body: str) -> dict[str, str]:
    """Read where the button leads to; nothing where there is none."""
    _, found, rest = body.partition('<a id="edit" class="primary" href="')
    if not found:
        return {}
    address = rest.partition('"')[0].replace("&amp;", "&")
    assert address.startswith("https://commons.wikimedia.org/w/index.php?")
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def test_a_page_without_a_location_may_have_one(client: FlaskClient, wiki: TableWiki) -> None:
    wiki.pages["File:Wien.jpg"] = page(INFORMATION)
    body = named(client, "wien.jpg")
    assert messages(body) == ["The page is there and has no location yet."]
    assert edit_link(body) == {
        "title": "File:Wien.jpg",
        "action": "edit",
        "summary": "Add {{[[Template:Location|Location]]}} 48.20849, 16.37208 "
        "([[Commons:Geocoding]])",
    }
    assert "on a line of its own directly below" in body
    assert "Object location" in edit_link(named(client, "wien.jpg", object="1"))["summary"]


@pytest.mark.parametrize(
    ("found", "words", "may_edit"),
    [
        (MISSING, "There is no such file", False),
        (page(INFORMATION, redirect=True), "The page is a redirect", False),
        (page(INFORMATION + "{{Location|1.5|2.5}}"), "The page has a location already", True),
        (page(INFORMATION, templates=[{"title": "Template:Location"}]), "has a location", True),
        (page(INFORMATION + "{{Location withheld}}"), "asks not to be located", False),
        (
            page(INFORMATION, categories=[{"title": "Category:Location not applicable"}]),
            "asks not to be located",
            False,
        ),
        (page(INFORMATION, mediainfo=json.dumps(POINT_OF_VIEW)), "structured data", True),
        (page(INFORMATION, protection=[{"type": "edit", "level": "sysop"}]), "protected", True),
        (None, "The wiki did not answer", True),
    ],
)
def test_what_the_wiki_says(
    client: FlaskClient,
    wiki: TableWiki,
    found: dict[str, object] | None,
    words: str,
    may_edit: bool,  # noqa: FBT001 - of the table
) -> None:
    wiki.pages["File:Wien.jpg"] = found
    body = named(client)
    assert words in messages(body)[0]
    assert bool(edit_link(body)) == may_edit


def test_where_the_subject_is_is_told(client: FlaskClient, wiki: TableWiki) -> None:
    wiki.pages["File:Wien.jpg"] = page(INFORMATION + "{{Object location|1.5|2.5}}")
    assert "The page says where the subject is" in named(client)


def test_what_is_no_name_asks_nobody(client: FlaskClient, wiki: TableWiki) -> None:
    for name in ("Wien", "a|b.jpg", "<script>.jpg", "../x.jpg", "x" * 250 + ".jpg"):
        body = named(client, name)
        assert messages(body)[0].startswith("This is no name of a file")
        assert edit_link(body) == {}
    assert wiki.asked == []


def test_the_wiki_is_asked_once_a_minute(
    client: FlaskClient, wiki: TableWiki, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        named(client)
    assert wiki.asked == ["File:Wien.jpg"]
    cache = client.application.config["WIKI"]._known  # noqa: SLF001 - its clock
    later = cache.timer() + wiki_module.SECONDS_CACHED + 1
    monkeypatch.setattr(type(cache.timer), "__call__", lambda _: later)
    named(client)
    assert wiki.asked == ["File:Wien.jpg"] * 2


def test_a_silent_wiki_is_asked_again(client: FlaskClient, wiki: TableWiki) -> None:
    wiki.pages["File:Wien.jpg"] = None
    named(client)
    wiki.pages["File:Wien.jpg"] = page(INFORMATION)
    assert "no location yet" in messages(named(client))[0]


def test_looks_at_the_wiki_are_bounded(make_client: MakeClient, wiki: TableWiki) -> None:
    client = make_client(lookups="2 per minute")
    statuses = [client.post("/", data={"file": f"{n}.jpg"}).status_code for n in range(3)]
    assert statuses == [200, 200, 429]
    assert len(wiki.asked) == 2


def test_the_way_back(client: FlaskClient, wiki: TableWiki) -> None:
    """A file's name shows where its page has it."""
    wiki.pages["File:Wien.jpg"] = page(INFORMATION + "{{Location|48.2|16.3|heading:NE}}")
    for given in ("File:Wien.jpg", "https://commons.wikimedia.org/wiki/File:Wien.jpg"):
        body = client.post("/", data={"q": given}).text
        assert templates(body) == ["{{Location|48.2|16.3|heading:45}}"]
        assert "the place that the wiki has for this file already" in body


def test_the_way_back_by_structured_data(client: FlaskClient, wiki: TableWiki) -> None:
    wiki.pages["File:Wien.jpg"] = page("{{Location}}", mediainfo=json.dumps(POINT_OF_VIEW))
    body = client.post("/", data={"q": "Wien.jpg"}).text
    assert templates(body) == ["{{Location|-33.5|151.25|heading:142}}"]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (MISSING, "There is no such file on the wiki."),
        (page(INFORMATION), "The page of this file has no position."),
        (page("{{Location|x|y}}"), "The page of this file has no position."),
        (
            page(INFORMATION, mediainfo='{"statements": []}'),
            "The page of this file has no position.",
        ),
        (
            page(INFORMATION, mediainfo='{"statements": {"P1259": [{"mainsnak": {}}]}}'),
            "no position",
        ),
        (page(INFORMATION, mediainfo="{"), "The wiki did not answer"),
        (None, "The wiki did not answer"),
    ],
)
def test_no_way_back(
    client: FlaskClient, wiki: TableWiki, found: dict[str, object] | None, words: str
) -> None:
    wiki.pages["File:Wien.jpg"] = found
    body = client.post("/", data={"q": "File:Wien.jpg"}).text
    assert templates(body) == []
    assert words in messages(body)[0]


def test_the_part_for_the_script(client: FlaskClient, wiki: TableWiki) -> None:
    wiki.pages["File:Wien.jpg"] = page(INFORMATION)
    part = client.post("/", data={"file": "Wien.jpg"}, headers={"X-Part": "file"}).text
    assert 'data-summary="Add {{[[Template:Location|Location]]}} {position} (' in part
    assert "<html" not in part


def test_the_network_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise requests.ConnectionError("no network")

    monkeypatch.setattr(requests, "get", fail)
    with pytest.raises(WikiSilent):
        Api("https://commons.wikimedia.org/w/", "contact")({"titles": "File:Wien.jpg"})
