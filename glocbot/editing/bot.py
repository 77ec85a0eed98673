"""Go through items: decide, show each edit, ask where a person must decide, save, keep the books.

Prompts, diffs and the throttle are Pywikibot's. Its bot class is not used: what it does beside a
loop is to print counters and sentences of its own.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import islice
from typing import Generic, Protocol, TypeVar, assert_never

import pywikibot
from pywikibot.bot import open_webbrowser
from pywikibot.exceptions import APIError
from tqdm import tqdm

from glocbot.decision.answers import Answer
from glocbot.decision.decide import Decision, Edit, Hold, Propose, Skip
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
from glocbot.editing.saver import Saver, UnfollowedError
from glocbot.editing.tally import Tally
from glocbot.wiki.errors import one_line

#: Lines around a change, enough to see the end of the infobox.
_CONTEXT = 2
_QUESTION = "Do you want to accept these changes?"
_CHOICES = [("Yes", "y"), ("No", "n"), ("All", "a"), ("Quit", "q"), ("open in Browser", "b")]


class Item(Protocol):
    """One page that may be edited."""

    @property
    def title(self) -> str:
        """The page's title."""

    def decide(self, saver: Saver, *, at_once: bool) -> Decision | Answer | Outcome:
        """Decide finally.

        Args:
            saver: reads the page anew.
            at_once: an edit is saved at once, without a question.

        Returns:
            The decision, an answer to requests on the page, or what became of the item where
            nothing is left to decide.
        """

    def summary(self, edit: Edit) -> str:
        """Return the edit summary."""


ItemT = TypeVar("ItemT", bound=Item)


@dataclass(frozen=True, slots=True)
class Conduct:
    """How the bot behaves.

    Attributes:
        simulate: never save, and say "would".
        always: save clean proposals without asking; a hold is never saved without a person's word.
        approved: a person has approved each edit already, the held ones too.
    """

    simulate: bool = False
    always: bool = False
    approved: bool = False


@dataclass(frozen=True, slots=True)
class Books(Generic[ItemT]):
    """Who is told what happens.

    Attributes:
        record: is told each final decision.
        report: is told what became of each edit, and of which item.
    """

    record: Callable[[Decision], None] = lambda _: None
    report: Callable[[ItemT, Outcome], None] = lambda _, __: None


class QuitError(Exception):
    """A person chose to quit."""


