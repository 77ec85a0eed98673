"""The page by plain forms, as a browser without JavaScript uses it."""

import html
import re

import pytest
from flask.testing import FlaskClient

STEPHANSDOM = "48.20849, 16.37208"


def templates(body: str) -> list[str]:
    """Read the templates on a page, or what stands in their place."""
    found = re.findall(r"<code>(.*?)</code>", body, re.DOTALL)
    return [html.unescape(code.replace("<wbr>", "")) for code in found]


def messages(body: str) -> list[str]:
    found = re.findall(r'class="message[^>]*>(.*?)</p>', body)
    return [html.unescape(re.sub(r"<[^>]*>", "", words)) for words in found[1:]]  # offline's first


def test_the_page_is_there(client: FlaskClient) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert templates(response.text) == []
    assert '<html lang="en" dir="ltr">' in response.text


@pytest.mark.parametrize("how", ["form", "address"])
def test_what_is_posted_or_asked_for_is_converted(client: FlaskClient, how: str) -> None:
    if how == "form":
        body = client.post("/", data={"q": STEPHANSDOM}).text
    else:
        body = client.get("/", query_string={"q": STEPHANSDOM}).text
    assert templates(body) == ["{{Location|48.20849|16.37208}}"]
    assert f">{STEPHANSDOM}</textarea>" in body


def test_several_lines_give_a_table_with_refusals_in_it(client: FlaskClient) -> None:
    body = client.post("/", data={"q": f"{STEPHANSDOM}\n\n95, 200\ngeo:1.5,2.5"}).text
    assert templates(body) == ["{{Location|48.20849|16.37208}}", "{{Location|1.5|2.5}}"]
    assert "2 positions, 1 refusal" in body
    assert [words.startswith("the latitude 95") for words in messages(body)] == [True]


def test_a_message_around_a_link_is_one_input(client: FlaskClient) -> None:
    shared = "Stephansdom\nhttps://www.google.com/maps/search/?api=1&query=48.2085,16.3731"
    body = client.post("/", data={"q": shared}).text
    assert templates(body) == ["{{Location|48.2085|16.3731}}"]
    assert "<table" not in body
    assert "only the line with the link was read" not in body
    with_address = client.post("/", data={"q": f"Stephansplatz 3\n{shared}"}).text
    assert templates(with_address) == templates(body)
    assert "only the line with the link was read" in with_address


def test_one_position_on_two_lines(client: FlaskClient) -> None:
    body = client.post("/", data={"q": "Latitude: 48.20849\nLongitude: 16.37208"}).text
    assert templates(body) == ["{{Location|48.20849|16.37208}}"]


@pytest.mark.parametrize(
    ("fields", "template"),
    [
        ({"object": "1"}, "{{Object location|48.20849|16.37208}}"),
        ({"dms": "1"}, "{{Location|48|12|30.564|N|16|22|19.488|E}}"),
        ({"heading": "142.4"}, "{{Location|48.20849|16.37208|heading:142}}"),
        ({"licence": " {{self|cc-by-4.0}} "}, "{{Location|48.20849|16.37208}}\n{{self|cc-by-4.0}}"),
    ],
)
def test_options(client: FlaskClient, fields: dict[str, str], template: str) -> None:
    body = client.post("/", data={"q": STEPHANSDOM, **fields}).text
    assert templates(body) == [template]


def test_chinese_maps_are_an_option(client: FlaskClient) -> None:
    body = client.post("/", data={"q": "39.90734, 116.39089", "gcj02": "1"}).text
    assert templates(body) != ["{{Location|39.90734|116.39089}}"]
    assert "GCJ-02" in body


def test_a_compass_counts_from_magnetic_north(client: FlaskClient) -> None:
    """Vancouver's declination is some 15 degrees east."""
    given = {"q": "49.2827, -123.1207", "heading": "100", "north": "magnetic"}
    (template,) = templates(client.post("/", data=given).text)
    heading = int(template.removesuffix("}}").rpartition(":")[2])
    assert 112 <= heading <= 118


def test_beside_a_magnetic_pole_a_compass_says_nothing(client: FlaskClient) -> None:
    given = {"q": "86.1, 140.5", "heading": "100", "north": "magnetic"}
    assert templates(client.post("/", data=given).text) == ["{{Location|86.1|140.5}}"]


def test_notes_are_shown(client: FlaskClient) -> None:
    body = client.post(
        "/", data={"q": "https://www.openstreetmap.org/#map=17/48.20849/16.37208"}
    ).text
    assert "the link shows the centre of a map" in body


def test_the_script_gets_only_its_part(client: FlaskClient) -> None:
    part = client.post("/", data={"q": STEPHANSDOM}, headers={"X-Part": "results"}).text
    assert templates(part) == ["{{Location|48.20849|16.37208}}"]
    assert "<html" not in part


@pytest.mark.parametrize("length", [4096, 4097])
def test_more_than_4096_characters_are_refused_in_words(client: FlaskClient, length: int) -> None:
    response = client.post("/", data={"q": "1, 2\n" * 10 + "x" * (length - 50)})
    assert response.status_code == (200 if length == 4096 else 400)
    assert ("at most 4,096 are read at once" in response.text) == (length > 4096)


def test_a_flood_is_refused_in_words(client: FlaskClient) -> None:
    response = client.post("/", data={"q": "x" * 100_000})
    assert response.status_code == 413
    assert "That is more than is read at once" in messages(response.text)[0]


@pytest.mark.parametrize("heading", ["361", "-1", "nan", "north", "1e999"])
def test_a_heading_that_is_none_is_refused(client: FlaskClient, heading: str) -> None:
    response = client.post("/", data={"q": STEPHANSDOM, "heading": heading})
    assert response.status_code == 400
    assert messages(response.text) == ["the heading is not a number of degrees from 0 to 360"]


def test_what_is_shared_is_converted(client: FlaskClient) -> None:
    """Google Maps puts the link into the text, other apps into the address."""
    link = "https://www.openstreetmap.org/?mlat=48.20849&mlon=16.37208"
    for fields in ({"title": "A place", "text": link}, {"title": "A place", "url": link}):
        body = client.post("/share", data=fields).text
        assert templates(body) == ["{{Location|48.20849|16.37208}}"]
        assert "A place\n" in body


def test_nothing_that_is_shared_is_no_error(client: FlaskClient) -> None:
    assert client.post("/share", data={}).status_code == 200


@pytest.mark.parametrize("path", ["/nope", "/assets/x/y.js", "/assets/x/../settings.py"])
def test_no_such_page(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert messages(response.text) == ["There is no such page."]
