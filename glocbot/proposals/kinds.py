"""Name the wrong file: which of glocbot's files is this, and which one was wanted?"""

import codecs
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from glocbot.proposals.checking import FormatError, parse_object


class WrongFileError(ValueError):
    """A file that cannot be used at all.

    The message is one sentence: which file, what is wrong with it, and what to give instead.
    """


class EmptyFileError(WrongFileError):
    """A file with nothing in it; a proposals file is so when the sweep proposed nothing."""


class FileKind(Enum):
    """The files that glocbot writes, each with its description."""

    PROPOSALS = "a proposals file"
    DECISIONS = "a decisions file"
    OUTCOMES = "an outcomes file"
    APPROVALS = "a reviewer's approved.json"
    CONVERTED = "what `glocbot convert --json` wrote"
    PAGE = "a page in HTML, such as `glocbot report` makes"


_INSTEAD = {
    FileKind.PROPOSALS: "give the file that `glocbot sweep -proposals:FILE` wrote",
    FileKind.APPROVALS: "give the approved.json that the reviewer's page saved",
}
_EMPTY = _INSTEAD | {
    FileKind.PROPOSALS: "the sweep that wrote it proposed nothing, or this is not the file that "
    "`glocbot sweep -proposals:FILE` wrote",
}
#: A field of each kind's objects that no object of a later kind has. Proposals have two: one that
#: lacks a field is still recognised.
_FIELDS = {
    "approved": FileKind.APPROVALS,
    "outcome": FileKind.OUTCOMES,
    "input": FileKind.CONVERTED,
    "old_text": FileKind.PROPOSALS,
    "version": FileKind.PROPOSALS,
    "verdict": FileKind.DECISIONS,
}


def check_kind(path: Path, wanted: FileKind) -> None:
    """Refuse a file that is clearly of another kind.

    Raises:
        EmptyFileError: when there is nothing in it.
        WrongFileError: when it is of another kind that glocbot writes.
        OSError: when it cannot be read.
    """
    first = _first_line(path)
    if not first:
        raise EmptyFileError(f"{path} is empty: {_EMPTY[wanted]}")
    kind = _kind(path, first)
    if kind not in {None, wanted}:
        raise wrong_file(path, f"{kind.value}, not {wanted.value}", wanted)


def wrong_file(path: Path, what: str, wanted: FileKind) -> WrongFileError:
    """Return the error that says what a file is and what to give instead."""
    return WrongFileError(f"{path} is {what}: {_INSTEAD[wanted]}")


def _first_line(path: Path) -> bytes:
    """Return the first line that says something, without the blanks around it."""
    with path.open("rb") as file:
        stripped = (line.removeprefix(codecs.BOM_UTF8).strip() for line in file)
        return next(filter(None, stripped), b"")


def _kind(path: Path, first: bytes) -> FileKind | None:
    if first.startswith(b"<"):
        return FileKind.PAGE
    try:
        # The page writes approved.json over many lines.
        values = parse_object(path.read_bytes() if first == b"{" else first)
    except FormatError:
        return None
    return _kind_of_object(values)


def _kind_of_object(values: Mapping[str, Any]) -> FileKind | None:
    return next((kind for field, kind in _FIELDS.items() if field in values), None)
