"""Short links: followed under the converter's rules, counted, switched off by an operator."""

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import MakeClient
from tests.web.network import SHORT, Shorteners
from tests.web.test_page import messages, templates


def test_a_short_link_is_followed(client: FlaskClient, shorteners: Shorteners) -> None:
    assert templates(client.post("/", data={"q": SHORT}).text) == ["{{Location|48.2082|16.3738}}"]
    assert client.get("/api/convert", query_string={"q": SHORT}).status_code == 200
    assert shorteners.asked == [SHORT, SHORT]


@pytest.mark.parametrize(
    "given",
    [
        "https://bit.ly/x",
        "https://example.org/x",
        "http://127.0.0.1/x",
        "https://169.254.169.254/latest",
        "https://maps.app.goo.gl.example.org/x",
        "https://maps.app.goo.gl@127.0.0.1/x",
    ],
)
def test_no_other_server_is_asked(client: FlaskClient, shorteners: Shorteners, given: str) -> None:
    assert templates(client.post("/", data={"q": given}).text) == []
    assert shorteners.asked == []


def test_an_operator_can_switch_it_off(make_client: MakeClient, shorteners: Shorteners) -> None:
    client = make_client(online=False)
    body = client.post("/", data={"q": SHORT}).text
    assert templates(body) == []
    assert "short link" in messages(body)[0]
    assert shorteners.asked == []


def test_one_request_has_a_bound(client: FlaskClient, shorteners: Shorteners) -> None:
    body = client.post("/", data={"q": f"{SHORT}\n" * 12}).text
    assert len(templates(body)) == 10
    assert all(words.startswith("at most 10 short links") for words in messages(body))
    assert len(shorteners.asked) == 10


def test_one_address_has_a_bound(make_client: MakeClient, shorteners: Shorteners) -> None:
    client = make_client(lookups="3 per minute")
    for _ in range(3):
        assert client.post("/", data={"q": SHORT}).status_code == 200
    response = client.post("/", data={"q": SHORT})
    assert response.status_code == 429
    assert messages(response.text)[0].startswith("There were too many look-ups")
    refused = client.get("/api/convert", query_string={"q": SHORT})
    assert (refused.status_code, list(refused.json or {})) == (429, ["error"])
    assert len(shorteners.asked) == 3
    # What asks nobody is not counted.
    assert all(client.post("/", data={"q": "1.5, 2.5"}).status_code == 200 for _ in range(50))


def test_uploads_have_a_bound(make_client: MakeClient) -> None:
    client = make_client(uploads="2 per minute")
    statuses = [client.post("/photos", data={}).status_code for _ in range(3)]
    assert statuses == [400, 400, 429]
