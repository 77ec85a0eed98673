"""What a wiki says about one file, as plain values: the input of every decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from glocbot.evidence.exif import GpsEvidence, NoPosition, read_gps

#: "Coordinates of the point of view": the camera's location in structured data (docs/facts.md §5).
POINT_OF_VIEW = "P1259"
#: "Coordinates of depicted place": structured data's ``{{Object location}}`` (docs/facts.md §5).
DEPICTED_PLACE = "P9149"


@dataclass(frozen=True, slots=True)
class Upload:
    """One version of a file.

    Attributes:
        uploaded: when, in ISO 8601.
        user: who uploaded it; "" when hidden.
        sha1: of the version; "" when hidden.
        metadata: MediaWiki's ``commonmetadata``; None when the version is hidden.
    """

    uploaded: str
    user: str
    sha1: str
    metadata: tuple[Mapping[str, Any], ...] | None


@dataclass(frozen=True)
class FileFacts:
    """What one screening request tells of a file, without its page's text.

    Attributes:
        title: with its namespace, such as ``File:Example.jpg``.
        pageid: 0 when the page does not exist.
        revid: the page's latest revision; 0 when the page does not exist.
        exists: page and file are there, on this wiki itself, and visible.
        redirect: the page is a redirect.
        metadata: MediaWiki's ``commonmetadata``.
        templates: the templates that the page transcludes, as far as they were asked for, without
            their namespace; one reached through a redirect or another template is among them.
        categories: the categories that the page is in, as far as they were asked for, without
            their namespace.
        edit_levels: the protection levels that stand before an edit, such as ``sysop``.
        user: who uploaded the current version of the file.
        uploaded: when.
        sha1: of the file.
        mime: of the file, such as ``image/jpeg``.
        category: the category through which it was found, with its namespace; "" for none.
        uploads: all versions of the file, the current one first; empty when nobody asked.
        people: which of the accounts that asked for a location on the page are known to be no
            bots. `glocbot.decision.consent.open_questions` tells whom to ask about.
    """

    title: str
    pageid: int = 0
    revid: int = 0
    exists: bool = True
    redirect: bool = False
    metadata: tuple[Mapping[str, Any], ...] = ()
    templates: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    edit_levels: frozenset[str] = frozenset()
    user: str = ""
    uploaded: str = ""
    sha1: str = ""
    mime: str = ""
    category: str = ""
    uploads: tuple[Upload, ...] = ()
    people: frozenset[str] = frozenset()

    @cached_property
    def evidence(self) -> GpsEvidence | NoPosition:
        """What the file's EXIF says of its position.

        Kept, since the neighbours, the screening and the decision each ask for it: to read it each
        time took a quarter of the processor time of a file that is only screened.
        """
        return read_gps(self.metadata)


@dataclass(frozen=True, slots=True)
class PageContent:
    """One revision of a file page.

    Attributes:
        revid: the revision.
        timestamp: when it was made.
        text: its wikitext.
        properties: the structured data's properties, such as ``P1259``; empty on a wiki without.
    """

    revid: int
    timestamp: datetime
    text: str
    properties: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision in a page's history.

    Attributes:
        revid: its number.
        user: who made it; "" when hidden.
        comment: its summary; "" when hidden.
        text: its wikitext; None when hidden.
        properties: the structured data's properties then; empty on a wiki without.
        parentid: the revision that it was made from; 0 for the page's first.
        timestamp: when it was made; None when unknown.
        tags: the change tags that it carries, such as ``uploadwizard``.
    """

    revid: int
    user: str
    comment: str
    text: str | None
    properties: frozenset[str] = frozenset()
    parentid: int = 0
    timestamp: datetime | None = None
    tags: frozenset[str] = frozenset()
