"""Take up proposals one by one, as a person approved them."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import pywikibot

from glocbot.apply.options import ApplyOptions
from glocbot.decision.decide import Decision, Edit
from glocbot.decision.facts import FileFacts
from glocbot.editing.bot import Books, Conduct, LocationBot
from glocbot.editing.outcomes import Changed, Done, Failure, Held, Outcome, Saved, Simulated
from glocbot.editing.saver import Saver, Shown
from glocbot.proposals.jsonlines import JsonLines
from glocbot.proposals.proposal import Proposal


class ApplyBot(LocationBot):
    """Takes up proposals: decides again on each, and saves what is still the same.

    Attributes:
        done: each proposal that was taken up, with what became of it.
    """

    def __init__(
        self,
        records: Sequence[Proposal],
        saver: Saver,
        conduct: Conduct,
        options: ApplyOptions,
        outcomes: JsonLines | None,
    ) -> None:
        """Make a bot.

        Args:
            records: the proposals.
            saver: reads anew and saves.
            conduct: how to behave.
            options: of the call.
            outcomes: where outcomes go; None for nowhere.
        """
        self.done: list[tuple[Proposal, Outcome]] = []
        self._options = options
        self._outcomes = outcomes
        self._current: Proposal
        books = Books(report=self._keep)
        super().__init__(self._until_limit(records), saver, conduct, books, len(records))

    @property
    def looked_at(self) -> bool:
        """Whether a person looked at each edit: nobody answered "all"."""
        return self._conduct.approved or not self.opt.always

    def decided(self, item: Any) -> Decision | Outcome:  # noqa: ANN401 - the base class's
        """Decide again on a proposal: is it still the same edit?"""
        record: Proposal = item
        self._current = record
        if self._options.all_clean and record.verdict == "hold":
            pywikibot.info(f"\n>>> {record.title} <<<")
            return Held(record.title)
        return self._saver.decide_still(_shown(record))

    def title(self, item: Any) -> str:  # noqa: ANN401 - the base class's
        """Return the title of a proposal's page."""
        return str(item.title)

    def summary(self, edit: Edit) -> str:
        """Return the summary that was approved with the edit, unless the call names another."""
        del edit
        return self._conduct.summary or self._current.summary

    def _until_limit(self, records: Sequence[Proposal]) -> Iterator[Proposal]:
        for record in records:
            limit = self._options.limit
            if limit is not None and self._counted() >= limit:
                return
            yield record

    def _counted(self) -> int:
        """Count edits; a trial run that goes on has made some of its own before."""
        kinds = (Saved, Done) if self._options.trial else (Saved, Simulated)
        return sum(isinstance(outcome, kinds) for _, outcome in self.done)

    def _keep(self, outcome: Outcome) -> None:
        self.done.append((self._current, outcome))
        if self._outcomes is not None:
            self._outcomes.write(outcome_record(outcome))


def outcome_record(outcome: Outcome) -> dict[str, Any]:
    """Write what became of one page, for other programs."""
    record: dict[str, Any] = {"title": outcome.title, "outcome": type(outcome).__name__.lower()}
    if isinstance(outcome, Saved | Done):
        record["revid"] = outcome.revid
    if isinstance(outcome, Changed | Failure):
        record["why"] = outcome.why
    return {**record, "time": datetime.now(UTC).isoformat(timespec="seconds")}


def _shown(record: Proposal) -> Shown:
    facts = FileFacts(record.title, record.pageid, record.revid, category=record.category or "")
    return Shown(facts, record.wikitext, record.new_text, frozenset(record.reasons))
