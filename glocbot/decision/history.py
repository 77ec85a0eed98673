"""A page's history: has a location been there before?

Bots have put back what uploaders took away (docs/facts.md §1.6, T218057). Whoever removed a
location had a reason, so the bot never adds one twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from glocbot.decision.facts import POINT_OF_VIEW, Revision
from glocbot.wikitext.names import Names, normal_title
from glocbot.wikitext.parse import parsed
from glocbot.wikitext.status import may_give_coordinates, read_status


@dataclass(frozen=True, slots=True)
class HistoryStatus:
    """What a page's history says.

    Attributes:
        removed: a location was there, on the page or in its structured data, or coordinates in
            some other template, or this account edited the page, and there is none now.
        hidden: some revision's text cannot be seen, so nothing is certain.
    """

    removed: bool
    hidden: bool


def read_history(revisions: Sequence[Revision], account: str | None, names: Names) -> HistoryStatus:
    """Read the whole history of a page that is not located now.

    Args:
        revisions: all of them, newest first.
        account: the bot's user name; None without one.
        names: which templates are locations.
    """
    return HistoryStatus(
        removed=any(POINT_OF_VIEW in revision.properties for revision in revisions)
        or (account is not None and _edited_by(account, revisions))
        or _lost_coordinates(revisions, names),
        hidden=any(revision.text is None for revision in revisions),
    )


def added_by(account: str | None, wikitext: str, revisions: Iterable[Revision]) -> int | None:
    """Find the revision with which an account put a text into a page.

    Args:
        account: a user name; None without one.
        wikitext: the text.
        revisions: of the page, newest first.

    Returns:
        Its number; None when there is no such revision.
    """
    if account is None:
        return None
    for newer, older in pairwise(revisions):
        texts = newer.text or "", older.text or ""
        if wikitext in texts[0] and wikitext not in texts[1] and is_by(account, newer):
            return newer.revid
    return None


def had_location(revision: Revision, names: Names) -> bool:
    """Tell whether a location was there at a revision, so that no older one matters."""
    return POINT_OF_VIEW in revision.properties or _coordinates(revision.text or "", names)[0]


def _lost_coordinates(revisions: Sequence[Revision], names: Names) -> bool:
    """Tell whether a location was there, or coordinates in another template that have gone.

    A broken location counts, since that one went for a reason too; so may another template, which
    can be a location's wrapper. A text that comes again, such as after a change to structured
    data, is read once.
    """
    texts = dict.fromkeys(revision.text or "" for revision in revisions)
    given = [_coordinates(text, names) for text in texts]
    located = any(camera for camera, _ in given)
    had_others = any(others for _, others in given[1:])
    return located or (had_others and not given[0][1])


def _coordinates(text: str, names: Names) -> tuple[bool, bool]:
    """Tell whether a text has a location, and whether it gives coordinates elsewhere."""
    if not may_give_coordinates(text, names):
        return False, False
    page = parsed(text, names)
    status = read_status(page)
    located = status.located or bool(page.opened & names.location)
    return located, status.other_coordinates or status.unlisted_coordinates


def _edited_by(account: str, revisions: Iterable[Revision]) -> bool:
    """Tell whether the account ever changed the page's text.

    Creating the page does not count, so that people can sweep their own uploads; neither does what
    left the text as it was, such as a new version of the file or a change to structured data.
    """
    return any(
        is_by(account, newer) and newer.text != older.text for newer, older in pairwise(revisions)
    )


def is_by(account: str, revision: Revision) -> bool:
    """Tell whether an account made a revision."""
    return normal_title(revision.user) == normal_title(account)
