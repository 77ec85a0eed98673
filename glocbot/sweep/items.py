"""What the bot goes through in a sweep."""

from dataclasses import dataclass

from glocbot.decision.decide import Decision, Edit, Propose, Skip
from glocbot.editing.saver import Saver
from glocbot.proposals.proposal import edit_summary


@dataclass(frozen=True, slots=True)
class SweepItem:
    """A file with the decision on it that was made without its page's history.

    Attributes:
        decision: so far.
        history: look into the page's history as well.
        own_summary: the edit summary; None for the default one.
    """

    decision: Decision
    history: bool = True
    own_summary: str | None = None

    @property
    def title(self) -> str:
        """The title of the file's page."""
        return self.decision.facts.title

    def decide(self, saver: Saver, *, at_once: bool) -> Decision:
        """Decide finally, on the page as it is now; a skip is final already."""
        if isinstance(self.decision, Skip) or not self.history:
            return self.decision
        clean = isinstance(self.decision, Propose)
        return saver.decide_anew(self.decision.facts, at_once=at_once and clean)

    def summary(self, edit: Edit) -> str:
        """Return the edit summary."""
        return self.own_summary or edit_summary(edit.location)
