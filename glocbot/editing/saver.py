"""Decide on a page as it is at this moment, and save just that."""

from glocbot.decision.answers import Answer
from glocbot.decision.decide import Decision, Edit, Hold, Propose
from glocbot.decision.facts import FileFacts
from glocbot.editing.interruption import Interruption
from glocbot.editing.outcomes import AlreadySaved, Outcome, Outdated
from glocbot.editing.reader import Reader
from glocbot.editing.sender import Sender
from glocbot.editing.tasks import AddLocation, AnswerRequests, decide_on
from glocbot.proposals.proposal import Proposal
from glocbot.wiki.commons import Commons
from glocbot.wiki.edit import Editor


class Saver:
    """Reads a file anew, decides again on what it read, and saves just that.

    Each method that reads or saves raises `KeyboardInterrupt` when the run shall end, and
    `StoppedError` when no further edit can succeed.

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
        self._reader = Reader(commons, editor, self.interruption)
        self._sender = Sender(self._reader)

    def decide_anew(self, facts: FileFacts) -> Decision:
        """Read a file's text, metadata and history in one request and decide on them.

        An edit is to follow at once, without a question.
        """
        read = self._reader.read(facts.title, facts.category, before_edit=True)
        return decide_on(read, self._commons.rules, self._commons.neighbours)

    def decide_still(
        self, proposal: Proposal, *, at_once: bool
    ) -> Propose | Hold | Outdated | AlreadySaved:
        """Decide anew on an edit that was approved: is it still the same one?

        Args:
            proposal: the edit, as it was approved.
            at_once: an edit is saved at once, without a question.
        """
        read = self._reader.read(proposal.title, proposal.category or "", before_edit=at_once)
        return self._task(proposal, proposal.summary).decide(read)

    def save(self, edit: Propose | Hold, summary: str) -> Outcome:
        """Save an edit that was decided on a moment ago."""
        return self._sender.send(edit, self._task(self._proposal(edit, summary), summary))

    def save_if_still_true(self, edit: Propose | Hold, summary: str) -> Outcome:
        """Save an edit that a person took their time to look at, if it would still be the same."""
        current = self.decide_still(self._proposal(edit, summary), at_once=True)
        return self.save(current, summary) if isinstance(current, Edit) else current

    def save_answer(self, answer: Answer) -> Outcome:
        """Take requests off a page, if they can still be answered on the page as it is now."""
        task = AnswerRequests(answer, answer.summary, self._commons.rules)
        facts = answer.facts
        now = task.decide(self._reader.read(facts.title, facts.category, before_edit=True))
        return now if isinstance(now, Outdated) else self._sender.send(now, task)

    def _proposal(self, edit: Propose | Hold, summary: str) -> Proposal:
        return Proposal.of(edit, self._commons.addresses(edit.facts.title), summary)

    def _task(self, proposal: Proposal, summary: str) -> AddLocation:
        return AddLocation(proposal, summary, self._commons.rules, self._commons.neighbours)
