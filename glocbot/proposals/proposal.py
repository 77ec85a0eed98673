"""One proposed edit: the sweep makes it, a reviewer sees and approves it, apply saves it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, Self

import msgspec

from glocbot.decision.decide import Hold, Propose
from glocbot.evidence.doubts import Doubt
from glocbot.evidence.exif import GpsEvidence
from glocbot.location import Location, LocationError
from glocbot.proposals.checking import (
    FormatError,
    Number,
    Text,
    check_version,
    checked,
    short,
)
from glocbot.proposals.decisions import as_written
from glocbot.reasons import NEVER_ACCEPTED, HoldReason
from glocbot.template import decimal_degrees, location_template

#: The version of a proposal's JSON; raised when a reader of the old form could go wrong.
PROPOSAL_VERSION = 1
#: Where the sweep's positions come from, as the template says it.
SOURCE = "exif"

#: No page's title holds one of these (MediaWiki's $wgLegalTitleChars).
_ILLEGAL_IN_TITLES = frozenset("#<>[]{}|_\x7f") | frozenset(map(chr, range(32)))


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a reviewer finds a file.

    Attributes:
        site: Pywikibot's name of the wiki, such as ``commons:commons``.
        page: the address of the file's page.
        thumbnail: the address of a picture 320 pixels wide; costs no API request.
    """

    site: str
    page: str
    thumbnail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An edit that a sweep proposes, or holds for a person.

    Its JSON says some things twice, for people and programs that do not compute: `wikitext`,
    `verdict` and `reasons`. Where it contradicts itself, it is refused.

    Attributes:
        site: Pywikibot's name of the wiki, such as ``commons:commons``.
        url: the address of the file's page; as the file says it, not checked.
        thumbnail: the address of a small picture; not checked either.
        category: the category through which the file was found; None for none.
        title: with its namespace.
        pageid: of the page.
        revid: the revision that the edit starts from.
        latitude: degrees, north positive, as the template says it.
        longitude: degrees, east positive, as the template says it.
        heading: whole degrees from true north, 0 to 359; None when unknown.
        new_text: the page with the template.
        old_text: the page as it was.
        summary: the edit summary.
        doubts: why a person must decide; empty when the edit is clean.
        evidence: what the file's EXIF said; its position is rounded as the template's.
        user: who uploaded the file.
        uploaded: when, in ISO 8601.
        sha1: of the file.
        mime: of the file.
        accepted: the holds that the operator of the sweep accepted beforehand; they stay accepted
            when the page is decided on anew.
    """

    site: Text
    url: str
    thumbnail: str
    category: str | None
    title: Text
    pageid: Number
    revid: Number
    latitude: float
    longitude: float
    heading: int | None
    new_text: str
    old_text: str
    summary: str
    doubts: tuple[Doubt, ...]
    evidence: GpsEvidence
    user: str
    uploaded: str
    sha1: str
    mime: str
    accepted: tuple[str, ...] = ()

    @property
    def location(self) -> Location:
        """Return where the camera stood and where it looked."""
        return Location(self.latitude, self.longitude, self.heading)

    @property
    def wikitext(self) -> str:
        """Return the line that is added."""
        return location_template(self.location, source=SOURCE)

    @property
    def verdict(self) -> Literal["propose", "hold"]:
        """Tell a clean edit from one that a person must decide."""
        return "hold" if self.doubts else "propose"

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return the slugs of the doubts; maybe some that this glocbot does not know."""
        return tuple(str(doubt.reason) for doubt in self.doubts)

    @property
    def accepted_holds(self) -> frozenset[HoldReason]:
        """Return what was accepted, as far as it can be: a file may say anything."""
        acceptable = {str(hold): hold for hold in HoldReason if hold not in NEVER_ACCEPTED}
        return frozenset(acceptable[slug] for slug in self.accepted if slug in acceptable)

    @classmethod
    def of(cls, edit: Propose | Hold, addresses: Addresses, summary: str) -> Self:
        """Keep of a decision what a reviewer needs.

        Args:
            edit: what was decided.
            addresses: of the file.
            summary: the edit summary it would be saved with.
        """
        location = as_written(edit.location)
        return cls(
            site=addresses.site,
            url=addresses.page,
            thumbnail=addresses.thumbnail,
            category=edit.facts.category or None,
            title=edit.facts.title,
            pageid=edit.facts.pageid,
            revid=edit.facts.revid,
            latitude=location.latitude,
            longitude=location.longitude,
            heading=None if location.heading is None else int(location.heading),
            new_text=edit.new_text,
            old_text=edit.page.text,
            summary=summary,
            doubts=edit.doubts if isinstance(edit, Hold) else (),
            evidence=_at(location, edit.evidence),
            user=edit.facts.user,
            uploaded=edit.facts.uploaded,
            sha1=edit.facts.sha1,
            mime=edit.facts.mime,
            accepted=edit.accepted,
        )

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """Read a proposal.

        Args:
            values: a JSON object, as `to_json` makes it; from anywhere.

        Raises:
            FormatError: when it is no proposal, is from a newer glocbot, or contradicts itself.
        """
        check_version(values, PROPOSAL_VERSION)
        evidence = values.get("evidence")
        if isinstance(evidence, dict):  # whose position the file says only once, as the proposal's
            values = {**values, "evidence": {**evidence, "latitude": 0, "longitude": 0}}
        proposal = checked(values, cls)
        _check_title(proposal.title)
        _check_position(proposal)
        _check_said_twice(proposal, values)
        _check_texts(proposal)
        return replace(proposal, evidence=_at(proposal.location, proposal.evidence))

    def to_json(self) -> dict[str, Any]:
        """Write the proposal as a JSON object."""
        values: dict[str, Any] = msgspec.to_builtins(self)
        evidence = values["evidence"]
        del evidence["latitude"], evidence["longitude"]  # the proposal says them
        if self.evidence.taken is not None:
            evidence["taken"] = str(self.evidence.taken)
        if not self.accepted:
            del values["accepted"]
        return {
            "version": PROPOSAL_VERSION,
            **values,
            "verdict": self.verdict,
            "reasons": list(self.reasons),
            "wikitext": self.wikitext,
        }


