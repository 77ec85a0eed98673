"""Which source Pywikibot's arguments make."""

from pathlib import Path

import pytest
import pywikibot

from glocbot.options import UsageError
from glocbot.sweep.factory import find_source
from glocbot.sweep.sources import CategorySource, PageSource
from tests.sweep.fakesite import FakeSite, fake_site

TREE = {
    "Category:Tree": ["File:A.jpg", "File:B.jpg", "Category:One"],
    "Category:One": ["File:B.jpg", "File:C.jpg"],
}


@pytest.fixture(autouse=True)
def site(monkeypatch: pytest.MonkeyPatch) -> FakeSite:
    site = fake_site(TREE)
    monkeypatch.setattr(pywikibot, "Site", lambda: site)
    monkeypatch.setattr(pywikibot, "input", nobody)
    return site


def nobody(_: str) -> str:
    """Pywikibot asks for a value, and nobody is there."""
    raise EOFError


def titles(*arguments: str) -> list[str]:
    """Return the titles of the pages of a source that is none of whole categories."""
    source = find_source(arguments, None)
    assert isinstance(source, PageSource)
    return [page.title() for page in source.pages]


CATEGORIES = {
    "-cat:Tree": ("Category:Tree", "", 0),
    "-category:tree": ("Category:Tree", "", 0),
    "-cat:Category:Tree": ("Category:Tree", "", 0),
    "-cat: :Category:Tree ": ("Category:Tree", "", 0),
    "-cat:[[:Category:Tree|here]]": ("Category:Tree", "", 0),
    "-cat:[[Category:Tree]]": ("Category:Tree", "", 0),
    "-cat:https://commons.wikimedia.org/wiki/Category:Big_tree?uselang=de": (
        "Category:Big tree",
        "",
        0,
    ),
    "-cat:https://w.example/index.php?title=Category:Big_tree&filefrom=B#x": (
        "Category:Big tree",
        "",
        0,
    ),
    "-cat:Tree|M": ("Category:Tree", "M", 0),
    "-cat:Tree#M": ("Category:Tree", "M", 0),
    "-catr:Tree": ("Category:Tree", "", 7),
    "-catr:Tree|M": ("Category:Tree", "M", 7),
}


@pytest.mark.parametrize("argument", CATEGORIES)
def test_a_category_as_people_write_it(argument: str) -> None:
    source = find_source([argument], 7)
    assert isinstance(source, CategorySource)
    [tree] = source.trees
    assert (tree.title, tree.start, tree.depth) == CATEGORIES[argument]
    assert source.titles == [tree.title]
    assert source.limit is None


def test_categories_and_a_limit() -> None:
    source = find_source(["-limit:5", "-cat:Tree", "-catr:One"], None)
    assert isinstance(source, CategorySource)
    assert source.titles == ["Category:Tree", "Category:One"]
    assert source.limit == 5


FILTERED = {
    "-cat:Tree -titleregex:B": ["File:B.jpg"],
    "-cat:Tree -titleregexnot:B": ["File:A.jpg"],
    "-catr:Tree -titleregex:[BC]": ["File:B.jpg", "File:C.jpg"],
    "-cat:Tree -cat:One -intersect": ["File:B.jpg"],
    "-cat:Tree -page:File:D.jpg": ["File:D.jpg", "File:A.jpg", "File:B.jpg"],
    "-cat:Tree -cat:One -page:File:B.jpg -intersect": ["File:B.jpg"],
}


@pytest.mark.parametrize("call", FILTERED)
def test_categories_with_filters_and_other_generators(call: str) -> None:
    assert titles(*call.split()) == FILTERED[call]


def test_categories_and_files_that_are_named_must_be_there() -> None:
    source = find_source(["-page:File:d.jpg", "-cat:Tree", "-page:Image:E_e.jpg"], None)
    assert source.titles == ["Category:Tree", "File:D.jpg", "File:E e.jpg"]


