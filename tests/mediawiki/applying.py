"""Proposals of a sweep on the embedded wiki, and `glocbot apply` of some of them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.mediawiki.embedded import EmbeddedWiki
from tests.mediawiki.pwb import run
from tests.mediawiki.sweeping import Gallery, Ran, Record, read_records


class Applied(Ran):
    """What an application did; the records are its outcomes."""

    @property
    def outcomes(self) -> dict[str, str]:
        """What became of each title: the last that the outcomes file says."""
        return {record["title"]: record["outcome"] for record in self.records}

    @property
    def why(self) -> dict[str, str]:
        """Why each title was left alone or failed, where it was."""
        return {record["title"]: record.get("why", "") for record in self.records}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A gallery that was swept, and the proposals by the files' names in it.

    Attributes:
        gallery: of the files.
        folder: Pywikibot's, of the account that applies.
        proposals: what the sweep wrote, by the files' bare names.
    """

    gallery: Gallery
    folder: Path
    proposals: Mapping[str, Record]

    @property
    def wiki(self) -> EmbeddedWiki:
        """The wiki that the gallery is on."""
        return self.gallery.wiki

    @property
    def outcomes(self) -> Path:
        """Where outcomes go."""
        return self.folder / "outcomes.jsonl"

    def title(self, name: str) -> str:
        """Return a file's full title."""
        return self.gallery.title(name)

    def text(self, name: str) -> str:
        """Return a page's present text."""
        return self.wiki.text(self.title(name))

    def edits(self, name: str) -> int:
        """Return how often a page was edited since its upload."""
        return len(self.wiki.revisions(self.title(name))) - 1

    def write(self, names: Iterable[str], **changes: Any) -> Path:
        """Write a proposals file of some files, each with the same changes."""
        return self.write_lines(
            json.dumps({**self.proposals[name], **changes}, ensure_ascii=False) for name in names
        )

    def write_lines(self, lines: Iterable[str]) -> Path:
        """Write a proposals file of lines that may be anything."""
        path = self.folder / "proposals.jsonl"
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return path

    def approve(self, names: Iterable[str], **changes: Any) -> Path:
        """Write what the page saves when these are approved, all with the same changes."""
        keys = ("title", "revid", "wikitext")
        approved = [{key: self.proposals[name][key] for key in keys} | changes for name in names]
        site = self.proposals[next(iter(self.proposals))]["site"]
        content = {"version": 1, "site": site, "approved": approved, "rejected": []}
        path = self.folder / "approved.json"
        path.write_text(json.dumps(content), "utf-8")
        return path

    def apply(
        self, *arguments: object, answers: str = "", folder: Path | None = None, go_on: bool = False
    ) -> Applied:
        """Run ``glocbot apply``.

        Args:
            arguments: after the command.
            answers: what is typed, a line for each prompt.
            folder: Pywikibot's, in place of the usual one.
            go_on: continue the outcomes of the run before.
        """
        if not go_on:
            self.outcomes.unlink(missing_ok=True)
        call = ["glocbot", "apply", *map(str, arguments), f"-outcomes:{self.outcomes}"]
        with self.wiki.requests() as seen:
            done = run(folder or self.folder, *call, answers=answers)
        output = done.stdout + done.stderr
        assert "Traceback" not in output, output
        return Applied(done.returncode, output, read_records(self.outcomes), seen, done.stdout)


def review(gallery: Gallery, files: Mapping[str, bytes], folder: Path) -> Reviewed:
    """Upload files and sweep them with ``-simulate -proposals``."""
    gallery.add(files)
    path = folder / "found.jsonl"
    swept = gallery.sweep(folder, "-simulate", f"-proposals:{path}")
    assert swept.status == 0
    found = {record["title"]: record for record in read_records(path)}
    return Reviewed(gallery, folder, {name: found[gallery.title(name)] for name in files})
