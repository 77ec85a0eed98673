"""The summary's figures and words."""

import pytest

from glocbot.editing.outcomes import (
    AlreadySaved,
    Conflict,
    Declined,
    Failed,
    Held,
    Outcome,
    Outdated,
    Protected,
    Saved,
    Simulated,
)
from glocbot.editing.tally import Cost, Tally
from tests.making import held, proposed, skipped

TITLE = "File:Lake ä.jpg"


def lines(tally: Tally, *, requests: int = 12, simulate: bool = False) -> list[str]:
    return tally.lines(Cost(requests, 3.14159), simulate=simulate)


def test_a_simulated_run() -> None:
    tally = Tally()
    for decision in (proposed(), proposed(), held(), skipped(), skipped(), skipped(48.1)):
        tally.decision(decision)
    for outcome in (Simulated(TITLE), Simulated(TITLE), Held(TITLE)):
        tally.outcome(outcome)
    assert lines(tally, simulate=True) == [
        "Examined 6 files with 12 requests in 3.1 s.",
        "  skipped         3   no-gps 2, located 1",
        "  held            1   datum 1, void-fix 1",
        "  proposed        2",
        "Simulated: would save 2, would ask about 1 held.",
    ]


def test_a_run_that_saves() -> None:
    tally = Tally()
    tally.decision(held())
    for _ in range(6):
        tally.decision(proposed())
    outcomes: list[Outcome] = [
        Saved(TITLE, 71),
        Saved(TITLE, 72),
        AlreadySaved(TITLE, 70),
        Declined(TITLE),
        Outdated(TITLE, "the page was deleted meanwhile"),
        Failed(TITLE, "a filter says no"),
        Conflict(TITLE, "somebody else edits it"),
        Held(TITLE),
    ]
    for outcome in outcomes:
        tally.outcome(outcome)
    assert lines(tally)[3:] == [
        "  proposed        6",
        "  saved           2",
        "  already saved   1",
        "  declined        1",
        "  left held       1",
        "  outdated        1",
        "  failed          2",
        f"    {TITLE}: a filter says no",
        f"    {TITLE}: somebody else edits it",
    ]


def test_nothing_to_do() -> None:
    assert lines(Tally(), requests=1) == [
        "Examined 0 files with 1 request in 3.1 s.",
        "  skipped         0",
        "  held            0",
        "  proposed        0",
        "  saved           0",
    ]


def test_one_file() -> None:
    tally = Tally()
    tally.decision(skipped())
    assert lines(tally)[0].startswith("Examined 1 file with")


@pytest.mark.parametrize(
    ("outcome", "fails"),
    [
        (Failed(TITLE, "why"), True),
        (Conflict(TITLE, "why"), True),
        (Protected(TITLE, "why"), True),
        (Outdated(TITLE, "why"), False),
        (Declined(TITLE), False),
        (Held(TITLE), False),
        (Simulated(TITLE), False),
        (Saved(TITLE, 71), False),
        (AlreadySaved(TITLE, 71), False),
    ],
)
def test_what_is_a_failure(outcome: Outcome, *, fails: bool) -> None:
    """A page that changed was rightly left alone."""
    tally = Tally()
    tally.outcome(outcome)
    assert bool(tally.failures) == fails


def test_many_reasons_are_wrapped() -> None:
    tally = Tally()
    tally.skipped.update({f"reason-{number}": number for number in range(1, 20)})
    wrapped = "\n".join(lines(tally)).splitlines()
    assert max(map(len, wrapped)) <= 80
    assert sum(line.count("reason-") for line in wrapped) == 19
