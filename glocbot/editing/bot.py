"""Go through items: decide, show each edit, ask where a person must decide, save, keep the books.

Prompts, diffs and the throttle are Pywikibot's. Its bot class is not used: what it does beside a
loop is to print counters and sentences of its own.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import pywikibot
from pywikibot.bot import open_webbrowser
from pywikibot.exceptions import APIError
from tqdm import tqdm

from glocbot.decision.answers import Answer
from glocbot.decision.decide import Decision, Edit, Hold, Propose, Skip
from glocbot.editing.outcomes import Declined, Failed, Held, Outcome, Simulated
from glocbot.editing.saver import Saver
from glocbot.editing.screen import Choice, choose, say, say_title, show
from glocbot.editing.sender import UnfollowedError
from glocbot.editing.tally import Tally
from glocbot.wiki.errors import one_line


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
        if isinstance(decided, Propose | Hold | Skip):
            self._books.record(decided)
            self.tally.decision(decided)
        if not isinstance(decided, Answer):  # whose file has been counted, as skipped
            self._progress.update()
        if isinstance(decided, Skip):
            return
        # Nothing is said of a skip, so the bar stays while thousands go by.
        self._progress.clear()
        if isinstance(decided, Edit | Answer):
            self._carry_out(item, decided)
        else:
            if isinstance(decided, Held):
                say_title(item.title)
            self._account(item, decided, self.tally.outcome)
        self._progress.refresh()

    def _decided(self, item: ItemT) -> Decision | Answer | Outcome:
        at_once = self.always and not self._conduct.simulate
        try:
            return item.decide(self.saver, at_once=at_once)
        except APIError as error:
            return Failed(item.title, one_line(error))

    def _carry_out(self, item: ItemT, change: Propose | Hold | Answer) -> None:
        # Answers are counted apart, since they add no location.
        count = self.tally.answer if isinstance(change, Answer) else self.tally.outcome
        try:
            outcome = self._act(item, change)
        except APIError as error:
            outcome = Failed(item.title, one_line(error))
        except UnfollowedError as error:
            self._account(item, error.outcome, count)
            raise
        self._account(item, outcome, count)

    def _account(self, item: ItemT, outcome: Outcome, count: Callable[[Outcome], None]) -> None:
        say(outcome, simulate=self._conduct.simulate)
        count(outcome)
        self._books.report(item, outcome)

    def _act(self, item: ItemT, change: Propose | Hold | Answer) -> Outcome:
        show(change)
        if isinstance(change, Edit) and self._is_left(change):
            return Held(item.title)
        if self._conduct.simulate:
            return Simulated(item.title)
        asked = not self.always
        if asked and not self._confirmed(item):
            return Declined(item.title)
        if isinstance(change, Answer):
            return self.saver.save_answer(change)
        save = self.saver.save_if_still_true if asked else self.saver.save
        return save(change, item.summary(change))

    def _is_left(self, edit: Propose | Hold) -> bool:
        """Tell whether nobody can be asked about an edit, or there is nothing to save."""
        nobody = self._conduct.simulate or self.always
        unasked = isinstance(edit, Hold) and nobody and not self._conduct.approved
        return unasked or edit.new_text == edit.page.text

    def _confirmed(self, item: ItemT) -> bool:
        """Ask a person; "all" stands for clean edits only."""
        while True:
            with self.saver.interruption.allowed():
                choice = choose()
                if choice is Choice.BROWSER:
                    open_webbrowser(pywikibot.Page(self.saver.site, item.title))
            match choice:
                case Choice.QUIT:
                    raise QuitError
                case Choice.ALL:
                    self.always = True
                    return True
                case Choice.YES | Choice.NO:
                    return choice is Choice.YES
