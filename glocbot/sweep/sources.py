"""Which files to look at: Pywikibot's page generators, with categories read in larger batches."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pywikibot
from pywikibot import pagegenerators
from pywikibot.exceptions import Error

from glocbot.decision.facts import FileFacts
from glocbot.options import UsageError
from glocbot.wiki.commons import Commons

#: MediaWiki's namespace of file pages.
FILE_NAMESPACE = 6
#: A category as it is copied from a browser's address line or from a page.
_COPIED = re.compile(
    r"https?://\S*?[/=](?P<address>Category:[^\s?&#]+)\S*"
    r"|\[\[:?(?P<link>[^\[\]|]+)(?:\|[^\[\]]*)?\]\]"
)


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

    def categories(self) -> Iterator[pywikibot.Category]:
        """Iterate over the category and its subcategories breadth first, each once.

        Commons' categories have loops, on which Pywikibot's own recursion never ends (docs/facts.md
        §4.1).
        """
        seen = {self.category.title()}
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


def find_source(arguments: Sequence[str], depth: int | None) -> "Source":
    """Find out which files Pywikibot's arguments name.

    Args:
        arguments: generators and filters.
        depth: how deep ``-catr`` goes; None without a limit.

    Raises:
        UsageError: when a value is wrong or missing.
    """
    factory = SourceFactory(depth)
    if not any(argument.startswith(("-ns", "-namespace")) for argument in arguments):
        factory.handle_arg(f"-ns:{FILE_NAMESPACE}")
    refused = factory.handle_args(arguments)
    source = factory.source()
    if refused or source is None:
        raise UsageError(f"{' '.join(refused or arguments)} names no files; -help shows what does")
    return source


class SourceFactory(pagegenerators.GeneratorFactory):
    """Pywikibot's generator factory, which keeps plain categories for the larger batches."""

    def __init__(self, depth: int | None) -> None:
        """Make a factory.

        Args:
            depth: how deep ``-catr`` goes; None without a limit.
        """
        super().__init__()
        self._depth = depth
        self._trees: list[CategoryTree] = []

    def handle_arg(self, arg: str) -> bool:
        """Take one argument; returns whether it is a generator's.

        Raises:
            UsageError: when its value is wrong or missing.
        """
        try:
            taken: bool = super().handle_arg(arg)
        except (ValueError, NotImplementedError) as error:
            raise UsageError(f"{arg}: {error}") from error
        except EOFError as error:  # Pywikibot asks for a value that is missing, and nobody answers
            raise UsageError(f"{arg} needs a value; -help shows how to write it") from error
        return taken

    def _handle_file(self, value: str | None) -> Any:  # noqa: ANN401 - a generator of Pywikibot's
        if not value or urlparse(value).netloc:
            return super()._handle_file(value)
        try:
            text = Path(value).read_text(encoding="utf-8")
        except OSError as error:
            raise UsageError(f"cannot read {value}: {error.strerror}") from error
        return _listed_pages(text, self.site)

    def _handle_category(self, value: str | None) -> bool:
        return self._add_tree(value, 0)

    _handle_cat = _handle_category

    def _handle_catr(self, value: str | None) -> bool:
        return self._add_tree(value, self._depth)

    def _add_tree(self, value: str | None, depth: int | None) -> bool:
        if not value:
            return False
        category, start = self.getCategory(_category(value))
        self._trees.append(CategoryTree(category, start or "", depth))
        return True

    def source(self) -> "CategorySource | PageSource | None":
        """Return what the arguments ask for; None when they name no generator."""
        if not (self._trees or self.gens):
            return None
        if self._trees and not self.gens and not self._has_filters():
            return CategorySource(tuple(self._trees), self.limit)
        for tree in self._trees:
            self.gens.append(_pages(tree))
        pages = self.getCombinedGenerator()
        return None if pages is None else PageSource(pages)

    def _has_filters(self) -> bool:
        return any(
            (
                self.intersect,
                self.titlefilter_list,
                self.titlenotfilter_list,
                self.articlefilter_list,
                self.articlenotfilter_list,
                self.claimfilter_list,
                self.catfilter_list,
                self.qualityfilter_list,
                self.subpage_max_depth is not None,
                self.redirectfilter is not None,
            )
        )


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
    def categories(self) -> list[str]:
        """The titles of the categories that must be there."""
        return [tree.category.title() for tree in self.trees]

    def total(self, commons: Commons) -> int | None:
        """Count the files to look at; None when that is not known before the end.

        Raises:
            UsageError: for the first category that has neither a page nor members.
        """
        counts = [commons.categories.get(title) for title in self.categories]
        for title, count in zip(self.categories, counts, strict=True):
            if count is not None and not count.exists:
                raise UsageError(f"there is no {title} on this wiki")
        if any(tree.depth != 0 or tree.start for tree in self.trees):
            return None
        files = sum(count.files for count in counts if count is not None)
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
    """

    pages: Iterable[pywikibot.Page]

    @property
    def categories(self) -> list[str]:
        """None: what a generator has to offer shows only when it is asked."""
        return []

    def total(self, _: Commons) -> int | None:
        """Unknown before the end."""
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


def _category(value: str) -> str:
    """Read a category's name, also out of its address or a link to it."""
    value = value.strip()
    if copied := _COPIED.fullmatch(value):
        value = copied["address"] or copied["link"]
    return value.removeprefix(":")


def _listed_pages(text: str, site: Any) -> Iterator[pywikibot.Page]:  # noqa: ANN401 - Pywikibot's
    """Iterate over a list's links, or over its lines where it has none, as Pywikibot reads it.

    But a line that is no title is left out; Pywikibot ends there.
    """
    links = [link["title"] for link in pywikibot.link_regex.finditer(text)]
    lines = (line.partition("|")[0].strip() for line in text.splitlines())
    for title in links or filter(None, lines):
        try:
            page = pywikibot.Page(pywikibot.Link(title, site))
            page.title()
        except Error as error:
            pywikibot.warning(f"{title!r} is left out: {error}")
        else:
            yield page


def _pages(tree: CategoryTree) -> Iterator[pywikibot.Page]:
    """Iterate over a tree's files as pages, for combination with other generators and filters."""
    seen: set[str] = set()
    for category in tree.categories():
        for page in category.site.categorymembers(category, member_type="file"):
            if page.title() not in seen:
                seen.add(page.title())
                yield page
