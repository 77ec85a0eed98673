"""Proposals as they are taken up by the bot."""

from pathlib import Path

import pytest

from glocbot.apply.items import Application, ApplyItem
from glocbot.apply.options import ApplyOptions
from glocbot.decision.decide import Propose
from glocbot.editing.options import PeoplesWords
from glocbot.editing.outcomes import AlreadySaved, Failed, Held, Outcome, Saved, Simulated
from glocbot.proposals.proposal import Proposal
from tests.editing.fakewiki import TITLE, FakeWiki, saver_on
from tests.making import held, proposed
from tests.proposals.samples import sample

KEPT = PeoplesWords(Path("rejected.jsonl"))
OPTIONS = ApplyOptions(Path("proposals.jsonl"), KEPT)


@pytest.fixture
def wiki() -> FakeWiki:
    return FakeWiki()


def proposal_of(wiki: FakeWiki, *, clean: bool) -> Proposal:
    edit = proposed() if clean else held()
    return Proposal.of(edit, wiki.addresses(TITLE), "Add it")


class TestOneProposal:
    def test_it_is_decided_again(self, wiki: FakeWiki) -> None:
        wiki.file = proposed().facts
        item = ApplyItem(proposal_of(wiki, clean=True))
        assert isinstance(item.decide(saver_on(wiki), at_once=True), Propose)
        assert wiki.asked == ["prepare", "read"]

    @pytest.mark.parametrize("leave_held", [True, False])
    def test_a_held_one(self, wiki: FakeWiki, *, leave_held: bool) -> None:
        wiki.file = held().facts
        item = ApplyItem(proposal_of(wiki, clean=False), leave_held)
        found = item.decide(saver_on(wiki), at_once=True)
        assert isinstance(found, Held) is leave_held
        assert bool(wiki.asked) is not leave_held

    def test_summaries(self, wiki: FakeWiki) -> None:
        proposal = proposal_of(wiki, clean=True)
        assert ApplyItem(proposal).summary(proposed()) == "Add it"
        assert ApplyItem(proposal, own_summary="As agreed").summary(proposed()) == "As agreed"


PROPOSALS = [sample(name) for name in ("Abbey", "Bridge", "Castle", "Dam")]


def taken(options: ApplyOptions, *outcomes: Outcome) -> list[str]:
    """Return the titles that are taken up when this becomes of them, one after the other."""
    application = Application(PROPOSALS, options)
    titles = []
    for item, outcome in zip(application.items(), [*outcomes, *[Failed("", "")] * 9], strict=False):
        titles.append(item.title.removeprefix("File:").removesuffix(".jpg"))
        application.report(item, outcome)
    assert [proposal for proposal, _ in application.done] == PROPOSALS[: len(titles)]
    return titles


class TestTheLimit:
    def test_none(self) -> None:
        assert taken(OPTIONS) == ["Abbey", "Bridge", "Castle", "Dam"]

    @pytest.mark.parametrize("edit", [Saved("", 7), Simulated("")])
    def test_it_counts_edits(self, edit: Outcome) -> None:
        limited = ApplyOptions(Path("p"), KEPT, limit=1)
        assert taken(limited, AlreadySaved("", 6), Failed("", ""), edit) == [
            *("Abbey", "Bridge", "Castle")
        ]

    def test_a_trial_counts_those_of_its_earlier_runs(self) -> None:
        trial = ApplyOptions(Path("p"), KEPT, limit=2, trial=True)
        assert taken(trial, AlreadySaved("", 6), Saved("", 7)) == ["Abbey", "Bridge"]


def test_options_reach_the_items() -> None:
    options = ApplyOptions(Path("p"), KEPT, all_clean=True, summary="As agreed")
    [item, *_] = Application(PROPOSALS, options).items()
    assert item == ApplyItem(PROPOSALS[0], leave_held=True, own_summary="As agreed")
