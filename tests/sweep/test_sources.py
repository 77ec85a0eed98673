"""Which files a source gives, and what it says where there are none."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
import pywikibot

from glocbot.decision.facts import FileFacts
from glocbot.options import UsageError
from glocbot.sweep.sources import (
    CategorySource,
    CategoryTree,
    PageSource,
    Source,
    check_existence,
    why_no_files,
)
from glocbot.wiki.commons import Commons
from glocbot.wiki.introduction import NamedPage
from tests.making import facts
from tests.sweep.fakesite import FakeSite, fake_site

#: A loop leads from the lowest category back to the top, and one category holds itself.
TREE = {
    "Category:Tree": ["File:A.jpg", "Category:One", "Category:Two"],
    "Category:One": ["File:B.jpg", "File:Both.jpg", "Category:Low"],
    "Category:Two": ["File:Both.jpg", "Category:Two"],
    "Category:Low": ["File:C.jpg", "Category:Tree"],
}


@pytest.fixture
def site() -> FakeSite:
    return fake_site(TREE)


class FakeCommons:
    """Screens the files of the fake site."""

    def __init__(self, site: FakeSite) -> None:
        self.site = site
        self.screened: list[tuple[str, str]] = []

    def screen_category(self, category: pywikibot.Category, start: str) -> Iterator[FileFacts]:
        self.screened.append((category.title(), start))
        for title in TREE[category.title()]:
            if title.startswith("File:"):
                yield self._facts(title)

    def screen_titles(self, titles: Iterable[str]) -> Iterator[FileFacts]:
        return map(self._facts, titles)

    def _facts(self, title: str) -> FileFacts:
        return replace(facts(), title=title, pageid=sum(title.encode()))


def tree(site: FakeSite, name: str, start: str = "", depth: int | None = 0) -> CategoryTree:
    return CategoryTree(pywikibot.Category(site, name), start, depth)


def names(source: Source, commons: FakeCommons) -> list[str]:
    """Return the short names of a source's files, in order."""
    titles = [each.title for each in source.files(cast("Commons", commons))]
    return [title.removeprefix("File:").removesuffix(".jpg") for title in titles]


DEPTHS: dict[int | None, list[str]] = {
    0: ["Tree"],
    1: ["Tree", "One", "Two"],
    2: ["Tree", "One", "Two", "Low"],
    9: ["Tree", "One", "Two", "Low"],
    None: ["Tree", "One", "Two", "Low"],
}


@pytest.mark.parametrize("depth", DEPTHS)
def test_each_category_of_a_tree_comes_once(site: FakeSite, depth: int | None) -> None:
    found = tree(site, "Tree", depth=depth).categories()
    assert [each.title(with_ns=False) for each in found] == DEPTHS[depth]


def test_no_subcategories_are_asked_for_below_the_depth(site: FakeSite) -> None:
    list(tree(site, "Tree", depth=1).categories())
    assert site.listed == [("subcat", "Category:Tree")]


def test_each_page_of_a_tree_comes_once(site: FakeSite) -> None:
    pages = [page.title() for page in tree(site, "Tree", depth=None).pages()]
    assert pages == ["File:A.jpg", "File:B.jpg", "File:Both.jpg", "File:C.jpg"]


class TestCategories:
    def test_each_file_comes_once(self, site: FakeSite) -> None:
        trees = (tree(site, "Tree", depth=None), tree(site, "Two"))
        assert names(CategorySource(trees), FakeCommons(site)) == ["A", "B", "Both", "C"]

    def test_one_category_alone(self, site: FakeSite) -> None:
        assert names(CategorySource((tree(site, "One"),)), FakeCommons(site)) == ["B", "Both"]

    @pytest.mark.parametrize("limit", [1, 2, 3])
    def test_a_limit_is_for_all_together(self, site: FakeSite, limit: int) -> None:
        source = CategorySource((tree(site, "Tree"), tree(site, "One")), limit)
        assert names(source, FakeCommons(site)) == ["A", "B", "Both"][:limit]

    def test_the_start_is_of_the_first_category_alone(self, site: FakeSite) -> None:
        commons = FakeCommons(site)
        names(CategorySource((tree(site, "Tree", "M", 1),)), commons)
        assert commons.screened == [
            ("Category:Tree", "M"),
            ("Category:One", ""),
            ("Category:Two", ""),
        ]

    def test_nothing_is_screened_before_it_is_needed(self, site: FakeSite) -> None:
        commons = FakeCommons(site)
        files = CategorySource((tree(site, "Tree"), tree(site, "One"))).files(
            cast("Commons", commons)
        )
        next(files)
        assert len(commons.screened) == 1


