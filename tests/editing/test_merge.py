"""An edit that came on top of another's is kept only if it had been made knowing that."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pywikibot import config

from glocbot.decision.decide import Propose
from glocbot.editing.interruption import Interruption
from glocbot.editing.outcomes import Failed, Outcome, Outdated, Saved
from glocbot.editing.saver import Saver
from glocbot.editing.sender import UnfollowedError
from glocbot.reasons import HoldReason, SkipReason
from glocbot.wiki.errors import Effect, StoppedError
from tests.editing.fakewiki import (
    ACCOUNT,
    LOCATED,
    SUMMARY,
    TITLE,
    Deed,
    FakeWiki,
    decided,
    failing,
    responding,
    saver_on,
)
from tests.making import TEXT, facts

TAKEN_BACK = Outdated(TITLE, "somebody changed the page at the same moment; taken back")
UNSEEN = "revision 72 is on top of somebody else's edit; a person should look at it"
UNDO = "revision 72 should be undone, for somebody changed the page at the same moment"
LOCATED_BY_KIM = TEXT + "{{Location|1|2}}"


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "retry_wait", 0)
    monkeypatch.setattr(config, "max_retries", 9)


@pytest.fixture
def wiki() -> FakeWiki:
    return FakeWiki()


@pytest.fixture
def saver(wiki: FakeWiki) -> Saver:
    return saver_on(wiki)


def save_after(
    wiki: FakeWiki, saver: Saver, deed: Callable[[], object], *afterwards: Callable[[], object]
) -> Outcome:
    """Save after something happened to the page at the last moment, and more just after it."""
    edit = decided(wiki, saver)
    wiki.before_edit.append(lambda: deed() and None)
    wiki.at_read.extend(afterwards)
    return saver.save(edit, SUMMARY)


class TestKept:
    def test_an_edit_elsewhere(self, wiki: FakeWiki, saver: Saver) -> None:
        theirs = "\n[[Category:Hills]]"
        assert save_after(wiki, saver, lambda: wiki.save(TEXT + theirs)) == Saved(TITLE, 72)
        assert wiki.text == LOCATED + theirs
        assert wiki.asked == ["put", "read", "links"]

    def test_another_photo_taken_at_the_same_place(self, wiki: FakeWiki, saver: Saver) -> None:
        assert save_after(wiki, saver, lambda: wiki.replace_file(facts())) == Saved(TITLE, 72)

    def test_a_page_that_was_protected_since(self, wiki: FakeWiki, saver: Saver) -> None:
        def protect() -> None:
            wiki.file = replace(wiki.file, edit_levels=frozenset({"sysop"}))

        outcome = save_after(wiki, saver, lambda: wiki.save(TEXT + "\nMore"), protect)
        assert outcome == Saved(TITLE, 72)

    def test_an_edit_that_was_built_on(self, wiki: FakeWiki, saver: Saver) -> None:
        outcome = save_after(
            wiki,
            saver,
            lambda: wiki.save(TEXT + "\nMore"),
            lambda: wiki.save(wiki.text + "\nStill more"),
        )
        assert outcome == Saved(TITLE, 72)

    def test_a_page_that_was_deleted_since(self, wiki: FakeWiki, saver: Saver) -> None:
        outcome = save_after(wiki, saver, lambda: wiki.save(TEXT + "\nMore"), wiki.history.clear)
        assert outcome == Saved(TITLE, 72)

    def test_a_doubt_that_was_known(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.file = facts(GPSStatus="V")
        assert save_after(wiki, saver, lambda: wiki.save(TEXT + "\nMore")) == Saved(TITLE, 72)

    def test_a_request_that_the_edit_took_away(self, wiki: FakeWiki, saver: Saver) -> None:
        """After the edit nobody asks about Bert any more: that he is a person was known before."""
        wiki.history[0] = replace(wiki.history[0], comment="User created page with UploadWizard")
        wiki.save(TEXT + "\n{{GPS EXIF}}", "Bert")
        wiki.file = replace(wiki.file, people=frozenset({"Bert"}))

        def forget() -> None:
            wiki.file = replace(wiki.file, people=frozenset())

        outcome = save_after(wiki, saver, lambda: wiki.save(wiki.text + "\nMore"), forget)
        assert outcome == Saved(TITLE, 73)
        assert wiki.text == LOCATED + "\n\nMore"

    def test_a_doubt_that_the_operator_accepted(self) -> None:
        """Beforehand, for this proposal: the rules of the run that saves it do not say so."""
        sweeping = FakeWiki(file=facts(GPSStatus="V"))
        sweeping.rules = replace(sweeping.rules, accepted=frozenset({HoldReason.VOID_FIX}))
        edit = decided(sweeping, saver_on(sweeping))
        assert isinstance(edit, Propose)
        wiki = FakeWiki(file=sweeping.file)
        wiki.before_edit.append(lambda: wiki.save(TEXT + "\nMore") and None)
        assert saver_on(wiki).save(edit, SUMMARY) == Saved(TITLE, 72)


class TestTakenBack:
    @pytest.mark.parametrize(
        "theirs",
        [
            "{{Location|1|2}}",
            "{{Location withheld}}",
            "{{nobots}}",
            "{{Object location|1|2}}",
            "[[Category:Location not applicable]]",
        ],
    )
    def test_what_speaks_against_it(self, wiki: FakeWiki, saver: Saver, theirs: str) -> None:
        assert save_after(wiki, saver, lambda: wiki.save(TEXT + theirs)) == TAKEN_BACK
        assert wiki.text == TEXT + theirs
        assert wiki.edits == ["Kim", "Kim", ACCOUNT, ACCOUNT]
        assert wiki.history[0].comment.startswith("Take back my edit")

    def test_another_photo_taken_elsewhere(self, wiki: FakeWiki, saver: Saver) -> None:
        """The old photo's location does not stay on the new one's page."""
        assert save_after(wiki, saver, lambda: wiki.replace_file(facts(48.3))) == TAKEN_BACK
        assert wiki.text == TEXT

    def test_another_photo_without_a_position(self, wiki: FakeWiki, saver: Saver) -> None:
        outcome = save_after(wiki, saver, lambda: wiki.replace_file(facts(None, None)))
        assert (outcome, wiki.text) == (TAKEN_BACK, TEXT)

    def test_another_photo_than_the_one_that_was_approved(
        self, wiki: FakeWiki, saver: Saver
    ) -> None:
        doubtful = wiki.file = facts(GPSStatus="V")
        assert save_after(wiki, saver, lambda: wiki.replace_file(doubtful)) == TAKEN_BACK

    def test_an_earlier_edit_of_this_account(self, wiki: FakeWiki, saver: Saver) -> None:
        outcome = save_after(wiki, saver, lambda: wiki.save(TEXT + "\nMore", ACCOUNT))
        assert (outcome, wiki.text) == (TAKEN_BACK, TEXT + "\nMore")

    def test_a_person_was_faster(self, wiki: FakeWiki, saver: Saver) -> None:
        outcome = save_after(
            wiki,
            saver,
            lambda: wiki.save(LOCATED_BY_KIM),
            lambda: wiki.save(LOCATED_BY_KIM),
        )
        assert outcome == Outdated(TITLE, SkipReason.REMOVED_BEFORE.words)
        assert "undo" not in wiki.asked

    def test_on_top_of_what_is_hidden(self, wiki: FakeWiki, saver: Saver) -> None:
        """A person has to look at it: what was there cannot be seen."""

        def hide() -> None:
            wiki.history[1] = replace(wiki.history[1], text=None)

        outcome = save_after(wiki, saver, lambda: wiki.save(TEXT + "secret"), hide)
        assert isinstance(outcome, Failed)
        assert outcome.why.startswith("revision 72 is on top of one that is hidden from view")


class TestTroubleWithTakingBack:
    def taking_back(self, wiki: FakeWiki, saver: Saver, *responses: Deed) -> Outcome:
        edit = decided(wiki, saver)
        wiki.before_edit.append(lambda: wiki.save(LOCATED_BY_KIM) and None)
        wiki.before_edit.extend(responses)
        return saver.save(edit, SUMMARY)

    def test_the_wiki_says_no(self, wiki: FakeWiki, saver: Saver) -> None:
        outcome = self.taking_back(wiki, saver, responding(Effect.FAILED, "a filter"))
        assert outcome == Failed(TITLE, f"{UNDO}: a filter")

    def test_nothing_to_undo(self, wiki: FakeWiki, saver: Saver) -> None:
        assert self.taking_back(wiki, saver, responding(Effect.UNCHANGED)) == TAKEN_BACK

    @pytest.mark.parametrize("effect", [Effect.WAIT, Effect.LOGIN, Effect.UNKNOWN])
    def test_once_more(self, wiki: FakeWiki, saver: Saver, effect: Effect) -> None:
        assert self.taking_back(wiki, saver, responding(effect)) == TAKEN_BACK
        assert wiki.text == LOCATED_BY_KIM
        assert wiki.asked == ["put", "read", "links", "undo", "prepare", "read", "undo"]

    def test_the_response_was_lost(self, wiki: FakeWiki, saver: Saver) -> None:
        edit = decided(wiki, saver)
        wiki.before_edit.append(lambda: wiki.save(LOCATED_BY_KIM) and None)
        wiki.after_edit.extend([lambda: None, responding(Effect.UNKNOWN)])
        assert saver.save(edit, SUMMARY) == TAKEN_BACK
        assert wiki.asked.count("undo") == 1

    def test_not_for_ever(self, wiki: FakeWiki, saver: Saver) -> None:
        outcome = self.taking_back(wiki, saver, *[responding(Effect.UNKNOWN, "no response")] * 9)
        assert outcome == Failed(TITLE, f"{UNDO}: no response")
        assert wiki.asked.count("undo") == 3

    def test_the_run_ends(self, wiki: FakeWiki, saver: Saver) -> None:
        blocked = failing(StoppedError("the wiki refuses all edits: blocked"))
        with pytest.raises(UnfollowedError) as caught:
            self.taking_back(wiki, saver, blocked)
        assert caught.value.outcome == Failed(
            TITLE, f"{UNSEEN}: the wiki refuses all edits: blocked"
        )

    def test_the_run_is_interrupted(self, wiki: FakeWiki) -> None:
        interruption = Interruption()
        saver = saver_on(wiki, interruption)
        edit = decided(wiki, saver)
        wiki.before_edit.append(lambda: wiki.save(LOCATED_BY_KIM) and None)
        wiki.at_read.append(failing(KeyboardInterrupt()))
        assert saver.save(edit, SUMMARY) == Failed(TITLE, f"{UNSEEN}: the run was interrupted")
        assert interruption.asked
