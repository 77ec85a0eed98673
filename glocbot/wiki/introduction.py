"""Read from a wiki, in one request, all that is to be known before the first file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

import pywikibot

from glocbot.wiki.query import batches_by_name
from glocbot.wikitext.names import COMMONS_NAMES

Site: TypeAlias = pywikibot.site.APISite

_TEMPLATE_NAMESPACE = 10


@dataclass(frozen=True, slots=True)
class NamedPage:
    """What a wiki says of a page that a call names.

    Attributes:
        exists: it has a page or, being a category, members.
        files: how many are directly in it; 0 where it is no category.
        subcategories: how many are directly in it.
    """

    exists: bool
    files: int = 0
    subcategories: int = 0


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a wiki says before the first file.

    Attributes:
        aliases: for each template that decides, by its page's own name, all names that lead to it.
        pages: those that the call names, by title; without those that redirect.
    """

    aliases: Mapping[str, frozenset[str]]
    pages: Mapping[str, NamedPage]


def introduce(site: Site, titles: Iterable[str] = ()) -> Introduction:
    """Read under which names the templates that decide are known, and what some pages hold.

    Args:
        site: the wiki.
        titles: of categories and files that a call names.
    """
    templates = (f"Template:{name}" for name in sorted(COMMONS_NAMES.asked))
    wanted = [*templates, *titles]
    parameters = {
        "prop": "redirects|categoryinfo",
        "redirects": True,
        "rdnamespace": _TEMPLATE_NAMESPACE,
        "rdprop": "title",
        "rdlimit": "max",
    }
    aliases, pages = {}, {}
    for page in chain.from_iterable(batches_by_name(site, parameters, "titles", wanted)):
        title = page["title"]
        if page.get("ns") == _TEMPLATE_NAMESPACE:
            redirects = {redirect["title"] for redirect in page.get("redirects", ())}
            aliases[_bare(title)] = frozenset(map(_bare, {title, *redirects}))
        else:
            info = page.get("categoryinfo", {})
            there = not (page.get("missing") or page.get("invalid"))
            pages[title] = NamedPage(
                exists=there or bool(info.get("size")),
                files=info.get("files", 0),
                subcategories=info.get("subcats", 0),
            )
    return Introduction(aliases, pages)


def _bare(title: str) -> str:
    return title.partition(":")[2]
