"""Photos: chosen or dropped, only their beginnings sent, one or a table."""

from pathlib import Path

from tests.browser.visitor import Visitor
from tests.photos import make_photo

VIENNA = make_photo(48.20849, 16.37208, heading=142)
TEMPLATE = "{{Location|48.20849|16.37208|heading:142}}"


def save(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_chosen_photo(visitor: Visitor, tmp_path: Path) -> None:
    visitor.open()
    visitor.choose(save(tmp_path, "Stephansdom.jpg", VIENNA))
    visitor.wait_for(TEMPLATE)
    assert visitor.find(".given").text == "Stephansdom.jpg"
    visitor.wait_for_map()


def test_only_the_beginning_is_sent(visitor: Visitor, tmp_path: Path) -> None:
    visitor.open()
    visitor.run(
        "const real = fetch; window.fetch = (address, given) => {"
        "window.sizes = given.body.getAll('photos').map(photo => photo.size);"
        "return real(address, given); }"
    )
    photos = [save(tmp_path, "a.jpg", VIENNA + bytes(6_000_000)), save(tmp_path, "b.jpg", VIENNA)]
    visitor.choose(*photos)
    visitor.wait_for(TEMPLATE, TEMPLATE)
    assert visitor.run("return sizes") == [256 * 1024, len(VIENNA)]


def test_several_give_a_table_with_doubts(visitor: Visitor, tmp_path: Path) -> None:
    visitor.open()
    visitor.choose(
        save(tmp_path, "a.jpg", VIENNA),
        save(tmp_path, "b.jpg", make_photo(1.5, 2.5, status="V")),
        save(tmp_path, "c.jpg", make_photo()),
    )
    visitor.wait_for(TEMPLATE, "{{Location|1.5|2.5}}")
    rows = visitor.all("tr.result")
    assert [row.find_element("css selector", "th").text for row in rows] == [
        "a.jpg",
        "b.jpg",
        "c.jpg",
    ]
    assert "void" in rows[1].text
    assert "no GPS position" in rows[2].text
    assert "Many phones take the place out of a photo" in visitor.find("#results").text


def test_options_hold_for_photos_that_are_shown(visitor: Visitor, tmp_path: Path) -> None:
    visitor.open()
    visitor.choose(save(tmp_path, "a.jpg", VIENNA))
    visitor.wait_for(TEMPLATE)
    visitor.find(".options summary").click()
    visitor.find("#object").click()
    visitor.wait_for(TEMPLATE.replace("Location", "Object location"))


def test_a_dropped_photo(visitor: Visitor) -> None:
    visitor.open()
    visitor.run(
        "const bytes = Uint8Array.from(arguments[0]);"
        "const transfer = new DataTransfer();"
        "transfer.items.add(new File([bytes], 'dropped.jpg', {type: 'image/jpeg'}));"
        "document.body.dispatchEvent("
        "new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}))",
        list(VIENNA),
    )
    visitor.wait_for(TEMPLATE)


def test_too_many_are_refused_before_anything_is_sent(visitor: Visitor, tmp_path: Path) -> None:
    visitor.open()
    visitor.choose(*(save(tmp_path, f"{n}.jpg", VIENNA) for n in range(21)))
    visitor.wait_until_it_says("At most 20 photos")
    assert visitor.templates() == []
