"""What the page looks like: rows, many rows, small screens, dark ones, and other senses."""

from base64 import b64encode
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from glocbot.evidence.exif import GpsEvidence
from tests.browser.reviewer import Reviewer
from tests.proposals.samples import TAKEN, sample

EXIF = GpsEvidence(48.2, 16.37, camera="SONY DSC-HX5V", taken=TAKEN, datum="TOKYO", dop=38.5)
HELD = sample("Bridge", reasons=["datum"], evidence=EXIF, heading=12)
FILES = [sample("Abbey"), HELD, sample("Castle", 48.2, -100), *map(sample, "defgh")]
CONTRAST = Path(__file__).with_name("contrast.js").read_text("utf-8")


def test_a_row_shows_all_that_a_reviewer_needs(reviewer: Reviewer) -> None:
    reviewer.open([HELD])
    row = reviewer.row("Bridge")
    for words in (
        *("File:Bridge.jpg", "Held", "it is a datum", HELD.wikitext, "Kari", "Bridges"),
        *("SONY DSC-HX5V", "2024-05-11 10:12:44", "TOKYO", "38.5", "Add a location", "Line 3"),
    ):
        assert words.casefold() in row.text.casefold()
    assert reviewer.find(".row img").get_attribute("loading") == "lazy"
    assert reviewer.find(".row img").get_attribute("src") == HELD.thumbnail
    assert reviewer.find(".row .title a").get_attribute("href") == HELD.url
    assert reviewer.find(".row ins").text == HELD.wikitext


def test_a_picture_inside_the_page_is_shown(reviewer: Reviewer) -> None:
    buffer = BytesIO()
    Image.new("RGB", (32, 24), "teal").save(buffer, "PNG")
    picture = f"data:image/png;base64,{b64encode(buffer.getvalue()).decode()}"
    reviewer.open([HELD], pictures={HELD.title: picture})
    image = "document.querySelector('.row img')"
    reviewer.until(f"return {image}.complete")
    assert reviewer.run(f"return [{image}.naturalWidth, {image}.naturalHeight]") == [32, 24]
    assert not reviewer.find(".row .no-picture").is_displayed()


def test_links_check_the_place(reviewer: Reviewer) -> None:
    reviewer.open([HELD])
    links = {link.text: str(link.get_attribute("href")) for link in reviewer.all(".places a")}
    assert links == {
        "OpenStreetMap": "https://www.openstreetmap.org/?mlat=48.2&mlon=16.37#map=17/48.2/16.37",
        "Google Maps": "https://www.google.com/maps/search/?api=1&query=48.2,16.37",
        "GeoHack": (
            "https://geohack.toolforge.org/geohack.php?pagename=File:Bridge.jpg"
            "&params=48.2_N_16.37_E_globe:Earth_type:camera_heading:12&language=en"
        ),
        "Wikimedia map": "https://maps.wikimedia.org/#17/48.2/16.37",
        "Category\u2019s files nearby": (
            "https://commons.wikimedia.org/w/index.php?title=Special%3ASearch&ns6=1&fulltext=1"
            "&search=nearcoord%3A5km%2C48.2%2C16.37+incategory%3A%22Bridges%22"
        ),
    }


def test_of_5000_rows_only_those_in_view_are_made(reviewer: Reviewer) -> None:
    reviewer.open([sample(f"File {n}", 48 + n / 5000, 16.37) for n in range(5000)])
    assert reviewer.find("#shown-words").text == "5,000 shown"
    assert 0 < len(reviewer.all(".row")) < 20
    assert len(reviewer.all(".pin-button")) < 100
    reviewer.run("scrollTo(0, document.body.scrollHeight / 2)")
    reviewer.until("return document.querySelectorAll('#proposal-2480, #proposal-2500').length")
    assert 0 < len(reviewer.all(".row")) < 20
    reviewer.run("scrollTo(0, document.body.scrollHeight)")
    reviewer.until("return document.querySelector('#proposal-4999')")
    assert 0 < len(reviewer.all(".row")) < 20


def test_rows_do_not_lie_on_each_other(reviewer: Reviewer) -> None:
    """Their heights differ, and are not known before they are made."""
    long = "A very long name " * 12
    files = [sample(f"{n} {long if n % 3 else ''}".strip()) for n in range(200)]
    reviewer.open(files)
    for key in ("j" * 60, "k" * 30):
        reviewer.press(key)
        edges = reviewer.run(
            "return [...document.querySelectorAll('.row')].map(row => row.getBoundingClientRect())"
            ".map(box => [box.top, box.bottom])"
        )
        assert all(above[1] < below[0] for above, below in pairwise(edges))
    assert reviewer.current().startswith("29 ")


