"""What comes from outside is shown as it is, and never run."""

from pathlib import Path

import pytest

from tests.browser.chromium import complaints
from tests.browser.visitor import Visitor
from tests.photos import make_photo
from tests.web.network import TableWiki, page

VALUES = {
    "ends the field": "</textarea><script>window.ran = 1</script>",
    "ends the script": "</script><script>window.ran = 1</script>",
    "is a picture": "<img src=x onerror='window.ran = 1'>",
    "ends an attribute": "\"' onfocus=window.ran=1 autofocus x=\"'><svg onload=window.ran=1>",
    "is an address": "javascript:window.ran=1//",
    "is a template": "{{ 7 * 7 }}{% include 'page.html' %}${7*7}",
    "turns around": "\u202e\u2067gpj.exe\u2066\u200f",
    "has unusual ends of lines": "a\u2028b\u2029c\u0085d",
    "is emoji": "👩‍👩‍👧 🏔️ ﷽",
}
MADE = "#results :is(script, img, svg, iframe):not(.map *), [onerror]"


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
@pytest.mark.parametrize("way", ["typed", "address", "several"])
def test_a_text(visitor: Visitor, value: str, way: str) -> None:
    visitor.open()
    if way == "address":
        visitor.run("location.href = '/?q=' + encodeURIComponent(arguments[0])", value)
    else:
        visitor.paste(value if way == "typed" else f"1.5, 2.5\n{value}\n3.5, 4.5")
    visitor.until("return document.querySelector('#results .refused')")
    assert visitor.run("return window.ran") is None
    assert visitor.all(MADE) == []
    if way == "several":
        shown = visitor.run("return document.querySelector('.refused th').textContent")
        assert shown == value.splitlines()[0] or "\u0085" in value


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_a_photo_and_a_licence(visitor: Visitor, tmp_path: Path, value: str) -> None:
    visitor.open()
    visitor.run(
        "const licence = document.querySelector('#licence'); licence.value = arguments[0];"
        "const fields = new DataTransfer();"
        "fields.items.add(new File([Uint8Array.from(arguments[1])], `${arguments[0]}.jpg`));"
        "document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: fields, bubbles: true,"
        " cancelable: true}))",
        value,
        list(make_photo(1.5, 2.5)),
    )
    visitor.until("return document.querySelector('#results code')")
    assert visitor.run("return window.ran") is None
    assert visitor.all(MADE) == []
    assert visitor.templates()[0].startswith("{{Location|1.5|2.5}}\n")
    assert tmp_path.exists()


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_a_page_of_the_wiki(visitor: Visitor, wiki: TableWiki, value: str) -> None:
    wiki.pages["File:Wien.jpg"] = page(f"{value}{{{{Location|1.5|2.5|heading:{value}}}}}{value}")
    visitor.open()
    visitor.find("#file").send_keys("Wien.jpg")
    visitor.until("return document.querySelector('#file-state .message')")
    assert visitor.run("return window.ran") is None
    assert visitor.all(MADE) == []


def test_the_policy_would_stop_a_script_that_got_in(visitor: Visitor) -> None:
    visitor.open()
    refused = visitor.chromium.execute_async_script(
        """
        const done = arguments[0];
        const refused = new Set();
        addEventListener("securitypolicyviolation", (event) => {
          refused.add(event.effectiveDirective);
        });
        const script = document.createElement("script");
        script.textContent = "window.ran = 1";
        const style = document.createElement("style");
        style.textContent = "body { display: none }";
        const frame = document.createElement("iframe");
        frame.src = "data:text/html,x";
        const picture = document.createElement("img");
        picture.src = "https://example.org/x.png";
        document.body.append(script, style, frame, picture);
        fetch("https://127.0.0.1/").catch(() => {});
        setTimeout(() => done([...refused].sort()), 300);
        """
    )
    assert {
        *("connect-src", "frame-src", "img-src", "script-src-elem", "style-src-elem"),
    } <= set(refused)
    assert visitor.run("return window.ran") is None
    complaints(visitor.chromium)  # which this test provoked


def test_another_site_cannot_frame_the_page(visitor: Visitor) -> None:
    visitor.open()
    response = visitor.chromium.execute_async_script(
        "const done = arguments[0];"
        "fetch('/').then(response => done(response.headers.get('Content-Security-Policy')))"
    )
    assert "frame-ancestors 'none'" in response
