"""Show each edit, ask where a person must decide, save, and keep the books.

Built on Pywikibot's bot class: its run loop, prompts, diffs and throttle.
"""

import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import unified_diff
from itertools import islice
from types import FrameType
from typing import Any, assert_never

import pywikibot
from pywikibot.bot import BaseBot, open_webbrowser
from pywikibot.exceptions import APIError
from tqdm import tqdm

from glocbot.decision.decide import Decision, Edit, Hold, Propose, Skip
from glocbot.editing.outcomes import (
    Changed,
    Conflict,
    Declined,
    Done,
    Failed,
    Held,
    Outcome,
    Protected,
    Saved,
    Simulated,
)
from glocbot.editing.saver import Saver, as_shown
from glocbot.editing.tally import Tally
from glocbot.proposals.proposal import edit_summary
from glocbot.wiki.errors import one_line, stop_on_ending_errors

#: Lines around a change, enough to see the end of the infobox.
_CONTEXT = 2
_ANSWERS = [("Yes", "y"), ("No", "n"), ("All", "a"), ("Quit", "q"), ("open in Browser", "b")]


@dataclass(frozen=True, slots=True)
class Conduct:
    """How the bot behaves.

    Attributes:
        simulate: never save, and say "would".
        always: save clean proposals without asking; a hold is never saved without a person's word.
        history: look into the history of each page that would be edited; a save always does.
        summary: the edit summary; None for the default one.
        approved: a person has approved each edit already, the held ones too.
    """

    simulate: bool = False
    always: bool = False
    history: bool = True
    summary: str | None = None
    approved: bool = False


@dataclass(frozen=True, slots=True)
class Books:
    """Who is told what happens.

    Attributes:
        record: is told each final decision.
        report: is told what became of each edit.
    """

    record: Callable[[Decision], None] = lambda _: None
    report: Callable[[Outcome], None] = lambda _: None


