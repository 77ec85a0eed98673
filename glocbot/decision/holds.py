"""Why an edit is held for a person, as far as the page and its history show."""

from collections.abc import Iterator

from glocbot.decision.case import Case
from glocbot.decision.facts import DEPICTED_PLACE
from glocbot.evidence.doubts import Doubt
from glocbot.reasons import HoldReason


def page_doubts(case: Case, new_text: str) -> Iterator[Doubt]:
    """Iterate over what a person should look at on the page.

    Args:
        case: the file.
        new_text: the page after the edit; the old text where no place was found.
    """
    unclear_place = case.status.nested_infobox or new_text == case.page.text
    reasons = {
        HoldReason.OBJECT_LOCATION: _is_object_located(case),
        HoldReason.OTHER_COORDINATES: case.status.other_coordinates,
        HoldReason.HIDDEN_HISTORY: case.history.hidden,
        HoldReason.UNCLEAR_PLACE: unclear_place,
    }
    return (Doubt(reason, reason.words) for reason, holds in reasons.items() if holds)


def _is_object_located(case: Case) -> bool:
    return (
        case.status.object_located
        or not case.facts.templates.isdisjoint(case.rules.names.object_location)
        or DEPICTED_PLACE in case.page.properties
    )
