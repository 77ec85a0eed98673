"""Outcomes as other programs read them."""

from datetime import datetime

import pytest

from glocbot.editing.outcomes import (
    AlreadySaved,
    Conflict,
    Declined,
    Failed,
    Held,
    Outcome,
    OutcomeSlug,
    Outdated,
    Protected,
    Saved,
    Simulated,
    outcome_record,
)

TITLE = "File:Lake ä.jpg"

RECORDS: list[tuple[Outcome, dict[str, object]]] = [
    (Saved(TITLE, 71), {"outcome": "saved", "revid": 71}),
    (AlreadySaved(TITLE, 70), {"outcome": "already-saved", "revid": 70}),
    (Simulated(TITLE), {"outcome": "simulated"}),
    (Held(TITLE), {"outcome": "held"}),
    (Declined(TITLE), {"outcome": "declined"}),
    (Outdated(TITLE, "it has gone"), {"outcome": "outdated", "why": "it has gone"}),
    (Conflict(TITLE), {"outcome": "conflict", "why": OutcomeSlug.CONFLICT.words}),
    (Protected(TITLE), {"outcome": "protected", "why": OutcomeSlug.PROTECTED.words}),
    (Failed(TITLE, "a filter"), {"outcome": "failed", "why": "a filter"}),
]


@pytest.mark.parametrize(("outcome", "record"), RECORDS)
def test_as_json(outcome: Outcome, record: dict[str, object]) -> None:
    written = outcome_record(outcome)
    assert datetime.fromisoformat(written.pop("time")).tzinfo
    assert written == {"title": TITLE} | record


def test_every_slug_is_an_outcomes() -> None:
    assert [outcome.slug for outcome, _ in RECORDS] == [*OutcomeSlug]
    assert all(slug.words for slug in OutcomeSlug)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("done", OutcomeSlug.ALREADY_SAVED),
        ("changed", OutcomeSlug.OUTDATED),
        ("saved", OutcomeSlug.SAVED),
        ("protected", OutcomeSlug.PROTECTED),
    ],
)
def test_the_names_of_version_0_1_are_understood(written: str, meant: OutcomeSlug) -> None:
    assert OutcomeSlug.read(written) is meant


def test_no_others() -> None:
    with pytest.raises(ValueError, match="there is no outcome 'nonsense'"):
        OutcomeSlug.read("nonsense")
