"""What the bot goes through when proposals are applied."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from glocbot.apply.options import ApplyOptions
from glocbot.decision.decide import Edit, Hold, Propose
from glocbot.editing.outcomes import AlreadySaved, Held, Outcome, Outdated, Saved, Simulated
from glocbot.editing.saver import Saver
from glocbot.proposals.proposal import Proposal


@dataclass(frozen=True, slots=True)
class ApplyItem:
    """A proposal to apply.

    Attributes:
        proposal: as it was made, and perhaps approved.
        leave_held: leave it for a person if it is held.
        own_summary: the edit summary; None for the proposal's.
    """

    proposal: Proposal
    leave_held: bool = False
    own_summary: str | None = None

    @property
    def title(self) -> str:
        """The title of the proposal's page."""
        return self.proposal.title

    def decide(
        self, saver: Saver, *, at_once: bool
    ) -> Propose | Hold | Held | Outdated | AlreadySaved:
        """Decide again: is it still the same edit?"""
        if self.leave_held and self.proposal.verdict == "hold":
            return Held(self.title)
        return saver.decide_still(self.proposal, at_once=at_once)

    def summary(self, _: Edit) -> str:
        """Return the edit summary: the proposal's, unless the call names another."""
        return self.own_summary or self.proposal.summary


@dataclass(frozen=True, slots=True)
class Application:
    """Proposals that are applied, up to the call's limit.

    Attributes:
        proposals: to apply.
        options: of the call.
        done: each proposal that was processed, with what became of it.
    """

    proposals: Sequence[Proposal]
    options: ApplyOptions
    done: list[tuple[Proposal, Outcome]] = field(default_factory=list)

    def items(self) -> Iterator[ApplyItem]:
        """Take up one proposal after the other, until there are as many edits as asked for."""
        for proposal in self.proposals:
            limit = self.options.limit
            if limit is not None and self._edits() >= limit:
                return
            yield ApplyItem(proposal, self.options.all_clean, self.options.summary)

    def report(self, item: ApplyItem, outcome: Outcome) -> None:
        """Take note of what became of a proposal."""
        self.done.append((item.proposal, outcome))

    def _edits(self) -> int:
        """Count edits; a trial run that goes on has made some of its own before."""
        kinds = (Saved, AlreadySaved) if self.options.trial else (Saved, Simulated)
        return sum(isinstance(outcome, kinds) for _, outcome in self.done)
