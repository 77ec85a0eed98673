"""The API: the objects of `glocbot convert --json`, for programs of every site."""

import json

import pytest
from flask.testing import FlaskClient

from glocbot.cli import main

INPUTS = [
    "48.20849, 16.37208",
    "https://www.google.com/maps/@48.2084,16.3721,3a,75y,133.5h,90t",
    "48°12′30″N 16°22′19″E",
    "{{Coord|48|12|N|16|22|E}}",
    "95, 200",
    "Vienna",
    "0, 0.0000001",
]


@pytest.mark.parametrize("given", INPUTS)
def test_the_object_is_that_of_the_command(
    client: FlaskClient, given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["convert", "--json", given])
    expected = json.loads(capsys.readouterr().out)
    response = client.get("/api/convert", query_string={"q": given})
    assert response.json == expected
    assert response.status_code == (400 if "error" in expected else 200)


def test_several_lines_give_a_list(client: FlaskClient) -> None:
    response = client.get("/api/convert", query_string={"q": "\n".join(INPUTS)})
    assert response.status_code == 200
    assert isinstance(response.json, list)
    assert [record["input"] for record in response.json] == INPUTS
    assert ["error" in record for record in response.json] == [False] * 4 + [True] * 3


def test_a_form_may_be_posted(client: FlaskClient) -> None:
    response = client.post("/api/convert", data={"q": "1.5, 2.5", "heading": 359.6, "object": 1})
    assert response.json == {
        "input": "1.5, 2.5",
        "latitude": 1.5,
        "longitude": 2.5,
        "heading": 0,
        "wikitext": "{{Object location|1.5|2.5|heading:0}}",
        "notes": [],
    } | {"notes": response.json["notes"] if isinstance(response.json, dict) else None}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({}, "nothing is given"),
        ({"q": " \n "}, "nothing is given"),
        ({"q": "1, 2", "heading": "x"}, "the heading"),
        ({"q": "x" * 4097}, "4,096"),
    ],
)
def test_a_wrong_call_is_json_with_status_400(
    client: FlaskClient, query: dict[str, str], words: str
) -> None:
    response = client.get("/api/convert", query_string=query)
    assert response.status_code == 400
    assert isinstance(response.json, dict)
    assert words in response.json["error"]


def test_a_flood_is_json_with_status_400(client: FlaskClient) -> None:
    response = client.post("/api/convert", data={"q": "x" * 100_000})
    assert response.status_code == 400
    assert isinstance(response.json, dict)
    assert "more than is read" in response.json["error"]


@pytest.mark.parametrize("path", ["/api/nope", "/api/convert/x"])
def test_no_such_call_is_json(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.json) == (404, {"error": "There is no such page."})


@pytest.mark.parametrize("query", ["?q=1,2", "?q=x", "", "?q=1&heading=x"])
def test_pages_of_every_site_may_ask(client: FlaskClient, query: str) -> None:
    headers = client.get(f"/api/convert{query}", headers={"Origin": "https://example.org"}).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in headers
    asked = client.options("/api/convert", headers={"Origin": "https://example.org"})
    assert asked.status_code == 200
    assert asked.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get("/").headers


def test_the_description_names_what_there_is(client: FlaskClient) -> None:
    described = client.get("/api/openapi.json").json
    assert isinstance(described, dict)
    (path,) = described["paths"]
    parameters = described["paths"][path]["get"]["parameters"]
    given = {
        parameter["name"]: parameter.get("example", parameter["schema"].get("minimum", "true"))
        for parameter in parameters
    }
    record = client.get(path, query_string=given).json
    schema = described["components"]["schemas"]["Conversion"]
    assert isinstance(record, dict)
    assert list(record) == schema["required"] == list(schema["properties"])
    page = client.get("/api/").text
    assert all(f"<code>{name}</code>" in page for name in given)


def test_health(client: FlaskClient) -> None:
    assert (client.get("/healthz").status_code, client.get("/healthz").text) == (200, "ok\n")
