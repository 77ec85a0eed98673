"""What a sweep gives to the bot."""

import pytest

from glocbot.decision.decide import Decision
from glocbot.sweep.items import SweepItem
from tests.editing.fakewiki import TITLE, FakeWiki, saver_on
from tests.making import held, proposed, skipped


@pytest.mark.parametrize(
    ("decision", "at_once", "asked"),
    [
        (proposed(), True, ["prepare", "read"]),
        (proposed(), False, []),
        (held(), True, []),
        (skipped(), True, []),
    ],
    ids=["clean", "to be shown", "doubtful", "skipped"],
)
def test_only_what_is_saved_at_once_is_read_again(
    decision: Decision, asked: list[str], *, at_once: bool
) -> None:
    wiki = FakeWiki()
    item = SweepItem(decision)
    final = item.decide(saver_on(wiki), at_once=at_once)
    assert wiki.asked == asked
    assert (final is decision) is not bool(asked)
    assert item.title == TITLE


def test_summaries() -> None:
    edit = proposed()
    assert SweepItem(edit).summary(edit).startswith("Add {{[[Template:Location|Location]]}} 48.208")
    assert SweepItem(edit, "As agreed").summary(edit) == "As agreed"