class Bot(Generic[ItemT]):
    """Goes through items and carries out those that may be.

    Attributes:
        tally: what was done.
        always: clean edits are saved without asking; becomes true when a person says "all".
        saver: reads anew and saves.
    """

    def __init__(
        self,
        items: Iterable[ItemT],
        saver: Saver,
        conduct: Conduct,
        books: Books[ItemT],
        total: int | None = None,
    ) -> None:
        """Make a bot.

        Args:
            items: what to go through.
            saver: reads anew and saves.
            conduct: how to behave.
            books: who is told what happens.
            total: how many items there will be, for the progress bar; None if unknown.
        """
        self.tally = Tally()
        self.always = conduct.always
        self.saver = saver
        self._items = items
        self._conduct = conduct
        self._books = books
        # Quiet when not on a terminal, as in a job's log.
        # `miniters`: otherwise a thread of its own may draw the bar over a waiting prompt.
        self._progress = tqdm(total=total, unit=" files", disable=None, leave=False, miniters=1)

    def run(self) -> None:
        """Process all items.

        Raises:
            QuitError: when a person chose to quit.
            KeyboardInterrupt: when the run was interrupted.
            StoppedError: when no further item can succeed.
        """
        try:
            for item in self._upcoming():
                self._process(item)
        finally:
            self._progress.close()

    def _upcoming(self) -> Iterator[ItemT]:
        """Take the items one by one; that may mean to ask the wiki, and can be interrupted."""
        items = iter(self._items)
        while True:
            with self.saver.interruption.allowed():
                item = next(items, None)
            if item is None:
                return
            yield item

    def _process(self, item: ItemT) -> None:
        """Carry one item out; a page that the wiki will not talk about is a failure of its own."""
        decided = self._decided(item)
        if isinstance(decided, Answer):
            self._progress.clear()
            self._answer(item, decided)
            self._progress.refresh()
            return
        if isinstance(decided, Propose | Hold | Skip):
            self._books.record(decided)
            self.tally.decision(decided)
        self._progress.update()
        if isinstance(decided, Skip):
            return
        # Nothing is said of a skip, so the bar stays while thousands go by.
        self._progress.clear()
        if isinstance(decided, Edit):
            self._carry_out(item, decided)
        else:
            if isinstance(decided, Held):
                _say_title(item.title)
            self._account(item, decided)
        self._progress.refresh()

    def _decided(self, item: ItemT) -> Decision | Answer | Outcome:
        at_once = self.always and not self._conduct.simulate
        try:
            return item.decide(self.saver, at_once=at_once)
        except APIError as error:
            return Failed(item.title, one_line(error))

    def _answer(self, item: ItemT, answer: Answer) -> None:
        """Take requests off a page; counted apart, since no location is added."""
        _say_title(item.title)
        pywikibot.info(f"Answers the request: {answer.why}")
        _show_diff(answer.page.text, answer.new_text)
        try:
            outcome = self._answered(item, answer)
        except APIError as error:
            outcome = Failed(item.title, one_line(error))
        self._say(outcome)
        self.tally.answer(outcome)
        self._books.report(item, outcome)

    def _answered(self, item: ItemT, answer: Answer) -> Outcome:
        if self._conduct.simulate:
            return Simulated(item.title)
        if self.always or self._confirmed(item):
            return self.saver.save_answer(answer)
        return Declined(item.title)

    def _carry_out(self, item: ItemT, edit: Propose | Hold) -> None:
        try:
            outcome = self._act(item, edit)
        except APIError as error:
            outcome = Failed(item.title, one_line(error))
        except UnfollowedError as error:
            self._account(item, error.outcome)
            raise
        self._account(item, outcome)

    def _account(self, item: ItemT, outcome: Outcome) -> None:
        self._say(outcome)
        self.tally.outcome(outcome)
        self._books.report(item, outcome)

    def _act(self, item: ItemT, edit: Propose | Hold) -> Outcome:
        _show(edit)
        if self._is_left(edit):
            return Held(item.title)
        if self._conduct.simulate:
            return Simulated(item.title)
        if self.always:
            return self.saver.save(edit, item.summary(edit))
        if not self._confirmed(item):
            return Declined(item.title)
        return self.saver.save_if_still_true(edit, item.summary(edit))

    def _is_left(self, edit: Propose | Hold) -> bool:
        """Tell whether nobody can be asked about an edit, or there is nothing to save."""
        nobody = self._conduct.simulate or self.always
        unasked = isinstance(edit, Hold) and nobody and not self._conduct.approved
        return unasked or edit.new_text == edit.page.text

    def _confirmed(self, item: ItemT) -> bool:
        """Ask a person; "all" stands for clean edits only."""
        while True:
            with self.saver.interruption.allowed():
                choice = _choice()
            match choice:
                case "b":
                    open_webbrowser(pywikibot.Page(self.saver.site, item.title))
                case "q":
                    raise QuitError
                case "a":
                    self.always = True
                    return True
                case _:
                    return choice == "y"

    def _say(self, outcome: Outcome) -> None:
        match outcome:
            case Saved(revid=revid):
                pywikibot.info(f"Saved as revision {revid}.")
            case AlreadySaved(revid=revid):
                pywikibot.info(f"{outcome.title} was saved before, as revision {revid}.")
            case Simulated():
                pywikibot.info("Would save this.")
            case Held():
                would = "Would ask" if self._conduct.simulate else "Left for"
                pywikibot.info(f"{would} a person.")
            case Declined():
                pywikibot.info("Not saved.")
            case Outdated(why=why):
                pywikibot.info(f"{outcome.title} is left alone: {why}.")
            case Conflict() | Protected() | Failed():
                pywikibot.error(f"{outcome.title} failed: {outcome.why}")
            case _:
                assert_never(outcome)


def _say_title(title: str) -> None:
    pywikibot.info(f"\n>>> {title} <<<")


def _show(edit: Propose | Hold) -> None:
    _say_title(edit.facts.title)
    if isinstance(edit, Hold):
        for doubt in edit.doubts:
            pywikibot.info(f"Doubtful ({doubt.reason}): {doubt.words}")
    _show_diff(edit.page.text, edit.new_text)


def _show_diff(old: str, new: str) -> None:
    """Show a diff as Pywikibot does; in a log, without the asterisks it puts for colours there."""
    if sys.stderr.isatty():
        pywikibot.showDiff(old, new, context=_CONTEXT)
        return
    lines = unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=_CONTEXT)
    pywikibot.info("\n".join(islice(lines, 2, None)))  # without the names of the files


def _choice() -> str:
    """Ask until there is a valid choice; nobody there to make one means "quit"."""
    try:
        choice: str = pywikibot.input_choice(_QUESTION, _CHOICES, default="n", automatic_quit=False)
    except EOFError:
        return "q"
    return choice
