"""Find out which files Pywikibot's arguments name."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pywikibot
from pywikibot import pagegenerators
from pywikibot.exceptions import Error

from glocbot.options import UsageError
from glocbot.sweep.sources import (
    FILE_NAMESPACE,
    CategorySource,
    CategoryTree,
    PageSource,
    Source,
)

#: A category as it is copied from a browser's address line or from a page.
_COPIED = re.compile(
    r"https?://\S*?[/=](?P<address>Category:[^\s?&#]+)\S*"
    r"|\[\[:?(?P<link>[^\[\]|]+)(?:\|[^\[\]]*)?\]\]"
)
_CATEGORY_NAMESPACE = 14


def find_source(arguments: Sequence[str], depth: int | None) -> Source:
    """Make the source that generators and filters name.

    Args:
        arguments: in Pywikibot's spelling.
        depth: how deep ``-catr`` goes; None without a limit.

    Raises:
        UsageError: when a value is wrong.
    """
    factory = SourceFactory(depth)
    # First, since some generators read them; alone, so that a key error is surely about them.
    chosen = [argument for argument in arguments if argument.startswith(("-ns", "-namespace"))]
    try:
        for argument in chosen or [f"-ns:{FILE_NAMESPACE}"]:
            factory.handle_arg(argument)
        factory.check_namespaces()
    except KeyError as error:
        raise UsageError(f"{' '.join(chosen)}: {error.args[0]}") from error
    for argument in arguments:
        if argument not in chosen and not factory.handle_arg(argument):
            raise UsageError(f"{argument} is not understood; -help:all shows how to write it")
    return factory.source()


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
        self._named: list[str] = []

    def handle_arg(self, arg: str) -> bool:
        """Take one argument; returns whether it is a generator's.

        Raises:
            UsageError: when its value is wrong or missing.
        """
        try:
            taken: bool = super().handle_arg(arg)
        except (ValueError, NotImplementedError) as error:
            raise UsageError(f"{arg}: {error}") from error
        except EOFError as error:  # Pywikibot asks for a missing value, and nobody is there
            raise UsageError(f"{arg} needs a value; -help:all shows how to write it") from error
        return taken

    def check_namespaces(self) -> None:
        """Check that the namespaces exist; Pywikibot looks them up when they are asked for.

        Raises:
            KeyError: when one does not.
        """
        frozenset(self.namespaces)

    def source(self) -> Source:
        """Return what the arguments ask for."""
        trees = tuple(self._trees)
        if trees and not self.gens and not self._has_filters():
            return CategorySource(trees, self.limit)
        self.gens += [tree.pages() for tree in trees]
        titles = [*(tree.title for tree in trees), *self._named]
        return PageSource(self.getCombinedGenerator(), titles, trees)

    def _handle_page(self, value: str) -> list[pywikibot.Page]:
        page = pywikibot.Page(pywikibot.Link(value, self.site))
        if page.site != self.site:
            raise UsageError(f'-page:"{value}" is a page of another wiki')
        name = page.title(with_ns=False)
        if page.namespace() == _CATEGORY_NAMESPACE:
            raise UsageError(f'-page:"{value}" is a category: write -cat:"{name}"')
        if page.namespace() != FILE_NAMESPACE:
            raise UsageError(f'-page:"{value}" is no file page: write -page:"File:{name}"')
        self._named.append(page.title())
        return [page]

    def _handle_file(self, value: str) -> Any:  # noqa: ANN401 - a generator of Pywikibot's
        if urlparse(value).netloc:
            return super()._handle_file(value)
        try:
            text = Path(value).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"cannot read {value}: {error}") from error
        return _listed_pages(text, self.site)

    def _handle_category(self, value: str) -> bool:
        return self._add_tree(value, 0)

    _handle_cat = _handle_category

    def _handle_catr(self, value: str) -> bool:
        return self._add_tree(value, self._depth)

    def _add_tree(self, value: str, depth: int | None) -> bool:
        category, start = self.getCategory(_category(value))
        self._trees.append(CategoryTree(category, start or "", depth))
        return True

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
    warned = False
    for title in links or filter(None, lines):
        try:
            page = pywikibot.Page(pywikibot.Link(title, site))
            page.title()
        except Error as error:
            pywikibot.warning(f"{title!r} is left out: {error}")
            continue
        if not (warned or page.namespace() == FILE_NAMESPACE):
            warned = True
            pywikibot.warning(
                f"{title!r} and what else is no file page is left out: a file's title begins with "
                "File:"
            )
        yield page
