"""Read the histories of many pages at once, from each revision to its parent.

The API lists the revisions of one page at a time. But it gives any 50 revisions by their numbers
(500 with ``apihighlimits``), each with the number of its parent. So the histories of a batch take a
request for each step back, shared by all that go as far. The few longest ones are read by
themselves.

A history that was merged, imported or partly restored can lack a parent, or name a wrong one; such
a page is read by itself. Not every wrong one shows: after a merge of histories the revision without
a parent need not be the page's first. So this is for proposals; a save reads the whole history.
"""

from collections.abc import Callable, Mapping
from itertools import count

import pywikibot

from glocbot.decision.facts import Revision
from glocbot.wiki.query import (
    TITLE_LIMIT,
    BatchSize,
    Page,
    complete_batch,
    complete_page,
    granted,
    with_retries,
)
from glocbot.wiki.responses import revisions

#: All that a decision needs of a revision.
REVISION_PROPERTIES = "ids|timestamp|user|comment|tags|content"
#: A page's own history is read this many revisions at a time, the most that come with their texts.
REVISIONS = 50
Chain = list[Revision]


def read_histories(
    site: pywikibot.site.APISite,
    latest: Mapping[int, Revision],
    is_enough: Callable[[Revision], bool] = lambda _: False,
) -> dict[int, tuple[Revision, ...]]:
    """Read the histories of pages.

    Args:
        site: the wiki.
        latest: each page's latest revision, by page id.
        is_enough: tells of a revision that nothing before it matters.

    Returns:
        Each page's revisions, newest first: all, or down to one that is enough.
    """
    chains: dict[int, Chain] = {pageid: [revision] for pageid, revision in latest.items()}
    alone: set[int] = set()
    for steps in count(1):
        waiting = {
            chain[-1].parentid: pageid
            for pageid, chain in chains.items()
            if pageid not in alone and chain[-1].parentid and not is_enough(chain[-1])
        }
        # The longer the histories have been so far, the more is still to be expected of those that
        # are left. So all cost twice the least that is possible at the most, and on histories as
        # Commons has them half of what it costs to follow all of them for 30 steps.
        if len(waiting) <= steps:
            alone.update(waiting.values())
            break
        found = _read_revisions(site, list(waiting))
        for revid, pageid in waiting.items():
            owner, parent = found.get(revid, (0, None))
            if parent is None or owner != pageid or not _follows(chains[pageid], parent):
                alone.add(pageid)
            else:
                chains[pageid].append(parent)
    histories = {pageid: tuple(chain) for pageid, chain in chains.items() if pageid not in alone}
    return histories | {pageid: read_history(site, pageid) for pageid in sorted(alone)}


def read_history(site: pywikibot.site.APISite, pageid: int) -> tuple[Revision, ...]:
    """Read one page's whole history, newest first; nothing for a page that has gone."""
    query = {
        "prop": "revisions",
        "pageids": pageid,
        "rvprop": REVISION_PROPERTIES,
        "rvslots": "*",
    }
    page = with_retries(
        BatchSize(REVISIONS), lambda limit: complete_page(site, {**query, "rvlimit": limit})
    )
    return revisions(page)


def _follows(chain: Chain, parent: Revision) -> bool:
    """Tell whether a revision can be the parent of a chain's last one, and all is visible."""
    child = chain[-1]
    in_order = (
        child.timestamp is not None
        and parent.timestamp is not None
        and parent.timestamp <= child.timestamp
    )
    visible = child.text is not None and parent.text is not None
    return visible and in_order and parent.revid < child.revid


def _read_revisions(
    site: pywikibot.site.APISite, revids: list[int]
) -> dict[int, tuple[int, Revision]]:
    """Read revisions by their numbers; returns each with its page's id, but not those deleted."""
    size = BatchSize(granted(site, TITLE_LIMIT))
    found: dict[int, tuple[int, Revision]] = {}
    while revids:

        def read(limit: int, wanted: list[int] = revids) -> tuple[list[Page], int]:
            query = {"prop": "revisions", "revids": wanted[:limit], "rvslots": "*"}
            return complete_batch(site, {**query, "rvprop": REVISION_PROPERTIES})[0], limit

        pages, done = with_retries(size, read)
        for page in pages:
            for revision in revisions(page):
                found[revision.revid] = page.get("pageid", 0), revision
        revids = revids[done:]
    return found
