"""Read what a reviewer decided: the ``approved.json`` that the reviewer's page saves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from glocbot.decision.rejections import Rejection
from glocbot.proposals.checking import (
    FormatError,
    Number,
    Text,
    check_version,
    checked,
    parse_object,
)
from glocbot.proposals.kinds import FileKind, WrongFileError, check_kind
from glocbot.proposals.proposal import Proposal
from glocbot.reasons import RejectionReason

#: The version of approved.json; raised when a reader of the old form could go wrong.
APPROVALS_VERSION = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedEdit:
    """One edit that a person has looked at.

    Attributes:
        title: of the page.
        revid: the revision that the reviewer saw.
        wikitext: the line that the reviewer saw.
        by: who decided; "" for the file's reviewer.
        when: the time of the decision; None when unknown, as in version 1.
        note: the reviewer's own words.
    """

    title: Text
    revid: Number
    wikitext: Text
    by: str = ""
    when: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedEdit(ReviewedEdit):
    """An edit to make.

    Attributes:
        corrected: the template to write instead; "" where the reviewer corrected nothing.
    """

    corrected: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedEdit(ReviewedEdit):
    """An edit not to make.

    Attributes:
        why: the reviewer's reason; version 1 has none.
    """

    why: RejectionReason = RejectionReason.OTHER


@dataclass(frozen=True, slots=True)
class Approvals:
    """A reviewer's decisions.

    Attributes:
        site: Pywikibot's name of the wiki.
        approved: the edits to make, in the file's order.
        rejected: the edits not to make.
        later: the edits that the reviewer put off.
        reviewer: who decided.
        saved: when the file was written; None when unknown.
    """

    site: Text
    approved: tuple[ApprovedEdit, ...]
    rejected: tuple[RejectedEdit, ...] = ()
    later: tuple[ReviewedEdit, ...] = ()
    reviewer: str = ""
    saved: datetime | None = None


def read_approvals(path: Path) -> Approvals:
    """Read a reviewer's decisions.

    Raises:
        WrongFileError: when the file is none of ours, or of a newer version.
        OSError: when it cannot be read.
    """
    check_kind(path, FileKind.APPROVALS)
    try:
        return _approvals(path.read_bytes())
    except FormatError as error:
        raise WrongFileError(
            f"{path} is not what the reviewer's page saves: {error}; save the decisions again"
        ) from error


def chosen(proposals: Sequence[Proposal], approvals: Approvals) -> tuple[list[Proposal], list[str]]:
    """Choose the proposals that were approved just as they stand in the proposals file.

    Returns:
        Those, in the approvals' order, and a sentence for each approval that fits no proposal.
    """
    known = {proposal.title: proposal for proposal in proposals}
    found: dict[str, Proposal] = {}
    errors = []
    for edit in approvals.approved:
        proposal = known.get(edit.title)
        if proposal is None:
            errors.append(f"{edit.title} was approved, but is not in the proposals file")
        elif not _is_of(edit, proposal):
            errors.append(f"{edit.title} was approved with another proposal than this file's")
        elif edit.corrected:
            errors.append(f"{edit.title} was corrected, which this glocbot cannot apply")
        else:
            found[edit.title] = proposal
    return list(found.values()), errors


def rejections(
    proposals: Sequence[Proposal], approvals: Approvals, now: datetime
) -> list[Rejection]:
    """Return what is to be remembered of the edits that were rejected.

    Args:
        proposals: of the file that was reviewed; a rejection that fits none of them is left out,
            since nothing tells which page it is about.
        approvals: the decisions on them.
        now: the time of a rejection that does not say when it was made.
    """
    known = {proposal.title: proposal for proposal in proposals}
    return [
        Rejection(
            site=approvals.site,
            pageid=proposal.pageid,
            title=proposal.title,
            sha1=proposal.sha1,
            wikitext=proposal.wikitext,
            why=edit.why,
            by=edit.by or approvals.reviewer,
            time=edit.when or approvals.saved or now,
        )
        for edit in approvals.rejected
        if (proposal := known.get(edit.title)) is not None and _is_of(edit, proposal)
    ]


def _is_of(edit: ReviewedEdit, proposal: Proposal) -> bool:
    """Tell whether a reviewer decided on just this proposal."""
    return (edit.revid, edit.wikitext) == (proposal.revid, proposal.wikitext)


def _approvals(text: bytes) -> Approvals:
    values = parse_object(text)
    check_version(values, APPROVALS_VERSION)
    approvals = checked(values, Approvals)
    _check_decided_once(approvals)
    return approvals


def _check_decided_once(approvals: Approvals) -> None:
    """Refuse what contradicts itself, as two files joined by hand may."""
    lists = {
        "approved": approvals.approved,
        "rejected": approvals.rejected,
        "put off": approvals.later,
    }
    decided: dict[str, str] = {}
    for decision, edits in lists.items():
        for edit in edits:
            other = decided.setdefault(edit.title, decision)
            if other != decision:
                raise FormatError(f"{edit.title} is both {other} and {decision}")
