"""Files -> decisions, reading pages only of those that pass the screening, a batch at a time."""

from collections.abc import Iterable, Iterator

from glocbot.decision.decide import Decision, Edit, Skip, decide, screen
from glocbot.decision.facts import FileFacts
from glocbot.reasons import SkipReason
from glocbot.wiki.commons import Commons, FileRead


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
    """Decide on a batch, on each file by its page's text, then where needed by its history."""
    files = list(commons.read_pages(candidates))
    decisions = [_decided(commons, file, looked=False) for file in files]
    if histories_of is None:
        return decisions
    pairs = zip(files, decisions, strict=True)
    edits = [file for file, decision in pairs if isinstance(decision, histories_of)]
    final = {
        file.facts.pageid: _decided(commons, file, looked=True)
        for file in commons.read_histories(edits)
    }
    return [final.get(decision.facts.pageid, decision) for decision in decisions]


def _decided(commons: Commons, file: FileRead, *, looked: bool) -> Decision:
    if file.page is None:
        return Skip(file.facts, SkipReason.MISSING)
    return decide(file.facts, file.page, file.history if looked else None, commons.rules)
