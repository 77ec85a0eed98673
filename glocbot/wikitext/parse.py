"""The one way that this package parses wikitext, and a page's text with what was read of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import mwparserfromhell
from mwparserfromhell.nodes import Node, Tag, Template, Text
from mwparserfromhell.wikicode import Wikicode

from glocbot.wikitext.hidden import hidden_spans, is_unended_comment, without_hidden
from glocbot.wikitext.names import Names
from glocbot.wikitext.tangle import is_tangled

#: The tags that may stand around an infobox without changing what belongs on the line below it.
_PLAIN_TAGS = frozenset({"center", "div", "noinclude", "onlyinclude", "section"})
#: Where a template opens, closed or not, with its name.
_OPENING = re.compile(r"\{\{([^{}|\[\]<>]*)")
#: How many pages' texts are kept: a page is decided on when its batch is read, and again with its
#: history right after that; each time both its text and the text after the edit are read.
KEPT = 8


@dataclass(frozen=True, slots=True)
class OuterTemplate:
    """A template at a page's top level.

    Attributes:
        name: as MediaWiki writes it.
        template: as it is used.
        start: where it starts in the page's text.
        end: where it ends.
    """

    name: str
    template: Template
    start: int
    end: int


@dataclass(frozen=True)
class ParsedText:
    """A page's wikitext, and what was read of it: each thing once, when it is first asked for.

    Nothing may change `code`, since all readers share it.

    Attributes:
        text: the wikitext.
        names: which templates decide.
    """

    text: str
    names: Names

    @cached_property
    def hidden(self) -> tuple[tuple[int, int], ...]:
        """Where comments, ``<nowiki>`` and the like start and end."""
        return tuple(hidden_spans(self.text))

    @cached_property
    def visible(self) -> str:
        """The text without what MediaWiki does not expand on the page."""
        return without_hidden(self.text, self.hidden)

    @cached_property
    def tangled(self) -> bool:
        """Whether so much is open at once that `code` is only text."""
        return is_tangled(self.visible)

    @cached_property
    def code(self) -> Wikicode:
        """The parsed text, without what a comment that nothing ends hides at its end.

        Quotes are left alone (``skip_style_tags``): an unbalanced ``''`` would otherwise hide
        templates from view, and the parser looks at far fewer alternatives.
        """
        text = self.text[: self._end]
        if self.tangled:
            return Wikicode([Text(text)])
        return mwparserfromhell.parse(text, skip_style_tags=True)

    @property
    def _end(self) -> int:
        """Where a comment starts that hides the rest of the page; the text's end without one."""
        unended = (span for span in self.hidden if is_unended_comment(self.text, *span))
        return next((start for start, _ in unended), len(self.text))

    @cached_property
    def templates(self) -> tuple[tuple[str, Template], ...]:
        """All templates with their names, those nested in another's parameters included."""
        return tuple(self.templates_in(self.code))

    @cached_property
    def titles(self) -> frozenset[str]:
        """The names of all templates."""
        return frozenset(name for name, _ in self.templates)

    @cached_property
    def outer_templates(self) -> tuple[OuterTemplate, ...]:
        """The templates that may have a line of their own below them.

        Those are at the page's top level and in plain tags such as ``<div>``, but not in another
        template, nor in a table, whose cells a new line can break.
        """
        return tuple(
            OuterTemplate(self.name(template), template, start, start + len(str(template)))
            for template, start in _outer_templates(self.code, 0)
        )

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The categories that the page's own links put it into, in their order."""
        links = self.code.ifilter_wikilinks(recursive=True)
        named = (self.names.category(str(link.title)) for link in links)
        return tuple(dict.fromkeys(filter(None, named)))

    @cached_property
    def opened(self) -> frozenset[str]:
        """Names of all templates that open in the visible text, whether closed or not."""
        return frozenset(map(self.names.template, _OPENING.findall(self.visible)))

    def name(self, template: Template) -> str:
        """Return which template a transclusion names."""
        return self.names.template(str(template.name))

    def templates_in(self, code: Wikicode) -> Iterator[tuple[str, Template]]:
        """Iterate over the templates in a part of the page, with their names."""
        for template in code.ifilter_templates(recursive=True):
            yield self.name(template), template


@lru_cache(maxsize=KEPT)
def parsed(text: str, names: Names) -> ParsedText:
    """Return a page's text for reading; the same one for the same text, while it is kept."""
    return ParsedText(text, names)


def with_offsets(code: Wikicode, start: int = 0) -> Iterator[tuple[Node, int]]:
    """Iterate over a code's own nodes, and where each starts.

    Args:
        code: a page's, or a part of it.
        start: where that part starts in the page.
    """
    for node in code.nodes:
        yield node, start
        start += len(str(node))


def plain_value(value: Wikicode) -> str:
    """Return a parameter's value without comments and surrounding blanks."""
    text = str(value)
    if "<!--" in text:
        code = mwparserfromhell.parse(text, skip_style_tags=True)
        for comment in code.filter_comments():
            code.remove(comment)
        text = str(code)
    return text.strip()


def _outer_templates(code: Wikicode, start: int) -> Iterator[tuple[Template, int]]:
    for node, offset in with_offsets(code, start):
        if isinstance(node, Template):
            yield node, offset
        elif isinstance(node, Tag) and str(node.tag).strip().lower() in _PLAIN_TAGS:
            contents = node.contents or Wikicode([])
            behind = len(f"{contents}</{node.closing_tag}>")
            yield from _outer_templates(contents, offset + len(str(node)) - behind)