PAGES = {
    "Category:Tree": NamedPage(exists=True, files=1, subcategories=2),
    "Category:One": NamedPage(exists=True, files=2, subcategories=1),
    "Category:Bare": NamedPage(exists=True, subcategories=3),
    "Category:Only": NamedPage(exists=True, subcategories=1),
    "Category:Empty": NamedPage(exists=True),
    "Category:None": NamedPage(exists=False),
    "File:A.jpg": NamedPage(exists=True),
    "File:Lake at dawn.jpg": NamedPage(exists=False),
}


class TestTotal:
    def test_it_is_the_sum(self, site: FakeSite) -> None:
        source = CategorySource((tree(site, "Tree"), tree(site, "One")))
        assert source.total(PAGES) == 3

    def test_a_limit_bounds_it(self, site: FakeSite) -> None:
        assert CategorySource((tree(site, "One"),), 1).total(PAGES) == 1
        assert CategorySource((tree(site, "One"),), 9).total(PAGES) == 2

    @pytest.mark.parametrize("more", [{"depth": None}, {"depth": 2}, {"start": "M"}])
    def test_it_is_not_known_of_a_part_or_of_subcategories(
        self, site: FakeSite, more: dict[str, Any]
    ) -> None:
        assert CategorySource((tree(site, "Tree", **more),)).total(PAGES) is None

    def test_a_category_that_redirects_counts_for_nothing(self, site: FakeSite) -> None:
        assert CategorySource((tree(site, "Moved"), tree(site, "One"))).total(PAGES) == 2

    def test_it_is_not_known_of_a_generator(self) -> None:
        assert PageSource([], []).total(PAGES) is None


class TestPages:
    def test_file_pages_of_this_wiki_are_screened(self, site: FakeSite) -> None:
        elsewhere = fake_site()
        elsewhere._BaseSite__code = "beta"  # noqa: SLF001 - it has no other name for that
        pages = [
            pywikibot.Page(site, "File:A.jpg"),
            pywikibot.Page(site, "Main Page"),
            pywikibot.Page(elsewhere, "File:B.jpg"),
            pywikibot.Page(site, "Category:Tree"),
            pywikibot.Page(site, "File:C.jpg"),
        ]
        assert names(PageSource(pages, []), FakeCommons(site)) == ["A", "C"]


class TestExistence:
    def test_what_is_there_and_what_redirects(self, site: FakeSite) -> None:
        check_existence(CategorySource((tree(site, "Tree"), tree(site, "Moved"))), PAGES)
        check_existence(PageSource([], ["File:A.jpg", "File:Moved.jpg"]), PAGES)

    def test_a_category_that_is_not_there(self, site: FakeSite) -> None:
        source = CategorySource((tree(site, "Tree"), tree(site, "None")))
        with pytest.raises(UsageError) as caught:
            check_existence(source, PAGES)
        assert str(caught.value) == "there is no Category:None on this wiki"

    def test_a_category_that_is_filtered_must_be_there_too(self, site: FakeSite) -> None:
        trees = (tree(site, "None"),)
        with pytest.raises(UsageError, match="there is no Category:None on this wiki"):
            check_existence(PageSource([], ["Category:None"], trees), PAGES)

    def test_a_file_that_is_not_there(self) -> None:
        with pytest.raises(UsageError) as caught:
            check_existence(PageSource([], ["File:A.jpg", "File:Lake at dawn.jpg"]), PAGES)
        assert str(caught.value) == (
            'there is no File:Lake at dawn.jpg on this wiki; -search:"Lake at dawn" may find it'
        )


WHY = {
    "Bare": 'Category:Bare has no files itself, but subcategories: -catr:"Bare" sweeps these too.',
    "Only": 'Category:Only has no files itself, but a subcategory: -catr:"Only" sweeps these too.',
    "Empty": "Category:Empty is empty.",
    "Moved": "No file page was found there.",
    "Tree": "No file page was found there.",
}


@pytest.mark.parametrize("name", WHY)
def test_what_would_help_where_there_are_no_files(site: FakeSite, name: str) -> None:
    assert why_no_files(CategorySource((tree(site, name),)), PAGES) == WHY[name]
    trees = (tree(site, "Tree"), tree(site, name))
    assert why_no_files(PageSource([], [], trees), PAGES) == WHY[name]


def test_subcategories_without_files(site: FakeSite) -> None:
    source = CategorySource((tree(site, "Bare", depth=None),))
    assert why_no_files(source, PAGES) == "No file page was found there."


def test_a_generator_that_found_nothing() -> None:
    assert why_no_files(PageSource([], []), PAGES) == "No file page was found there."
