"""Which files to look at: whole categories in large batches, or any of Pywikibot's generators."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import pywikibot

from glocbot.decision.facts import FileFacts
from glocbot.options import UsageError
from glocbot.wiki.commons import Commons
from glocbot.wiki.introduction import NamedPage

#: MediaWiki's namespace of file pages.
FILE_NAMESPACE = 6


@dataclass(frozen=True, slots=True)
class CategoryTree:
    """A category to sweep.

    Attributes:
        category: which.
        start: where in the order of sort keys to begin; "" for the beginning.
        depth: how many levels of subcategories; 0 for none, None for all.
    """

    category: pywikibot.Category
    start: str = ""
    depth: int | None = 0

    @property
    def title(self) -> str:
        """The category's title, with its namespace."""
        return str(self.category.title())

    def categories(self) -> Iterator[pywikibot.Category]:
        """Iterate over the category and its subcategories breadth first, each once.

        Commons' categories have loops, on which Pywikibot's own recursion never ends
        (docs/facts.md §4.1).
        """
        seen = {self.title}
        waiting = deque([(self.category, 0)])
        while waiting:
            category, level = waiting.popleft()
            yield category
            if self.depth is not None and level >= self.depth:
                continue
            for sub in category.site.categorymembers(category, member_type="subcat"):
                if sub.title() not in seen:
                    seen.add(sub.title())
                    waiting.append((pywikibot.Category(sub), level + 1))

    def pages(self) -> Iterator[pywikibot.Page]:
        """Iterate over the files as pages, each once."""
        seen: set[str] = set()
        for category in self.categories():
            for page in category.site.categorymembers(category, member_type="file"):
                if page.title() not in seen:
                    seen.add(page.title())
                    yield page


@dataclass(frozen=True, slots=True)
class CategorySource:
    """Files of whole categories, screened up to 500 a request.

    Attributes:
        trees: the categories.
        limit: how many files at the most; None for all.
    """

    trees: tuple[CategoryTree, ...]
    limit: int | None = None

    @property
    def titles(self) -> list[str]:
        """The pages that the call names, and that must be there."""
        return [tree.title for tree in self.trees]

    def total(self, pages: Mapping[str, NamedPage]) -> int | None:
        """Count the files to look at; None when that is not known before the end.

        Args:
            pages: what the wiki says of those that the call names.
        """
        if any(tree.depth != 0 or tree.start for tree in self.trees):
            return None
        files = sum(pages[title].files for title in self.titles if title in pages)
        return files if self.limit is None else min(files, self.limit)

    def files(self, commons: Commons) -> Iterator[FileFacts]:
        """Screen the files, each once."""
        return islice(self._files(commons), self.limit)

    def _files(self, commons: Commons) -> Iterator[FileFacts]:
        alone = len(self.trees) == 1 and self.trees[0].depth == 0
        seen: set[int] = set()
        for tree in self.trees:
            start = tree.start
            for category in tree.categories():
                for facts in commons.screen_category(category, start):
                    if alone:  # remembers nothing, so that memory does not grow with the category
                        yield facts
                    elif facts.pageid not in seen:
                        seen.add(facts.pageid)
                        yield facts
                start = ""


@dataclass(frozen=True, slots=True)
class PageSource:
    """Files of any other page generator, screened up to 50 a request.

    Attributes:
        pages: Pywikibot's generator; pages that are no file pages are left out.
        titles: the pages that the call names, and that must be there.
        trees: the categories among them.
    """

    pages: Iterable[pywikibot.Page]
    titles: list[str]
    trees: tuple[CategoryTree, ...] = ()

    def total(self, _: Mapping[str, NamedPage]) -> int | None:
        """Return None: how many files there are is not known before the end."""
        return None

    def files(self, commons: Commons) -> Iterator[FileFacts]:
        """Screen the files."""
        return commons.screen_titles(self._titles(commons))

    def _titles(self, commons: Commons) -> Iterator[str]:
        for page in self.pages:
            # Links in a list may lead to other wikis.
            if page.site == commons.site and page.namespace() == FILE_NAMESPACE:
                yield page.title()


Source = CategorySource | PageSource


def check_existence(source: Source, pages: Mapping[str, NamedPage]) -> None:
    """Check that all pages which the call names are there.

    Args:
        source: of the call.
        pages: what the wiki says of them; a page that redirects is not among them.

    Raises:
        UsageError: for the first that is not.
    """
    categories = {tree.title for tree in source.trees}
    for title in source.titles:
        if title in pages and not pages[title].exists:
            name = title.partition(":")[2].rpartition(".")[0]
            hint = "" if title in categories else f'; -search:"{name}" may find it'
            raise UsageError(f"there is no {title} on this wiki{hint}")


def why_no_files(source: Source, pages: Mapping[str, NamedPage]) -> str:
    """Say why a sweep found no file to look at, and what would help.

    Args:
        source: of the call.
        pages: what the wiki says of those that the call names.
    """
    for tree in source.trees:
        page = pages.get(tree.title)
        if page is None or page.files:
            continue
        if page.subcategories and tree.depth == 0:
            name = tree.title.partition(":")[2]
            also = "a subcategory" if page.subcategories == 1 else "subcategories"
            return f'{tree.title} has no files itself, but {also}: -catr:"{name}" sweeps these too.'
        if not page.subcategories:
            return f"{tree.title} is empty."
    return "No file page was found there."
