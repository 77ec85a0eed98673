"""Has the uploader left the location out on purpose?

UploadWizard fills in the EXIF's position by itself and shows it to the uploader (docs/facts.md
§1.6). So a page that it made without a location, for a file whose EXIF has one, was most likely
emptied by its uploader.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from glocbot.decision.case import Case
from glocbot.decision.facts import Revision
from glocbot.evidence.exif import GpsEvidence, NoPosition, read_gps
from glocbot.template import PLACES
from glocbot.wikitext.names import Names, normal_title
from glocbot.wikitext.parse import ParsedText

#: UploadWizard's summaries of all years; until February 2020 "User created page with UploadWizard".
_SUMMARY = re.compile(r"\bwith UploadWizard\b", re.IGNORECASE)
#: Its change tag since 2017; imports from Flickr have one that begins with it.
_TAG = "uploadwizard"
#: Since when it fills in the EXIF's position.
_SINCE = datetime(2011, 11, 1, tzinfo=UTC)
#: The page is made right after the upload. A version that is younger is another upload.
_SAME_UPLOAD = timedelta(minutes=1)
#: Two positions are the same within this many degrees, 1 m: programs that rotate a photo may write
#: its position anew.
_SAME_POSITION = 1e-5


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """What only the wiki can tell before it is clear whether a location was left out.

    Attributes:
        uploads: whether the file's old versions must be read, for `FileFacts.uploads`.
        accounts: of which accounts it must be known whether they are bots, for `FileFacts.people`.
    """

    uploads: bool = False
    accounts: frozenset[str] = frozenset()


def open_questions(case: Case) -> OpenQuestions:
    """Tell what must be asked about a file before it is decided on; mostly nothing."""
    if not (_made_by_wizard(case.first) and _was_filled_in(case)):
        return OpenQuestions()
    requesters = set(_added_by(case, case.rules.names.exif_requests))
    return OpenQuestions(
        uploads=not (case.facts.uploads or _is_first_upload(case)),
        accounts=frozenset(requesters - case.facts.people - {_uploader(case), ""}),
    )


def is_left_out(case: Case) -> bool:
    """Tell whether the uploader may have left the location out.

    Whether the page began without one is not asked here: a page that began with a location and has
    none now is skipped. Without the history nobody can tell, and this says no.
    """
    return _made_by_wizard(case.first) and _was_filled_in(case) and not _is_requested(case)


def _made_by_wizard(first: Revision | None) -> bool:
    """Tell whether UploadWizard made a page, and at a time when it filled in positions."""
    if first is None or (first.timestamp is not None and first.timestamp < _SINCE):
        return False
    tagged = any(tag.startswith(_TAG) for tag in first.tags)
    return tagged or _SUMMARY.search(first.comment) is not None


def _was_filled_in(case: Case) -> bool:
    """Tell whether UploadWizard saw the position that the EXIF has now.

    It fills in a position only when neither coordinate is zero. A later version may be another
    photo, or be uploaded anew with its position; one that was only rotated has the same position.
    """
    now = case.evidence
    before = _first_position(case)
    if isinstance(now, NoPosition) or isinstance(before, NoPosition):
        return False
    same = (
        abs(now.latitude - before.latitude) <= _SAME_POSITION
        and abs(now.longitude - before.longitude) <= _SAME_POSITION
    )
    return same and 0 not in (round(before.latitude, PLACES), round(before.longitude, PLACES))


def _first_position(case: Case) -> GpsEvidence | NoPosition:
    """Read the position in the version that was uploaded first; where it is unknown, today's."""
    if not case.facts.uploads or case.facts.uploads[-1].metadata is None:
        return case.evidence
    return read_gps(case.facts.uploads[-1].metadata)


def _is_first_upload(case: Case) -> bool:
    """Tell whether the current version of the file is as old as its page."""
    first = case.first
    if first is None or first.timestamp is None or not case.facts.uploaded:
        return False
    return datetime.fromisoformat(case.facts.uploaded) - first.timestamp <= _SAME_UPLOAD


def _is_requested(case: Case) -> bool:
    """Tell whether people ask for this edit on the page.

    A bot tags files with ``{{GPS EXIF}}`` too. So each time that the request was put on the page, a
    person must have done it. A request to people for a location counts by the uploader alone.
    """
    names, uploader = case.rules.names, _uploader(case)
    exif = set(_added_by(case, names.exif_requests))
    place = set(_added_by(case, names.place_requests))
    by_people = bool(exif) and exif <= case.facts.people | {uploader}
    return by_people or place == {uploader}


def _added_by(case: Case, requests: frozenset[str]) -> Iterator[str]:
    """Name who put a request on the page, each time; nobody where there is none now."""
    if case.text.titles.isdisjoint(requests):
        return
    there = False
    for revision in reversed(case.revisions or ()):
        if revision.text is None:
            continue
        before, there = there, _opens(revision.text, requests, case.rules.names)
        if there and not before:
            yield normal_title(revision.user)


def _opens(text: str, templates: frozenset[str], names: Names) -> bool:
    return "{{" in text and not ParsedText(text, names).opened.isdisjoint(templates)


def _uploader(case: Case) -> str | None:
    """Name who uploaded the file and began its page; None when hidden, or when nobody looked."""
    return normal_title(case.first.user) if case.first and case.first.user else None
