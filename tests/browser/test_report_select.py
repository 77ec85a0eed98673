"""Filters, search and order."""

from datetime import datetime

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from glocbot.evidence.exif import GpsEvidence
from tests.browser.reviewer import Reviewer
from tests.proposals.samples import sample


def taken(year: int, month: int, day: int) -> GpsEvidence:
    return GpsEvidence(48.2, 16.37, taken=datetime(year, month, day, 10))  # noqa: DTZ001 - as in EXIF


LUMIX = GpsEvidence(48.2, 16.37, camera="Lumix")
FILES = [
    sample("Dam 10", 48.21, user="Lena", evidence=taken(2024, 5, 3)),
    sample("Abbey", reasons=["datum"], evidence=taken(2024, 5, 1)),
    sample("Dam 9", 48.2, -100, reasons=["far-from-category"], evidence=taken(2024, 5, 2)),
    sample("Castle", reasons=["poor-fix", "datum"], evidence=LUMIX),
    sample("Éclair", evidence=taken(2023, 1, 1)),
]

FILTERS = [
    ("filter-verdict", "propose", ["Dam 10", "Éclair"]),
    ("filter-verdict", "hold", ["Abbey", "Dam 9", "Castle"]),
    ("filter-doubt", "datum", ["Abbey", "Castle"]),
    ("filter-doubt", "poor-fix", ["Castle"]),
    ("filter-doubt", "far-from-category", ["Dam 9"]),
    ("filter-user", "Lena", ["Dam 10"]),
    ("sort", "title", ["Abbey", "Castle", "Dam 9", "Dam 10", "Éclair"]),
    ("sort", "distance", ["Dam 9", "Dam 10", "Abbey", "Castle", "Éclair"]),
    ("sort", "date", ["Éclair", "Abbey", "Dam 9", "Dam 10", "Castle"]),
]


@pytest.mark.parametrize(("control", "value", "titles"), FILTERS)
def test_a_list_selects_or_sorts(
    reviewer: Reviewer, control: str, value: str, titles: list[str]
) -> None:
    reviewer.open(FILES)
    reviewer.choose(control, value)
    assert reviewer.titles() == titles


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("dam", ["Dam 10", "Dam 9"]),
        ("DAM lena", ["Dam 10"]),
        ("lumix", ["Castle"]),
        ("éclair", ["Éclair"]),
        ("poor-fix", ["Castle"]),
        ("<b>", []),
    ],
)
def test_the_search_finds_all_words_anywhere(
    reviewer: Reviewer, words: str, titles: list[str]
) -> None:
    reviewer.open(FILES)
    reviewer.search(words)
    assert reviewer.titles() == titles


def test_filters_hold_together_and_are_cleared_at_once(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.choose("filter-verdict", "hold")
    reviewer.search("castle")
    assert reviewer.titles() == ["Castle"]
    assert reviewer.find("#shown-words").text == "1 of 5 shown"
    reviewer.find("#clear").click()
    assert len(reviewer.titles()) == 5
    assert reviewer.find("#shown-words").text == "5 shown"
    assert not reviewer.find("#clear").is_displayed()


def test_nothing_found_says_so_and_offers_the_way_back(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.search("unheard of")
    assert reviewer.find("#empty").text.startswith("No proposal fits")
    reviewer.find("#empty-clear").click()
    assert len(reviewer.titles()) == 5


def test_lists_offer_what_there_is_with_its_count(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    offered = [option.text for option in Select(reviewer.find("#filter-doubt")).options]
    assert offered[1:] == ["Datum (2)", "Far from category (1)", "Poor fix (1)"]
    assert [option.text for option in Select(reviewer.find("#filter-user")).options][1:] == [
        *("Kari (4)", "Lena (1)"),
    ]


def test_what_is_decided_leaves_the_undecided_and_the_next_is_current(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.choose("filter-decision", "undecided")
    reviewer.press(Keys.ESCAPE + "ja")
    assert reviewer.titles() == ["Abbey", "Dam 9", "Castle", "Éclair"]
    assert reviewer.current() == "Abbey"
    reviewer.press("A")
    assert reviewer.current() == "Dam 9"
    reviewer.choose("filter-decision", "approved")
    assert reviewer.titles() == ["Dam 10", "Abbey"]


def test_the_form_does_not_leave_the_page(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.search("dam\n")
    assert reviewer.titles() == ["Dam 10", "Dam 9"]
    assert reviewer.current() == "Dam 10"


def test_a_reload_shows_lists_as_they_are_applied(reviewer: Reviewer) -> None:
    """Browsers restore a form after a reload, but not what its events had done."""
    reviewer.open(FILES)
    reviewer.choose("filter-verdict", "hold")
    reviewer.chromium.refresh()
    assert reviewer.find("#filter-verdict").get_attribute("value") == ""
    assert len(reviewer.titles()) == 5
