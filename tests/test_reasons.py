"""Slugs and their words."""

import pytest

from glocbot.reasons import NEVER_ACCEPTED, HoldReason, SkipReason, acceptable


@pytest.mark.parametrize("reason", sorted(set(HoldReason) - NEVER_ACCEPTED))
def test_most_holds_can_be_accepted(reason: HoldReason) -> None:
    assert acceptable(str(reason)) is reason


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        *((str(reason), "always needs a person") for reason in sorted(NEVER_ACCEPTED)),
        *((str(reason), "is no hold") for reason in SkipReason),
        ("Left-out", "is no hold; those that can be accepted are left-out, "),
        ("LEFT_OUT", "is no hold"),
        ("all", "is no hold"),
        ("", "is no hold"),
    ],
)
def test_others_cannot(slug: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        acceptable(slug)


def test_no_slug_means_two_things() -> None:
    assert not {*map(str, HoldReason)} & {*map(str, SkipReason)}


@pytest.mark.parametrize("reason", [*SkipReason, *HoldReason])
def test_the_words_are_a_sentence_without_its_full_stop(reason: SkipReason | HoldReason) -> None:
    assert len(reason.words) > 10
    assert not reason.words.endswith(".")
