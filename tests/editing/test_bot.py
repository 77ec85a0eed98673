"""The loop: what is shown, asked, saved and written down."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from pywikibot import config
from pywikibot.exceptions import APIError

from glocbot.decision.answers import Answer
from glocbot.decision.decide import Decision, Edit, Propose
from glocbot.decision.facts import PageContent
from glocbot.editing.bot import Books, Bot, Conduct, QuitError
from glocbot.editing.interruption import Interruption
from glocbot.editing.outcomes import (
    AlreadySaved,
    Declined,
    Failed,
    Held,
    Outcome,
    Outdated,
    Saved,
    Simulated,
)
from glocbot.editing.saver import Saver
from glocbot.editing.sender import UnfollowedError
from glocbot.reasons import SkipReason
from glocbot.wiki.errors import Effect, StoppedError
from tests.editing.fakewiki import LOCATED, TITLE, WHEN, FakeWiki, failing, responding, saver_on
from tests.making import TEXT, decision, facts, held, skipped

Decided = Decision | Answer | Outcome


@dataclass(frozen=True)
class FakeItem:
    """An item that is a clean edit, or whatever else is given."""

    decision: Decision | Answer | Outcome | Exception = field(
        default_factory=lambda: decision(facts())
    )
    title: str = TITLE

    def decide(self, saver: Saver, *, at_once: bool) -> Decided:
        if isinstance(self.decision, Exception):
            raise self.decision
        anew = at_once and isinstance(self.decision, Propose)
        return saver.decide_anew(facts()) if anew else self.decision

    def summary(self, edit: Edit) -> str:
        return f"Add {edit.wikitext}"


@dataclass
class Run:
    """A bot's run on a fake wiki, with what it wrote into its books."""

    wiki: FakeWiki = field(default_factory=FakeWiki)
    interruption: Interruption = field(default_factory=Interruption)
    decisions: list[Decision] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def bot(self, items: Iterable[FakeItem], **conduct: bool) -> Bot[FakeItem]:
        books: Books[FakeItem] = Books(
            self.decisions.append, lambda _, outcome: self.outcomes.append(outcome)
        )
        saver = saver_on(self.wiki, self.interruption)
        return Bot(items, saver, Conduct(**conduct), books)

    def __call__(self, *items: FakeItem, **conduct: bool) -> Bot[FakeItem]:
        bot = self.bot(items, **conduct)
        bot.run()
        return bot


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(config, "retry_wait", 0)  # nothing is waited for but a test
    return Run()


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Make a person's choices, in order; all must be asked for."""
    choices: deque[str | BaseException] = deque()

    def input_choice(question: str, answers: Sequence[Any], **_: Any) -> str:
        assert (question, len(answers)) == ("Do you want to accept these changes?", 5)
        choice = choices.popleft()
        if isinstance(choice, BaseException):
            raise choice
        return choice

    monkeypatch.setattr("pywikibot.input_choice", input_choice)
    yield lambda *made: choices.extend(made)
    assert not choices


