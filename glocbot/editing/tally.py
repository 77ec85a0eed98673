"""Count what a run did and say it at the end."""

import textwrap
from collections import Counter
from dataclasses import dataclass, field
from typing import assert_never

from glocbot.decision.decide import Decision, Hold, Propose, Skip
from glocbot.editing.outcomes import (
    AlreadySaved,
    Declined,
    Failure,
    Held,
    Outcome,
    Outdated,
    Saved,
    Simulated,
)

#: The columns of a figure's name and the figure, which ends them.
_FIGURE_WIDTH = 17
_LINE_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run cost.

    Attributes:
        requests: answered by the wiki.
        seconds: from the start to the end.
    """

    requests: int
    seconds: float

    def __str__(self) -> str:
        return f"{counted(self.requests, 'request')} in {self.seconds:.1f} s"


@dataclass
class Tally:
    """The figures of one run.

    Attributes:
        skipped: files by the reason for skipping them.
        held: holds by reason; a file with two doubts counts under both.
        holds: files held for a person.
        proposals: files with a clean edit.
        accepted: holds that the operator had accepted, by reason.
        outcomes: what became of the edits, by the outcome's class.
        answers: the same of the answers to requests.
        failures: titles and reasons of those that failed.
    """

    skipped: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    holds: int = 0
    proposals: int = 0
    accepted: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[type[Outcome]] = field(default_factory=Counter)
    answers: Counter[type[Outcome]] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)

    @property
    def examined(self) -> int:
        """How many files were looked at."""
        return self.skipped.total() + self.holds + self.proposals

    def decision(self, decision: Decision) -> None:
        """Count a decision."""
        match decision:
            case Skip(reason=reason):
                self.skipped[str(reason)] += 1
            case Hold(doubts=doubts):
                self.holds += 1
                # Each reason once, in their order: that of a set differs from run to run.
                self.held.update(dict.fromkeys(str(doubt.reason) for doubt in doubts).keys())
            case Propose(accepted=accepted):
                self.proposals += 1
                self.accepted.update(accepted)
            case _:
                assert_never(decision)

    def outcome(self, outcome: Outcome) -> None:
        """Count what became of an edit."""
        self.outcomes[type(outcome)] += 1
        if isinstance(outcome, Failure):
            self.failures.append(outcome)

    def answer(self, outcome: Outcome) -> None:
        """Count what became of an answer to requests."""
        self.answers[type(outcome)] += 1
        if isinstance(outcome, Failure):
            self.failures.append(outcome)

    def lines(self, cost: Cost, *, simulate: bool) -> list[str]:
        """Say what was decided and done, a line a fact."""
        return [
            f"Examined {counted(self.examined, 'file')} with {cost}.",
            _line("skipped", self.skipped.total(), self.skipped),
            _line("held", self.holds, self.held),
            _line("proposed", self.proposals),
            *([_line("accepted", self.accepted.total(), self.accepted)] if self.accepted else []),
            *self.acts(simulate=simulate),
        ]

    def acts(self, *, simulate: bool) -> list[str]:
        """Say what was done, a line a fact."""
        if simulate:
            would, held = self.outcomes[Simulated], self.outcomes[Held]
            asks = f", would ask about {held} held" if held else ""
            answered = self.answers[Simulated]
            answers = f", would answer {counted(answered, 'request')}" if answered else ""
            done = [f"Simulated: would save {would}{asks}{answers}."]
        else:
            done = [_line("saved", self.outcomes[Saved])]
        counts = {
            "answered": self.answers[Saved],
            "already saved": self.outcomes[AlreadySaved],
            "declined": self.outcomes[Declined] + self.answers[Declined],
            "left held": 0 if simulate else self.outcomes[Held],
            "outdated": self.outcomes[Outdated] + self.answers[Outdated],
            "failed": len(self.failures),
        }
        lines = [_line(name, count) for name, count in counts.items() if count]
        return [*done, *lines, *(f"    {failed.title}: {failed.why}" for failed in self.failures)]


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where there are more or fewer than one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _line(name: str, count: int, reasons: Counter[str] | None = None) -> str:
    start = f"  {name} {count:>{_FIGURE_WIDTH - len(name) - 1}}   "
    # A no-break space, so that a reason and its number stay on one line.
    parts = (f"{reason}\xa0{number}" for reason, number in (reasons or Counter()).most_common())
    lines = textwrap.wrap(", ".join(parts), _LINE_WIDTH - len(start), break_on_hyphens=False)
    indent = "\n" + " " * len(start)
    return (start + indent.join(lines)).replace("\xa0", " ").rstrip()
