"""Answers to requests are saved by the same rules as locations."""

import pytest
from pywikibot import config

from glocbot.decision.answers import Answer, answer
from glocbot.decision.case import Case
from glocbot.editing.outcomes import Conflict, Failed, Outcome, Outdated, Protected, Saved
from glocbot.editing.saver import Saver
from glocbot.wiki.errors import Effect, StoppedError
from tests.editing.fakewiki import ACCOUNT, TITLE, FakeWiki, responding, saver_on
from tests.making import TEXT, facts

ASKING = TEXT.replace("}}\n", "}}\n{{GPS EXIF}}\n")
WITH_NOTE, ASKING_WITH_NOTE = (
    text.replace("{{Information}}\n", "{{Information}}\n'''Note'''\n") for text in (TEXT, ASKING)
)
NO_REQUEST = Outdated(TITLE, "there is no request any more that can be answered")


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "retry_wait", 0)
    monkeypatch.setattr(config, "max_retries", 3)


@pytest.fixture
def wiki() -> FakeWiki:
    made = FakeWiki(file=facts(None, None))
    made.history.clear()
    made.save(ASKING)
    return made


@pytest.fixture
def saver(wiki: FakeWiki) -> Saver:
    return saver_on(wiki)


def answered(wiki: FakeWiki) -> Answer:
    read = wiki.read_fresh(TITLE)
    assert read.page is not None
    found = answer(Case(read.facts, read.page, read.history, wiki.rules))
    assert found is not None
    wiki.asked.clear()
    return found


def save(wiki: FakeWiki, saver: Saver) -> Outcome:
    return saver.save_answer(answered(wiki))


def test_saved(wiki: FakeWiki, saver: Saver) -> None:
    assert save(wiki, saver) == Saved(TITLE, 72)
    assert (wiki.text, wiki.asked) == (TEXT, ["prepare", "read", "put"])
    assert wiki.history[0].comment.startswith("Take off {{[[Template:GPS EXIF|GPS EXIF]]}}")


class TestWhatHappenedMeanwhile:
    def test_the_request_has_gone(self, wiki: FakeWiki, saver: Saver) -> None:
        found = answered(wiki)
        wiki.save(TEXT)
        assert saver.save_answer(found) == NO_REQUEST
        assert "put" not in wiki.asked

    def test_the_page_has_gone(self, wiki: FakeWiki, saver: Saver) -> None:
        found = answered(wiki)
        wiki.history.clear()
        assert isinstance(saver.save_answer(found), Outdated)

    def test_a_photo_with_a_position(self, wiki: FakeWiki, saver: Saver) -> None:
        found = answered(wiki)
        wiki.replace_file(facts())
        assert saver.save_answer(found) == NO_REQUEST

    def test_at_the_last_moment(self, wiki: FakeWiki, saver: Saver) -> None:
        """The request can be served now, and stands again."""
        wiki.before_edit.append(lambda: wiki.replace_file(facts()))
        outcome = save(wiki, saver)
        assert isinstance(outcome, Outdated)
        assert outcome.why.endswith("taken back")
        assert wiki.text == ASKING

    def test_an_edit_elsewhere(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.append(lambda: wiki.save(ASKING + "\nMore") and None)
        assert isinstance(save(wiki, saver), Saved)
        assert wiki.text == TEXT + "\nMore"

    def test_an_edit_at_the_same_place(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.append(lambda: wiki.save(ASKING_WITH_NOTE) and None)
        assert isinstance(save(wiki, saver), Saved)
        assert wiki.text == WITH_NOTE

    def test_two_of_them(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.append(lambda: wiki.save(ASKING_WITH_NOTE) and None)
        wiki.before_edit.append(lambda: wiki.save(ASKING_WITH_NOTE.replace("Note", "Tip")) and None)
        assert save(wiki, saver) == Conflict(TITLE)


class TestResponses:
    @pytest.mark.parametrize(
        ("effect", "outcome"),
        [
            (Effect.PROTECTED, Protected(TITLE)),
            (Effect.DELETED, Outdated(TITLE, "the page was deleted meanwhile")),
            (Effect.FAILED, Failed(TITLE, "a filter")),
        ],
    )
    def test_refused(self, wiki: FakeWiki, saver: Saver, effect: Effect, outcome: Outcome) -> None:
        wiki.before_edit.append(responding(effect, "a filter"))
        assert save(wiki, saver) == outcome
        assert wiki.asked.count("put") == 1

    @pytest.mark.parametrize("effect", [Effect.WAIT, Effect.LOGIN, Effect.UNKNOWN])
    def test_sent_again(self, wiki: FakeWiki, saver: Saver, effect: Effect) -> None:
        wiki.before_edit.append(responding(effect))
        assert isinstance(save(wiki, saver), Saved)
        assert wiki.asked == ["prepare", "read", "put"] * 2

    def test_not_for_ever(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.before_edit.extend([responding(Effect.WAIT)] * 9)
        with pytest.raises(StoppedError, match="the wiki takes no edits"):
            save(wiki, saver)

    def test_a_response_that_was_lost(self, wiki: FakeWiki, saver: Saver) -> None:
        wiki.after_edit.append(responding(Effect.UNKNOWN))
        assert save(wiki, saver) == Saved(TITLE, 72)
        assert wiki.edits == ["Kim", ACCOUNT]

    def test_one_that_was_lost_and_reverted(self, wiki: FakeWiki, saver: Saver) -> None:
        found = answered(wiki)
        wiki.after_edit.append(responding(Effect.UNKNOWN))
        wiki.at_read.extend([lambda: None, lambda: wiki.save(ASKING)])
        assert saver.save_answer(found) == Outdated(TITLE, "somebody put the request back")
        assert wiki.edits == ["Kim", ACCOUNT, "Kim"]
