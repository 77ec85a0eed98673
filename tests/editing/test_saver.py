"""Each save is decided on with the page as it is, and followed to its end."""

from dataclasses import replace

import pytest
from pywikibot import config
from pywikibot.exceptions import APIError

from glocbot.decision.decide import Propose, Skip
from glocbot.editing.interruption import Interruption
from glocbot.editing.outcomes import (
    AlreadySaved,
    Conflict,
    Failed,
    Outcome,
    Outdated,
    Protected,
    Saved,
)
from glocbot.editing.saver import Saver
from glocbot.editing.sender import UnfollowedError
from glocbot.proposals.proposal import Proposal
from glocbot.reasons import SkipReason
from glocbot.wiki.errors import Effect, StoppedError
from tests.editing.fakewiki import (
    ACCOUNT,
    LOCATED,
    LOCATION,
    SUMMARY,
    TITLE,
    FakeWiki,
    decided,
    failing,
    responding,
    saver_on,
)
from tests.making import TEXT, facts

AT_THE_PLACE = TEXT.replace("}}\n", "}}\n'''Note'''\n")
AT_THE_PLACE_LOCATED = TEXT.replace("}}\n", f"}}}}\n{LOCATION}\n'''Note'''\n")
ELSEWHERE = TEXT + "\n[[Category:Hills]]"
REMOVED = Outdated(TITLE, SkipReason.REMOVED_BEFORE.words)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "retry_wait", 0)
    monkeypatch.setattr(config, "max_retries", 3)


@pytest.fixture
def wiki() -> FakeWiki:
    return FakeWiki()


@pytest.fixture
def saver(wiki: FakeWiki) -> Saver:
    return saver_on(wiki)


def save(wiki: FakeWiki, saver: Saver) -> Outcome:
    return saver.save(decided(wiki, saver), SUMMARY)


