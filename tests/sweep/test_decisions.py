"""Files stream through: memory does not grow with the category."""

import gc
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from glocbot.decision.decide import Decision, Hold, Propose, Skip
from glocbot.decision.facts import FileFacts, PageContent, Revision
from glocbot.decision.neighbours import Neighbours
from glocbot.decision.rules import Rules
from glocbot.reasons import SkipReason
from glocbot.sweep.decisions import examine
from glocbot.wiki.commons import FileRead
from tests.making import TEXT, facts

REMOVED = SkipReason.REMOVED_BEFORE


class Wiki:
    """Stands for a wiki whose pages all have the same text, but the missing ones."""

    rules = Rules()
    page_batch = 50

    def __init__(self, missing: Iterable[int] = ()) -> None:
        self.missing = frozenset(missing)
        self.batches: list[int] = []
        self.looked_into: list[int] = []
        self.sampled: list[str] = []
        self.neighbours = Neighbours()

    def sample_category(self, title: str) -> None:
        self.sampled.append(title)

    def read_pages(self, files: Iterable[FileFacts]) -> Iterator[FileRead]:
        files = list(files)
        self.batches.append(len(files))
        for file in files:
            page = PageContent(file.revid, datetime(2024, 5, 11, tzinfo=UTC), TEXT)
            yield FileRead(file, None if file.pageid in self.missing else page)

    def read_histories(self, files: Iterable[FileRead]) -> Iterator[FileRead]:
        for file in files:
            self.looked_into.append(file.facts.pageid)
            located = Revision(1, "Kari", "", "{{Location|48|16}}")
            yield replace(file, history=(located,) if file.facts.pageid % 2 else ())


def files(number: int, *, candidates: int = 1) -> Iterator[FileFacts]:
    """Make files, of which every so many have a position."""
    for pageid in range(1, number + 1):
        here = facts() if pageid % candidates == 0 else facts(None, None)
        yield replace(here, title=f"File:Lake {pageid}.jpg", pageid=pageid)


def examined(wiki: Any, number: int, *, candidates: int = 1) -> Iterator[Decision]:
    return examine(wiki, files(number, candidates=candidates), None)


def test_each_file_has_one_decision() -> None:
    wiki = Wiki(missing={60})
    decisions = list(examined(wiki, 130))
    assert sorted(d.facts.pageid for d in decisions) == [*range(1, 131)]
    assert wiki.batches == [50, 80]
    assert decisions[59] == Skip(decisions[59].facts, SkipReason.MISSING)
    assert all(isinstance(d, Propose) for d in decisions if d.facts.pageid != 60)


def test_a_skip_comes_at_once() -> None:
    """Before the files after it are asked for."""
    source = files(10)
    skip = next(examine(Wiki(), (replace(file, exists=False) for file in source)))  # type: ignore[arg-type]
    assert isinstance(skip, Skip)
    assert next(source).pageid == 2


def test_the_histories_of_edits_decide_as_well() -> None:
    wiki: Any = Wiki(missing={60})
    decisions = list(examine(wiki, files(130, candidates=5)))
    assert wiki.looked_into == list(range(5, 131, 5))
    removed = [d.facts.pageid for d in decisions if d == Skip(d.facts, REMOVED, d.location)]
    assert removed == list(range(5, 131, 10))


def test_no_history_is_read_of_a_page_whose_save_reads_it() -> None:
    wiki: Any = Wiki()
    assert all(isinstance(d, Propose) for d in examine(wiki, files(60), Hold))
    assert wiki.looked_into == []


def test_neighbours_make_an_edit_doubtful() -> None:
    """And its history is read, since nobody will save it at once."""
    wiki: Any = Wiki()
    for file in files(60):
        wiki.neighbours.add(file, "Category:Lakes")
    wrong = replace(facts(-48.20849), pageid=100, title="File:Wrong.jpg")
    [*clean, held] = examine(wiki, [*files(9), wrong], Hold)
    assert all(isinstance(d, Propose) for d in clean)
    assert isinstance(held, Hold)
    assert [doubt.reason for doubt in held.doubts] == ["far-from-category"]
    assert set(wiki.sampled) == {"Category:Lakes"}
    assert wiki.looked_into == [100]


def peak(number: int) -> int:
    """Return the most memory in bytes that a run over so many files takes."""
    gc.collect()
    tracemalloc.start()
    for _ in examined(Wiki(), number, candidates=5):
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_memory_does_not_grow_with_the_category() -> None:
    peak(500)  # fills the caches that any run fills
    assert peak(18_000) < 1.5 * peak(9000)