def edit_summary(location: Location) -> str:
    """Say what is added, from what source, and where the practice is explained."""
    position = f"{decimal_degrees(location.latitude)}, {decimal_degrees(location.longitude)}"
    return (
        f"Add {{{{[[Template:Location|Location]]}}}} {position} "
        "from the GPS position in the file's EXIF ([[Commons:Geocoding]])"
    )


def _at(location: Location, evidence: GpsEvidence) -> GpsEvidence:
    return replace(evidence, latitude=location.latitude, longitude=location.longitude)


def _check_title(title: str) -> None:
    namespace, _, name = title.partition(":")
    if not (namespace and name) or _ILLEGAL_IN_TITLES.intersection(title):
        raise FormatError(f"{short(title)} is not the title of a file's page")


def _check_position(proposal: Proposal) -> None:
    try:
        location = proposal.location
    except LocationError as error:
        raise FormatError(str(error)) from error
    if location.heading != proposal.heading:
        raise FormatError(f"the heading {proposal.heading} is not a whole number from 0 to 359")


def _check_said_twice(proposal: Proposal, values: Mapping[str, Any]) -> None:
    """Refuse what contradicts itself: one of two was edited, or an attacker wrote it."""
    for name in ("verdict", "reasons", "wikitext"):
        if name not in values:
            raise FormatError(f"it lacks {name!r}")
    if values["wikitext"] != proposal.wikitext:
        raise FormatError(
            f"the template is {short(values['wikitext'])}, but its position gives "
            f"{proposal.wikitext}"
        )
    if values["reasons"] != list(proposal.reasons):
        raise FormatError("its reasons and its doubts differ")
    if not all(proposal.reasons):
        raise FormatError("a doubt has no reason")
    if values["verdict"] != proposal.verdict:
        wrong = {"hold": "it is held for no reason", "propose": "it is proposed, but has doubts"}
        raise FormatError(wrong.get(str(values["verdict"]), "its verdict is not propose or hold"))


def _check_texts(proposal: Proposal) -> None:
    """Refuse a new text without the template; where no place was found, the text stays the same."""
    unplaced = proposal.doubts and proposal.new_text == proposal.old_text
    if proposal.wikitext not in proposal.new_text and not unplaced:
        raise FormatError("the new text lacks the template")