class TestNamedPages:
    def test_a_file(self) -> None:
        assert titles("-page:File:A.jpg", "-page:Image:A.jpg") == ["File:A.jpg"]

    WRONG = {  # noqa: RUF012 - a table
        "-page:Category:Tree": '-page:"Category:Tree" is a category: write -cat:"Tree"',
        "-page:Foo: bar.jpg": (
            '-page:"Foo: bar.jpg" is no file page: write -page:"File:Foo: bar.jpg"'
        ),
        "-page:Template:X": '-page:"Template:X" is no file page: write -page:"File:X"',
    }

    @pytest.mark.parametrize("argument", WRONG)
    def test_no_file(self, argument: str) -> None:
        with pytest.raises(UsageError) as caught:
            find_source([argument], None)
        assert str(caught.value) == self.WRONG[argument]

    def test_a_page_of_another_wiki(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pywikibot.Link, "parse", parsed_elsewhere)
        with pytest.raises(UsageError, match="is a page of another wiki"):
            find_source(["-page:w:File:A.jpg"], None)


def parsed_elsewhere(link: pywikibot.Link) -> None:
    """Parse a link to another wiki; Pywikibot would ask that wiki for its namespaces."""
    link._site = fake_site()  # noqa: SLF001 - what parsing sets
    link._site._BaseSite__code = "beta"  # noqa: SLF001 - it has no other name for that
    link._namespace, link._title, link._section = link._site.namespaces[6], "A.jpg", None  # noqa: SLF001


class TestLists:
    def read(self, folder: Path, text: str) -> list[str]:
        (folder / "list.txt").write_text(text, encoding="utf-8")
        return titles(f"-file:{folder / 'list.txt'}")

    def test_a_title_a_line(self, tmp_path: Path) -> None:
        text = "File:C.jpg\n\n  File:A_a.jpg | a note\nImage:B.jpg\r\n"
        assert self.read(tmp_path, text) == ["File:C.jpg", "File:A a.jpg", "File:B.jpg"]

    def test_links_where_there_are_any(self, tmp_path: Path) -> None:
        text = "* [[:File:A.jpg]] and [[File:B.jpg|thumb]]\nFile:C.jpg"
        assert self.read(tmp_path, text) == ["File:A.jpg", "File:B.jpg"]

    def test_a_line_that_is_no_title(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.read(tmp_path, "File:<A>.jpg\nFile:B.jpg") == ["File:B.jpg"]
        assert "'File:<A>.jpg' is left out: " in capsys.readouterr().err

    def test_titles_without_their_namespace(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What would help is said once."""
        assert self.read(tmp_path, "A.jpg\nB.jpg\nFile:C.jpg") == ["File:C.jpg"]
        said = capsys.readouterr().err
        assert "'A.jpg' and what else is no file page is left out" in said
        assert "begins with File:" in said
        assert "B.jpg" not in said

    def test_what_is_no_text(self, tmp_path: Path) -> None:
        (tmp_path / "list.txt").write_bytes(b"\xff\xfe\x00")
        with pytest.raises(UsageError, match=r"cannot read .*list.txt: 'utf-8' codec"):
            find_source([f"-file:{tmp_path / 'list.txt'}"], None)

    def test_what_is_gone(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="No such file"):
            find_source([f"-file:{tmp_path / 'list.txt'}"], None)


class TestNamespaces:
    @pytest.mark.parametrize("argument", ["-ns:6", "-namespace:File", "-namespaces:not:4"])
    def test_others_may_be_named(self, argument: str) -> None:
        assert titles("-page:File:A.jpg", argument) == ["File:A.jpg"]

    @pytest.mark.parametrize("argument", ["-ns:nowhere", "-ns:not:nowhere", "-namespaces:999"])
    def test_those_that_do_not_exist(self, argument: str) -> None:
        with pytest.raises(UsageError, match=rf"{argument}: Namespace identifier"):
            find_source(["-page:File:A.jpg", argument], None)


WRONG = {
    "-pagepile:x": "-pagepile:x: PagePile id must be an int",
    "-recentchanges:1,2,3": "-recentchanges:1,2,3: More than two parameters",
    "-onlyif:P31": "-onlyif:P31: not enough values",
    "-ref": "-ref needs a value; -help:all shows how to write it",
    "-nonsense:x": "-nonsense:x is not understood; -help:all shows how to write it",
}


@pytest.mark.parametrize("argument", WRONG)
def test_a_value_that_pywikibot_refuses(argument: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_source(["-cat:Tree", argument], None)
    assert str(caught.value).startswith(WRONG[argument])
