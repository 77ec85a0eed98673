"""Send an edit, and follow it until it is known what became of it.

An edit that the wiki does not confirm is never sent again blindly: its page and the page's history
are read, and it is decided on anew.
"""

from collections.abc import Callable
from itertools import pairwise, takewhile
from typing import TypeVar

from pywikibot.exceptions import APIError

from glocbot.decision.history import is_by
from glocbot.editing.attempts import Attempts
from glocbot.editing.merge import outcome_of, to_look_at
from glocbot.editing.outcomes import Conflict, Failed, Outcome, Outdated, Protected, Saved
from glocbot.editing.reader import Reader
from glocbot.editing.tasks import ChangeT, Task
from glocbot.wiki.commons import FileRead
from glocbot.wiki.edit import Made, Unconfirmed
from glocbot.wiki.errors import Effect, StoppedError, one_line

T = TypeVar("T")

_DELETED = "the page was deleted meanwhile"


class UnfollowedError(StoppedError):
    """The run ends before it is known what became of an edit that was sent.

    Attributes:
        outcome: of that edit, to be written down all the same.
    """

    def __init__(self, outcome: Failed, why: StoppedError) -> None:
        super().__init__(str(why))
        self.outcome = outcome


class Sender:
    """Sends edits and turns whatever happens into outcomes, or stops the run."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def send(self, change: ChangeT, task: Task[ChangeT]) -> Outcome:
        """Send an edit that was decided on a moment ago.

        Args:
            change: the edit.
            task: what it is made for.

        Raises:
            KeyboardInterrupt: when the run shall end before the edit is made.
            StoppedError: when no further edit can succeed.
        """
        attempts = Attempts()
        while True:
            title, base = change.facts.title, change.page.revid
            response = self._reader.editor.put(
                title, change.new_text, base=base, summary=task.summary
            )
            if isinstance(response, Made):
                return self._made(change, response, task)
            found = self._unconfirmed(change, response, task, attempts)
            if isinstance(found, Outcome):
                return found
            change = found

    def _made(self, change: ChangeT, made: Made, task: Task[ChangeT]) -> Outcome:
        facts, reader = change.facts, self._reader
        if made.parent == change.page.revid:
            return Saved(facts.title, made.revid)

        def look() -> Outcome:
            fresh = reader.read(facts.title, facts.category)
            return outcome_of(change, made, task, fresh, reader)

        return self._follow(facts.title, to_look_at(made.revid), look)

    def _unconfirmed(
        self, change: ChangeT, response: Unconfirmed, task: Task[ChangeT], attempts: Attempts
    ) -> ChangeT | Outcome:
        """Return what became of an edit that the wiki did not confirm, or the edit to send next."""
        title = change.facts.title

        def look() -> ChangeT | Outcome:
            return self._look(change, response, task, attempts)

        match response.effect:
            case Effect.PROTECTED:
                return Protected(title)
            case Effect.DELETED:
                return Outdated(title, _DELETED)
            case Effect.FAILED | Effect.END:
                return Failed(title, response.words)
            case Effect.UNKNOWN:
                found = self._follow(title, response.words, look)
            case _:
                found = look()
        if not isinstance(found, Outcome) and attempts.over(response):
            return _given_up(title, response)
        return found

    def _look(
        self, change: ChangeT, response: Unconfirmed, task: Task[ChangeT], attempts: Attempts
    ) -> ChangeT | Outcome:
        """Look into the page's history for an edit; where it is not there, decide anew."""
        facts, reader = change.facts, self._reader
        with reader.interruption.allowed():
            attempts.wait_after(response)
        fresh = reader.read(facts.title, facts.category, before_edit=True)
        made = self._found(change, fresh, task)
        if made is None:
            return task.decide(fresh)
        return outcome_of(change, made, task, fresh, reader)

    def _found(self, change: ChangeT, fresh: FileRead, task: Task[ChangeT]) -> Made | None:
        """Find this account's edit in its page's history, since the revision it is based on."""
        account, base = self._reader.commons.rules.account, change.page.revid
        since = [*takewhile(lambda revision: revision.revid != base, fresh.history)]
        # One more, since an edit is known by what the revision before it lacks.
        for newer, older in pairwise(fresh.history[: len(since) + 1]):
            before, after = task.stands_in(older.text or ""), task.stands_in(newer.text or "")
            if account is not None and is_by(account, newer) and after and not before:
                return Made(newer.revid, parent=older.revid)
        return None

    def _follow(self, title: str, so_far: str, follow: Callable[[], T]) -> T | Failed:
        """Follow an edit that was sent; where that is cut short, tell how far it is known.

        Args:
            title: of the page.
            so_far: what is known of the edit.
            follow: finds out what became of it.

        Raises:
            UnfollowedError: when the run ends here.
        """
        try:
            return follow()
        except KeyboardInterrupt:
            self._reader.interruption.asked = True  # ends the run before the next page
            return Failed(title, f"{so_far}: the run was interrupted")
        except APIError as error:
            return Failed(title, f"{so_far}: {one_line(error)}")
        except StoppedError as error:
            raise UnfollowedError(Failed(title, f"{so_far}: {error}"), error) from error


def _given_up(title: str, response: Unconfirmed) -> Outcome:
    """Return what became of an edit that is not sent again."""
    match response.effect:
        case Effect.CONFLICT:
            return Conflict(title)
        case Effect.LOGIN:
            raise StoppedError(f"the wiki does not keep the login: {response.words}")
        case Effect.WAIT:
            raise StoppedError(f"the wiki takes no edits: {response.words}")
        case _:
            return Failed(title, response.words)
