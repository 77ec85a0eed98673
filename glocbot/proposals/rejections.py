"""The file in which rejections are kept: JSON Lines, only ever appended to."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from glocbot.decision.rejections import Rejection, Rejections
from glocbot.proposals.checking import FormatError, checked, parse_object
from glocbot.proposals.jsonlines import JsonLines

#: In Pywikibot's base directory, unless the call names another.
REJECTIONS_FILE = "rejected.jsonl"


class RejectionsError(ValueError):
    """A file that cannot be read as rejections; the message says which line, why and what to do."""


def read_rejections(path: Path, site: str) -> Rejections:
    """Read the rejections that stand.

    Args:
        path: of the file; one that is not there has none.
        site: Pywikibot's name of the wiki; the rejections of other wikis are left out.

    Raises:
        RejectionsError: when a line is no rejection: to pass it over might locate a file that a
            person wants to have no location.
        OSError: when the file cannot be read.
    """
    rejections = Rejections(site)
    if not path.exists():
        return rejections
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            rejections.add(rejection_from_json(parse_object(line)))
        except FormatError as error:
            raise RejectionsError(
                f"{path}, line {number}: {error}; mend or delete this line, and run again"
            ) from error
    return rejections


def write_rejections(path: Path, rejections: Iterable[Rejection]) -> None:
    """Add rejections to the file, readable by its owner only.

    Raises:
        OSError: when the file cannot be written.
    """
    path.touch(mode=0o600)
    with JsonLines(path, append=True) as file:
        for rejection in rejections:
            file.write(rejection_to_json(rejection))


def rejection_to_json(rejection: Rejection) -> dict[str, Any]:
    """Write a rejection as a JSON object; ``undone`` stands only where it is true."""
    values: dict[str, Any] = msgspec.to_builtins(rejection)
    undone = values.pop("undone")
    return {**values, "undone": True} if undone else values


def rejection_from_json(values: dict[str, Any]) -> Rejection:
    """Read a rejection.

    Raises:
        FormatError: when it is none.
    """
    return checked(values, Rejection)
