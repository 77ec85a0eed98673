"""Proposals -> a page of wikitext to paste in user space, ready for a bot request's test run."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from glocbot.geohack import geohack
from glocbot.proposals.proposal import Proposal
from glocbot.reasons import HoldReason
from glocbot.report.outliers import Remoteness, remoteness
from glocbot.template import decimal_degrees
from glocbot.wikitext.escape import escape

CLEAN = "clean"
OUTLIER = "outlier"

_WORDS = {
    CLEAN: "nothing is doubtful",
    OUTLIER: "the position is far from the others of its category",
    **{str(reason): reason.words for reason in HoldReason},
}


def gallery(records: Sequence[Proposal]) -> str:
    """Write all proposals as galleries, the clean ones first, then by doubt.

    A file with two doubts stands under each of them, an outlier also under that.
    """
    groups = _groups(records)
    parts = [_introduction(records, groups)]
    parts += [_section(reason, groups[reason]) for reason in groups]
    return "\n".join(parts)


def _groups(records: Sequence[Proposal]) -> dict[str, list[Proposal]]:
    groups: defaultdict[str, list[Proposal]] = defaultdict(list)
    for record, remote in zip(records, remoteness(records), strict=True):
        for reason in _reasons(record, remote):
            groups[reason].append(record)
    order = [CLEAN, OUTLIER, *map(str, HoldReason)]
    known = {reason: groups[reason] for reason in order if reason in groups}
    return known | {reason: groups[reason] for reason in groups if reason not in known}


def _reasons(record: Proposal, remote: Remoteness) -> Iterator[str]:
    if remote.outlier:
        yield OUTLIER
    yield from dict.fromkeys(record.reasons)
    if not (remote.outlier or record.reasons):
        yield CLEAN


def _introduction(records: Sequence[Proposal], groups: dict[str, list[Proposal]]) -> str:
    site = escape(records[0].site) if records else "no wiki"
    held = sum(record.verdict == "hold" for record in records)
    words = (
        f"{len(records)} proposals of glocbot for {site}: {len(records) - held} to be made, {held} "
        "held for a person. Nothing has been saved. Each position is from the file's own EXIF and "
        "links to the maps of the place."
    )
    lines = [
        words,
        "",
        '{| class="wikitable sortable"',
        "! Doubt !! In words !! Files",
        *(
            f"|-\n| {escape(reason)} || {escape(_WORDS.get(reason, ''))} || {len(group)}"
            for reason, group in groups.items()
        ),
        "|}",
        "",
    ]
    return "\n".join(lines)


def _section(reason: str, records: Sequence[Proposal]) -> str:
    lines = [
        f"== {_heading(reason)} ==",
        *([f"{_WORDS[reason].capitalize()}.", ""] if reason in _WORDS else []),
        '<gallery widths="200" heights="150">',
        *map(_entry, records),
        "</gallery>",
        "",
    ]
    return "\n".join(lines)


def _heading(reason: str) -> str:
    return escape(reason.replace("-", " ").capitalize())


def _entry(record: Proposal) -> str:
    """Write one line: no title that the reader of proposals lets through can end it or its tag."""
    maps = geohack(record.location, record.title)
    place = escape(f"{decimal_degrees(record.latitude)}, {decimal_degrees(record.longitude)}")
    heading = "" if record.heading is None else f", looking {record.heading}°"
    doubts = "".join(f"<br>{escape(doubt.words)}" for doubt in record.doubts)
    added = f"<code>{escape(record.wikitext)}</code>"
    return f"{record.title}|[{maps} {place}]{heading}{doubts}<br>{added}"
