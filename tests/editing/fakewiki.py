"""A wiki in memory: what `Commons` reads and `Editor` edits, with what goes wrong in between."""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any, cast

from glocbot.decision.decide import Hold, Propose
from glocbot.decision.facts import FileFacts, PageContent, Revision
from glocbot.decision.neighbours import Neighbours
from glocbot.decision.rules import Rules
from glocbot.editing.interruption import Interruption
from glocbot.editing.saver import Saver
from glocbot.proposals.proposal import Addresses
from glocbot.wiki.commons import Commons, FileRead
from glocbot.wiki.edit import Editor, EditResponse, Made, Unconfirmed
from glocbot.wiki.errors import Effect
from tests.making import TEXT, facts

TITLE = "File:Lake ä.jpg"
ACCOUNT = "Glocbot"
LOCATION = "{{Location|48.20849|16.37208|source:exif}}"
LOCATED = TEXT.replace("}}\n", f"}}}}\n{LOCATION}\n")
SUMMARY = "Add a location"
WHEN = datetime(2024, 5, 11, tzinfo=UTC)

Deed = Callable[[], Any]


@dataclass
class FakeWiki:
    """A page with its file and history, newest first; merges and conflicts are as MediaWiki's.

    Attributes:
        file: the file.
        history: of its page; empty when it was deleted.
        asked: what the wiki was asked for, in order.
        before_edit: what happens before the next edits; a response that is returned stands for the
            wiki's, and the edit is not made.
        after_edit: the same, after the edit was made.
        at_read: what happens at the next reads, before they are carried out.
    """

    file: FileFacts = field(default_factory=facts)
    history: list[Revision] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    before_edit: deque[Deed] = field(default_factory=deque)
    after_edit: deque[Deed] = field(default_factory=deque)
    at_read: deque[Deed] = field(default_factory=deque)
    rules: Rules = field(default_factory=lambda: Rules(account=ACCOUNT))
    neighbours: Neighbours = field(default_factory=Neighbours)
    site: str = "memory:en"

    def __post_init__(self) -> None:
        self._numbers = count(70)
        if not self.history:
            self.save(TEXT, "Kim")

    # What others do

    @property
    def text(self) -> str:
        """The page's present text."""
        return self.history[0].text or ""

    @property
    def edits(self) -> list[str]:
        """Who edited the page, first things first."""
        return [revision.user for revision in reversed(self.history)]

    def save(self, text: str, user: str = "Kim", comment: str = "") -> int:
        """Save the page as a user; returns the new revision."""
        self.history.insert(0, Revision(next(self._numbers), user, comment, text))
        return self.history[0].revid

    def replace_file(self, file: FileFacts) -> None:
        """Upload another file; the page gets a revision with the same text."""
        self.file = replace(file, sha1="ffff")
        self.save(self.text, "Kim")

    def hide_latest(self) -> None:
        """Hide the latest revision's text from view."""
        self.history[0] = replace(self.history[0], text=None)

    # What glocbot does, as `Commons` and `Editor` do it

    def read_fresh(self, title: str, category: str = "") -> FileRead:
        self.asked.append("read")
        _happen(self.at_read)
        if not self.history:
            gone = replace(self.file, title=title, category=category, exists=False)
            return FileRead(gone, None)
        latest = self.history[0]
        templates, categories = _links(latest.text or "")
        file = replace(
            self.file,
            title=title,
            category=category,
            revid=latest.revid,
            templates=templates,
            categories=categories,
        )
        page = None if latest.text is None else PageContent(latest.revid, WHEN, latest.text)
        return FileRead(file, page, tuple(self.history))

    def read_links(self, revid: int) -> tuple[frozenset[str], frozenset[str]]:
        self.asked.append("links")
        return _links(self._revision(revid).text or "")

    def addresses(self, title: str) -> Addresses:
        return Addresses(self.site, f"https://wiki.example/{title}", "")

    def prepare(self) -> None:
        self.asked.append("prepare")

    def put(self, title: str, text: str, *, base: int, summary: str) -> EditResponse:
        assert title == TITLE
        return self._edit("put", lambda: self._merged(text, base), summary)

    def undo(self, title: str, revid: int, *, summary: str) -> EditResponse:
        assert title == TITLE
        return self._edit("undo", lambda: self._without(revid), summary)

    def _edit(self, name: str, new_text: Callable[[], str | None], summary: str) -> EditResponse:
        self.asked.append(name)
        response: EditResponse | None = _happen(self.before_edit)
        if response is None:
            response = self._carried_out(new_text, summary)
        instead: EditResponse | None = _happen(self.after_edit)
        return instead or response

    def _carried_out(self, new_text: Callable[[], str | None], summary: str) -> EditResponse:
        if not self.history:
            return Unconfirmed(Effect.DELETED, "there is no such page")
        text, parent = new_text(), self.history[0].revid
        if text is None:
            return Unconfirmed(Effect.CONFLICT, "edit conflict")
        if text == self.text:
            return Unconfirmed(Effect.UNCHANGED, "nothing changed")
        return Made(self.save(text, ACCOUNT, summary), parent)

    def _merged(self, text: str, base: int) -> str | None:
        """Put a text made from a base into the page; None where others changed the same place."""
        was = self._revision(base).text or ""
        if self.text == text:
            return text
        return text + self.text.removeprefix(was) if self.text.startswith(was) else None

    def _without(self, revid: int) -> str | None:
        after, before = self._revision(revid).text or "", self._before(revid).text or ""
        return before + self.text.removeprefix(after) if self.text.startswith(after) else None

    def _revision(self, revid: int) -> Revision:
        return next(revision for revision in self.history if revision.revid == revid)

    def _before(self, revid: int) -> Revision:
        return self.history[self.history.index(self._revision(revid)) + 1]


def _happen(deeds: deque[Deed]) -> Any:
    return deeds.popleft()() if deeds else None


def _links(text: str) -> tuple[frozenset[str], frozenset[str]]:
    templates = re.findall(r"\{\{([^{}|]+)", text)
    categories = re.findall(r"\[\[Category:([^\]]+)", text)
    return frozenset(templates), frozenset(categories)


def responding(effect: Effect, words: str = "the wiki says no") -> Deed:
    """Make a deed whose response stands for the wiki's."""
    return lambda: Unconfirmed(effect, words)


def failing(error: BaseException) -> Deed:
    """Make a deed that raises an error."""

    def fail() -> None:
        raise error

    return fail


def saver_on(wiki: FakeWiki, interruption: Interruption | None = None) -> Saver:
    """Make a saver that works on a fake wiki."""
    return Saver(cast("Commons", wiki), cast("Editor", wiki), interruption)


def decided(wiki: FakeWiki, saver: Saver) -> Propose | Hold:
    """Decide on the wiki's page, and forget that it was read."""
    decision = saver.decide_anew(wiki.file)
    assert isinstance(decision, Propose | Hold)
    wiki.asked.clear()
    return decision
