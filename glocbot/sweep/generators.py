"""Pywikibot's generators and filters as options: their values, and what helps to know of each."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from pywikibot import pagegenerators
from pywikibot.tools import strtobool

from glocbot.options import (
    FLAG,
    TEXT,
    Option,
    UsageError,
    ValueKind,
    of_pywikibot,
    optional,
    whole_number,
)


def _check_pattern(text: str) -> str:
    try:
        re.compile(text.removeprefix("not:"))
    except re.error as error:
        raise ValueError(f"a regular expression ({error})") from error
    return text


def _check_list(text: str) -> str:
    # What is written into a pipe can be read only once.
    if not urlparse(text).netloc and not Path(text).is_fifo():
        try:
            Path(text).open("rb").close()
        except OSError as error:
            raise UsageError(f"cannot read {text}: {error.strerror}") from error
    return text


def _check_file_page(text: str) -> str:
    if ":" not in text:
        raise UsageError(f'-page:"{text}" is no file page: write -page:"File:{text}"')
    return text


_CATEGORY = ValueKind("CATEGORY", str)
_PATTERN = ValueKind("REGEX", _check_pattern)
_COUNT = optional(whole_number("pages", 1))

LIMIT = of_pywikibot("limit", whole_number("files", 1), "Look at N files at the most.", "200")
#: The generators that most sweeps need.
GENERATORS: tuple[Option[Any], ...] = (
    of_pywikibot(
        "cat",
        _CATEGORY,
        "The files of a category, by its name, its address or a link to it.",
        '"Views of Vienna"',
    ),
    of_pywikibot(
        "catr", _CATEGORY, "The same with its subcategories; see -depth.", '"Views of Vienna"'
    ),
    of_pywikibot(
        "page",
        ValueKind("TITLE", _check_file_page),
        'One file, such as -page:"File:Lake.jpg"; may be given several times.',
        '"File:Lake.jpg"',
    ),
    of_pywikibot(
        "file",
        ValueKind("LIST", _check_list),
        "The files in a list: a text file with a title a line, or with [[links]].",
        "titles.txt",
    ),
    of_pywikibot(
        "transcludes",
        ValueKind("TEMPLATE", str),
        'The files that use a template, such as -transcludes:"GPS EXIF".',
        '"GPS EXIF"',
    ),
    of_pywikibot("search", ValueKind("WORDS", str), "What the wiki's search finds.", "Hallstatt"),
    of_pywikibot("usercontribs", ValueKind("USER", str), "The files that a user edited."),
    of_pywikibot("newimages", _COUNT, "The newest files."),
)
#: The filters that many sweeps need.
FILTERS: tuple[Option[Any], ...] = (
    LIMIT,
    of_pywikibot("titleregex", _PATTERN, "Only files whose titles match.", '"^File:View"'),
    of_pywikibot("intersect", FLAG, "Only files that all generators name."),
)
_KINDS: Mapping[str, ValueKind[Any]] = {
    **dict.fromkeys(("uncat", "uncatcat", "uncatfiles"), FLAG),
    **dict.fromkeys(("grep", "grepnot", "titleregexnot"), _PATTERN),
    **dict.fromkeys(("category", "catfilter", "subcats", "subcatsr"), _CATEGORY),
    **dict.fromkeys(
        (
            *("newpages", "unconnectedpages", "unusedfiles", "lonelypages", "unwatched", "random"),
            *("randomredirect", "wantedpages", "wantedfiles", "wantedtemplates"),
            *("wantedcategories", "withoutinterwiki", "liverecentchanges"),
        ),
        _COUNT,
    ),
    **dict.fromkeys(
        (
            *("filelinks", "google", "imagesused", "interwiki", "links", "logevents"),
            *("mysqlquery", "namespace", "namespaces", "ns", "onlyif", "onlyifnot", "pageid"),
            *("prefixindex", "property", "ql", "ref", "searchitem", "sparql", "sparqlendpoint"),
            *("supersetquery", "url", "weblink"),
        ),
        TEXT,
    ),
    "pagepile": whole_number("its number", 1),
    "redirect": optional(ValueKind("BOOLEAN", strtobool)),
    "subpage": whole_number("levels", 0),
}
_NAMED = {option.name for option in (*GENERATORS, *FILTERS)}
_FILTER_NAMES = frozenset(
    {
        *("catfilter", "grep", "grepnot", "namespace", "namespaces", "ns", "onlyif", "onlyifnot"),
        *("ql", "redirect", "sparqlendpoint", "subpage", "titleregexnot"),
    }
)
_OTHERS = tuple(
    of_pywikibot(name, _KINDS.get(name, optional(TEXT)))
    for name in sorted(
        handler.removeprefix("_handle_")
        for handler in dir(pagegenerators.GeneratorFactory)
        if handler.startswith("_handle_")
    )
    if name not in _NAMED
)
#: Those that the first page of the help does not show; Pywikibot's own help does.
OTHER_FILTERS = tuple(option for option in _OTHERS if option.name in _FILTER_NAMES)
OTHER_GENERATORS = tuple(option for option in _OTHERS if option.name not in _FILTER_NAMES)
