"""A file's facts -> Propose, Hold or Skip, the most certain reason first."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glocbot.decision.decide import Decision, Hold, Propose, Skip, decide, screen
from glocbot.decision.facts import FileFacts, PageContent, Revision
from glocbot.decision.rules import Rules
from glocbot.location import Location
from tests.wikitext.fragments import PAGES

GPS = (
    {"name": "GPSLatitude", "value": 48.20849},
    {"name": "GPSLongitude", "value": 16.37208},
)
LINE = "{{Location|48.20849|16.37208|source:exif}}"
TEXT = "{{Information|description=x}}\n"
RULES = Rules(account="GlocBot")


def _facts(**changes: Any) -> FileFacts:
    return replace(FileFacts("File:X.jpg", pageid=1, metadata=GPS), **changes)


def _gps(**tags: object) -> tuple[dict[str, object], ...]:
    return (*GPS, *({"name": name, "value": value} for name, value in tags.items()))


def _page(text: str = TEXT, *properties: str) -> PageContent:
    return PageContent(9, datetime(2026, 1, 1, tzinfo=UTC), text, frozenset(properties))


def _decide(
    facts: FileFacts | None = None,
    page: PageContent | None = None,
    history: list[Revision] | None = None,
    rules: Rules = RULES,
) -> Decision:
    return decide(facts or _facts(), page or _page(), history, rules)


def _slugs(decision: Decision) -> list[str]:
    match decision:
        case Skip(reason=reason):
            return [reason]
        case Hold(doubts=doubts):
            return [doubt.reason for doubt in doubts]
        case _:
            return []


def test_a_clean_file_is_proposed() -> None:
    facts, page = _facts(), _page()
    decision = _decide(facts, page, [Revision(9, "Anna", "", TEXT)])
    assert isinstance(decision, Propose)
    assert decision.facts is facts
    assert decision.page is page
    assert decision.location == Location(48.20849, 16.37208)
    assert decision.wikitext == LINE
    assert decision.new_text == TEXT + LINE + "\n"


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"templates": frozenset({"Information", "Location possible", "GPS EXIF"})},
        {"categories": frozenset({"Meadows"})},
        {"edit_levels": frozenset({"autoconfirmed"})},
        {"edit_levels": frozenset({"editsemiprotected"})},
    ],
)
def test_the_screening_lets_a_file_pass(changes: dict[str, Any]) -> None:
    assert screen(_facts(**changes), RULES) is None
    assert isinstance(_decide(_facts(**changes)), Propose)


SCREENED = [
    ({"redirect": True}, "redirect"),
    ({"exists": False}, "missing"),
    ({"metadata": ()}, "no-gps"),
    ({"metadata": GPS[:1]}, "half-position"),
    ({"metadata": ({"name": "GPSLatitude", "value": 95}, GPS[1])}, "out-of-range"),
    ({"metadata": tuple(tag | {"value": 0} for tag in GPS)}, "null-island"),
    ({"templates": frozenset({"Location"})}, "located"),
    ({"templates": frozenset({"Camera location dec"})}, "located"),
    ({"templates": frozenset({"Location withheld"})}, "opted-out"),
    ({"templates": frozenset({"GPS EXIF ambiguous"})}, "opted-out"),
    ({"categories": frozenset({"Location not applicable"})}, "opted-out"),
    ({"categories": frozenset({"Ambiguous location in EXIF"})}, "opted-out"),
    ({"edit_levels": frozenset({"sysop"})}, "protected"),
    ({"edit_levels": frozenset({"autoconfirmed", "templateeditor"})}, "protected"),
    # The most certain reason of several.
    ({"redirect": True, "exists": False}, "redirect"),
    ({"metadata": (), "templates": frozenset({"Location"})}, "no-gps"),
    ({"templates": frozenset({"Location", "Location withheld"})}, "located"),
    (
        {"templates": frozenset({"Location withheld"}), "edit_levels": frozenset({"sysop"})},
        "opted-out",
    ),
]


@pytest.mark.parametrize(("changes", "slug"), SCREENED)
def test_the_screening_skips(changes: dict[str, Any], slug: str) -> None:
    skip = screen(_facts(**changes), RULES)
    assert skip is not None
    assert skip.reason == slug
    assert _decide(_facts(**changes)) == skip


def test_a_skip_tells_what_the_file_would_have_got() -> None:
    located = screen(_facts(templates=frozenset({"Location"})), RULES)
    assert located is not None
    assert located.wikitext == LINE
    without = screen(_facts(metadata=()), RULES)
    assert without is not None
    assert without.wikitext is None


def test_the_accounts_rights_open_a_protected_page() -> None:
    facts = _facts(edit_levels=frozenset({"sysop"}))
    assert screen(facts, Rules(rights=frozenset({"editprotected"}))) is None
    assert _slugs(_decide(rules=Rules(rights=frozenset()))) == []
    assert _slugs(
        _decide(_facts(edit_levels=frozenset({"autoconfirmed"})), rules=Rules(rights=frozenset()))
    ) == ["protected"]


@pytest.mark.parametrize(
    ("page", "slugs"),
    [
        (_page("{{Location}}"), ["located"]),
        (_page(TEXT, "P1259"), ["located-sdc"]),
        (_page("{{Location}}", "P1259"), ["located"]),
        (_page("{{nobots}}"), ["opted-out"]),
        (_page("{{nobots}}", "P1259"), ["located-sdc"]),
        (_page("{{Location withheld}}"), ["opted-out"]),
        (_page("#REDIRECT [[File:Y.jpg]]"), ["redirect"]),
        (_page("{{Object location|1|2}}"), ["object-location"]),
        (_page(TEXT, "P9149"), ["object-location"]),
        (_page("{{Object location|1|2}} {{Coord|1|2}}"), ["object-location", "other-coordinates"]),
        (_page("{{Wrapper|{{Information}}}}"), ["unclear-place"]),
        (_page("{{BHL|pageid=1}}"), ["unclear-place"]),
        (_page("{{Information\n"), ["unclear-place"]),
        (_page("{{Coord|1|2}}{{BHL|pageid=1}}"), ["other-coordinates", "unclear-place"]),
        (_page("{{Location|0.0|0.0|0.0f}}"), ["located"]),
        (_page(TEXT + "{{Kunsthalle location|East wing}}"), []),
        (_page(TEXT, "P180", "P571", "P7482"), []),
    ],
)
def test_the_page_decides(page: PageContent, slugs: list[str]) -> None:
    assert _slugs(_decide(page=page)) == slugs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{BHL|pageid=1}}", "what {{BHL}} shows is not known, maybe a description"),
        (
            "{{Information|a={{b}}}}\n|source=c}}",
            "the infobox ends too early: a part of it stands below it as text",
        ),
        ("{{Information\n", "it is not clear where on the page the template belongs"),
    ],
)
def test_an_unclear_place_says_why(text: str, words: str) -> None:
    decision = _decide(page=_page(text))
    assert isinstance(decision, Hold)
    assert [doubt.words for doubt in decision.doubts] == [words]


def test_a_held_edit_goes_above_the_object_location() -> None:
    decision = _decide(page=_page(TEXT + "{{Object location|1|2}}\n"))
    assert isinstance(decision, Hold)
    assert decision.new_text == f"{TEXT}{LINE}\n{{{{Object location|1|2}}}}\n"


def test_an_object_location_in_a_wrapper_counts() -> None:
    facts = _facts(templates=frozenset({"Object location"}))
    assert _slugs(_decide(facts)) == ["object-location"]


@pytest.mark.parametrize(
    ("old", "user", "slugs"),
    [
        ("{{Location|1|2}}", "Bert", ["removed-before"]),
        ("y", "GlocBot", ["removed-before"]),
        ("y", "Bert", []),
        (None, "Bert", ["hidden-history"]),
    ],
)
def test_the_history_decides(old: str | None, user: str, slugs: list[str]) -> None:
    history = [
        Revision(9, "Anna", "", TEXT),
        Revision(8, user, "", old),
        Revision(7, "Anna", "", "z"),
    ]
    assert _slugs(_decide(history=history)) == slugs
    assert _slugs(_decide(history=None)) == []


@pytest.mark.parametrize(
    ("tags", "slugs"),
    [
        ({"GPSMapDatum": "TOKYO"}, ["datum"]),
        ({"GPSStatus": "V", "GPSDOP": "30/1"}, ["void-fix", "poor-fix"]),
        ({"GPSMapDatum": "WGS-84 ", "GPSStatus": "A", "GPSDOP": "0/1"}, []),
    ],
)
def test_the_evidence_decides(tags: dict[str, object], slugs: list[str]) -> None:
    decision = _decide(_facts(metadata=_gps(**tags)))
    assert _slugs(decision) == slugs
    assert isinstance(decision, Hold if slugs else Propose)


def test_a_skip_is_stronger_than_a_doubt() -> None:
    assert _slugs(_decide(_facts(metadata=_gps(GPSStatus="V")), _page("{{Location}}"))) == [
        "located"
    ]


def test_the_page_is_doubted_before_the_evidence() -> None:
    decision = _decide(_facts(metadata=_gps(GPSStatus="V")), _page("{{Object location}}"))
    assert _slugs(decision) == ["object-location", "void-fix"]


@given(PAGES, st.none() | st.lists(PAGES, max_size=3))
@settings(max_examples=300, deadline=None)
def test_any_page_is_decided(text: str, texts: list[str] | None) -> None:
    """Nothing raises, and a proposal is the old text with the line put in."""
    history = (
        None if texts is None else [Revision(i, "Anna", "", old) for i, old in enumerate(texts)]
    )
    decision = _decide(page=_page(text), history=history)
    if isinstance(decision, Propose):
        assert LINE in decision.new_text
        assert _slugs(_decide(page=_page(decision.new_text))) == ["located"]
