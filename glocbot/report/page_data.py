"""Proposals -> what the page's script reads, as values for JSON."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any
from urllib.parse import urlsplit

from glocbot.evidence.exif import GpsEvidence
from glocbot.geohack import geohack
from glocbot.proposals.approvals import APPROVALS_VERSION
from glocbot.proposals.proposal import Proposal
from glocbot.report.diff import Line, diff
from glocbot.report.distances import distances

_NORTH = {"T": "true north", "M": "magnetic north", None: "an unnamed north"}
_STATUS = {"A": "A, a measurement in progress", "V": "V, void"}


def page_data(
    proposals: Sequence[Proposal], source: str, pictures: Mapping[str, str]
) -> dict[str, Any]:
    """Return all that the page shows.

    Args:
        proposals: of one wiki.
        source: the name of the file that they are from.
        pictures: ``data:`` URLs of pictures by title, shown in place of the thumbnails.
    """
    return {
        "version": APPROVALS_VERSION,
        "site": proposals[0].site if proposals else "",
        "source": source,
        "key": key(proposals),
        "items": [
            item(proposal, distance, pictures.get(proposal.title, proposal.thumbnail))
            for proposal, distance in zip(proposals, distances(proposals), strict=True)
        ],
    }


def key(proposals: Sequence[Proposal]) -> str:
    """Name a set of proposals, so that a browser keeps decisions on these and no others."""
    facts = [(each.site, each.title, each.revid, each.wikitext) for each in proposals]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]


def item(proposal: Proposal, distance: float, picture: str) -> dict[str, Any]:
    """Return one proposal as the page's script reads it."""
    return {
        "title": proposal.title,
        "revid": proposal.revid,
        "url": proposal.url,
        "picture": picture,
        "category": proposal.category or "",
        "verdict": proposal.verdict,
        "reasons": proposal.reasons,
        "doubts": [doubt.words for doubt in proposal.doubts],
        "latitude": proposal.latitude,
        "longitude": proposal.longitude,
        "heading": proposal.heading,
        "geohack": geohack(proposal.location, proposal.title),
        "wikitext": proposal.wikitext,
        "summary": proposal.summary,
        "user": proposal.user,
        "date": _text(proposal.evidence.taken) or proposal.uploaded,
        "evidence": evidence(proposal),
        "kilometres": round(distance, 3),
        "diff": [
            [hunk.number, [_line(line) for line in hunk.lines]]
            for hunk in diff(proposal.old_text, proposal.new_text)
        ],
    }


def evidence(proposal: Proposal) -> list[tuple[str, str]]:
    """Return what the EXIF says as pairs of a name and a value, without what it does not say."""
    exif = proposal.evidence
    rows = {
        "Camera": exif.camera,
        "Taken": _text(exif.taken),
        "Fix": f"{_text(exif.gps_date)} {_text(exif.gps_time)}".strip(),
        "Datum": exif.datum,
        "Status": _STATUS.get(exif.status, exif.status),
        "DOP": "" if exif.dop is None else f"{exif.dop:g}",
        "Direction": _direction(exif),
        "Type": "" if proposal.mime == "image/jpeg" else proposal.mime,
    }
    if rows["Fix"]:
        rows["Fix"] += " UTC"
    return [(name, value) for name, value in rows.items() if value]


def loopback_origins(proposals: Sequence[Proposal]) -> list[str]:
    """List the wikis on this machine from which pictures come without TLS, as tests have them."""
    return sorted({origin for proposal in proposals if (origin := _loopback(proposal.thumbnail))})


def _loopback(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        port = parts.port or 80
    except ValueError:
        return None
    here = parts.scheme == "http" and parts.hostname in {"127.0.0.1", "localhost"}
    return f"http://{parts.hostname}:{port}" if here else None


def _text(moment: date | time | None) -> str:
    return "" if moment is None else str(moment)


def _direction(exif: GpsEvidence) -> str:
    if exif.img_direction is None:
        return ""
    north = _NORTH[exif.img_direction_ref]
    return f"{exif.img_direction:g}° from {north}"


def _line(line: Line) -> list[Any]:
    """Return a line's kind, and its text or its spans, each with whether it is marked."""
    if not any(span.marked for span in line.spans):
        return [line.kind, "".join(span.text for span in line.spans)]
    return [line.kind, [[span.text, int(span.marked)] for span in line.spans]]
