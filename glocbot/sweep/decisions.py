"""Files -> decisions, reading pages only of those that pass the screening, a batch at a time."""

from collections.abc import Iterable, Iterator

from glocbot.decision.decide import Decision, Edit, Skip, decide, screen
from glocbot.decision.facts import FileFacts
from glocbot.reasons import SkipReason
from glocbot.wiki.commons import Commons, FileRead


def examine(
    commons: Commons, files: Iterable[FileFacts], *, histories: bool = False
) -> Iterator[Decision]:
    """Decide on each file.

    Decisions come as soon as they are known: a skip by the screening at once, the others when a
    batch of candidates is full.

    Args:
        commons: the wiki.
        files: as the screening saw them.
        histories: look into the histories of the pages that would be edited.
    """
    candidates: list[FileFacts] = []
    for facts in files:
        skip = screen(facts, commons.rules)
        if skip is not None:
            yield skip
            continue
        candidates.append(facts)
        if len(candidates) >= commons.page_batch:
            yield from _read_and_decide(commons, candidates, histories=histories)
            candidates = []
    if candidates:
        yield from _read_and_decide(commons, candidates, histories=histories)


def _read_and_decide(
    commons: Commons, candidates: Iterable[FileFacts], *, histories: bool
) -> list[Decision]:
    """Decide on a batch, on each file by its page's text, then where needed by its history."""
    files = list(commons.read_pages(candidates))
    decisions = [_decided(commons, file, looked=False) for file in files]
    if not histories:
        return decisions
    edits = [file for file, found in zip(files, decisions, strict=True) if isinstance(found, Edit)]
    final = {
        file.facts.pageid: _decided(commons, file, looked=True)
        for file in commons.read_histories(edits)
    }
    return [final.get(decision.facts.pageid, decision) for decision in decisions]


def _decided(commons: Commons, file: FileRead, *, looked: bool) -> Decision:
    if file.page is None:
        return Skip(file.facts, SkipReason.MISSING)
    return decide(file.facts, file.page, file.history if looked else None, commons.rules)
