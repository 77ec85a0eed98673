"""What people have said beforehand: rejections, opt-outs, and what a bot's permission covers."""

from pathlib import Path

import pywikibot

from glocbot.decision.rules import Rules
from glocbot.editing.options import PeoplesWords
from glocbot.editing.rejecting import rejections_on
from glocbot.options import UsageError
from glocbot.wiki.pages import read_page
from glocbot.wikitext.users import linked_users

#: MediaWiki's namespaces of users' pages and of their talk pages.
_USER_NAMESPACES = (2, 3)


def rules_on(site: str, words: PeoplesWords) -> Rules:
    """Read what stands in files on this machine; asks no wiki.

    Args:
        site: Pywikibot's name of the wiki.
        words: where it stands.

    Raises:
        UsageError: when a file cannot be read.
    """
    return Rules(rejections=rejections_on(site, words.rejected), accepted=words.accepted)


def opted_out(site: pywikibot.site.APISite, words: PeoplesWords) -> frozenset[str]:
    """Read which users want no location on their uploads.

    Args:
        site: the wiki.
        words: where it stands; a file of that name counts before a page.

    Raises:
        UsageError: when there is neither such a file nor such a page: to go on without it might
            locate what a person wants to have no location.
    """
    if words.opt_out is None:
        return frozenset()
    text = _file(words.opt_out)
    if text is None:
        text = read_page(site, words.opt_out)
    if text is None:
        raise UsageError(f"-optout: there is neither a file nor a page {words.opt_out}")
    namespaces = [name for number in _USER_NAMESPACES for name in site.namespaces[number]]
    return linked_users(text, namespaces)


def _file(name: str) -> str | None:
    path = Path(name)
    if not path.is_file():
        return None
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeError) as error:
        raise UsageError(f"cannot read {name}: {error}") from error
