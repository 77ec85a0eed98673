"""Save one edit and turn whatever happens into an outcome, or stop the run.

Pywikibot's traps that this guards against (docs/facts.md §4.4, §4.5): a page deleted meanwhile is
recreated, another user's edit is merged silently, the same account's is overwritten, a save that
changed nothing counts as done, and cosmetic changes touch the rest of the page.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pywikibot
from pywikibot.data import api
from pywikibot.exceptions import (
    APIError,
    EditConflictError,
    Error,
    LockedPageError,
    NoCreateError,
    OtherPageSaveError,
    PageDeletedConflictError,
)

from glocbot.decision.decide import Decision, Edit, Hold, Propose, Skip, decide
from glocbot.decision.facts import FileFacts
from glocbot.decision.history import added_by
from glocbot.editing.outcomes import Changed, Conflict, Done, Failed, Outcome, Protected, Saved
from glocbot.reasons import SkipReason
from glocbot.wiki.commons import Commons, FreshRead
from glocbot.wiki.errors import one_line, stop_on_ending_errors
from glocbot.wiki.traffic import Traffic


@dataclass(frozen=True, slots=True)
class Shown:
    """An edit as a person saw it.

    Attributes:
        facts: of the file.
        wikitext: the line that would be added.
        new_text: the whole page with it.
        doubts: the slugs of what was doubtful.
    """

    facts: FileFacts
    wikitext: str
    new_text: str
    doubts: frozenset[str] = frozenset()


def as_shown(edit: Propose | Hold) -> Shown:
    """Keep of an edit what a person sees of it."""
    return Shown(edit.facts, edit.wikitext, edit.new_text, _doubts(edit))


class Saver:
    """Reads a file anew, decides again on what it read, and saves just that.

    Attributes:
        site: where to.
    """

    def __init__(self, commons: Commons, traffic: Traffic) -> None:
        self.site = commons.site
        self._commons = commons
        self._traffic = traffic

    def decide_anew(self, facts: FileFacts) -> Propose | Hold | Skip:
        """Read a file's text, metadata and history in one request and decide on them."""
        return self._decide(self._commons.read_fresh(facts.title), facts.category)

    def decide_still(self, shown: Shown) -> Propose | Hold | Changed | Done:
        """Decide anew on an edit that was approved as it was shown: is it still the same one?"""
        title = shown.facts.title
        fresh = self._commons.read_fresh(title)
        now = self._decide(fresh, shown.facts.category)
        if isinstance(now, Skip):
            made = added_by(self._commons.rules.account, shown.wikitext, fresh.history)
            if now.reason is SkipReason.LOCATED and made is not None:
                return Done(title, made)
            return Changed(title, now.reason.words)
        if now.wikitext != shown.wikitext:
            return Changed(title, "the file's position is another now")
        if doubts := _doubts(now) - shown.doubts:
            return Changed(title, f"there is a new doubt ({', '.join(sorted(doubts))})")
        if now.page.revid == shown.facts.revid and now.new_text != shown.new_text:
            return Changed(title, "the edit would be another than the one that was shown")
        return now

    def _decide(self, fresh: FreshRead, category: str) -> Decision:
        facts = replace(fresh.facts, category=category)
        if fresh.page is None:
            return Skip(facts, SkipReason.MISSING)
        return decide(facts, fresh.page, fresh.history, self._commons.rules)

    def save(self, edit: Propose | Hold, summary: str) -> Outcome:
        """Save an edit that was decided on a moment ago.

        After an edit conflict the page is read and decided on anew, once.

        Raises:
            StoppedError: when no further edit can succeed.
        """
        title = edit.facts.title
        try:
            return self._save(edit, summary)
        except PageDeletedConflictError:
            return Changed(title, "the page was deleted meanwhile")
        except EditConflictError:
            pywikibot.log(f"Edit conflict on {title}; deciding anew.")
        again = self.decide_still(as_shown(edit))
        if not isinstance(again, Edit):
            return again
        try:
            return self._save(again, summary)
        except EditConflictError:
            return Conflict(title, "somebody else edits the page at the same moment")

    def _save(self, edit: Edit, summary: str) -> Outcome:
        title = edit.facts.title
        try:
            with stop_on_ending_errors():
                self._send_with_a_good_token(edit, summary)
        except LockedPageError:
            return Protected(title, SkipReason.PROTECTED.words)
        except NoCreateError:
            return Changed(title, "the page was deleted meanwhile")
        except EditConflictError:
            raise
        except Error as error:
            return Failed(title, one_line(error))
        return self._checked(edit)

    def _send_with_a_good_token(self, edit: Edit, summary: str) -> None:
        """Send an edit, once more when its token is of a login that was lost since."""
        try:
            self._send(edit, summary)
        except APIError as error:
            if error.code != "badtoken":
                raise
            # Pywikibot has logged in anew by then, but sends the old login's token again.
            self.site.tokens.clear()
            self._send(edit, summary)

    def _send(self, edit: Edit, summary: str) -> None:
        with _unwrapped_errors():
            # The bot exclusion was decided on with the text at hand (`force`), and any edit since
            # then is a conflict (`baserevid`). With a base timestamp beside it, MediaWiki would let
            # the account overwrite its own edits.
            # The text goes along as it is: setting `page.text` asks the wiki for the exclusion.
            self._page(edit).save(
                summary=summary,
                text=edit.new_text,
                minor=False,
                notminor=True,
                bot=True,
                nocreate=True,
                asynchronous=False,
                force=True,
                apply_cosmetic_changes=False,
                quiet=True,
                baserevid=edit.page.revid,
                basetimestamp=False,
            )

    def _page(self, edit: Edit) -> pywikibot.Page:
        """Make a page that knows the revision that the edit is based on, and asks for no other."""
        page = pywikibot.Page(self.site, edit.facts.title)
        base = {
            "revid": edit.page.revid,
            "timestamp": edit.page.timestamp.isoformat(),
            "slots": {"main": {"*": edit.page.text}},
        }
        api.update_page(page, {"pageid": edit.facts.pageid, "revisions": [base]})
        page.latest_revision_id = edit.page.revid
        return page

    def _checked(self, edit: Edit) -> Outcome:
        """Look at the wiki's answer: what was the edit put on top of?"""
        title = edit.facts.title
        answer = self._traffic.edit
        if "newrevid" not in answer:
            return self._unchanged(edit)
        revid = int(answer["newrevid"])
        if answer["oldrevid"] == edit.page.revid:
            return Saved(title, revid)
        return self._merged(edit, revid)

    def _unchanged(self, edit: Edit) -> Outcome:
        """Tell a save that was repeated after a lost answer from one that had no effect."""
        title = edit.facts.title
        page = self._commons.read_fresh(title).page
        if page is not None and page.text.rstrip() == edit.new_text.rstrip():
            return Saved(title, page.revid)
        return Failed(title, "the wiki accepted the edit but changed nothing")

    def _merged(self, edit: Edit, revid: int) -> Outcome:
        """Keep an edit that was merged with another user's only if it had been made knowing that.

        MediaWiki merges edits of different lines silently, so that a page could get two locations,
        or one beside a fresh opt-out.
        """
        title = edit.facts.title
        fresh = self._commons.read_fresh(title)
        before = [revision for revision in fresh.history if revision.revid < revid]
        last = before[0] if before else None
        if last is None or last.text is None:
            return Saved(title, revid)
        templates, categories = self._commons.read_marks(last.revid)
        facts = replace(edit.facts, templates=templates, categories=categories)
        page = replace(edit.page, revid=last.revid, text=last.text, properties=last.properties)
        decision = decide(facts, page, before, self._commons.rules)
        if isinstance(decision, Edit) and not _doubts(decision) - _doubts(edit):
            return Saved(title, revid)
        return self._taken_back(title, revid)

    def _taken_back(self, title: str, revid: int) -> Outcome:
        page = pywikibot.Page(self.site, title)
        summary = "Take back my edit: the page was changed at the same moment"
        try:
            with stop_on_ending_errors():
                self.site.editpage(
                    page, summary=summary, minor=False, bot=True, nocreate=True, undo=revid
                )
        except Error as error:
            why = f"revision {revid} should be undone, for somebody edited at the same moment"
            return Failed(title, f"{why}: {one_line(error)}")
        return Changed(title, "somebody changed the page at the same moment; taken back")


def _doubts(edit: Edit) -> frozenset[str]:
    found = edit.doubts if isinstance(edit, Hold) else ()
    return frozenset(str(doubt.reason) for doubt in found)


@contextmanager
def _unwrapped_errors() -> Iterator[None]:
    """Raise the error itself where Pywikibot wraps it into one that says only "not saved"."""
    try:
        yield
    except OtherPageSaveError as error:
        if isinstance(error.reason, Exception):
            raise error.reason from error
        raise
