"""The one way that this package parses wikitext."""

from collections.abc import Iterator

import mwparserfromhell
from mwparserfromhell.nodes import Template
from mwparserfromhell.wikicode import Wikicode


def parse(text: str) -> Wikicode:
    """Parse wikitext; comments, ``<nowiki>`` and the like hide what they hold, as on the wiki.

    Quotes are left alone (``skip_style_tags``): an unbalanced ``''`` would otherwise hide templates
    from view, and the parser looks at far fewer alternatives.
    """
    return mwparserfromhell.parse(text, skip_style_tags=True)


def templates(code: Wikicode) -> Iterator[Template]:
    """Iterate over all templates, those nested in another's parameters included."""
    yield from code.ifilter_templates(recursive=True)


def plain_value(value: object) -> str:
    """Return a parameter's value without comments and surrounding blanks."""
    code = parse(str(value))
    for comment in code.filter_comments():
        code.remove(comment)
    return str(code).strip()
