"""Read the files of a call: proposals, and what a reviewer decided on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pywikibot

from glocbot.apply.options import ApplyOptions
from glocbot.decision.rejections import Rejection
from glocbot.options import UsageError
from glocbot.proposals.approvals import chosen, read_approvals, rejections
from glocbot.proposals.file import LineError, read_proposals
from glocbot.proposals.kinds import EmptyFileError, WrongFileError
from glocbot.proposals.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Files:
    """What the files of a call hold.

    Attributes:
        proposals: to apply.
        reviewed: all good proposals of the file.
        refusals: why lines and approvals were refused, a line each.
        rejected: what the reviewer rejected.
    """

    proposals: Sequence[Proposal]
    reviewed: Sequence[Proposal]
    refusals: Sequence[str] = ()
    rejected: Sequence[Rejection] = ()


def read_files(options: ApplyOptions, site: str) -> Files:
    """Read the files; asks no wiki.

    Args:
        options: of the call.
        site: the wiki that all must be from, such as ``commons:commons``.

    Raises:
        UsageError: when a file cannot be used at all.
    """
    try:
        reviewed, errors = _proposals(options.proposals, site)
        refusals = [str(error) for error in errors]
        if options.approved is None:
            return Files(reviewed, reviewed, refusals)
        approvals = read_approvals(options.approved)
    except OSError as error:
        raise UsageError(f"cannot read {error.filename}: {error.strerror}") from error
    except WrongFileError as error:
        raise UsageError(str(error)) from error
    if approvals.site != site:
        raise UsageError(f"{options.approved} is about {approvals.site}, and this is {site}")
    proposals, misfits = chosen(reviewed, approvals)
    rejected = rejections(reviewed, approvals, datetime.now(UTC))
    return Files(proposals, reviewed, [*refusals, *misfits], rejected)


def _proposals(path: Path, site: str) -> tuple[list[Proposal], list[LineError]]:
    """Read the proposals; a sweep that proposed nothing is no fault."""
    try:
        return read_proposals(path, site)
    except EmptyFileError as error:
        pywikibot.warning(str(error))
        return [], []
