"""Headers, escaping, cookies, and what the log says."""

import logging

import pytest
from flask.testing import FlaskClient

from glocbot.web import pages
from tests.web.network import TableWiki
from tests.web.test_page import templates

HOSTILE = [
    "</textarea><script>alert(1)</script>",
    '"\' autofocus onfocus=alert(1) x="',
    "<img src=x onerror=alert(1)>",
    "{{ 7171 * 7 }}{% for x in () %}",
    "\u202e\u0000\u2028<b>",
]
PATHS = ["/", "/?q=1,2", "/api/convert?q=1,2", "/api/", "/nope", "/manifest.webmanifest", "/sw.js"]


@pytest.mark.parametrize("path", PATHS)
def test_every_response_has_the_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-")
    assert "unsafe" not in policy
    assert [part for part in policy.split() if part.startswith("http")] == [
        "https://tile.openstreetmap.org;"
    ]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=(self)" in headers["Permissions-Policy"]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("field", ["q", "file", "licence", "lang", "heading", "north"])
def test_every_echo_is_escaped(client: FlaskClient, field: str, value: str) -> None:
    given = {"q": "1.5, 2.5", "file": "", field: value}
    for body in (client.post("/", data=given).text, client.get("/", query_string=given).text):
        inside = body.replace(f"<style>{_style(body)}</style>", "")
        assert "<script>alert" not in inside
        assert "<img" not in inside
        assert "<b>" not in inside
        assert ' onfocus=alert(1) x="' not in inside
        assert "50197" not in inside


def _style(body: str) -> str:
    return body.partition("<style>")[2].partition("</style>")[0]


def test_no_cookie_but_the_language(client: FlaskClient, wiki: TableWiki) -> None:
    for path in PATHS:
        assert "Set-Cookie" not in client.get(path).headers
    assert "Set-Cookie" not in client.post("/", data={"q": "1, 2", "file": "A.jpg"}).headers
    assert wiki.asked
    (cookie,) = client.get("/?lang=de").headers.getlist("Set-Cookie")
    assert cookie.startswith("language=de; ")
    assert "HttpOnly" in cookie
    assert "Set-Cookie" not in client.get("/?lang=xx").headers


def test_an_unforeseen_error_shows_and_logs_no_input(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(text: str, *_: object) -> None:
        raise ValueError(f"could not read {text}")

    monkeypatch.setattr(pages, "convert_text", fail)
    with caplog.at_level(logging.DEBUG):
        response = client.post("/", data={"q": "48.20849, 16.37208"})
    assert response.status_code == 500
    assert "Something went wrong here" in response.text
    assert "Traceback" not in response.text
    assert "could not read" not in response.text
    assert "ValueError at " in caplog.text
    assert "test_safety.py" in caplog.text
    assert "48.2" not in caplog.text


def test_nothing_of_a_request_is_logged(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        assert templates(client.post("/", data={"q": "48.20849, 16.37208"}).text)
        client.post("/", data={"q": "48.20849, 1637208"})
    assert "48.2" not in caplog.text


def test_assets_are_kept_for_a_year_under_their_own_address(client: FlaskClient) -> None:
    page = client.get("/").text
    address = page.partition('<script type="module" src="')[2].partition('"')[0]
    response = client.get(address)
    assert response.content_type.startswith("text/javascript")
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    old = client.get("/assets/000000000000/web/static/main.js")
    assert "immutable" not in old.headers["Cache-Control"]
    again = client.get(address, headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_only_assets_are_served(client: FlaskClient) -> None:
    version = client.get("/sw.js").text.partition("/assets/")[2].partition("/")[0]
    for name in (
        "web/settings.py",
        "browser/__init__.py",
        "web/openapi.json",
        "leaflet/__init__.py",
    ):
        assert client.get(f"/assets/{version}/{name}").status_code == 404
