"""Files -> decisions, reading pages only of those that pass the screening, a batch at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from glocbot.decision.decide import Decision, Edit, Skip, decide, screen
from glocbot.decision.facts import FileFacts, Revision
from glocbot.decision.rules import Rules
from glocbot.evidence.doubts import Doubt
from glocbot.reasons import SkipReason
from glocbot.wiki.commons import Commons, FileRead
from glocbot.wikitext.parse import parsed


def examine(
    commons: Commons, files: Iterable[FileFacts], histories_of: type[Edit] | None = Edit
) -> Iterator[Decision]:
    """Decide on each file.

    Decisions come as soon as they are known: a skip by the screening at once, the others when a
    batch of candidates is full.

    Args:
        commons: the wiki.
        files: as the screening saw them.
        histories_of: look into the histories of pages with such an edit; None for no page.
    """
    candidates: list[FileFacts] = []
    for facts in files:
        skip = screen(facts, commons.rules)
        if skip is not None:
            yield skip
            continue
        candidates.append(facts)
        if len(candidates) >= commons.page_batch:
            yield from _read_and_decide(commons, candidates, histories_of)
            candidates = []
    if candidates:
        yield from _read_and_decide(commons, candidates, histories_of)


def _read_and_decide(
    commons: Commons, candidates: Iterable[FileFacts], histories_of: type[Edit] | None
) -> list[Decision]:
    """Decide on a batch: by the page's text, then by the neighbours, then by the history.

    Each look is only at the edits that the one before it left.
    """
    judged = {
        file.facts.pageid: _Judged.by_text(file, commons.rules)
        for file in commons.read_pages(candidates)
    }
    for pageid, edit in _those(judged, Edit):
        judged[pageid] = edit.beside(_neighbour_doubts(commons, edit.file), commons.rules)
    if histories_of is not None:
        edits = [edit.file for _, edit in _those(judged, histories_of)]
        for file in commons.read_histories(edits):
            pageid = file.facts.pageid
            judged[pageid] = judged[pageid].knowing(file, commons.rules)
    return [each.decision for each in judged.values()]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A file with the decision on it so far.

    Attributes:
        file: as it was read.
        decision: on it.
        doubts: from its neighbours.
    """

    file: FileRead
    decision: Decision
    doubts: tuple[Doubt, ...] = ()

    @classmethod
    def by_text(cls, file: FileRead, rules: Rules) -> Self:
        return cls(file, _decide(file, None, rules, ()))

    def beside(self, doubts: tuple[Doubt, ...], rules: Rules) -> Self:
        if not doubts:
            return self
        return type(self)(self.file, _decide(self.file, None, rules, doubts), doubts)

    def knowing(self, file: FileRead, rules: Rules) -> Self:
        return replace(self, decision=_decide(file, file.history, rules, self.doubts))


def _those(judged: Mapping[int, _Judged], kind: type[Edit]) -> list[tuple[int, _Judged]]:
    return [(pageid, each) for pageid, each in judged.items() if isinstance(each.decision, kind)]


def _decide(
    file: FileRead, history: Sequence[Revision] | None, rules: Rules, doubts: Sequence[Doubt]
) -> Decision:
    if file.page is None:
        return Skip(file.facts, SkipReason.MISSING)
    return decide(file.facts, file.page, history, rules, doubts)


def _neighbour_doubts(commons: Commons, file: FileRead) -> tuple[Doubt, ...]:
    """Compare a file with its category and its camera's other photos.

    A file of a list of titles is compared with the first category that its page names.
    """
    category = file.facts.category or _first_category(file, commons.rules)
    if category:
        commons.sample_category(category)
    return commons.neighbours.doubts(file.facts, category)


def _first_category(file: FileRead, rules: Rules) -> str:
    text = "" if file.page is None else file.page.text
    named = parsed(text, rules.names).categories
    return f"Category:{named[0]}" if named else ""
