"""``glocbot sweep`` from its call to its end, on a wiki in memory."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from pywikibot import config

from glocbot.cli import main
from glocbot.decision.facts import FileFacts
from glocbot.sweep import command
from glocbot.sweep.sources import CategorySource
from glocbot.wiki.commons import FileRead
from glocbot.wiki.introduction import Introduction, NamedPage
from tests.editing.fakewiki import LOCATED, TITLE, FakeWiki
from tests.editing.in_memory import put_in_place
from tests.making import facts
from tests.sweep.fakesite import fake_site
from tests.sweep.test_sources import tree


class SweptWiki(FakeWiki):
    """A wiki in memory that can be screened.

    Attributes:
        files: what the screening finds.
        logins: how often somebody logged in.
        generators: the arguments that name files.
    """

    page_batch: ClassVar[int] = 50

    def __init__(self) -> None:
        super().__init__()
        self.files = [facts()]
        self.logins = 0
        self.generators: list[str] = []

    def screen_category(self, *_: object) -> Iterator[FileFacts]:
        yield from self.files

    def read_pages(self, files: Iterable[FileFacts]) -> Iterator[FileRead]:
        for file in files:
            read = self.read_fresh(file.title)
            yield FileRead(read.facts, read.page)

    def read_histories(self, files: Iterable[FileRead]) -> Iterator[FileRead]:
        return (self.read_fresh(file.facts.title) for file in files)

    def sample_category(self, *_: object) -> None:
        """Find no other positions."""


@pytest.fixture(autouse=True)
def wiki(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SweptWiki:
    """Put a wiki in memory in the place of all that makes requests."""
    wiki = SweptWiki()
    pages = {
        "Category:Lakes": NamedPage(exists=True, files=1),
        "Category:Bare": NamedPage(exists=True, subcategories=2),
        "Category:Nowhere": NamedPage(exists=False),
    }
    site = fake_site()

    def source(generators: list[str], depth: int | None) -> CategorySource:
        wiki.generators = generators
        name = generators[0].removeprefix("-cat:")
        return CategorySource((tree(site, name, depth=depth or 0),))

    def log_in() -> None:
        wiki.logins += 1

    def introduce(_: object, titles: Iterable[str]) -> Introduction:
        return Introduction({}, {title: pages[title] for title in titles})

    monkeypatch.chdir(tmp_path)
    put_in_place(monkeypatch, command, wiki, site, log_in)
    monkeypatch.setattr(command, "find_source", source)
    monkeypatch.setattr(command, "introduce", introduce)
    return wiki


def sweep(*arguments: str) -> int:
    return main(["sweep", *arguments])


def test_a_simulation_saves_nothing_and_needs_no_account(
    wiki: SweptWiki, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(config.usernames, "commons", {})
    assert sweep("-cat:Lakes", "--simulate") == 0
    assert (wiki.logins, wiki.edits) == (0, ["Kim"])
    said = capsys.readouterr().err
    assert "Would save this." in said
    assert "\n\nExamined 1 file with 0 requests in " in said


def test_what_is_clean_is_saved(wiki: SweptWiki) -> None:
    assert sweep("-cat:Lakes", "-always", "-summary:By the lake") == 0
    assert wiki.logins == 1
    assert wiki.text == LOCATED
    assert wiki.history[0].comment == "By the lake"


def test_without_an_account_nothing_begins(
    wiki: SweptWiki, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(config.usernames, "commons", {})
    assert sweep("-cat:Lakes", "-always") == 2
    assert (wiki.logins, wiki.asked, wiki.generators) == (0, [], [])
    assert "no account to save with on commons:commons: add -simulate" in capsys.readouterr().err


def test_the_files_that_are_asked_for(wiki: SweptWiki, tmp_path: Path) -> None:
    wiki.files = [facts(), facts(None)]
    names = ["-decisions:d.jsonl", "--proposals=p.jsonl", "-report:r.html"]
    assert sweep("-cat:Lakes", "-simulate", *names) == 0
    decisions = [json.loads(line) for line in (tmp_path / "d.jsonl").read_text().splitlines()]
    assert [each["verdict"] for each in decisions] == ["skip", "propose"]
    [proposal] = [json.loads(line) for line in (tmp_path / "p.jsonl").read_text().splitlines()]
    assert proposal["title"] == TITLE
    assert "Lake ä.jpg" in (tmp_path / "r.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["-proposals:p.jsonl", "-report:r.html"])
def test_one_of_them_alone(name: str, tmp_path: Path) -> None:
    assert sweep("-cat:Lakes", "-simulate", name) == 0
    assert [path.name for path in tmp_path.iterdir()] == [name.partition(":")[2]]


READS = {
    ("-simulate",): 2,
    ("-simulate", "-nohistory"): 1,
    ("-always",): 2,
}


@pytest.mark.parametrize("options", READS)
def test_each_page_is_read_as_often_as_needed(wiki: SweptWiki, options: tuple[str, ...]) -> None:
    """The batch's text and histories; before a save, the page as it is now in place of these."""
    assert sweep("-cat:Lakes", *options) == 0
    assert wiki.asked.count("read") == READS[options]


def test_the_depth_goes_to_the_source(wiki: SweptWiki) -> None:
    assert sweep("-cat:Lakes", "-depth:3", "-simulate", "-titleregex:L") == 0
    assert wiki.generators == ["-cat:Lakes", "-titleregex:L"]


def test_a_category_that_is_not_there(wiki: SweptWiki, capsys: pytest.CaptureFixture[str]) -> None:
    assert sweep("-cat:Nowhere", "-simulate") == 2
    assert "there is no Category:Nowhere on this wiki" in capsys.readouterr().err
    assert wiki.asked == []


def test_no_files(wiki: SweptWiki, capsys: pytest.CaptureFixture[str]) -> None:
    wiki.files = []
    assert sweep("-cat:Bare", "-simulate") == 0
    said = capsys.readouterr().err
    assert "Examined 0 files" in said
    assert '-catr:"Bare" sweeps these too.' in said


def test_a_run_that_was_ended_says_nothing_of_no_files(
    wiki: SweptWiki, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> Iterator[FileFacts]:
        raise OSError("the network is gone")

    monkeypatch.setattr(wiki, "screen_category", fail)
    assert sweep("-cat:Bare", "-simulate") == 1
    said = capsys.readouterr().err
    assert "The run ends here: the network is gone" in said
    assert "sweeps these too" not in said
