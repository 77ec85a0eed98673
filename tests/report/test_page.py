"""The page is whole, allows only its own scripts, and keeps data apart from markup."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import pytest

from glocbot.evidence.exif import GpsEvidence
from glocbot.report import assets
from glocbot.report.page import page
from glocbot.report.page_data import evidence, key
from tests.proposals.samples import sample

HOSTILE = "</script><script>alert(1)</script><!--\u2028\u2029&amp;{{ 7*7 }}{% raw %}'\""


class Elements(HTMLParser):
    """Collects the page's elements with their attributes, and the texts of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] in {"script", "style"}:
            self.texts.append((self.found[-1][0], data))


def embedded(text: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def policy(text: str) -> str:
    (meta,) = [
        attributes["content"]
        for tag, attributes in Elements(text).found
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert meta
    return meta


def test_the_policy_allows_the_pages_own_scripts_and_styles_and_nothing_else() -> None:
    text = page([sample()], "found.jsonl")
    elements = Elements(text)
    allowed = set(re.findall(r"'(sha256-[^']+)'", policy(text)))
    inline = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", text, re.DOTALL)
    digests = {
        "sha256-" + base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()
        for block in inline
    }
    assert digests == allowed
    assert len(inline) == 4
    assert "unsafe" not in policy(text)
    assert "default-src 'none'" in policy(text)
    assert "connect-src 'none'" in policy(text)
    assert not [1 for _, attributes in elements.found if "style" in attributes]
    assert not [1 for _, attributes in elements.found for name in attributes if name[:2] == "on"]


def test_the_page_loads_nothing() -> None:
    """No element of the page itself has an address but within it."""
    addresses = [
        value
        for _, attributes in Elements(page([sample()], "x")).found
        for name, value in attributes.items()
        if name in {"src", "href", "srcset", "action"}
    ]
    assert set(addresses) == {"data:,", "#proposals"}
    assert not re.search(r"@import|url\((?!data:|#)", assets.style() + assets.leaflet_style())


def test_hostile_values_stay_data() -> None:
    changes: dict[str, Any] = dict.fromkeys(
        ("title", "user", "category", "summary", "url", "new_text"), HOSTILE
    )
    text = page([replace(sample(), **changes)], HOSTILE)
    (item,) = embedded(text)["items"]
    assert all(item[name] == HOSTILE for name in ("title", "user", "category", "summary", "url"))
    assert text.count("alert(1)") == text.count("\\u003cscript\\u003ealert(1)")
    assert [tag for tag, _ in Elements(text).found].count("script") == 4


def test_pictures_can_be_inside_the_page() -> None:
    """Such as those of a wiki that is not there any more when the page is looked at."""
    picture = "data:image/png;base64,AA=="
    local = sample(thumbnail="http://127.0.0.1:8080/x.jpg")
    text = page([local, sample("Other")], "x", {local.title: picture})
    assert [item["picture"] for item in embedded(text)["items"]] == [
        picture,
        sample("Other").thumbnail,
    ]


def test_pictures_of_a_wiki_on_this_machine_are_allowed() -> None:
    local = sample(thumbnail="http://127.0.0.1:8080/x.jpg")
    assert "img-src https: data: http://127.0.0.1:8080;" in policy(page([local], "x"))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1.example.org/x.jpg",
        "http://example.org/x.jpg",
        "http://[::1/x.jpg",
        "http://127.0.0.1:99999/x",
        "http://127.0.0.1@example.org/",
        "javascript:alert(1)",
        "",
    ],
)
def test_no_other_address_widens_the_policy(url: str) -> None:
    assert "img-src https: data:;" in policy(page([sample(thumbnail=url)], "x"))


def test_decisions_are_kept_for_the_same_proposals_only() -> None:
    assert key([sample()]) == key([sample(user="another", summary="another")])
    assert len({key([sample()]), key([sample(revid=71)]), key([sample("B")]), key([])}) == 4


def test_evidence_says_what_the_exif_says() -> None:
    exif = GpsEvidence(
        *(48.2, 16.37),
        camera="SONY",
        gps_date=date(2023, 1, 25),
        gps_time=time(0, 15, 9),
        datum="WGS-84",
        status="V",
        dop=4.25,
        img_direction=8.5,
        img_direction_ref="M",
    )
    assert evidence(sample(evidence=exif)) == [
        ("Camera", "SONY"),
        ("Fix", "2023-01-25 00:15:09 UTC"),
        ("Datum", "WGS-84"),
        ("Status", "V, void"),
        ("DOP", "4.25"),
        ("Direction", "8.5° from magnetic north"),
    ]


def test_a_direction_without_its_north_says_so() -> None:
    exif = GpsEvidence(48.2, 16.37, img_direction=0.0)
    assert evidence(sample(evidence=exif)) == [("Direction", "0° from an unnamed north")]


def static(suffix: str) -> Iterator[tuple[str, str]]:
    for file in files("glocbot.report").joinpath("static").iterdir():
        if file.name.endswith(suffix):
            yield file.name, file.read_text("utf-8")


def test_every_script_and_style_is_in_the_page() -> None:
    assert {name for name, _ in static(".js")} == {f"{name}.js" for name in assets.SCRIPTS}
    assert {name for name, _ in static(".css")} == {f"{name}.css" for name in assets.STYLES}


@pytest.mark.parametrize("name", assets.SHARED)
def test_shared_modules_can_be_joined(name: str) -> None:
    """They are not loaded as modules here, so that an import would do nothing."""
    text = files("glocbot.browser").joinpath(f"{name}.js").read_text("utf-8")
    assert re.search(r"^export ", text, re.MULTILINE)
    assert not re.search(r"^(import\b|export (default|[*{]))", text, re.MULTILINE)


@pytest.mark.parametrize(("name", "text"), [*static(".js")])
def test_no_script_makes_markup_of_text(name: str, text: str) -> None:
    """What a browser test can show for some values, this shows for all."""
    parsers = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|srcdoc"
    assert not re.search(rf"\b({parsers}|eval|Function)\b", text), name


@pytest.mark.parametrize(("name", "text"), [*static(".js"), *static(".css")])
def test_files_stay_short(name: str, text: str) -> None:
    assert text.count("\n") < 300, name


def test_an_asset_that_would_end_its_element_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot stand inside the page"):
        assets._inline("x = '</SCRIPT>'")  # noqa: SLF001 - the guard itself
