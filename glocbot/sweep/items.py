"""What the bot goes through in a sweep."""

from dataclasses import dataclass

from glocbot.decision.answers import Answer
from glocbot.decision.decide import Decision, Edit, Propose
from glocbot.editing.saver import Saver
from glocbot.proposals.proposal import edit_summary


@dataclass(frozen=True, slots=True)
class SweepItem:
    """A file with the decision on it that was made a batch at a time.

    Attributes:
        decision: so far.
        own_summary: the edit summary; None for the default one.
    """

    decision: Decision
    own_summary: str | None = None

    @property
    def title(self) -> str:
        """The title of the file's page."""
        return self.decision.facts.title

    def decide(self, saver: Saver, *, at_once: bool) -> Decision:
        """Decide finally: what is saved at once is decided on the page as it is now."""
        if at_once and isinstance(self.decision, Propose):
            return saver.decide_anew(self.decision.facts)
        return self.decision

    def summary(self, edit: Edit) -> str:
        """Return the edit summary."""
        return self.own_summary or edit_summary(edit.location)


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """A page whose requests for a location can be answered.

    Attributes:
        answer: to them.
    """

    answer: Answer

    @property
    def title(self) -> str:
        """The title of the file's page."""
        return self.answer.facts.title

    def decide(self, _: Saver, *, at_once: bool) -> Answer:
        """Return the answer: its save decides on the page as it is now."""
        del at_once
        return self.answer

    def summary(self, _: object) -> str:
        """Return the edit summary, which says why the request goes."""
        return self.answer.summary
