"""Read a proposals file back: what a sweep wrote, and what may have happened to it since.

A file lies about between a sweep and its review: it is cut off by a full disk, joined with another,
edited by hand, or comes from a newer glocbot. Whatever of it cannot be trusted is refused with its
line's number and why; the good lines are not lost.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from glocbot.location import Location, LocationError
from glocbot.proposals.fields import FieldError, Fields
from glocbot.proposals.records import VERSION
from glocbot.template import location_template

#: What the sweep writes: where its positions come from.
SOURCE = "exif"
#: No page's title holds one of these (MediaWiki's $wgLegalTitleChars).
_ILLEGAL_IN_TITLES = frozenset("#<>[]{}|_\x7f") | frozenset(map(chr, range(32)))


@dataclass(frozen=True, slots=True)
class RecordedDoubt:
    """One thing that a person should look at.

    Attributes:
        reason: the slug; maybe one that this glocbot does not know.
        words: one sentence, for people.
    """

    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class RecordedEvidence:
    """What the file's EXIF said, as it was written down.

    Attributes:
        camera: maker and model; "" when unknown, as for the other strings.
        taken: when, in the camera's own time: ``YYYY-MM-DD HH:MM:SS``.
        gps_date: the date of the fix, in UTC.
        gps_time: the time of the fix, in UTC.
        datum: the geodetic datum.
        status: ``A`` for a measurement in progress, ``V`` for void.
        dop: dilution of precision, without unit; None when unknown.
        img_direction: where the camera looked, degrees from the north that the next one names.
        img_direction_ref: ``T`` for true, ``M`` for magnetic north.
    """

    camera: str = ""
    taken: str = ""
    gps_date: str = ""
    gps_time: str = ""
    datum: str = ""
    status: str = ""
    dop: float | None = None
    img_direction: float | None = None
    img_direction_ref: str = ""


@dataclass(frozen=True, slots=True)
class ProposalRecord:
    """One proposed or held edit, as `glocbot.proposals.records.proposal_record` writes it.

    Attributes:
        site: Pywikibot's name of the wiki, such as ``commons:commons``.
        url: the address of the file's page, not checked.
        thumbnail: the address of a small picture, not checked.
        category: the category through which the file was found; "" for none.
        title: with its namespace.
        pageid: of the page.
        revid: the revision that the edit starts from.
        verdict: ``propose`` or ``hold``.
        reasons: why it is held, as slugs.
        latitude: degrees, north positive.
        longitude: degrees, east positive.
        heading: whole degrees from true north, 0 to 359; None when unknown.
        wikitext: the template that is added; it says the same as the three numbers.
        new_text: the page with it.
        old_text: the page as it was.
        summary: the edit summary.
        doubts: the same reasons, in words.
        evidence: what the EXIF said.
        user: who uploaded the file.
        uploaded: when, in ISO 8601.
        sha1: of the file.
        mime: of the file.
    """

    site: str
    url: str
    thumbnail: str
    category: str
    title: str
    pageid: int
    revid: int
    verdict: Literal["propose", "hold"]
    reasons: tuple[str, ...]
    latitude: float
    longitude: float
    heading: int | None
    wikitext: str
    new_text: str
    old_text: str
    summary: str
    doubts: tuple[RecordedDoubt, ...]
    evidence: RecordedEvidence
    user: str
    uploaded: str
    sha1: str
    mime: str


@dataclass(frozen=True, slots=True)
class LineError:
    """A line that is refused.

    Attributes:
        path: of the file.
        line: its number, from 1.
        why: in words.
    """

    path: Path
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}: {self.why}"


def read_proposals(
    path: Path, site: str | None = None
) -> tuple[list[ProposalRecord], list[LineError]]:
    """Read a proposals file.

    Args:
        path: of the file.
        site: the wiki that all must be from; None takes that of the first good line.

    Returns:
        The good records in their order, and an error for each line that is none.

    Raises:
        OSError: when the file cannot be read at all.
    """
    records: list[ProposalRecord] = []
    errors: list[LineError] = []
    lines_of: dict[str, int] = {}
    for number, line in _lines(path):
        try:
            record = _record(line)
            _check_company(record, site or (records[0].site if records else None), lines_of)
        except FieldError as error:
            errors.append(LineError(path, number, str(error)))
        else:
            records.append(record)
            lines_of[record.title] = number
    return records, errors


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Split at line feeds alone: wikitext may hold U+2028, which Python counts as a line's end."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.removeprefix(codecs.BOM_UTF8).strip():
                yield number, line


def _record(line: bytes) -> ProposalRecord:
    fields = _parse(line)
    version = fields.whole("version", minimum=1)
    if version > VERSION:
        raise FieldError(
            f"its version is {version}, and this glocbot reads up to {VERSION}: update glocbot"
        )
    record = _read(fields)
    _check_template(record)
    _check_texts(record)
    _check_doubts(record)
    return record


def _parse(line: bytes) -> Fields:
    try:
        return Fields.parse(line)
    except FieldError as error:
        if line.endswith(b"\n"):
            raise
        raise FieldError(f"{error}; the file seems to be cut off here") from error


def _read(fields: Fields) -> ProposalRecord:
    return ProposalRecord(
        site=fields.text("site", empty=False),
        url=fields.text("url"),
        thumbnail=fields.text("thumbnail"),
        category=fields.text("category"),
        title=_title(fields),
        pageid=fields.whole("pageid", minimum=1),
        revid=fields.whole("revid", minimum=1),
        verdict="hold" if fields.one_of("verdict", ("propose", "hold")) == "hold" else "propose",
        reasons=fields.texts("reasons"),
        latitude=fields.number("latitude"),
        longitude=fields.number("longitude"),
        heading=fields.whole_or_none("heading"),
        wikitext=fields.text("wikitext"),
        new_text=fields.text("new_text"),
        old_text=fields.text("old_text"),
        summary=fields.text("summary"),
        doubts=tuple(
            RecordedDoubt(doubt.text("reason", empty=False), doubt.text("words"))
            for doubt in fields.objects("doubts")
        ),
        evidence=_evidence(fields.object("evidence")),
        user=fields.text("user"),
        uploaded=fields.text("uploaded"),
        sha1=fields.text("sha1"),
        mime=fields.text("mime"),
    )


def _evidence(fields: Fields) -> RecordedEvidence:
    return RecordedEvidence(
        camera=fields.text("camera"),
        taken=fields.text("taken"),
        gps_date=fields.text("gps_date"),
        gps_time=fields.text("gps_time"),
        datum=fields.text("datum"),
        status=fields.text("status"),
        dop=fields.number_or_none("dop"),
        img_direction=fields.number_or_none("img_direction"),
        img_direction_ref=fields.text("img_direction_ref"),
    )


def _title(fields: Fields) -> str:
    title = fields.text("title", empty=False)
    namespace, _, name = title.partition(":")
    if not (namespace and name) or _ILLEGAL_IN_TITLES.intersection(title):
        raise FieldError(f"{title!r} is not the title of a file's page")
    return title


def _check_template(record: ProposalRecord) -> None:
    """Refuse a template that says something else than the numbers: one was edited, one not."""
    try:
        location = Location(record.latitude, record.longitude, record.heading)
    except LocationError as error:
        raise FieldError(str(error)) from error
    expected = location_template(location, source=SOURCE)
    if record.wikitext != expected:
        raise FieldError(f"the template is {record.wikitext!r}, but its position gives {expected}")


def _check_texts(record: ProposalRecord) -> None:
    """Refuse a new text without the template; where no place was found, the text stays the same."""
    unplaced = record.verdict == "hold" and record.new_text == record.old_text
    if record.wikitext not in record.new_text and not unplaced:
        raise FieldError("the new text lacks the template")


def _check_doubts(record: ProposalRecord) -> None:
    if tuple(doubt.reason for doubt in record.doubts) != record.reasons:
        raise FieldError("its reasons and its doubts differ")
    if record.verdict == "hold" and not record.doubts:
        raise FieldError("it is held for no reason")
    if record.verdict == "propose" and record.doubts:
        raise FieldError("it is proposed, but has doubts")


def _check_company(record: ProposalRecord, site: str | None, lines_of: dict[str, int]) -> None:
    if site is not None and record.site != site:
        raise FieldError(f"it is from {record.site}, not from {site}")
    if record.title in lines_of:
        raise FieldError(f"{record.title} stands on line {lines_of[record.title]} already")
