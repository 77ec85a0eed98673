"""Files -> decisions, reading pages only of those that pass the screening, a batch at a time."""

from collections.abc import Iterable, Iterator, Sequence

from glocbot.decision.decide import Decision, Edit, Hold, Skip, decide, screen
from glocbot.decision.facts import FileFacts, Revision
from glocbot.decision.rules import Rules
from glocbot.evidence.doubts import Doubt
from glocbot.reasons import SkipReason
from glocbot.wiki.commons import Commons, FileRead
from glocbot.wikitext.parse import parsed

#: So many candidates are read together in the end, since their histories share requests: 200 take
#: 0.2 requests each where 50 take 0.3. The first come sooner, for those who wait for them.
MOST_AT_ONCE = 200


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
    enough = commons.page_batch
    for facts in files:
        skip = screen(facts, commons.rules)
        if skip is not None:
            yield skip
            continue
        candidates.append(facts)
        if len(candidates) >= enough:
            yield from _read_and_decide(commons, candidates, histories_of)
            candidates = []
            enough = max(enough, min(2 * enough, MOST_AT_ONCE))
    if candidates:
        yield from _read_and_decide(commons, candidates, histories_of)


def _read_and_decide(
    commons: Commons, candidates: Iterable[FileFacts], histories_of: type[Edit] | None
) -> Iterator[Decision]:
    """Decide on a batch.

    Where all edits need their histories, these are read before anything is decided: to decide twice
    took half of all processor time. What is skipped costs no request for it, but where a page asks
    bots to stay away: a history ends where a location is seen.
    """
    files = commons.read_pages(candidates)
    if histories_of is Edit:
        for file in commons.read_histories(files):
            yield _judge(commons, file, file.history)
        return
    judged = {file.facts.pageid: (file, _judge(commons, file, None)) for file in files}
    if histories_of is Hold:
        held = [file for file, decision in judged.values() if isinstance(decision, Hold)]
        for file in commons.read_histories(held):
            judged[file.facts.pageid] = file, _judge(commons, file, file.history)
    for _, decision in judged.values():
        yield decision


def _judge(commons: Commons, file: FileRead, history: Sequence[Revision] | None) -> Decision:
    """Decide on a file by itself, and on an edit also by what its neighbours make doubtful."""
    if file.page is None:
        return Skip(file.facts, SkipReason.MISSING)
    decision = decide(file.facts, file.page, history, commons.rules)
    doubts = _neighbour_doubts(commons, file) if isinstance(decision, Edit) else ()
    return decide(file.facts, file.page, history, commons.rules, doubts) if doubts else decision


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