def test_the_current_row_is_seen_whole(reviewer: Reviewer) -> None:
    reviewer.open([sample(f"File {n}") for n in range(100)])
    for key in ("j" * 40, "k" * 17):
        reviewer.press(key)
        top, bottom, ceiling, floor = reviewer.run(
            "const box = document.querySelector('.row.is-current').getBoundingClientRect();"
            "const bar = document.getElementById('filters').getBoundingClientRect();"
            "return [box.top, box.bottom, bar.bottom, innerHeight]"
        )
        assert ceiling <= top
        assert bottom <= floor


def test_rows_are_read_in_order(reviewer: Reviewer) -> None:
    """A screen reader follows the elements' order, and is told how many there are."""
    reviewer.open([sample(f"File {n}") for n in range(100)])
    reviewer.press("j" * 30 + "k" * 12)
    told = [
        (int(str(row.get_attribute("aria-posinset"))), row.get_attribute("aria-setsize"))
        for row in reviewer.all("#feed > .row")
    ]
    assert told == sorted(told)
    assert {size for _, size in told} == {"100"}


@pytest.mark.parametrize("opened", [False, True])
def test_a_phone_needs_no_sideways_scroll(reviewer: Reviewer, *, opened: bool) -> None:
    reviewer.use_phone()
    reviewer.open([sample("Unbreakable" * 12, user="x" * 80), HELD, *FILES[2:]])
    if opened:
        reviewer.find("#more").click()
    assert reviewer.run("return document.documentElement.scrollWidth") == 360
    wide = reviewer.run(
        "return [...document.querySelectorAll('body > :not(.skip) *')]"
        ".filter(element => !element.closest('#map, .diff, dialog'))"
        ".filter(element => element.getBoundingClientRect().right > 360.5).length"
    )
    assert wide == 0


def test_a_phones_buttons_are_wide_enough_for_a_thumb(reviewer: Reviewer) -> None:
    reviewer.use_phone()
    reviewer.open(FILES)
    assert all(button.rect["height"] >= 44 for button in reviewer.all(".row .act"))
    reviewer.find(".row .act-approve").click()
    assert reviewer.decided() == {"Abbey": "Approved"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough(reviewer: Reviewer, scheme: str) -> None:
    """WCAG 1.4.3: 4.5 for every text that stands on a ground of one colour."""
    reviewer.prefer(scheme)
    reviewer.open(FILES)
    reviewer.press("jaAR")
    assert reviewer.run(CONTRAST) == []
    reviewer.press("?")
    assert reviewer.run(CONTRAST) == []


def test_dark_is_dark(reviewer: Reviewer) -> None:
    reviewer.prefer("dark")
    reviewer.open(FILES)
    assert reviewer.run("return getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(19, 21, 23)"
    )


def test_every_control_has_a_name(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    for key, place in (("", "body"), ("?", "#help-dialog"), ("s", "#save-dialog")):
        reviewer.run("document.querySelector('dialog[open]')?.close()")
        reviewer.press(key)
        names = ("a[href]:not([aria-hidden])", "button", "input", "select")
        controls = reviewer.all(", ".join(f"{place} {name}" for name in names))
        shown = [control for control in controls if control.is_displayed()]
        assert shown
        assert [c.get_attribute("outerHTML") for c in shown if not c.accessible_name] == []


def test_landmarks_lead_through_the_page(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    landmarks = {
        selector: (reviewer.find(selector).aria_role, reviewer.find(selector).accessible_name)
        for selector in (".head", "#overview", "#filters", "main", "#feed", "#status")
    }
    assert landmarks == {
        ".head": ("banner", ""),
        "#overview": ("region", "Map"),
        "#filters": ("search", "Filter and sort"),
        "main": ("main", "Proposals"),
        "#feed": ("feed", "Proposed and held edits"),
        "#status": ("status", ""),
    }
    assert reviewer.find(".row").aria_role == "article"
    assert reviewer.find(".row").accessible_name == "File:Abbey.jpg"


def test_the_keyboards_focus_is_seen(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("\ue004" * 4)
    outline = reviewer.run("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_motion_is_left_out_for_who_wants_none(reviewer: Reviewer) -> None:
    reviewer.prefer("light")
    feature = [{"name": "prefers-reduced-motion", "value": "reduce"}]
    command = "Emulation.setEmulatedMedia"
    reviewer.chromium.execute_cdp_cmd(command, {"features": feature})
    reviewer.open(FILES)
    assert reviewer.run("return getComputedStyle(document.querySelector('.toast')).transition") in {
        *("none", "none 0s ease 0s", "all"),
    }
