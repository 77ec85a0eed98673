"""A file's facts -> Propose, Hold or Skip."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from glocbot.decision.case import Case
from glocbot.decision.facts import FileFacts, PageContent, Revision
from glocbot.decision.holds import page_doubts
from glocbot.decision.rules import Rules
from glocbot.decision.skips import screening_reasons, skip_reasons
from glocbot.evidence.doubts import Doubt, doubts
from glocbot.evidence.exif import GpsEvidence, NoPosition
from glocbot.evidence.heading import true_heading
from glocbot.location import Location
from glocbot.reasons import SkipReason
from glocbot.template import location_template
from glocbot.wikitext.insert import insert_location


@dataclass(frozen=True, slots=True)
class Skip:
    """No edit.

    Attributes:
        facts: of the file.
        reason: why.
        location: what the EXIF says, where it says anything usable.
        detail: the reason in this file's own words, where there is more to say; "" otherwise.
    """

    facts: FileFacts
    reason: SkipReason
    location: Location | None = None
    detail: str = ""

    @property
    def words(self) -> str:
        """The reason, for people."""
        return self.detail or self.reason.words

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
        accepted: slugs of the holds that this edit would have had, had the operator not accepted
            them beforehand.
    """

    facts: FileFacts
    page: PageContent
    evidence: GpsEvidence
    location: Location
    new_text: str
    accepted: tuple[str, ...] = field(default=(), kw_only=True)

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
    reason = next(screening_reasons(facts, facts.evidence, rules), None)
    return None if reason is None else _skip(facts, reason, facts.evidence, rules)


def decide(
    facts: FileFacts,
    page: PageContent,
    history: Sequence[Revision] | None,
    rules: Rules,
    neighbours: Sequence[Doubt] = (),
) -> Decision:
    """Decide on a file.

    Args:
        facts: of the file.
        page: the latest revision of its page.
        history: all revisions, newest first; None leaves the look into them out.
        rules: the wiki's names, the account, people's words.
        neighbours: what its category's and its camera's other photos make doubtful.
    """
    case = Case(facts, page, history, rules)
    evidence, reason = case.evidence, next(skip_reasons(case), None)
    if isinstance(evidence, NoPosition):
        return Skip(facts, reason or evidence.reason)
    if reason is not None:
        return _skip(facts, reason, evidence, rules)
    location = _location(evidence)
    new_text = insert_location(case.text, _wikitext(location))
    edit = (facts, page, evidence, location, new_text)
    found = (*page_doubts(case, new_text), *doubts(evidence), *neighbours)
    accepted = tuple(doubt.reason for doubt in found if doubt.reason in rules.accepted)
    left = tuple(doubt for doubt in found if doubt.reason not in rules.accepted)
    return Hold(*edit, left, accepted=accepted) if left else Propose(*edit, accepted=accepted)


def _skip(
    facts: FileFacts, reason: SkipReason, evidence: GpsEvidence | NoPosition, rules: Rules
) -> Skip:
    if isinstance(evidence, NoPosition):
        return Skip(facts, reason)
    location = _location(evidence)
    if reason is not SkipReason.REJECTED:
        return Skip(facts, reason, location)
    return Skip(facts, reason, location, str(rules.rejections.against(facts.pageid, location)))


def _location(evidence: GpsEvidence) -> Location:
    return Location(evidence.latitude, evidence.longitude, true_heading(evidence))


def _wikitext(location: Location) -> str:
    return location_template(location, source="exif")
