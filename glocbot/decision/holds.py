"""Why an edit is held for a person, as far as the page and its history show."""

from collections.abc import Iterator

from glocbot.decision.case import Case
from glocbot.decision.consent import is_left_out
from glocbot.decision.facts import DEPICTED_PLACE
from glocbot.evidence.doubts import Doubt
from glocbot.reasons import HoldReason
from glocbot.wikitext.place import find_place


def page_doubts(case: Case, new_text: str) -> Iterator[Doubt]:
    """Iterate over what a person should look at on the page.

    Args:
        case: the file.
        new_text: the page after the edit; the old text where no place was found.
    """
    if is_left_out(case):
        yield _doubt(HoldReason.LEFT_OUT)
    if _is_object_located(case):
        yield _doubt(HoldReason.OBJECT_LOCATION)
    if case.status.other_coordinates:
        yield _doubt(HoldReason.OTHER_COORDINATES)
    if case.history.hidden:
        yield _doubt(HoldReason.HIDDEN_HISTORY)
    if new_text == case.page.text:
        yield _doubt(HoldReason.UNCLEAR_PLACE)
    elif doubt := find_place(case.text).doubt:
        yield Doubt(HoldReason.UNCLEAR_PLACE, doubt)


def _doubt(reason: HoldReason) -> Doubt:
    return Doubt(reason, reason.words)


def _is_object_located(case: Case) -> bool:
    return (
        case.status.object_located
        or not case.facts.templates.isdisjoint(case.rules.names.object_location)
        or DEPICTED_PLACE in case.page.properties
    )
