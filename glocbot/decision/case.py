"""One file with all that is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from glocbot.decision.facts import FileFacts, PageContent, Revision
from glocbot.decision.history import HistoryStatus, read_history
from glocbot.decision.rules import Rules
from glocbot.evidence.exif import GpsEvidence, NoPosition
from glocbot.wikitext.parse import ParsedText, parsed
from glocbot.wikitext.status import PageStatus, read_status


@dataclass(frozen=True)
class Case:
    """One file with all that is known of it; what must be worked out is worked out once.

    Attributes:
        facts: of the file.
        page: the latest revision of its page.
        revisions: the page's history, newest first; None when nobody looked.
        rules: the wiki's names, the account and the operator's word.
    """

    facts: FileFacts
    page: PageContent
    revisions: Sequence[Revision] | None
    rules: Rules

    @property
    def evidence(self) -> GpsEvidence | NoPosition:
        """What the file's EXIF says."""
        return self.facts.evidence

    @cached_property
    def text(self) -> ParsedText:
        """The page's text."""
        return parsed(self.page.text, self.rules.names)

    @cached_property
    def status(self) -> PageStatus:
        """What that text says."""
        return read_status(self.text)

    @property
    def first(self) -> Revision | None:
        """The page's first revision, with which the file was uploaded; None when nobody looked."""
        return self.revisions[-1] if self.revisions else None

    @cached_property
    def history(self) -> HistoryStatus:
        """What the page's history says; nothing when nobody looked."""
        return read_history(self.revisions or (), self.rules.account, self.rules.names)
