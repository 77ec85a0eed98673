"""The file's name: what the wiki says, copying on the way to the edit page, and the way back."""

from urllib.parse import parse_qs, urlsplit

from tests.browser.visitor import Visitor
from tests.web.network import INFORMATION, TableWiki, page


def edit_query(visitor: Visitor) -> dict[str, str]:
    """Read where the button leads."""
    address = visitor.find("#edit").get_attribute("href")
    assert address is not None
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def name_file(visitor: Visitor, name: str = "Wien.jpg") -> None:
    """Write a file's name and wait for what the wiki says of it."""
    visitor.find("#file").send_keys(name)
    visitor.until("return document.querySelector('#file-state .message')")


def test_copy_and_open_the_edit_page(visitor: Visitor, wiki: TableWiki) -> None:
    wiki.pages["File:Wien.jpg"] = page(INFORMATION)
    visitor.open()
    visitor.allow("clipboardReadWrite", "clipboardSanitizedWrite")
    visitor.paste("48.20849, 16.37208")
    visitor.wait_for("{{Location|48.20849|16.37208}}")
    name_file(visitor)
    assert visitor.find("#file-state .message").text == "The page is there and has no location yet."
    assert edit_query(visitor) == {
        "title": "File:Wien.jpg",
        "action": "edit",
        "summary": "Add {{[[Template:Location|Location]]}} 48.20849, 16.37208 "
        "([[Commons:Geocoding]])",
    }
    # Not opened in this test: it leads to another site.
    visitor.run(
        "document.querySelector('#edit').addEventListener('click', e => e.preventDefault())"
    )
    visitor.run("document.querySelector('#edit').click()")
    visitor.wait_until_it_says("Paste it on the edit page, directly below the information box")
    assert visitor.clipboard() == "{{Location|48.20849|16.37208}}"


def test_the_summary_follows_the_pin(visitor: Visitor, wiki: TableWiki) -> None:
    wiki.pages["File:Wien.jpg"] = page(INFORMATION)
    visitor.open()
    name_file(visitor)
    assert "48.2" not in edit_query(visitor)["summary"]
    visitor.paste("48.20849, 16.37208")
    visitor.wait_for_map()
    before = visitor.find("#edit").get_attribute("href")
    assert "48.20849, 16.37208" in edit_query(visitor)["summary"]
    visitor.drag(visitor.find(".pin-dot"), 40, 40)
    visitor.until(f"return document.querySelector('#edit').href !== {before!r}")
    visitor.until("return document.querySelector('#status').textContent.includes('follows')")
    visitor.until(
        "const [, latitude, longitude] ="
        " document.querySelector('#results code').textContent.split('|');"
        "return new URL(document.querySelector('#edit').href).searchParams.get('summary')"
        ".includes(`${latitude}, ${longitude.replace('}}', '')}`)"
    )


def test_a_located_file_shows_its_place(visitor: Visitor, wiki: TableWiki) -> None:
    wiki.pages["File:Wien.jpg"] = page(INFORMATION + "{{Location|48.2|16.3|heading:45}}")
    visitor.open()
    name_file(visitor)
    assert "has a location already" in visitor.find("#file-state .message").text
    visitor.find("[data-show]").click()
    visitor.wait_for("{{Location|48.2|16.3|heading:45}}")
    visitor.wait_for_map()
    assert visitor.find(".pin-hold").get_attribute("aria-valuenow") == "45"
    assert wiki.asked == ["File:Wien.jpg"]


def test_an_opted_out_file_is_left_alone(visitor: Visitor, wiki: TableWiki) -> None:
    wiki.pages["File:Wien.jpg"] = page(INFORMATION + "{{Location withheld}}")
    visitor.open()
    name_file(visitor)
    assert visitor.all("#edit") == []


def test_the_name_is_remembered_on_the_device(visitor: Visitor, wiki: TableWiki) -> None:
    visitor.open()
    name_file(visitor)
    visitor.open()
    visitor.until("return document.querySelector('#file-state .message')")
    assert visitor.find("#file").get_attribute("value") == "Wien.jpg"
    assert wiki.asked == ["File:Wien.jpg"]
    assert visitor.run("return document.cookie") == ""
