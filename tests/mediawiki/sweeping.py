"""Sweeps of file pages that a test puts on the embedded wiki, and what came of them."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from tests.mediawiki.embedded import EmbeddedWiki
from tests.mediawiki.gateway import Request
from tests.mediawiki.pwb import run
from tests.photos import make_photo

DESCRIPTION = """\
== {{int:filedesc}} ==
{{Information
|description={{en|1=A view of the lake.}}
|date=2024-05-11
|source={{own}}
|author=[[User:Alex Example|Alex Example]]
}}
"""
LICENCE = """
== {{int:license-header}} ==
{{self|cc-by-sa-4.0}}
"""
#: A file page as UploadWizard writes it, and its location, which follows from `SOUND`.
PAGE = DESCRIPTION + LICENCE
LATITUDE, LONGITUDE = 48.20849, 16.37208
LOCATION = "{{Location|48.20849|16.37208|source:exif}}"
LOCATED = f"{DESCRIPTION}{LOCATION}\n{LICENCE}"
SUMMARY = (
    "Add {{[[Template:Location|Location]]}} 48.20849, 16.37208 from the GPS position "
    "in the file's EXIF ([[Commons:Geocoding]])"
)
_seeds = count(10_000)

Record = dict[str, Any]


def sound() -> bytes:
    """Make a photo whose position is beyond doubt."""
    return make_photo(LATITUDE, LONGITUDE, seed=next(_seeds))


def doubtful() -> bytes:
    """Make a photo whose position only a person may accept."""
    return make_photo(LATITUDE, LONGITUDE, status="V", seed=next(_seeds))


def blank() -> bytes:
    """Make a photo without a position."""
    return make_photo(seed=next(_seeds))


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run did.

    Attributes:
        status: its exit status.
        output: all that it printed.
        records: what it wrote to its file of lines, in order.
        requests: what the wiki was asked.
        printed: what of the output went to standard output.
    """

    status: int
    output: str
    records: list[Record] = field(repr=False)
    requests: list[Request] = field(repr=False)
    printed: str = field(repr=False, default="")

    @property
    def saves(self) -> int:
        """How many edits were sent."""
        return [request.action for request in self.requests].count("edit")

    def said(self, title: str) -> str:
        """Return what it printed about a file."""
        return self.output.partition(f">>> {title} <<<\n")[2].partition("\n>>> ")[0]

    def figure(self, name: str) -> int:
        """Return a figure of the summary, such as ``saved``."""
        line = next(line for line in self.output.splitlines() if line.startswith(f"  {name} "))
        return int(line.removeprefix(f"  {name} ").split()[0])


class Swept(Ran):
    """What a sweep did; the records are its decisions."""

    @property
    def reasons(self) -> dict[str, str]:
        """Each file's verdict and reasons, such as ``skip located``, by its title."""
        return {r["title"]: " ".join([r["verdict"], *r["reasons"]]) for r in self.records}


class Gallery:
    """A category of a test's own."""

    def __init__(self, wiki: EmbeddedWiki, name: str) -> None:
        self.wiki = wiki
        self.name = name
        self.category = f"Category:{name}"
        self._marker = f"[[{self.category}]]"

    def page(self, text: str = PAGE) -> str:
        """Return a page's text as the gallery has it."""
        return f"{text}\n{self._marker}".strip()

    def title(self, name: str) -> str:
        """Return the full title of one of its files."""
        return f"File:{self.name} {name}.jpg"

    def add(
        self,
        files: Mapping[str, bytes],
        text: str = PAGE,
        user: str = "Alex Example",
        summary: str = "Uploaded own work",
    ) -> list[str]:
        """Upload files with the same text; returns their titles."""
        uploads = {self.title(name): (photo, self.page(text)) for name, photo in files.items()}
        self.wiki.upload(uploads, user=user, summary=summary)
        return [self.title(name) for name in files]

    def sweep(self, folder: Path, *arguments: str, answers: str = "") -> Swept:
        """Sweep the category."""
        return sweep(self.wiki, folder, f"-cat:{self.name}", *arguments, answers=answers)


def sweep(wiki: EmbeddedWiki, folder: Path, *arguments: str, answers: str = "") -> Swept:
    """Run ``glocbot sweep`` with a Pywikibot folder."""
    decisions = folder / "decisions.jsonl"
    decisions.unlink(missing_ok=True)
    with wiki.requests() as seen:
        done = run(
            folder, "glocbot", "sweep", *arguments, f"-decisions:{decisions}", answers=answers
        )
    output = done.stdout + done.stderr
    assert "Traceback" not in output, output
    return Swept(done.returncode, output, read_records(decisions), seen)


def read_records(path: Path) -> list[Record]:
    """Read JSON Lines; each line must be whole."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert not text or text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]


@contextmanager
def blocked(wiki: EmbeddedWiki, user: str) -> Iterator[None]:
    """Block an account while the block runs."""
    wiki.block(user)
    try:
        yield
    finally:
        wiki.unblock(user)
