"""Proposals -> a page of wikitext to paste in user space, ready for a bot request's test run."""

from collections import defaultdict
from collections.abc import Sequence

from glocbot.geohack import geohack
from glocbot.proposals.proposal import Proposal
from glocbot.reasons import HoldReason
from glocbot.template import decimal_degrees
from glocbot.wikitext.escape import escape

CLEAN = "clean"

_WORDS = {
    CLEAN: "nothing is doubtful",
    **{str(reason): reason.words for reason in HoldReason},
}


def gallery(proposals: Sequence[Proposal]) -> str:
    """Write all proposals as galleries, the clean ones first, then by doubt.

    A file with two doubts stands under each of them.
    """
    groups = _groups(proposals)
    parts = [_introduction(proposals, groups)]
    parts += [_section(reason, groups[reason]) for reason in groups]
    return "\n".join(parts)


def _groups(proposals: Sequence[Proposal]) -> dict[str, list[Proposal]]:
    groups: defaultdict[str, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        for reason in dict.fromkeys(proposal.reasons) or [CLEAN]:
            groups[reason].append(proposal)
    order = [CLEAN, *map(str, HoldReason)]
    known = {reason: groups[reason] for reason in order if reason in groups}
    return known | {reason: groups[reason] for reason in groups if reason not in known}


def _introduction(proposals: Sequence[Proposal], groups: dict[str, list[Proposal]]) -> str:
    site = escape(proposals[0].site) if proposals else "no wiki"
    held = sum(proposal.verdict == "hold" for proposal in proposals)
    number = f"{len(proposals)} {'proposal' if len(proposals) == 1 else 'proposals'}"
    introduction = (
        f"{number} of glocbot for {site}: {len(proposals) - held} to be made, {held} held for a "
        "person. Nothing has been saved. Each position is from the file's own EXIF and links to "
        "the maps of the place."
    )
    lines = [
        introduction,
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


def _section(reason: str, proposals: Sequence[Proposal]) -> str:
    lines = [
        f"== {_heading(reason)} ==",
        *([f"{_WORDS[reason].capitalize()}.", ""] if reason in _WORDS else []),
        '<gallery widths="200" heights="150">',
        *map(_entry, proposals),
        "</gallery>",
        "",
    ]
    return "\n".join(lines)


def _heading(reason: str) -> str:
    return escape(reason.replace("-", " ").capitalize())


def _entry(proposal: Proposal) -> str:
    """Write one line: no title that the reader of proposals lets through can end it or its tag."""
    maps = geohack(proposal.location, proposal.title)
    place = escape(f"{decimal_degrees(proposal.latitude)}, {decimal_degrees(proposal.longitude)}")
    heading = "" if proposal.heading is None else f", looking {proposal.heading}°"
    doubts = "".join(f"<br>{escape(doubt.words)}" for doubt in proposal.doubts)
    added = f"<code>{escape(proposal.wikitext)}</code>"
    return f"{proposal.title}|[{maps} {place}]{heading}{doubts}<br>{added}"
