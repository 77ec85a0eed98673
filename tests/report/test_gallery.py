"""The wikitext shows every proposal under its doubts, and no value becomes markup."""

import re

from glocbot.evidence.doubts import Doubt
from glocbot.geohack import geohack
from glocbot.report.gallery import gallery
from glocbot.wikitext.escape import escape
from tests.proposals.samples import sample

HOSTILE = "</gallery>{{Delete}}[[Category:X]]~~~~'''|\n==x==<script>"


def test_clean_ones_come_first_and_then_the_doubts() -> None:
    proposals = [sample("Held", reasons=["datum"]), sample("Clean")]
    assert re.findall(r"== (.*) ==|\n(File:\w+)", gallery(proposals)) == [
        *(("Clean", ""), ("", "File:Clean"), ("Datum", ""), ("", "File:Held")),
    ]


def test_a_file_with_two_doubts_stands_under_both() -> None:
    text = gallery([sample(reasons=["datum", "poor-fix"])])
    assert text.count("\nFile:Bridge.jpg|") == 2


def test_coordinates_lead_to_the_maps() -> None:
    proposal = sample(latitude=-33.85966, longitude=151.22229, heading=293)
    link = f"[{geohack(proposal.location, proposal.title)} -33.85966, 151.22229], looking 293°"
    assert link in gallery([proposal])


def test_values_never_become_markup() -> None:
    doubt = (Doubt("datum", HOSTILE),)
    held = sample(doubts=doubt, site=HOSTILE)
    odd = sample("Odd", reasons=[HOSTILE])
    text = gallery([held, odd])
    for danger in ("{{Delete", "[[Category", "~~~~", "'''", "<script", "==x=="):
        assert danger not in text
    assert text.count("</gallery>") == text.count("<gallery ") == 2


def test_escaping_leaves_words_readable() -> None:
    assert escape("Wien, Österreich (2.5°) 東京") == "Wien, Österreich (2.5°) 東京"


def test_nothing_found_is_a_page_too() -> None:
    assert "0 proposals" in gallery([])
