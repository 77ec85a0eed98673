"""A file's facts -> Propose, Hold or Skip.

The order of the reasons is that of certainty and cost: what the file itself rules out, what one
request for 500 files shows, what the page's text shows, what its history shows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from glocbot.decision.facts import DEPICTED_PLACE, POINT_OF_VIEW, FileFacts, PageContent, Revision
from glocbot.decision.history import HistoryMarks, read_history
from glocbot.decision.rules import LEVEL_RIGHTS, Rules
from glocbot.evidence.doubts import Doubt, doubts
from glocbot.evidence.exif import GpsEvidence, NoPosition, read_gps
from glocbot.evidence.heading import true_heading
from glocbot.location import Location
from glocbot.reasons import HoldReason, SkipReason
from glocbot.template import location_template
from glocbot.wikitext import denies_bots, insert_location, read_marks
from glocbot.wikitext.status import Marks

#: A page that became a redirect after the screening; a line above this would undo it.
_REDIRECT = re.compile(r"\s*#redirect\s*:?\s*\[\[", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Skip:
    """No edit.

    Attributes:
        facts: of the file.
        reason: why.
        location: what the EXIF says, where it says anything usable.
    """

    facts: FileFacts
    reason: SkipReason
    location: Location | None = None

    @property
    def wikitext(self) -> str | None:
        """The template that the file would get if it were not skipped."""
        return None if self.location is None else _wikitext(self.location)


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit that could be made; `Propose` and `Hold` say whether it may.

    Attributes:
        facts: of the file.
        page: the revision that the edit is based on.
        evidence: what the location was read from.
        location: what is added.
        new_text: the page after the edit.
    """

    facts: FileFacts
    page: PageContent
    evidence: GpsEvidence
    location: Location
    new_text: str

    @property
    def wikitext(self) -> str:
        """The line that is added."""
        return _wikitext(self.location)


@dataclass(frozen=True, slots=True)
class Propose(Edit):
    """A clean edit."""


@dataclass(frozen=True, slots=True)
class Hold(Edit):
    """An edit that only a person may approve.

    Attributes:
        doubts: what the person should look at; never empty.
    """

    doubts: tuple[Doubt, ...]


Decision = Propose | Hold | Skip


def screen(facts: FileFacts, rules: Rules) -> Skip | None:
    """Decide without the page's text; None when the text must be read."""
    evidence = read_gps(facts.metadata)
    reason = next(_screening_reasons(facts, evidence, rules), None)
    return None if reason is None else _skip(facts, reason, evidence)


def decide(
    facts: FileFacts, page: PageContent, history: Sequence[Revision] | None, rules: Rules
) -> Decision:
    """Decide on a file.

    Args:
        facts: of the file.
        page: the latest revision of its page.
        history: all revisions, newest first; None leaves the look into them out.
        rules: the wiki's names and the account.
    """
    evidence = read_gps(facts.metadata)
    marks = read_marks(page.text, rules.names)
    past = read_history(history or (), rules.account, rules.names)
    reasons = chain(
        _screening_reasons(facts, evidence, rules),
        _text_reasons(page, marks, rules),
        [SkipReason.REMOVED_BEFORE] if past.removed else [],
    )
    reason = next(reasons, None)
    if isinstance(evidence, NoPosition):
        return Skip(facts, reason or evidence.reason)
    if reason is not None:
        return _skip(facts, reason, evidence)
    location = _location(evidence)
    new_text = insert_location(page.text, _wikitext(location), rules.names)
    edit = (facts, page, evidence, location, new_text)
    found = (*_page_doubts(facts, page, new_text, marks, past, rules), *doubts(evidence))
    return Hold(*edit, found) if found else Propose(*edit)


def _screening_reasons(
    facts: FileFacts, evidence: GpsEvidence | NoPosition, rules: Rules
) -> Iterator[SkipReason]:
    names = rules.names
    if facts.redirect:
        yield SkipReason.REDIRECT
    if not facts.exists:
        yield SkipReason.MISSING
    if isinstance(evidence, NoPosition):
        yield evidence.reason
    if facts.templates & names.location:
        yield SkipReason.LOCATED
    if facts.templates & names.opt_out or facts.categories & names.opt_out_categories:
        yield SkipReason.OPTED_OUT
    if any(LEVEL_RIGHTS.get(level, level) not in rules.rights for level in facts.edit_levels):
        yield SkipReason.PROTECTED


def _text_reasons(page: PageContent, marks: Marks, rules: Rules) -> Iterator[SkipReason]:
    if _REDIRECT.match(page.text):
        yield SkipReason.REDIRECT
    if marks.located:
        yield SkipReason.LOCATED
    if POINT_OF_VIEW in page.properties:
        yield SkipReason.LOCATED_SDC
    if marks.opted_out or denies_bots(page.text, rules.account, rules.names):
        yield SkipReason.OPTED_OUT


def _page_doubts(  # noqa: PLR0913, PLR0917 - each is a different witness
    facts: FileFacts,
    page: PageContent,
    new_text: str,
    marks: Marks,
    past: HistoryMarks,
    rules: Rules,
) -> Iterator[Doubt]:
    object_located = (
        marks.object_located
        or facts.templates & rules.names.object_location
        or DEPICTED_PLACE in page.properties
    )
    unclear = marks.nested_infobox or new_text == page.text
    reasons = {
        HoldReason.OBJECT_LOCATION: object_located,
        HoldReason.OTHER_COORDINATES: marks.other_coordinates,
        HoldReason.HIDDEN_HISTORY: past.hidden,
        HoldReason.UNCLEAR_PLACE: unclear,
    }
    return (Doubt(reason, reason.words) for reason, holds in reasons.items() if holds)


def _skip(facts: FileFacts, reason: SkipReason, evidence: GpsEvidence | NoPosition) -> Skip:
    location = None if isinstance(evidence, NoPosition) else _location(evidence)
    return Skip(facts, reason, location)


def _location(evidence: GpsEvidence) -> Location:
    return Location(evidence.latitude, evidence.longitude, true_heading(evidence))


def _wikitext(location: Location) -> str:
    return location_template(location, source="exif")
