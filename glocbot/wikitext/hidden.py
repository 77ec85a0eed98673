"""What MediaWiki sets aside before it looks for templates: comments, ``<nowiki>`` and the like."""

import re
from collections.abc import Iterable, Iterator

#: The tags whose contents MediaWiki shows as they are or hands to a program, and
#: ``<includeonly>``, whose contents a page does not show itself.
_HIDING_TAGS = (
    "ce|chem|graph|hiero|includeonly|math|nowiki|pre|score|source|syntaxhighlight|"
    "templatedata|timeline"
)
_HIDING = re.compile(rf"<!--|<({_HIDING_TAGS})(?=[\s/>])", re.IGNORECASE)
_COMMENT_START, _COMMENT_END = "<!--", "-->"


def hidden_spans(text: str) -> Iterator[tuple[int, int]]:
    """Find what MediaWiki's preprocessor sets aside, in order.

    A comment or ``<includeonly>`` without an end runs to the end of the page; any other tag
    without an end is no tag (seen on MediaWiki 1.39.17).

    Yields:
        Where each span starts, and where it ends.
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


def without_hidden(text: str, spans: Iterable[tuple[int, int]] | None = None) -> str:
    """Leave out what MediaWiki does not expand on the page.

    Args:
        text: a page.
        spans: what is hidden in it, where that is known already.
    """
    shown, last = [], 0
    for start, end in hidden_spans(text) if spans is None else spans:
        shown.append(text[last:start])
        last = end
    return "".join([*shown, text[last:]])


def is_unended_comment(text: str, start: int, end: int) -> bool:
    """Tell whether a hidden span is a comment that nothing ends, which hides the rest."""
    is_comment = text.startswith(_COMMENT_START, start)
    return is_comment and text.find(_COMMENT_END, start + len(_COMMENT_START), end) < 0


def _end_of_hidden(text: str, name: str, start: int) -> int | None:
    if not name:
        end = text.find(_COMMENT_END, start)
        return len(text) if end < 0 else end + len(_COMMENT_END)
    ending = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, start)
    if ending:
        return ending.end()
    return len(text) if name == "includeonly" else None
