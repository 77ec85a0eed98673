"""The languages: catalogues are whole, and the converter still says what they translate."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from flask.testing import FlaskClient

from glocbot.convert import Refused, convert
from glocbot.convert.photos import read_photo
from glocbot.web import sentences
from glocbot.web.languages import TRANSLATED, catalogue
from glocbot.web.said import pattern
from tests.photos import make_photo
from tests.web.test_page import messages, templates

WEB = Path(sentences.__file__).parent
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
PLACES = re.compile(r"\{\w+\}|%\(\w+\)s|\{\{[^{}]*\}\}")
#: Inputs that make the converter say each of the sentences in `sentences`.
INPUTS = [
    "https://www.openstreetmap.org/#map=17/48.2/16.37",
    "https://www.google.com/maps/@48.2084,16.3721,3a,75y,133.5h,90t",
    *(
        "8FWR6937+QR",
        "{{Object location|48.21111|16.31111}}",
        "95, 200",
        "5, 200",
        "48.2",
        "Vienna",
    ),
    *("https://example.org/x", "https://bit.ly/x", "https://www.google.com/maps/place/Vienna"),
    *("https://www.google.com/maps/dir/48.1,16.1/48.2,16.2", "1 2 3 4"),
]
PHOTOS = [
    make_photo(48.5, 16.5, status="V", dop=40),
    make_photo(48, 16),
    make_photo(48.5, 16.5, heading=100, heading_ref="M", taken="2022:08:14 14:12:31"),
    make_photo(48.5, 16.5, heading=100, heading_ref=None),
    make_photo(),
]


def extracted() -> set[tuple[str, ...]]:
    """Find what the page says in its sources."""
    options = {"templates/**.html": {"trimmed": "true", "newstyle_gettext": "true"}}
    found = extract_from_dir(WEB, METHODS, options, keywords=KEYWORDS)
    return {ids if isinstance(ids, tuple) else (ids,) for _, _, ids, _, _ in found}


def read(code: str) -> Catalog:
    return read_po(io.BytesIO((WEB / "locale" / f"{code}.po").read_bytes()), code)


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_catalogue_has_what_the_page_says_and_no_more(code: str) -> None:
    known = {
        message.id if isinstance(message.id, tuple) else (message.id,)
        for message in read(code)
        if message.id
    }
    assert known == extracted()


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_message_is_translated_with_its_places(code: str) -> None:
    for message in read(code):
        if message.id:
            ids, strings = _several(message.id), _several(message.string)
            assert all(strings), ids
            for string in strings:
                assert sorted(PLACES.findall(string)) == sorted(PLACES.findall(ids[-1])), ids
                assert "<" not in string


def _several(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (str(text),)


@pytest.mark.parametrize("code", TRANSLATED)
def test_who_made_it_is_told(code: str) -> None:
    assert "Not checked by a native reader yet" in (WEB / "locale" / f"{code}.po").read_text(
        "utf-8"
    )


def test_the_converter_still_says_so() -> None:
    """What it says no more would stay English unseen."""
    known = {*sentences.NOTES, *sentences.PROBLEMS, *sentences.REMEDIES}
    assert known - set(_said()) == set()


def _said() -> Iterator[str]:
    for given in INPUTS:
        try:
            yield from map(pattern, convert(given).notes)
        except Refused as refusal:
            yield from (pattern(refusal.problem), pattern(refusal.instead))
    for photo in PHOTOS:
        try:
            yield from map(pattern, read_photo(io.BytesIO(photo)).notes)
        except Refused as refusal:
            yield from (pattern(refusal.problem), pattern(refusal.instead))


def test_plurals() -> None:
    russian = catalogue("ru")
    forms = [
        russian.ngettext("%(num)s position", "%(num)s positions", number)
        for number in (1, 3, 5, 21)
    ]
    assert [form.partition(" ")[2] for form in forms] == ["место", "места", "мест", "место"]


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "de"),
        ("uz-Latn", "uz"),
        ("fr, ru;q=0.3", "ru"),
        ("fr", "en"),
        ("", "en"),
    ],
)
def test_the_browser_says_the_language(client: FlaskClient, accepted: str, code: str) -> None:
    body = client.get("/", headers={"Accept-Language": accepted}).text
    assert f'<html lang="{code}"' in body


def test_a_choice_is_remembered(client: FlaskClient) -> None:
    client.post("/", data={"q": "1.5, 2.5", "lang": "hi"})
    assert '<html lang="hi"' in client.get("/", headers={"Accept-Language": "de"}).text
    assert client.get("/manifest.webmanifest").json["lang"] == "hi"  # type: ignore[index]


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_page_in_each_language(client: FlaskClient, code: str) -> None:
    body = client.get(f"/?lang={code}&q=1.5,2.5").text
    assert f'<html lang="{code}" dir="ltr">' in body
    assert templates(body) == ["{{Location|1.5|2.5}}"]
    assert catalogue(code).gettext("Where I stand") in body
    assert catalogue(code).gettext("Copied.") in body
    assert "No native reader" not in body


def test_what_nobody_translated_is_marked_as_english(client: FlaskClient) -> None:
    body = client.get("/?lang=de&q=95,+200").text
    assert messages(body)[0].startswith(
        "die Breite 95 liegt nicht zwischen -90 und 90 Grad; füge erst"
    )
    body = client.get("/", query_string={"lang": "de", "q": "48°60′N 16°E"}).text
    assert '<span lang="en" dir="ltr">60 minutes are not below 60</span>; füge Breite' in body


def test_a_quotation_is_not_translated(client: FlaskClient) -> None:
    body = client.get("/", query_string={"lang": "de", "q": "Wien"}).text
    assert "“Wien” enthält keine Koordinaten" in body