class TestUnasked:
    def test_a_clean_edit_is_saved(self, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
        bot = run(FakeItem(), always=True)
        assert run.outcomes == [Saved(TITLE, 71)]
        assert run.wiki.asked == ["prepare", "read", "put"]
        assert run.wiki.history[0].comment.startswith("Add {{Location|")
        assert run.decisions == [run.decisions[0]]
        assert (bot.tally.proposals, bot.tally.outcomes[Saved]) == (1, 1)
        said = capsys.readouterr().err
        assert said.index(f">>> {TITLE} <<<") < said.index("+{{Location|48.20849")
        assert said.rstrip().endswith("Saved as revision 71.")

    def test_a_doubtful_one_is_left(self, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
        run(FakeItem(held()), always=True)
        assert run.outcomes == [Held(TITLE)]
        said = capsys.readouterr().err
        assert "Doubtful (datum): " in said
        assert "Left for a person." in said

    def test_but_for_one_that_was_approved(self, run: Run) -> None:
        run.wiki.file = facts(GPSStatus="V")
        run(FakeItem(), always=True, approved=True)
        assert run.outcomes == [Saved(TITLE, 71)]

    def test_what_has_no_place_is_left_whoever_approved_it(self, run: Run) -> None:
        run.wiki.save("{{Information|description=A lake")
        run(FakeItem(), always=True, approved=True)
        assert run.outcomes == [Held(TITLE)]
        assert "put" not in run.wiki.asked

    def test_nothing_is_said_of_skips(self, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
        bot = run(FakeItem(skipped()), FakeItem(skipped()), always=True)
        assert (len(run.decisions), run.outcomes) == (2, [])
        assert bot.tally.examined == 2
        assert not capsys.readouterr().err


class TestSimulated:
    def test_nothing_is_saved(self, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
        run(FakeItem(), FakeItem(held()), simulate=True, always=True)
        assert run.outcomes == [Simulated(TITLE), Held(TITLE)]
        assert run.wiki.asked == []
        said = capsys.readouterr().err
        assert "Would save this." in said
        assert "Would ask a person." in said


class TestWhatItemsDecideThemselves:
    @pytest.mark.parametrize(
        ("outcome", "said"),
        [
            (AlreadySaved(TITLE, 70), f"{TITLE} was saved before, as revision 70."),
            (Outdated(TITLE, "it has gone"), f"{TITLE} is left alone: it has gone."),
            (Held(TITLE), f">>> {TITLE} <<<\nLeft for a person."),
        ],
    )
    def test_an_outcome(
        self, run: Run, capsys: pytest.CaptureFixture[str], outcome: Outcome, said: str
    ) -> None:
        run(FakeItem(outcome), always=True)
        assert (run.decisions, run.outcomes) == ([], [outcome])
        assert said in capsys.readouterr().err

    def test_a_page_that_the_wiki_will_not_talk_about(
        self, run: Run, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It fails alone."""
        bot = run(FakeItem(APIError("strange", "not today")), FakeItem(), always=True)
        assert run.outcomes == [Failed(TITLE, "not today"), Saved(TITLE, 71)]
        assert len(bot.tally.failures) == 1
        assert f"{TITLE} failed: not today" in capsys.readouterr().err

    def test_one_that_it_will_not_talk_about_after_a_conflict(self, run: Run) -> None:
        run.wiki.before_edit.append(responding(Effect.CONFLICT))
        run.wiki.at_read.extend([lambda: None, failing(APIError("strange", "not today"))])
        run(FakeItem(), always=True)
        assert run.outcomes == [Failed(TITLE, "not today")]


class TestAsked:
    def test_yes(self, run: Run, choose: Callable[..., None]) -> None:
        choose("y")
        run(FakeItem())
        assert run.outcomes == [Saved(TITLE, 71)]
        assert run.wiki.asked == ["prepare", "read", "put"]

    def test_what_happened_while_a_person_looked(
        self, run: Run, choose: Callable[..., None]
    ) -> None:
        choose("y")
        run.wiki.at_read.append(lambda: run.wiki.save(LOCATED))
        run(FakeItem())
        assert run.outcomes == [Outdated(TITLE, "the page has a location already")]

    def test_no(self, run: Run, choose: Callable[..., None]) -> None:
        choose("n")
        run(FakeItem())
        assert (run.outcomes, run.wiki.text) == ([Declined(TITLE)], TEXT)

    def test_all_stands_for_clean_ones(self, run: Run, choose: Callable[..., None]) -> None:
        choose("a")
        bot = run(FakeItem(), FakeItem(held()))
        assert run.outcomes == [Saved(TITLE, 71), Held(TITLE)]
        assert bot.always

    def test_a_doubtful_one(self, run: Run, choose: Callable[..., None]) -> None:
        doubtful = run.wiki.file = facts(GPSStatus="V")
        choose("y")
        run(FakeItem(decision(doubtful)))
        assert run.outcomes == [Saved(TITLE, 71)]

    @pytest.mark.parametrize("choice", ["q", EOFError()])
    def test_quit(self, run: Run, choose: Callable[..., None], choice: object) -> None:
        choose(choice)
        with pytest.raises(QuitError):
            run(FakeItem(), FakeItem())
        assert run.outcomes == []

    def test_browser(
        self, run: Run, choose: Callable[..., None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[tuple[str, str]] = []
        monkeypatch.setattr("pywikibot.Page", lambda site, title: (site, title))
        monkeypatch.setattr("glocbot.editing.bot.open_webbrowser", opened.append)
        choose("b", "b", "n")
        run(FakeItem())
        assert opened == [("memory:en", TITLE)] * 2
        assert run.outcomes == [Declined(TITLE)]

    def test_interrupted(self, run: Run, choose: Callable[..., None]) -> None:
        choose(KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            run(FakeItem())
        assert run.outcomes == []


class TestAnswers:
    """Answers to requests go the same way, and are counted apart."""

    @pytest.fixture
    def item(self, run: Run) -> FakeItem:
        asking = TEXT.replace("}}\n", "}}\n{{GPS EXIF}}\n")
        run.wiki.file = facts(None, None)
        run.wiki.history.clear()
        page = PageContent(run.wiki.save(asking), WHEN, asking)
        return FakeItem(Answer(run.wiki.file, page, TEXT, ("GPS EXIF",), SkipReason.NO_GPS.words))

    def test_simulated(self, run: Run, item: FakeItem, capsys: pytest.CaptureFixture[str]) -> None:
        bot = run(item, simulate=True)
        assert (run.outcomes, bot.tally.answers[Simulated]) == ([Simulated(TITLE)], 1)
        assert f"Answers the request: {SkipReason.NO_GPS.words}" in capsys.readouterr().err

    def test_saved(self, run: Run, item: FakeItem) -> None:
        bot = run(item, always=True)
        assert (run.outcomes, run.wiki.text) == ([Saved(TITLE, 72)], TEXT)
        assert (bot.tally.answers[Saved], bot.tally.outcomes[Saved]) == (1, 0)

    @pytest.mark.parametrize(("choice", "text"), [("y", TEXT), ("n", "")])
    def test_asked(
        self, run: Run, item: FakeItem, choose: Callable[..., None], choice: str, text: str
    ) -> None:
        asking = run.wiki.text
        choose(choice)
        run(item)
        assert run.wiki.text == (text or asking)

    def test_not_followed(self, run: Run, item: FakeItem) -> None:
        run.wiki.after_edit.append(responding(Effect.UNKNOWN, "no response"))
        run.wiki.at_read.extend([lambda: None, failing(StoppedError("the wiki is away"))])
        bot = run.bot([item], always=True)
        with pytest.raises(UnfollowedError):
            bot.run()
        assert run.outcomes == [Failed(TITLE, "no response: the wiki is away")]
        assert bot.tally.answers[Failed] == 1


class TestTheEnd:
    def test_interrupted_between_two_pages(self, run: Run) -> None:
        """The page at hand is saved and written down; the next one is not begun."""

        def interrupt() -> None:
            run.interruption.asked = True

        run.wiki.before_edit.append(interrupt)
        bot = run.bot([FakeItem(), FakeItem()], always=True)
        with pytest.raises(KeyboardInterrupt):
            bot.run()
        assert run.outcomes == [Saved(TITLE, 71)]

    def test_an_edit_that_could_not_be_followed_is_written_down(self, run: Run) -> None:
        run.wiki.after_edit.append(responding(Effect.UNKNOWN, "no response"))
        run.wiki.at_read.extend([lambda: None, failing(StoppedError("the wiki is away"))])
        with pytest.raises(UnfollowedError, match="the wiki is away"):
            run(FakeItem(), FakeItem(), always=True)
        assert run.outcomes == [Failed(TITLE, "no response: the wiki is away")]

    def test_an_error_that_ends_the_run(self, run: Run) -> None:
        run.wiki.before_edit.append(failing(StoppedError("blocked")))
        with pytest.raises(StoppedError, match="blocked"):
            run(FakeItem(), FakeItem(), always=True)
        assert run.outcomes == []


def test_a_diff_in_colours(
    run: Run, monkeypatch: pytest.MonkeyPatch, choose: Callable[..., None]
) -> None:
    """On a terminal, Pywikibot's own."""
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("pywikibot.showDiff", lambda *texts, **_: shown.append(texts))
    choose("n")
    run(FakeItem())
    assert shown == [(TEXT, LOCATED)]
