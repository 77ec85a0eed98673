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

from glocbot.decide import Decision, Edit, Hold, Propose, Skip
from glocbot.outcomes import (
    Changed,
    Conflict,
    Declined,
    Failed,
    Held,
    Outcome,
    Protected,
    Saved,
    Simulated,
)
from glocbot.proposals import edit_summary
from glocbot.saving import Saver, one_line, stop_on_ending_errors
from glocbot.tally import Tally

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
    """

    simulate: bool = False
    always: bool = False
    history: bool = True
    summary: str | None = None


class LocationBot(BaseBot):
    """Goes through decisions and carries out those that may be.

    Attributes:
        tally: what was done.
        stopping: set to end after the current page.
    """

    def __init__(
        self,
        decisions: Iterable[Decision],
        saver: Saver,
        conduct: Conduct,
        *,
        record: Callable[[Decision], None],
        total: int | None = None,
    ) -> None:
        """Make a bot.

        Args:
            decisions: without the look into the pages' histories.
            saver: reads anew and saves.
            conduct: how to behave.
            record: is told each final decision.
            total: how many decisions there will be, for the progress bar; None if unknown.
        """
        super().__init__(generator=decisions, always=conduct.always)
        self.treat_page_type = Propose | Hold | Skip
        self.tally = Tally()
        self.stopping = False
        self._saver = saver
        self._conduct = conduct
        self._record = record
        # Quiet when not on a terminal, as in a job's log.
        self._progress = tqdm(total=total, unit=" files", disable=None, leave=False)

    def treat(self, decision: Decision) -> None:
        """Carry one decision out."""
        if self.stopping:
            self.quit()
        if isinstance(decision, Edit) and self._conduct.history:
            decision = self._anew(decision)
        self._record(decision)
        self.tally.decision(decision)
        if isinstance(decision, Edit):
            self._progress.clear()
            outcome = self._outcome(decision)
            self._say(outcome)
            self.tally.outcome(outcome)
        self._progress.update()

    def exit(self) -> None:
        """Leave the terminal to the summary, which says more than Pywikibot's own last lines."""
        self._progress.close()

    def _anew(self, edit: Propose | Hold) -> Decision:
        with stop_on_ending_errors():
            return self._saver.decide_anew(edit.facts)

    def _outcome(self, edit: Propose | Hold) -> Outcome:
        try:
            return self._act(edit)
        except APIError as error:
            return Failed(edit.facts.title, one_line(error))

    def _act(self, edit: Propose | Hold) -> Outcome:
        title = edit.facts.title
        self._show(edit)
        if self._conduct.simulate and isinstance(edit, Propose):
            return Simulated(title)
        if self._is_left(edit):
            return Held(title)
        if self.opt.always:
            return self._save(edit)
        if not self._confirmed(edit):
            return Declined(title)
        return self._save_if_still_true(edit)

    def _is_left(self, edit: Propose | Hold) -> bool:
        """Tell whether nobody can be asked about an edit, or there is nothing to save."""
        nobody = isinstance(edit, Hold) and (self._conduct.simulate or self.opt.always)
        return nobody or edit.new_text == edit.page.text

    def _save_if_still_true(self, edit: Propose | Hold) -> Outcome:
        """Save after a person took their time to answer: what they saw must still be so."""
        with stop_on_ending_errors():
            current = self._saver.decide_still(edit)
        return current if isinstance(current, Changed) else self._save(current)

    def _save(self, edit: Propose | Hold) -> Outcome:
        return self._saver.save(edit, self._conduct.summary or edit_summary(edit.location))

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
            case Simulated():
                pywikibot.info("Would save this.")
            case Held():
                would = "Would ask" if self._conduct.simulate else "Left for"
                pywikibot.info(f"{would} a person.")
            case Declined():
                pywikibot.info("Not saved.")
            case Changed(why=why):
                pywikibot.info(f"Not saved: {why}.")
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
