"""The one way that this package parses wikitext."""

import re
from collections import Counter
from collections.abc import Iterator

import mwparserfromhell
from mwparserfromhell.nodes import Tag, Template, Text
from mwparserfromhell.wikicode import Wikicode

#: The tags whose contents MediaWiki shows as they are or hands to a program, and
#: ``<includeonly>``, whose contents a page does not show itself.
_HIDING_TAGS = (
    "ce|chem|graph|hiero|includeonly|math|nowiki|pre|score|source|syntaxhighlight|"
    "templatedata|timeline"
)
_HIDING = re.compile(rf"<!--|<({_HIDING_TAGS})(?=[\s/>])", re.IGNORECASE)
_COMMENT_START, _COMMENT_END = "<!--", "-->"
#: The tags that may stand around an infobox without changing what belongs on the line below it.
_PLAIN_TAGS = frozenset({"center", "div", "noinclude", "onlyinclude", "section"})
#: With more brackets open than this the parser overlooks templates (it stops at 100 levels, and a
#: template takes up to three), and its time grows with their square: 2,000 of ``{{a|b=`` take
#: seconds. Two open a template, so this is 30 templates in one another.
_MOST_OPEN = 60
#: Likewise tags: 2,000 unclosed ``<div>`` take a quarter of a second, ten times as many half a
#: minute.
_MOST_TAGS = 300
_TAG = re.compile(r"<(/?)(?!(?:br|hr|wbr|img|li|td|th|tr|dt|dd|p)\b)[a-z]+", re.IGNORECASE)
_OPENER = {"}": "{", "]": "[", ">": "<"}


def parse(text: str) -> Wikicode:
    """Parse wikitext; comments, ``<nowiki>`` and the like hide what they hold, as on the wiki.

    Quotes are left alone (``skip_style_tags``): an unbalanced ``''`` would otherwise hide templates
    from view, and the parser looks at far fewer alternatives. A comment that nothing ends hides the
    rest of the page, so that is not parsed. A tangle of open brackets is taken for plain text; ask
    `is_tangled` before believing that nothing is there.
    """
    text = text[: _unended_comment(text)]
    if is_tangled(text):
        return Wikicode([Text(text)])
    return mwparserfromhell.parse(text, skip_style_tags=True)


def templates(code: Wikicode) -> Iterator[Template]:
    """Iterate over all templates, those nested in another's parameters included."""
    yield from code.ifilter_templates(recursive=True)


def outer_templates(code: Wikicode) -> Iterator[Template]:
    """Iterate over the templates that may have a line of their own below them.

    Those are at the page's top level and in plain tags such as ``<div>``, but not in another
    template, nor in a table, whose cells a new line can break.
    """
    for node in code.nodes:
        if isinstance(node, Template):
            yield node
        elif isinstance(node, Tag) and str(node.tag).strip().lower() in _PLAIN_TAGS:
            yield from outer_templates(node.contents or Wikicode([]))


def plain_value(value: object) -> str:
    """Return a parameter's value without comments and surrounding blanks."""
    code = parse(str(value))
    for comment in code.filter_comments():
        code.remove(comment)
    return str(code).strip()


def visible(text: str) -> str:
    """Leave out what MediaWiki does not expand on the page: comments, ``<nowiki>`` and the like."""
    shown, last = [], 0
    for start, end in _hidden_spans(text):
        shown.append(text[last:start])
        last = end
    return "".join([*shown, text[last:]])


def is_tangled(text: str) -> bool:
    """Tell whether so much is open at once that the parser is slow or overlooks templates."""
    shown = visible(text)
    return _deeper(_brackets(shown), _MOST_OPEN) or _deeper(_tags(shown), _MOST_TAGS)


def _deeper(steps: Iterator[tuple[str, int]], most: int) -> bool:
    """Tell whether more than so many are open at once, of all kinds together."""
    depth: Counter[str] = Counter()
    total = 0
    for kind, step in steps:
        if step > 0 or depth[kind]:
            depth[kind] += step
            total += step
        if total > most:
            return True
    return False


def _brackets(text: str) -> Iterator[tuple[str, int]]:
    for bracket in re.findall(r"[{}\[\]<>]", text):
        yield _OPENER.get(bracket, bracket), -1 if bracket in _OPENER else 1


def _tags(text: str) -> Iterator[tuple[str, int]]:
    return (("tag", -1 if slash else 1) for slash in _TAG.findall(text))


def _unended_comment(text: str) -> int:
    """Find where a comment starts that hides the rest of the page; the page's end without one."""
    for start, end in _hidden_spans(text):
        comment = text.startswith(_COMMENT_START, start)
        if comment and text.find(_COMMENT_END, start + len(_COMMENT_START), end) < 0:
            return start
    return len(text)


def _hidden_spans(text: str) -> Iterator[tuple[int, int]]:
    """Find what MediaWiki's preprocessor sets aside, in order.

    A comment or ``<includeonly>`` without an end runs to the end of the page; any other tag
    without an end is no tag (seen on MediaWiki 1.39.17).
    """
    position = 0
    unended: set[str] = set()
    while found := _HIDING.search(text, position):
        position = found.end()
        name = (found[1] or "").lower()
        tag_end = text.find(">", position) if name else position
        if name in unended or tag_end < 0 or text[tag_end - 1 : tag_end + 1] == "/>":
            continue
        end = _end_of_hidden(text, name, tag_end)
        if end is None:
            unended.add(name)
        else:
            yield found.start(), end
            position = end


def _end_of_hidden(text: str, name: str, start: int) -> int | None:
    if not name:
        end = text.find(_COMMENT_END, start)
        return len(text) if end < 0 else end + len(_COMMENT_END)
    ending = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, start)
    if ending:
        return ending.end()
    return len(text) if name == "includeonly" else None
