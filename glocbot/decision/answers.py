"""Requests for a location that cannot be served, or have been, are taken off the page.

People and bots put ``{{GPS EXIF}}`` on pages to ask for the EXIF's position, and
``{{Location possible}}`` to ask people for a location (docs/facts.md §1.3).
"""

from dataclasses import dataclass
from itertools import pairwise

from glocbot.decision.case import Case
from glocbot.decision.facts import FileFacts, PageContent
from glocbot.decision.skips import skip_reasons
from glocbot.evidence.exif import NoPosition
from glocbot.reasons import SkipReason
from glocbot.wikitext.insert import without_requests
from glocbot.wikitext.names import normal_title
from glocbot.wikitext.parse import parsed

#: The reasons to skip a file whose requests can be answered; those known to the screening.
ANSWERABLE = frozenset(
    {
        SkipReason.NO_GPS,
        SkipReason.HALF_POSITION,
        SkipReason.OUT_OF_RANGE,
        SkipReason.NULL_ISLAND,
        SkipReason.LOCATED,
    }
)
#: Pages that no answer touches either.
_UNTOUCHED = frozenset(
    {SkipReason.MISSING, SkipReason.REDIRECT, SkipReason.OPTED_OUT, SkipReason.PROTECTED}
)
_LOCATED = "the page has a location"


@dataclass(frozen=True, slots=True)
class Answer:
    """An edit that takes requests for a location off a page.

    Attributes:
        facts: of the file.
        page: the revision that the edit is based on.
        new_text: the page after the edit.
        requests: the templates that go, without their namespace.
        why: they go.
    """

    facts: FileFacts
    page: PageContent
    new_text: str
    requests: tuple[str, ...]
    why: str

    @property
    def summary(self) -> str:
        """The edit summary."""
        templates = ", ".join(f"{{{{[[Template:{name}|{name}]]}}}}" for name in self.requests)
        return f"Take off {templates}: {self.why} ([[Commons:Geocoding]])"


def answer(case: Case) -> Answer | None:
    """Answer the requests on a page; None where there are none, or they must wait for a person.

    ``{{Location possible}}`` asks people, so a missing EXIF does not answer it. A location in the
    structured data alone is not enough: the page does not show it.
    """
    if _UNTOUCHED.intersection(skip_reasons(case)) or case.status.unreadable:
        return None
    names = case.rules.names
    if case.status.located:
        requests, why = names.requests, _LOCATED
    elif isinstance(case.evidence, NoPosition):
        requests, why = names.exif_requests, case.evidence.reason.words
    else:
        return None
    found = tuple(sorted(requests & case.text.titles))
    new_text = without_requests(case.page.text, names, requests) if found else case.page.text
    if new_text == case.page.text or _is_answered_before(case, requests):
        return None
    return Answer(case.facts, case.page, new_text, found, why)


def _is_answered_before(case: Case, requests: frozenset[str]) -> bool:
    """Tell whether this account took such a request off before, and somebody put it back."""
    account = case.rules.account
    if account is None:
        return False
    return any(
        normal_title(newer.user) == normal_title(account)
        and _asks(case, older.text, requests)
        and not _asks(case, newer.text, requests)
        for newer, older in pairwise(case.revisions or ())
    )


def _asks(case: Case, text: str | None, requests: frozenset[str]) -> bool:
    return not parsed(text or "", case.rules.names).opened.isdisjoint(requests)
