"""Read what a reviewer decided: the ``approved.json`` that the reviewer's page saves."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glocbot.proposals.fields import FieldError, Fields
from glocbot.proposals.file import ProposalRecord

VERSION = 1


class ApprovalsError(ValueError):
    """A file that is no reviewer's decisions; the message says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Approval:
    """One edit that a person approved.

    Attributes:
        title: of the page.
        revid: the revision that the reviewer saw.
        wikitext: the line that the reviewer saw.
    """

    title: str
    revid: int
    wikitext: str


@dataclass(frozen=True, slots=True)
class Approvals:
    """A reviewer's decisions.

    Attributes:
        site: Pywikibot's name of the wiki.
        approved: the edits to make, in the file's order.
    """

    site: str
    approved: tuple[Approval, ...]


def read_approvals(path: Path) -> Approvals:
    """Read a reviewer's decisions.

    Raises:
        ApprovalsError: when the file is none of ours, or of a newer version.
        OSError: when it cannot be read.
    """
    try:
        return _approvals(Fields.parse(path.read_bytes()))
    except FieldError as error:
        raise ApprovalsError(
            f"{path} is not what the reviewer's page saves: {error}; save the decisions again"
        ) from error


def chosen(
    records: Sequence[ProposalRecord], approvals: Approvals
) -> tuple[list[ProposalRecord], list[str]]:
    """Choose the proposals that were approved just as they stand in the proposals file.

    Returns:
        Those, in the approvals' order, and a sentence for each approval that fits no proposal.
    """
    known = {record.title: record for record in records}
    found: dict[str, ProposalRecord] = {}
    errors = []
    for approval in approvals.approved:
        record = known.get(approval.title)
        if record is None:
            errors.append(f"{approval.title} was approved, but is not in the proposals file")
        elif (record.revid, record.wikitext) != (approval.revid, approval.wikitext):
            errors.append(f"{approval.title} was approved with another proposal than this file's")
        else:
            found[approval.title] = record
    return list(found.values()), errors


def _approvals(fields: Fields) -> Approvals:
    version = fields.whole("version", minimum=1)
    if version > VERSION:
        raise FieldError(f"its version is {version}; this glocbot reads up to {VERSION}")
    approved = tuple(map(_approval, fields.objects("approved")))
    _check_decided(approved, fields)
    return Approvals(fields.text("site", empty=False), approved)


def _check_decided(approved: Sequence[Approval], fields: Fields) -> None:
    """Refuse what contradicts itself, as two decisions files joined by hand may."""
    rejected = fields.objects("rejected") if "rejected" in fields.values else ()
    titles = {approval.title for approval in approved}
    for entry in rejected:
        title = entry.text("title")
        if title in titles:
            raise FieldError(f"{title} is both approved and rejected")


def _approval(fields: Fields) -> Approval:
    return Approval(
        title=fields.text("title", empty=False),
        revid=fields.whole("revid", minimum=1),
        wikitext=fields.text("wikitext", empty=False),
    )
