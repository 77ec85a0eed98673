"""Read what a reviewer decided: the ``approved.json`` that the reviewer's page saves."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

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

#: The version of approved.json; raised when a reader of the old form could go wrong.
APPROVALS_VERSION = 1


@dataclass(frozen=True, slots=True)
class ReviewedEdit:
    """One edit that a person approved or rejected.

    Attributes:
        title: of the page.
        revid: the revision that the reviewer saw.
        wikitext: the line that the reviewer saw.
    """

    title: Text
    revid: Number
    wikitext: Text


@dataclass(frozen=True, slots=True)
class Approvals:
    """A reviewer's decisions.

    Attributes:
        site: Pywikibot's name of the wiki.
        approved: the edits to make, in the file's order.
        rejected: the edits not to make.
    """

    site: Text
    approved: tuple[ReviewedEdit, ...]
    rejected: tuple[ReviewedEdit, ...] = ()


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
        elif (proposal.revid, proposal.wikitext) != (edit.revid, edit.wikitext):
            errors.append(f"{edit.title} was approved with another proposal than this file's")
        else:
            found[edit.title] = proposal
    return list(found.values()), errors


def _approvals(text: bytes) -> Approvals:
    values = parse_object(text)
    check_version(values, APPROVALS_VERSION)
    approvals = checked(values, Approvals)
    _check_decided_once(approvals)
    return approvals


def _check_decided_once(approvals: Approvals) -> None:
    """Refuse what contradicts itself, as two files joined by hand may."""
    rejected = {edit.title for edit in approvals.rejected}
    for edit in approvals.approved:
        if edit.title in rejected:
            raise FormatError(f"{edit.title} is both approved and rejected")
