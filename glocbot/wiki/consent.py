"""What only the wiki can tell before it is clear whether an uploader left a location out.

Few files need it: those that UploadWizard uploaded and that were uploaded anew since, and those on
whose page somebody else asks for a location.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

import pywikibot

from glocbot.decision.case import Case
from glocbot.decision.consent import open_questions
from glocbot.decision.facts import FileFacts, Upload
from glocbot.wiki.query import (
    TITLE_LIMIT,
    BatchSize,
    batches_by_name,
    granted,
    request,
    with_retries,
)
from glocbot.wiki.responses import uploads
from glocbot.wikitext.names import normal_title

#: How many versions of a file come in one response; more are continued.
VERSIONS = 50
_VERSION = "timestamp|user|sha1|commonmetadata"


class Consent:
    """Reads from a wiki what is open about files; what is so of an account, once a run."""

    def __init__(self, site: pywikibot.site.APISite) -> None:
        self._site = site
        self._is_bot: dict[str, bool] = {}

    def completed(self, cases: Iterable[Case]) -> dict[int, FileFacts]:
        """Return the facts of the files about which something was open, by page id.

        Raises:
            ApiTimeoutError: when the wiki does not respond.
        """
        asked = [(case.facts, open_questions(case)) for case in cases]
        self._learn({name for _, questions in asked for name in questions.accounts})
        old = self._uploads([facts.pageid for facts, questions in asked if questions.uploads])
        return {
            facts.pageid: replace(
                facts,
                uploads=old.get(facts.pageid, facts.uploads),
                people=facts.people | self._people(questions.accounts),
            )
            for facts, questions in asked
            if questions.uploads or questions.accounts
        }

    def _uploads(self, pageids: Sequence[int]) -> dict[int, tuple[Upload, ...]]:
        query = {"prop": "imageinfo", "iiprop": _VERSION, "iilimit": VERSIONS}
        return {
            page["pageid"]: uploads(page)
            for batch in batches_by_name(self._site, query, "pageids", pageids)
            for page in batch
        }

    def _people(self, accounts: frozenset[str]) -> frozenset[str]:
        return frozenset(name for name in accounts if not self._is_bot[name])

    def _learn(self, accounts: set[str]) -> None:
        """Read which of these accounts are bots, where that is not known yet."""
        size = BatchSize(granted(self._site, TITLE_LIMIT))
        while unknown := sorted(accounts - self._is_bot.keys()):
            self._is_bot |= with_retries(size, partial(self._read, unknown))

    def _read(self, accounts: Sequence[str], limit: int) -> dict[str, bool]:
        """Return which accounts are bots; who has no account, such as an address, is none."""
        accounts = accounts[:limit]
        query = {"list": "users", "ususers": "|".join(accounts), "usprop": "groups"}
        users = request(self._site, query).get("query", {}).get("users", ())
        bots = {normal_title(user["name"]) for user in users if "bot" in user.get("groups", ())}
        return {name: name in bots for name in accounts}
