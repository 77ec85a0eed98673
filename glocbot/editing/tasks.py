"""What an edit is made for: how it is decided on again, and how it is known on its page."""

from abc import ABC, abstractmethod
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import ClassVar, Generic, Protocol, TypeVar

from glocbot.decision.answers import Answer
from glocbot.decision.answers import answer as answer_requests
from glocbot.decision.case import Case
from glocbot.decision.decide import Decision, Hold, Propose, Skip, decide
from glocbot.decision.facts import FileFacts, PageContent
from glocbot.decision.history import added_by
from glocbot.decision.neighbours import Neighbours
from glocbot.decision.rules import Rules
from glocbot.editing.outcomes import AlreadySaved, Outcome, Outdated
from glocbot.proposals.proposal import Proposal
from glocbot.reasons import SkipReason
from glocbot.wiki.commons import FileRead
from glocbot.wikitext.parse import parsed


class Change(Protocol):
    """An edit of a file's page."""

    @property
    def facts(self) -> FileFacts:
        """The file."""

    @property
    def page(self) -> PageContent:
        """The revision that the edit is based on."""

    @property
    def new_text(self) -> str:
        """The page after the edit."""


ChangeT = TypeVar("ChangeT", bound=Change)


class Task(ABC, Generic[ChangeT]):
    """What an edit is made for.

    Attributes:
        summary: the edit summary.
        undone: what it means that the edit was made and does not stand any more.
    """

    summary: str
    undone: ClassVar[str]

    @abstractmethod
    def decide(self, read: FileRead) -> ChangeT | Outcome:
        """Decide on a page again; returns the edit only if it is still the same one."""

    @abstractmethod
    def stands_in(self, text: str) -> bool:
        """Tell whether a page has a text as after the edit."""


@dataclass(frozen=True, slots=True)
class AddLocation(Task[Propose | Hold]):
    """Add the location that was proposed, and perhaps approved.

    Attributes:
        proposal: the edit.
        summary: the edit summary.
        rules: what decisions depend on.
        neighbours: the positions that this run has seen.
    """

    undone = SkipReason.REMOVED_BEFORE.words
    proposal: Proposal
    summary: str
    rules: Rules
    neighbours: Neighbours

    def decide(self, read: FileRead) -> Propose | Hold | Outdated | AlreadySaved:
        """Decide on a page again; returns the edit only if it is still the same one."""
        proposal, title = self.proposal, self.proposal.title
        accepted = self.rules.accepted | proposal.accepted_holds
        now = decide_on(read, replace(self.rules, accepted=accepted), self.neighbours)
        if isinstance(now, Skip):
            made = added_by(self.rules.account, proposal.wikitext, read.history)
            if now.reason is SkipReason.LOCATED and made is not None:
                return AlreadySaved(title, made)
            return Outdated(title, now.words)
        if now.wikitext != proposal.wikitext:
            return Outdated(title, "the file's position is another now")
        if isinstance(now, Hold) and (why := _unseen(now, proposal.reasons, proposal.sha1)):
            return Outdated(title, why)
        if now.page.revid == proposal.revid and now.new_text != proposal.new_text:
            return Outdated(title, "the edit would be another than the one that was shown")
        return now

    def stands_in(self, text: str) -> bool:
        """Tell whether a page has the location."""
        return self.proposal.wikitext in text


@dataclass(frozen=True, slots=True)
class AnswerRequests(Task[Answer]):
    """Take requests for a location off a page.

    Attributes:
        answer: the edit.
        summary: the edit summary, which names the requests and says why they go.
        rules: what decisions depend on.
    """

    undone = "somebody put the request back"
    answer: Answer
    summary: str
    rules: Rules

    def decide(self, read: FileRead) -> Answer | Outdated:
        """Decide on a page again; returns the edit only if it is still the same one."""
        title = self.answer.facts.title
        if read.page is None:
            return Outdated(title, SkipReason.MISSING.words)
        now = answer_requests(Case(read.facts, read.page, read.history, self.rules))
        if now is None or now.summary != self.summary:
            return Outdated(title, "there is no request any more that can be answered")
        return now

    def stands_in(self, text: str) -> bool:
        """Tell whether a page has none of the requests."""
        return parsed(text, self.rules.names).opened.isdisjoint(self.answer.requests)


def decide_on(read: FileRead, rules: Rules, neighbours: Neighbours) -> Decision:
    """Decide on a file whose page and history were read."""
    if read.page is None:
        return Skip(read.facts, SkipReason.MISSING)
    doubts = neighbours.doubts(read.facts)
    return decide(read.facts, read.page, read.history, rules, doubts)


def _unseen(now: Hold, seen: Collection[str], sha1: str) -> str:
    """Say what about a hold a person has not seen; "" when they saw it all."""
    if new := {str(doubt.reason) for doubt in now.doubts}.difference(seen):
        return f"there is a new doubt ({', '.join(sorted(new))})"
    if now.facts.sha1 != sha1:
        return "the file was replaced, and a person must look at the new one"
    return ""
