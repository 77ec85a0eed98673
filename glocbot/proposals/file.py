"""Read a proposals file, as a sweep wrote it and as it may have become since.

Between a sweep and its review a file may be cut off by a full disk, joined with another or edited
by hand, and it may come from a newer glocbot. A line that cannot be trusted is refused, with its
number and the reason. Good lines are kept.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from glocbot.proposals.checking import FormatError, parse_object
from glocbot.proposals.kinds import FileKind, check_kind, wrong_file
from glocbot.proposals.proposal import Proposal


@dataclass(frozen=True, slots=True)
class LineError:
    """A line that is refused.

    Attributes:
        path: of the file.
        line: its number, from 1.
        why: in words.
    """

    path: Path
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}: {self.why}"


def read_proposals(path: Path, site: str | None = None) -> tuple[list[Proposal], list[LineError]]:
    """Read a proposals file.

    Args:
        path: of the file.
        site: the wiki that all must be from; None takes that of the first good line.

    Returns:
        The good proposals in their order, and an error for each line that is none.

    Raises:
        EmptyFileError: when there is nothing in the file, as after a sweep that found nothing.
        WrongFileError: when the file is another one of glocbot's.
        OSError: when the file cannot be read at all.
    """
    check_kind(path, FileKind.PROPOSALS)
    proposals: list[Proposal] = []
    errors: list[LineError] = []
    lines_of: dict[str, int] = {}
    objects = 0
    for number, line in _lines(path):
        try:
            values = _parse(line)
            objects += 1
            proposal = Proposal.from_json(values)
            _check_fits(proposal, site or (proposals[0].site if proposals else None), lines_of)
        except FormatError as error:
            errors.append(LineError(path, number, str(error)))
        else:
            proposals.append(proposal)
            lines_of[proposal.title] = number
    if not objects and len(errors) > 1:
        raise wrong_file(
            path, "no proposals file, since no line of it is a JSON object", FileKind.PROPOSALS
        )
    return proposals, errors


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Split at line feeds alone: wikitext may hold U+2028, which Python counts as a line's end."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.removeprefix(codecs.BOM_UTF8).strip():
                yield number, line


def _parse(line: bytes) -> dict[str, Any]:
    try:
        return parse_object(line)
    except FormatError as error:
        if line.endswith(b"\n"):
            raise
        raise FormatError(f"{error}; the file seems to be cut off here") from error


def _check_fits(proposal: Proposal, site: str | None, lines_of: dict[str, int]) -> None:
    if site is not None and proposal.site != site:
        raise FormatError(f"it is from {proposal.site}, not from {site}")
    if proposal.title in lines_of:
        raise FormatError(f"{proposal.title} stands on line {lines_of[proposal.title]} already")
