"""Which users a page links to: the list of those who want no location on their uploads."""

import re
from collections.abc import Collection
from urllib.parse import unquote

from glocbot.wikitext.hidden import without_hidden
from glocbot.wikitext.names import decoded, normal_title

#: The target of a link to a page, up to its text or its end.
_LINK = re.compile(r"\[\[([^\[\]{}|<>\n]+)(?:\||\]\])")


def linked_users(text: str, namespaces: Collection[str]) -> frozenset[str]:
    """Name the users to whose pages, talk pages or their subpages a text links.

    Everything else is passed over: so the list can have an introduction, signatures and dates.

    >>> text = "* [[User:Anna]], [[user_talk:Kim/Archive 1|Kim]]"
    >>> sorted(linked_users(text, ["User", "User talk"]))
    ['Anna', 'Kim']

    Args:
        text: wikitext, of a page or of a file.
        namespaces: the names of the user and the user talk namespace on the wiki, in any case.

    Returns:
        The users' names as MediaWiki writes them.
    """
    known = {normal_title(name).lower() for name in namespaces}
    found = (_user(target, known) for target in _LINK.findall(without_hidden(text)))
    return frozenset(filter(None, found))


def _user(target: str, namespaces: Collection[str]) -> str:
    """Return whose page a link leads to; "" for any other page."""
    title = decoded(unquote(target)).strip().removeprefix(":")
    prefix, _, rest = title.partition(":")
    if normal_title(prefix).lower() not in namespaces:
        return ""
    return normal_title(re.split(r"[/#]", rest, maxsplit=1)[0])
