"""Take up proposals one by one, as a person approved them."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from glocbot.bot import Books, Conduct, LocationBot
from glocbot.decide import Decision, Edit
from glocbot.facts import FileFacts
from glocbot.outcomes import Changed, Failure, Outcome, Saved, Simulated
from glocbot.proposals import JsonLines
from glocbot.proposals_file import ProposalRecord
from glocbot.saving import Saver, Shown


class ApplyBot(LocationBot):
    """Takes up proposals: decides again on each, and saves what is still the same.

    Attributes:
        done: each proposal that was taken up, with what became of it.
    """

    def __init__(
        self,
        records: Sequence[ProposalRecord],
        saver: Saver,
        conduct: Conduct,
        *,
        limit: int | None,
        outcomes: JsonLines | None,
    ) -> None:
        """Make a bot.

        Args:
            records: the proposals.
            saver: reads anew and saves.
            conduct: how to behave.
            limit: how many edits at the most; None for all.
            outcomes: where outcomes go; None for nowhere.
        """
        self.done: list[tuple[ProposalRecord, Outcome]] = []
        self._limit = limit
        self._outcomes = outcomes
        self._current: ProposalRecord
        books = Books(report=self._keep)
        super().__init__(self._until_limit(records), saver, conduct, books, len(records))

    def decided(self, item: Any) -> Decision | Changed:  # noqa: ANN401 - the base class's
        """Decide again on a proposal: is it still the same edit?"""
        record: ProposalRecord = item
        self._current = record
        return self._saver.decide_still(_shown(record))

    def title(self, item: Any) -> str:  # noqa: ANN401 - the base class's
        """Return the title of a proposal's page."""
        return str(item.title)

    def summary(self, edit: Edit) -> str:
        """Return the summary that was approved with the edit, unless the call names another."""
        del edit
        return self._conduct.summary or self._current.summary

    def _until_limit(self, records: Sequence[ProposalRecord]) -> Iterator[ProposalRecord]:
        for record in records:
            edits = sum(isinstance(outcome, Saved | Simulated) for _, outcome in self.done)
            if self._limit is not None and edits >= self._limit:
                return
            yield record

    def _keep(self, outcome: Outcome) -> None:
        self.done.append((self._current, outcome))
        if self._outcomes is not None:
            self._outcomes.write(outcome_record(outcome))


def outcome_record(outcome: Outcome) -> dict[str, Any]:
    """Write what became of one page, for other programs."""
    record: dict[str, Any] = {"title": outcome.title, "outcome": type(outcome).__name__.lower()}
    if isinstance(outcome, Saved):
        record["revid"] = outcome.revid
    if isinstance(outcome, Changed | Failure):
        record["why"] = outcome.why
    return {**record, "time": datetime.now(UTC).isoformat(timespec="seconds")}


def _shown(record: ProposalRecord) -> Shown:
    facts = FileFacts(record.title, record.pageid, record.revid, category=record.category)
    return Shown(facts, record.wikitext, frozenset(record.reasons))