class TestDeciding:
    def test_it_waits_and_then_reads_page_file_and_history(
        self, wiki: FakeWiki, saver: Saver
    ) -> None:
        decision = saver.decide_anew(replace(wiki.file, category="Category:Lakes"))
        assert isinstance(decision, Propose)
        assert decision.facts.category == "Category:Lakes"
        assert wiki.asked == ["prepare", "read"]

    @pytest.mark.parametrize(("at_once", "asked"), [(True, ["prepare", "read"]), (False, ["read"])])
    def test_it_waits_only_where_a_save_follows(
        self, wiki: FakeWiki, saver: Saver, *, at_once: bool, asked: list[str]
    ) -> None:
        proposal = Proposal.of(decided(wiki, saver), wiki.addresses(TITLE), SUMMARY)
        saver.decide_still(proposal, at_once=at_once)
        assert wiki.asked == asked

    def test_a_page_that_has_gone(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.history.clear()
        decision = saver.decide_anew(wiki.file)
        assert isinstance(decision, Skip)
        assert decision.reason is SkipReason.MISSING

    def test_an_interrupted_run_reads_no_more(self, wiki: FakeWiki) -> None:
        interruption = Interruption()
        interruption.asked = True
        with pytest.raises(KeyboardInterrupt):
            saver_on(wiki, interruption).decide_anew(wiki.file)
        assert wiki.asked == []


class TestStillTheSame:
    @pytest.fixture
    def proposal(self, wiki: FakeWiki, saver: Saver) -> Proposal:
        edit = decided(wiki, saver)
        return Proposal.of(edit, wiki.addresses(TITLE), SUMMARY)

    def still(self, saver: Saver, proposal: Proposal) -> object:
        found = saver.decide_still(proposal, at_once=False)
        return found.new_text if isinstance(found, Propose) else found

    def test_it_is(self, saver: Saver, proposal: Proposal) -> None:
        assert self.still(saver, proposal) == LOCATED

    def test_the_same_line_goes_into_another_text(
        self, wiki: FakeWiki, saver: Saver, proposal: Proposal
    ) -> None:
        wiki.save(AT_THE_PLACE)
        assert self.still(saver, proposal) == AT_THE_PLACE_LOCATED

    def test_another_photo_taken_at_the_same_place(
        self, wiki: FakeWiki, saver: Saver, proposal: Proposal
    ) -> None:
        wiki.replace_file(facts())
        assert self.still(saver, proposal) == LOCATED

    def test_another_photo_taken_elsewhere(
        self, wiki: FakeWiki, saver: Saver, proposal: Proposal
    ) -> None:
        wiki.replace_file(facts(48.3))
        assert self.still(saver, proposal) == Outdated(TITLE, "the file's position is another now")

    def test_a_new_doubt(self, wiki: FakeWiki, saver: Saver, proposal: Proposal) -> None:
        wiki.replace_file(facts(GPSStatus="V"))
        assert self.still(saver, proposal) == Outdated(TITLE, "there is a new doubt (void-fix)")

    def test_a_doubt_that_was_approved(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.file = facts(GPSStatus="V")
        held = Proposal.of(decided(wiki, saver), wiki.addresses(TITLE), SUMMARY)
        assert held.verdict == "hold"
        found = saver.decide_still(held, at_once=False)
        assert not isinstance(found, Outdated | AlreadySaved)

    def test_another_photo_than_the_one_that_was_approved(
        self, wiki: FakeWiki, saver: Saver
    ) -> None:
        """The person who accepted the doubt saw the old one."""
        wiki.file = facts(GPSStatus="V")
        held = Proposal.of(decided(wiki, saver), wiki.addresses(TITLE), SUMMARY)
        wiki.replace_file(facts(GPSStatus="V"))
        why = "the file was replaced, and a person must look at the new one"
        assert saver.decide_still(held, at_once=False) == Outdated(TITLE, why)

    def test_another_text_for_the_same_revision(self, saver: Saver, proposal: Proposal) -> None:
        forged = replace(proposal, new_text=proposal.new_text + "[[Buy here]]")
        why = "the edit would be another than the one that was shown"
        assert self.still(saver, forged) == Outdated(TITLE, why)

    def test_located_by_another(self, wiki: FakeWiki, saver: Saver, proposal: Proposal) -> None:
        wiki.save(LOCATED)
        assert self.still(saver, proposal) == Outdated(TITLE, SkipReason.LOCATED.words)

    def test_located_by_this_account(
        self, wiki: FakeWiki, saver: Saver, proposal: Proposal
    ) -> None:
        revid = wiki.save(LOCATED, ACCOUNT)
        wiki.save(LOCATED + "\n")
        assert self.still(saver, proposal) == AlreadySaved(TITLE, revid)

    def test_removed(self, wiki: FakeWiki, saver: Saver, proposal: Proposal) -> None:
        wiki.save(LOCATED, ACCOUNT)
        wiki.save(TEXT)
        assert self.still(saver, proposal) == REMOVED

    def test_a_person_took_their_time(self, wiki: FakeWiki, saver: Saver) -> None:
        """The throttle's wait, the read and the save, in this order."""
        edit = decided(wiki, saver)
        wiki.save(AT_THE_PLACE)
        assert saver.save_if_still_true(edit, SUMMARY) == Saved(TITLE, 72)
        assert wiki.text == AT_THE_PLACE_LOCATED
        assert wiki.asked == ["prepare", "read", "put"]
        assert saver.save_if_still_true(edit, SUMMARY) == AlreadySaved(TITLE, 72)


class TestSaving:
    def test_saved(self, wiki: FakeWiki, saver: Saver) -> None:
        assert save(wiki, saver) == Saved(TITLE, 71)
        assert wiki.asked == ["put"]
        assert (wiki.text, wiki.edits) == (LOCATED, ["Kim", ACCOUNT])
        assert wiki.history[0].comment == SUMMARY

    @pytest.mark.parametrize(
        ("effect", "outcome"),
        [
            (Effect.FAILED, Failed(TITLE, "the wiki says no")),
            (Effect.PROTECTED, Protected(TITLE)),
            (Effect.DELETED, Outdated(TITLE, "the page was deleted meanwhile")),
        ],
    )
    def test_what_is_not_sent_again(
        self, wiki: FakeWiki, saver: Saver, effect: Effect, outcome: Outcome
    ) -> None:
        wiki.before_edit.append(responding(effect))
        assert save(wiki, saver) == outcome
        assert wiki.asked == ["put"]
        assert wiki.text == TEXT

    def test_after_a_conflict_the_page_is_read_again(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.append(lambda: wiki.save(AT_THE_PLACE) and None)
        assert save(wiki, saver) == Saved(TITLE, 72)
        assert wiki.text == AT_THE_PLACE_LOCATED
        assert wiki.asked == ["put", "prepare", "read", "put"]

    def test_a_conflict_with_a_location(self, wiki: FakeWiki, saver: Saver) -> None:
        theirs = TEXT.replace("}}\n", "}}\n{{Location|1|2}}\n")
        wiki.before_edit.append(lambda: wiki.save(theirs) and None)
        assert save(wiki, saver) == Outdated(TITLE, SkipReason.LOCATED.words)
        assert wiki.text == theirs

    def test_a_conflict_with_a_new_photo(self, wiki: FakeWiki, saver: Saver) -> None:
        def interfere() -> None:
            wiki.save(AT_THE_PLACE)
            wiki.replace_file(facts(48.3))

        wiki.before_edit.append(interfere)
        assert save(wiki, saver) == Outdated(TITLE, "the file's position is another now")

    def test_two_conflicts(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.append(lambda: wiki.save(AT_THE_PLACE) and None)
        wiki.before_edit.append(lambda: wiki.save(AT_THE_PLACE.replace("Note", "Tip")) and None)
        assert save(wiki, saver) == Conflict(TITLE)
        assert wiki.asked.count("put") == 2

    def test_the_wiki_says_that_nothing_changed(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.append(responding(Effect.UNCHANGED))
        assert save(wiki, saver) == Failed(TITLE, "the wiki says no")
        assert wiki.asked.count("put") == 1

    def test_another_saved_the_same_at_the_same_moment(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.append(lambda: wiki.save(LOCATED) and None)
        assert save(wiki, saver) == Outdated(TITLE, SkipReason.LOCATED.words)
        assert wiki.edits == ["Kim", "Kim"]


class TestWaiting:
    def test_it_waits_then_reads_then_saves(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.extend([responding(Effect.WAIT)] * 2)
        assert save(wiki, saver) == Saved(TITLE, 71)
        assert wiki.asked == [*["put", "prepare", "read"] * 2, "put"]

    def test_it_waits_longer_each_time(
        self, wiki: FakeWiki, saver: Saver, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        slept: list[float] = []
        monkeypatch.setattr(config, "retry_wait", 5)
        monkeypatch.setattr("pywikibot.sleep", slept.append)
        wiki.before_edit.extend([responding(Effect.WAIT)] * 3)
        save(wiki, saver)
        assert slept == [5, 10, 20]

    def test_not_for_ever(self, wiki: FakeWiki, saver: Saver) -> None:
        """As often as the configuration says; then every edit would have to wait."""
        wiki.before_edit.extend([responding(Effect.WAIT, "too many edits")] * 9)
        with pytest.raises(StoppedError, match="the wiki takes no edits: too many edits"):
            save(wiki, saver)
        assert wiki.asked.count("put") == 4

    def test_a_page_has_its_time(
        self, wiki: FakeWiki, saver: Saver, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        edit = decided(wiki, saver)
        times = iter([0.0, 3601.0])
        monkeypatch.setattr("time.monotonic", lambda: next(times))
        wiki.before_edit.append(responding(Effect.WAIT))
        with pytest.raises(StoppedError, match="the wiki takes no edits: the wiki says no"):
            saver.save(edit, SUMMARY)
        assert wiki.asked.count("put") == 1

    def test_what_happened_meanwhile_counts(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.append(responding(Effect.WAIT))
        wiki.at_read.append(lambda: None)
        edit = decided(wiki, saver)
        wiki.at_read.append(lambda: wiki.save(TEXT + "{{Location withheld}}"))
        assert saver.save(edit, SUMMARY) == Outdated(TITLE, SkipReason.OPTED_OUT.words)

    def test_it_can_be_interrupted(self, wiki: FakeWiki) -> None:
        interruption = Interruption()
        saver = saver_on(wiki, interruption)
        edit = decided(wiki, saver)
        wiki.before_edit.append(responding(Effect.WAIT))
        interruption.asked = True
        with pytest.raises(KeyboardInterrupt):
            saver.save(edit, SUMMARY)
        assert wiki.asked == ["put"]


class TestLogin:
    def test_once_more(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.append(responding(Effect.LOGIN))
        assert save(wiki, saver) == Saved(TITLE, 71)
        assert wiki.asked == ["put", "prepare", "read", "put"]

    def test_not_twice(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.extend([responding(Effect.LOGIN, "bad token")] * 5)
        with pytest.raises(StoppedError, match="the wiki does not keep the login: bad token"):
            save(wiki, saver)
        assert wiki.asked.count("put") == 2


class TestLostResponses:
    """The edit was sent and no response arrived."""

    @pytest.fixture
    def lost(self, wiki: FakeWiki) -> FakeWiki:
        wiki.after_edit.append(responding(Effect.UNKNOWN, "no response"))
        return wiki

    def test_made_and_standing(self, lost: FakeWiki, saver: Saver) -> None:
        assert save(lost, saver) == Saved(TITLE, 71)
        assert lost.asked == ["put", "prepare", "read"]
        assert lost.edits == ["Kim", ACCOUNT]

    def test_made_and_reverted(self, lost: FakeWiki, saver: Saver) -> None:
        """Whoever reverted it had a reason."""
        edit = decided(lost, saver)
        lost.at_read.append(lambda: lost.save(TEXT))
        assert saver.save(edit, SUMMARY) == REMOVED
        assert lost.edits == ["Kim", ACCOUNT, "Kim"]

    def test_made_and_built_on(self, lost: FakeWiki, saver: Saver) -> None:
        edit = decided(lost, saver)
        lost.at_read.append(lambda: lost.save(LOCATED + "\n[[Category:Hills]]"))
        assert saver.save(edit, SUMMARY) == Saved(TITLE, 71)

    def test_made_and_deleted_with_the_page(self, lost: FakeWiki, saver: Saver) -> None:
        edit = decided(lost, saver)
        lost.at_read.append(lost.history.clear)
        assert saver.save(edit, SUMMARY) == Outdated(TITLE, SkipReason.MISSING.words)

    def test_made_on_top_of_another(self, lost: FakeWiki, saver: Saver) -> None:
        lost.before_edit.append(lambda: lost.save(TEXT + "{{Location|1|2}}") and None)
        assert isinstance(save(lost, saver), Outdated)
        assert lost.text == TEXT + "{{Location|1|2}}"

    def test_never_made(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.append(responding(Effect.UNKNOWN))
        assert save(wiki, saver) == Saved(TITLE, 71)
        assert wiki.asked == ["put", "prepare", "read", "put"]
        assert wiki.edits == ["Kim", ACCOUNT]

    def test_never_made_and_located_by_another(self, wiki: FakeWiki, saver: Saver) -> None:
        edit = decided(wiki, saver)
        wiki.before_edit.append(responding(Effect.UNKNOWN))
        wiki.at_read.append(lambda: wiki.save(LOCATED))
        assert saver.save(edit, SUMMARY) == Outdated(TITLE, SkipReason.LOCATED.words)

    def test_made_late(self, wiki: FakeWiki, saver: Saver) -> None:
        """The wiki was still busy with the first edit when its page was read."""
        wiki.before_edit.append(responding(Effect.UNKNOWN))
        wiki.before_edit.append(lambda: wiki.save(LOCATED, ACCOUNT) and None)
        assert save(wiki, saver) == Saved(TITLE, 71)
        assert wiki.edits == ["Kim", ACCOUNT]

    def test_not_for_ever(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.extend([responding(Effect.UNKNOWN, "no response")] * 9)
        assert save(wiki, saver) == Failed(TITLE, "no response")
        assert wiki.asked.count("put") == 3

    def test_made_at_the_last_attempt(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.extend([responding(Effect.UNKNOWN)] * 2)
        wiki.after_edit.extend([lambda: None, lambda: None, responding(Effect.UNKNOWN)])
        assert save(wiki, saver) == Saved(TITLE, 71)


class TestWhatCannotBeFollowed:
    """It is not known what became of an edit, and that is told."""

    def test_the_run_ends(self, wiki: FakeWiki, saver: Saver) -> None:
        edit = decided(wiki, saver)
        wiki.after_edit.append(responding(Effect.UNKNOWN, "no response"))
        wiki.at_read.append(failing(StoppedError("the wiki does not respond")))
        with pytest.raises(UnfollowedError, match="the wiki does not respond") as caught:
            saver.save(edit, SUMMARY)
        assert caught.value.outcome == Failed(TITLE, "no response: the wiki does not respond")

    def test_the_wiki_refuses_to_tell(self, wiki: FakeWiki, saver: Saver) -> None:
        edit = decided(wiki, saver)
        wiki.after_edit.append(responding(Effect.UNKNOWN, "no response"))
        wiki.at_read.append(failing(APIError("internal", "out of order")))
        assert saver.save(edit, SUMMARY) == Failed(TITLE, "no response: out of order")

    def test_the_run_is_interrupted(self, wiki: FakeWiki) -> None:
        """The interruption ends the run before the next page."""
        interruption = Interruption()
        saver = saver_on(wiki, interruption)
        edit = decided(wiki, saver)
        wiki.after_edit.append(responding(Effect.UNKNOWN, "no response"))
        wiki.at_read.append(failing(KeyboardInterrupt()))
        assert saver.save(edit, SUMMARY) == Failed(TITLE, "no response: the run was interrupted")
        assert interruption.asked