class LocationBot(BaseBot):
    """Goes through decisions and carries out those that may be.

    Attributes:
        tally: what was done.
        stopping: set to end after the current page.
    """

    def __init__(
        self,
        items: Iterable[Any],
        saver: Saver,
        conduct: Conduct,
        books: Books,
        total: int | None = None,
    ) -> None:
        """Make a bot.

        Args:
            items: decisions, made without the look into the pages' histories.
            saver: reads anew and saves.
            conduct: how to behave.
            books: who is told what happens.
            total: how many items there will be, for the progress bar; None if unknown.
        """
        super().__init__(generator=items, always=conduct.always)
        self.treat_page_type = object  # decisions are no pages
        self.tally = Tally()
        self.stopping = False
        self._saver = saver
        self._conduct = conduct
        self._books = books
        # Quiet when not on a terminal, as in a job's log.
        # `miniters`: otherwise a thread of its own may draw the bar over a waiting prompt.
        self._progress = tqdm(total=total, unit=" files", disable=None, leave=False, miniters=1)

    def treat(self, item: Any) -> None:  # noqa: ANN401 - what the generator gives
        """Carry one item out; a page that the wiki will not talk about is a failure of its own."""
        if self.stopping:
            self._progress.clear()
            self.quit()
        decided = self._decided(item)
        if isinstance(decided, Propose | Hold | Skip):
            self._books.record(decided)
            self.tally.decision(decided)
        self._progress.update()
        if isinstance(decided, Skip):
            return
        # Nothing is said of a skip, so the bar stays while thousands go by.
        self._progress.clear()
        self._account(self._outcome(decided) if isinstance(decided, Edit) else decided)
        self._progress.refresh()

    def exit(self) -> None:
        """Leave the terminal to the summary, which says more than Pywikibot's own last lines."""
        self._progress.close()

    def decided(self, item: Any) -> Decision | Outcome:  # noqa: ANN401 - see `treat`
        """Decide finally on an item: a decision made without the page's history.

        Returns:
            The decision, or what became of the item where nothing is left to decide.
        """
        decision: Decision = item
        if isinstance(decision, Edit) and self._conduct.history:
            return self._saver.decide_anew(decision.facts)
        return decision

    def title(self, item: Any) -> str:  # noqa: ANN401 - see `treat`
        """Return the title of an item's page."""
        return str(item.facts.title)

    def summary(self, edit: Edit) -> str:
        """Return the edit summary."""
        return self._conduct.summary or edit_summary(edit.location)

    def _decided(self, item: Any) -> Decision | Outcome:  # noqa: ANN401 - see `treat`
        try:
            with stop_on_ending_errors():
                return self.decided(item)
        except APIError as error:
            return Failed(self.title(item), one_line(error))

    def _outcome(self, edit: Propose | Hold) -> Outcome:
        try:
            return self._act(edit)
        except APIError as error:
            return Failed(edit.facts.title, one_line(error))

    def _account(self, outcome: Outcome) -> None:
        self._say(outcome)
        self.tally.outcome(outcome)
        self._books.report(outcome)

    def _act(self, edit: Propose | Hold) -> Outcome:
        title = edit.facts.title
        self._show(edit)
        if self._is_left(edit):
            return Held(title)
        if self._conduct.simulate:
            return Simulated(title)
        if self.opt.always:
            return self._save(edit)
        if not self._confirmed(edit):
            return Declined(title)
        return self._save_if_still_true(edit)

    def _is_left(self, edit: Propose | Hold) -> bool:
        """Tell whether nobody can be asked about an edit, or there is nothing to save."""
        nobody = self._conduct.simulate or self.opt.always
        unasked = isinstance(edit, Hold) and nobody and not self._conduct.approved
        return unasked or edit.new_text == edit.page.text

    def _save_if_still_true(self, edit: Propose | Hold) -> Outcome:
        """Save after a person took their time to answer: what they saw must still be so."""
        with stop_on_ending_errors():
            current = self._saver.decide_still(as_shown(edit))
        return self._save(current) if isinstance(current, Propose | Hold) else current

    def _save(self, edit: Propose | Hold) -> Outcome:
        return self._saver.save(edit, self.summary(edit))

    def _show(self, edit: Propose | Hold) -> None:
        pywikibot.info(f"\n>>> {edit.facts.title} <<<")
        if isinstance(edit, Hold):
            for doubt in edit.doubts:
                pywikibot.info(f"Doubtful ({doubt.reason}): {doubt.words}")
        _show_diff(edit.page.text, edit.new_text)

    def _confirmed(self, edit: Propose | Hold) -> bool:
        """Ask a person; "all" stands for clean edits only."""
        page = pywikibot.Page(self._saver.site, edit.facts.title)
        while True:
            match _answer():
                case "b":
                    open_webbrowser(page)
                case "y":
                    return True
                case "q":
                    self.quit()
                case "a":
                    self.opt.always = True
                    return True
                case _:
                    return False

    def _say(self, outcome: Outcome) -> None:
        match outcome:
            case Saved(revid=revid):
                pywikibot.info(f"Saved as revision {revid}.")
            case Done(revid=revid):
                pywikibot.info(f"{outcome.title} was saved before, as revision {revid}.")
            case Simulated():
                pywikibot.info("Would save this.")
            case Held():
                would = "Would ask" if self._conduct.simulate else "Left for"
                pywikibot.info(f"{would} a person.")
            case Declined():
                pywikibot.info("Not saved.")
            case Changed(why=why):
                pywikibot.info(f"{outcome.title} is left alone: {why}.")
            case Conflict() | Protected() | Failed():
                pywikibot.error(f"{outcome.title} was not saved: {outcome.why}")
            case _:
                assert_never(outcome)


def _show_diff(old: str, new: str) -> None:
    """Show a diff as Pywikibot does; in a log, without the asterisks it puts for colours there."""
    if sys.stderr.isatty():
        pywikibot.showDiff(old, new, context=_CONTEXT)
        return
    lines = unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=_CONTEXT)
    pywikibot.info("\n".join(islice(lines, 2, None)))  # without the names of the files


def _answer() -> str:
    """Ask until there is a valid answer; nobody there to answer means "quit"."""
    with _default_interrupt():
        try:
            answer: str = pywikibot.input_choice(
                "Do you want to accept these changes?", _ANSWERS, default="n", automatic_quit=False
            )
        except EOFError:
            return "q"
        return answer


@contextmanager
def ending_after_page(bot: LocationBot) -> Iterator[None]:
    """Let Ctrl-C, and the signal that ends a job, finish the page at hand; twice ends at once."""

    def end(number: int, frame: FrameType | None) -> None:
        if bot.stopping:
            signal.default_int_handler(number, frame)
        bot.stopping = True
        pywikibot.info("\nEnding after this page; once more to end at once.")

    known = {name: signal.signal(name, end) for name in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for name, handler in known.items():
            signal.signal(name, handler)


@contextmanager
def _default_interrupt() -> Iterator[None]:
    """Let Ctrl-C at a prompt end the run there and then."""
    known: Any = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, known)
