"""Find the requests for a location that can be answered."""

from collections.abc import Iterable, Iterator

from glocbot.decision.answers import ANSWERABLE, Answer, answer
from glocbot.decision.case import Case
from glocbot.decision.decide import Decision, Skip
from glocbot.decision.facts import FileFacts
from glocbot.wiki.commons import Commons


def with_answers(commons: Commons, decisions: Iterable[Decision]) -> Iterator[Decision | Answer]:
    """Iterate over decisions, and over the answers to requests on pages that are skipped.

    The pages are read a batch at a time, after the decisions on them.

    Args:
        commons: the wiki; its screening must tell which pages ask for a location.
        decisions: on files.
    """
    asking: list[FileFacts] = []
    for decision in decisions:
        yield decision
        if _may_be_answered(commons, decision):
            asking.append(decision.facts)
        if len(asking) >= commons.page_batch:
            yield from _answers(commons, asking)
            asking = []
    yield from _answers(commons, asking)


def _may_be_answered(commons: Commons, decision: Decision) -> bool:
    return (
        isinstance(decision, Skip)
        and decision.reason in ANSWERABLE
        and not decision.facts.templates.isdisjoint(commons.rules.names.requests)
    )


def _answers(commons: Commons, asking: Iterable[FileFacts]) -> Iterator[Answer]:
    for file in commons.read_histories(commons.read_pages(asking)):
        if file.page is None:
            continue
        found = answer(Case(file.facts, file.page, file.history, commons.rules))
        if found is not None:
            yield found
