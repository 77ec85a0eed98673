"""Files -> decisions, reading pages only of those that pass the screening, a batch at a time."""

from collections.abc import Iterable, Iterator

from glocbot.decision.decide import Decision, Skip, decide, screen
from glocbot.decision.facts import FileFacts
from glocbot.reasons import SkipReason
from glocbot.wiki.commons import Commons


def examine(commons: Commons, files: Iterable[FileFacts]) -> Iterator[Decision]:
    """Decide on each file, without its history.

    Decisions come as soon as they are known: a skip by the screening at once, the others when a
    batch of candidates is full.
    """
    candidates: list[FileFacts] = []
    for facts in files:
        skip = screen(facts, commons.rules)
        if skip is not None:
            yield skip
            continue
        candidates.append(facts)
        if len(candidates) >= commons.page_batch:
            yield from _read_and_decide(commons, candidates)
            candidates = []
    if candidates:
        yield from _read_and_decide(commons, candidates)


def _read_and_decide(commons: Commons, candidates: list[FileFacts]) -> Iterator[Decision]:
    for facts, page in commons.read_pages(candidates):
        if page is None:
            yield Skip(facts, SkipReason.MISSING)
        else:
            yield decide(facts, page, None, commons.rules)
