"""Decisions and proposals as JSON Lines, one complete object a line."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TextIO, assert_never

from glocbot.decision.decide import Decision, Edit, Hold, Propose, Skip
from glocbot.evidence.exif import GpsEvidence
from glocbot.location import Location
from glocbot.template import decimal_degrees, whole_heading

#: The version of a proposal's record; raised when a reader of the old form could go wrong.
VERSION = 1

Record = dict[str, Any]


class JsonLines:
    """A file of JSON objects, one a line, each on the disk as soon as it is written."""

    def __init__(self, path: Path, *, append: bool = False) -> None:
        """Name the file, which is opened when the ``with`` block begins.

        Args:
            path: where.
            append: keep what is in it already.
        """
        self._path = path
        self._mode: Literal["a", "w"] = "a" if append else "w"
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        self._file = self._path.open(self._mode, encoding="utf-8", newline="\n")
        if self._mode == "a" and not self._ends_with_a_line():
            self._file.write("\n")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._file is not None:
            with suppress(OSError):  # of a full disk, which `write` has raised already
                self._file.close()

    def _ends_with_a_line(self) -> bool:
        """Tell whether a line can be added: a full disk may have cut the last one off."""
        with self._path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - 1))
            return file.read() in {b"", b"\n"}

    def write(self, record: Mapping[str, Any]) -> None:
        """Write one object, whole and at once, so that a run that is killed leaves a good file."""
        if self._file is None:
            raise ValueError(f"{self._path} is not open")
        self._file.write(json.dumps(record, ensure_ascii=False) + "\n")
        self._file.flush()


def decision_record(decision: Decision) -> Record:
    """Write a decision as other programs read it (docs/design.md, Contracts)."""
    return {
        "title": decision.facts.title,
        "pageid": decision.facts.pageid,
        "revid": decision.facts.revid,
        **_verdict(decision),
        **_position(decision.location, decision.wikitext),
        **({"new_text": decision.new_text} if isinstance(decision, Edit) else {}),
    }


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


def proposal_record(edit: Propose | Hold, addresses: Addresses, summary: str) -> Record:
    """Write a proposal or hold with what a reviewer needs.

    Args:
        edit: what is proposed.
        addresses: of the file.
        summary: the edit summary it would be saved with.
    """
    found = edit.doubts if isinstance(edit, Hold) else ()
    return {
        "version": VERSION,
        "site": addresses.site,
        "url": addresses.page,
        "thumbnail": addresses.thumbnail,
        "category": edit.facts.category or None,
        **decision_record(edit),
        "old_text": edit.page.text,
        "summary": summary,
        "doubts": [{"reason": str(doubt.reason), "words": doubt.words} for doubt in found],
        "evidence": _evidence(edit.evidence),
        "user": edit.facts.user,
        "uploaded": edit.facts.uploaded,
        "sha1": edit.facts.sha1,
        "mime": edit.facts.mime,
    }


def edit_summary(location: Location) -> str:
    """Say what is added, from what source, and where the practice is explained."""
    position = f"{decimal_degrees(location.latitude)}, {decimal_degrees(location.longitude)}"
    return (
        f"Add {{{{[[Template:Location|Location]]}}}} {position} "
        "from the GPS position in the file's EXIF ([[Commons:Geocoding]])"
    )


def _verdict(decision: Decision) -> Record:
    match decision:
        case Propose():
            return {"verdict": "propose", "reasons": []}
        case Hold(doubts=doubts):
            return {"verdict": "hold", "reasons": [str(doubt.reason) for doubt in doubts]}
        case Skip(reason=reason):
            return {"verdict": "skip", "reasons": [str(reason)]}
        case _:
            assert_never(decision)


def _position(location: Location | None, wikitext: str | None) -> Record:
    if location is None:
        return {}
    heading = location.heading
    return {
        "latitude": float(decimal_degrees(location.latitude)),
        "longitude": float(decimal_degrees(location.longitude)),
        "heading": None if heading is None else whole_heading(heading),
        "wikitext": wikitext,
    }


def _evidence(evidence: GpsEvidence) -> Record:
    return {
        "camera": evidence.camera,
        "taken": None if evidence.taken is None else evidence.taken.isoformat(sep=" "),
        "gps_date": None if evidence.gps_date is None else evidence.gps_date.isoformat(),
        "gps_time": None if evidence.gps_time is None else evidence.gps_time.isoformat(),
        "datum": evidence.datum,
        "status": evidence.status,
        "dop": evidence.dop,
        "img_direction": evidence.img_direction,
        "img_direction_ref": evidence.img_direction_ref,
    }
