"""Save one edit, and turn whatever happens into an outcome, or stop the run.

Each save is decided on with the page as it is at that moment.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile
from typing import TypeVar

from pywikibot.exceptions import APIError

from glocbot.decision.answers import Answer
from glocbot.decision.answers import answer as answer_requests
from glocbot.decision.case import Case
from glocbot.decision.decide import Decision, Edit, Hold, Propose, Skip, decide
from glocbot.decision.facts import FileFacts
from glocbot.decision.history import added_by
from glocbot.editing.attempts import Attempts
from glocbot.editing.interruption import Interruption
from glocbot.editing.merge import difference, outcome_of, to_look_at
from glocbot.editing.outcomes import (
    AlreadySaved,
    Conflict,
    Failed,
    Outcome,
    Outdated,
    Protected,
    Saved,
)
from glocbot.editing.reader import Reader
from glocbot.proposals.proposal import Proposal
from glocbot.reasons import HoldReason, SkipReason
from glocbot.wiki.commons import Commons, FileRead
from glocbot.wiki.edit import Editor, Made, Unconfirmed
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


class Saver:
    """Reads a file anew, decides again on what it read, and saves just that.

    Attributes:
        site: of the pages.
        interruption: may end each wait and each read, but no save.
    """

    def __init__(
        self, commons: Commons, editor: Editor, interruption: Interruption | None = None
    ) -> None:
        self.interruption = interruption or Interruption()
        self.site = commons.site
        self._commons = commons
        self._rules = commons.rules
        self._editor = editor
        self._reader = Reader(commons, editor, self.interruption)

    def decide_anew(self, facts: FileFacts) -> Decision:
        """Read a file's text, metadata and history in one request and decide on them.

        An edit is to follow at once, without a question.

        Raises:
            KeyboardInterrupt: when the run shall end; so does `Reader.read`, with other errors.
        """
        return self._decide(self._reader.read(facts.title, facts.category, before_edit=True))

    def decide_still(
        self, proposal: Proposal, *, at_once: bool
    ) -> Propose | Hold | Outdated | AlreadySaved:
        """Decide anew on an edit that was approved: is it still the same one?

        Args:
            proposal: the edit, as it was approved.
            at_once: an edit is saved at once, without a question.

        Raises:
            KeyboardInterrupt: when the run shall end; so does `Reader.read`, with other errors.
        """
        title, category = proposal.title, proposal.category or ""
        return self._still(proposal, self._reader.read(title, category, before_edit=at_once))

    def save(self, edit: Propose | Hold, summary: str) -> Outcome:
        """Save an edit that was decided on a moment ago.

        Where the wiki does not confirm it, the page is read and decided on anew before it is sent
        again.

        Raises:
            KeyboardInterrupt: when the run shall end before the edit is made.
            StoppedError: when no further edit can succeed.
        """
        proposal, attempts = self._proposal(edit, summary), Attempts()
        while True:
            title, base = edit.facts.title, edit.page.revid
            response = self._editor.put(title, edit.new_text, base=base, summary=summary)
            if isinstance(response, Made):
                return self._made(edit, response)
            found = self._unconfirmed(edit, response, proposal, attempts)
            if not isinstance(found, Edit):
                return found
            edit = found

    def save_if_still_true(self, edit: Propose | Hold, summary: str) -> Outcome:
        """Save an edit that a person took their time to look at, if it would still be the same.

        Raises:
            KeyboardInterrupt: when the run shall end; so does `save`, with other errors.
        """
        current = self.decide_still(self._proposal(edit, summary), at_once=True)
        return self.save(current, summary) if isinstance(current, Edit) else current

    def save_answer(self, answer: Answer) -> Outcome:
        """Take requests off a page, if they can still be answered on the page as it is now.

        Raises:
            KeyboardInterrupt: when the run shall end; so does `Reader.read`, with other errors.
        """
        title = answer.facts.title
        now = self._answer_now(answer)
        if now is None:
            return Outdated(title, "there is no request any more that can be answered")
        base = now.page.revid
        response = self._editor.put(title, now.new_text, base=base, summary=now.summary)
        if isinstance(response, Made):
            return Saved(title, response.revid)
        match response.effect:
            case Effect.PROTECTED:
                return Protected(title)
            case Effect.DELETED:
                return Outdated(title, _DELETED)
            case Effect.UNKNOWN:
                return self._follow(title, response.words, lambda: self._answer_seen(now, response))
            case _:
                return _given_up(title, response)

    def _answer_now(self, answer: Answer) -> Answer | None:
        fresh = self._reader.read(answer.facts.title, answer.facts.category, before_edit=True)
        if fresh.page is None:
            return None
        return answer_requests(Case(fresh.facts, fresh.page, fresh.history, self._rules))

    def _answer_seen(self, answer: Answer, response: Unconfirmed) -> Outcome:
        """Look whether an answer was saved whose response was lost; it is not sent again."""
        title = answer.facts.title
        page = self._reader.read(title, answer.facts.category).page
        if page is not None and page.text == answer.new_text:
            return Saved(title, page.revid)
        return Failed(title, response.words)

    def _proposal(self, edit: Propose | Hold, summary: str) -> Proposal:
        return Proposal.of(edit, self._commons.addresses(edit.facts.title), summary)

    def _made(self, edit: Propose | Hold, made: Made) -> Outcome:
        title, category = edit.facts.title, edit.facts.category
        if made.parent == edit.page.revid:
            return Saved(title, made.revid)
        return self._follow(
            title,
            to_look_at(made.revid),
            lambda: outcome_of(edit, made, self._reader.read(title, category), self._reader),
        )

    def _unconfirmed(
        self, edit: Propose | Hold, response: Unconfirmed, proposal: Proposal, attempts: Attempts
    ) -> Outcome | Propose | Hold:
        """Return what became of an edit that the wiki did not confirm, or the edit to send next."""
        title = edit.facts.title
        match response.effect:
            case Effect.PROTECTED:
                return Protected(title)
            case Effect.DELETED:
                return Outdated(title, _DELETED)
            case Effect.FAILED | Effect.END:
                return Failed(title, response.words)
            case Effect.UNKNOWN:
                found = self._follow(
                    title, response.words, lambda: self._look(edit, response, proposal, attempts)
                )
            case _:
                found = self._look(edit, response, proposal, attempts)
        if isinstance(found, Edit) and attempts.over(response):
            return _given_up(title, response)
        return found

    def _look(
        self, edit: Propose | Hold, response: Unconfirmed, proposal: Proposal, attempts: Attempts
    ) -> Outcome | Propose | Hold:
        """Look into the page's history for an edit; where it is not there, decide anew."""
        with self.interruption.allowed():
            attempts.wait_after(response)
        fresh = self._reader.read(edit.facts.title, edit.facts.category, before_edit=True)
        made = self._found(edit, fresh)
        if made is None:
            return self._still(proposal, fresh)
        return outcome_of(edit, made, fresh, self._reader)

    def _found(self, edit: Propose | Hold, fresh: FileRead) -> Made | None:
        """Find this account's edit in its page's history, since the revision it is based on."""
        base = edit.page.revid
        since = [*takewhile(lambda revision: revision.revid != base, fresh.history)]
        # One more, since an edit is known by what the revision before it lacks.
        revid = added_by(self._rules.account, edit.wikitext, fresh.history[: len(since) + 1])
        if revid is None:
            return None
        revids = [revision.revid for revision in fresh.history]
        return Made(revid, parent=revids[revids.index(revid) + 1])

    def _still(
        self, proposal: Proposal, fresh: FileRead
    ) -> Propose | Hold | Outdated | AlreadySaved:
        title = proposal.title
        now = self._decide(fresh, proposal.accepted_holds)
        if isinstance(now, Skip):
            made = added_by(self._rules.account, proposal.wikitext, fresh.history)
            if now.reason is SkipReason.LOCATED and made is not None:
                return AlreadySaved(title, made)
            return Outdated(title, now.words)
        if why := difference(now, proposal.wikitext, proposal.reasons, proposal.sha1):
            return Outdated(title, why)
        if now.page.revid == proposal.revid and now.new_text != proposal.new_text:
            return Outdated(title, "the edit would be another than the one that was shown")
        return now

    def _decide(self, fresh: FileRead, accepted: frozenset[HoldReason] = frozenset()) -> Decision:
        if fresh.page is None:
            return Skip(fresh.facts, SkipReason.MISSING)
        doubts = self._commons.neighbours.doubts(fresh.facts)
        rules = replace(self._rules, accepted=self._rules.accepted | accepted)
        return decide(fresh.facts, fresh.page, fresh.history, rules, doubts)

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
            self.interruption.asked = True  # ends the run before the next page
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
