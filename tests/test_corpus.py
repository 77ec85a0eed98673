"""File pages as data: `corpus/NAME.txt` becomes `NAME.after.txt`, or stays, as its note says."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glocbot.decision.decide import Decision, Hold, Propose, Skip, decide
from glocbot.decision.facts import FileFacts, PageContent
from glocbot.decision.rules import Rules
from glocbot.wikitext.insert import insert_location
from glocbot.wikitext.names import COMMONS_NAMES
from glocbot.wikitext.parse import parsed
from glocbot.wikitext.status import read_status

CORPUS = Path(__file__).parent / "corpus"
CHANGED = sorted(path.name.removesuffix(".after.txt") for path in CORPUS.glob("*.after.txt"))
KEPT = sorted(path.name.removesuffix(".note.txt") for path in CORPUS.glob("*.note.txt"))
RULES = Rules(account="GlocBot")
METADATA = (
    {"name": "GPSLatitude", "value": 48.20849},
    {"name": "GPSLongitude", "value": 16.37208},
    {"name": "GPSImgDirectionRef", "value": "T"},
    {"name": "GPSImgDirection", "value": "14225/100"},
)
LINE = "{{Location|48.20849|16.37208|source:exif_heading:142}}"


def _read(name: str) -> str:
    return (CORPUS / f"{name}.txt").read_bytes().decode()


def _decide(text: str) -> Decision:
    facts = FileFacts("File:Example.jpg", pageid=7, revid=9, metadata=METADATA)
    page = PageContent(9, datetime(2026, 1, 1, tzinfo=UTC), text)
    return decide(facts, page, None, RULES)


@pytest.mark.parametrize("name", CHANGED)
def test_a_page_gets_its_location(name: str) -> None:
    decision = _decide(_read(name))
    assert isinstance(decision, Propose)
    assert decision.new_text == _read(f"{name}.after")


@pytest.mark.parametrize("name", KEPT)
def test_a_page_is_left_to_others(name: str) -> None:
    verdict, slug = _read(f"{name}.note").split(":")[0].split()
    match _decide(_read(name)):
        case Skip(reason=reason):
            assert (verdict, slug) == ("skip", reason)
        case Hold(doubts=doubts):
            assert (verdict, [slug]) == ("hold", [doubt.reason for doubt in doubts])
        case Propose(new_text=new_text):
            pytest.fail(f"proposed:\n{new_text}")


@pytest.mark.parametrize("name", CHANGED)
def test_a_changed_page_is_located_and_changes_no_more(name: str) -> None:
    after = parsed(_read(f"{name}.after"), COMMONS_NAMES)
    assert read_status(after).located
    assert insert_location(after, LINE) == after.text


def test_every_page_says_what_becomes_of_it() -> None:
    pages = {path.name.split(".")[0] for path in CORPUS.iterdir()}
    assert pages == {*CHANGED, *KEPT}
    assert not {*CHANGED} & {*KEPT}
    assert all((CORPUS / f"{name}.txt").exists() for name in pages)


@given(st.sampled_from(CHANGED + KEPT), st.data())
@settings(max_examples=150, deadline=None)
def test_a_page_cut_anywhere_is_decided(name: str, data: st.DataObject) -> None:
    """A half page raises nothing, and what is proposed for it is that half and one line more."""
    text = _read(name)
    text = text[: data.draw(st.integers(0, len(text)))]
    decision = _decide(text)
    if isinstance(decision, Propose):
        assert decision.new_text.count(LINE) == 1
        if not re.search("gps.exif|possible|reqgeo|lagew|no loc", text, re.IGNORECASE):
            without = [
                decision.new_text.replace(span, "", 1)
                for span in (f"\n{LINE}\n", f"\n{LINE}", f"{LINE}\n")
            ]
            assert text in without
