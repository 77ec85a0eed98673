"""Read the text of any page of a wiki."""

import pywikibot

from glocbot.wiki.query import BatchSize, complete_page, with_retries
from glocbot.wiki.responses import page_content


def read_page(site: pywikibot.site.APISite, title: str) -> str | None:
    """Read a page's latest text, in one request; None when there is no such page.

    Args:
        site: the wiki.
        title: with its namespace; a redirect is followed.

    Raises:
        ApiTimeoutError: when the wiki does not respond.
        APIError: when the wiki refused.
    """
    parameters = {
        "titles": title,
        "redirects": True,
        "prop": "revisions",
        "rvprop": "ids|timestamp|content",
        "rvslots": "main",
    }
    content = page_content(with_retries(BatchSize(1), lambda _: complete_page(site, parameters)))
    return None if content is None else content.text
