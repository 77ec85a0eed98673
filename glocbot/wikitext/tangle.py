"""Wikitext with so much open at once that the parser is slow or overlooks templates."""

import re
from collections import Counter
from collections.abc import Iterator

#: With more brackets open than this the parser overlooks templates (it stops at 100 levels, and a
#: template takes up to three), and its time grows with their square: 2,000 of ``{{a|b=`` take
#: seconds. Two open a template, so this is 30 templates in one another.
_MOST_OPEN = 60
#: Likewise tags: 2,000 unclosed ``<div>`` take a quarter of a second, ten times as many half a
#: minute.
_MOST_TAGS = 300
_BRACKET = re.compile(r"[{}\[\]<>]")
_TAG = re.compile(r"<(/?)(?!(?:br|hr|wbr|img|li|td|th|tr|dt|dd|p)\b)[a-z]+", re.IGNORECASE)
_OPENER = {"}": "{", "]": "[", ">": "<"}


def is_tangled(visible: str) -> bool:
    """Tell whether too much is open at once in a page's visible text."""
    return _deeper(_brackets(visible), _MOST_OPEN) or _deeper(_tags(visible), _MOST_TAGS)


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
    for bracket in _BRACKET.findall(text):
        yield _OPENER.get(bracket, bracket), -1 if bracket in _OPENER else 1


def _tags(text: str) -> Iterator[tuple[str, int]]:
    return (("tag", -1 if slash else 1) for slash in _TAG.findall(text))
