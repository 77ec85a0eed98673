"""Proposals -> what the page's script reads, as JSON that can stand inside a page."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date, time
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from glocbot.evidence.exif import GpsEvidence
from glocbot.geohack import geohack
from glocbot.proposals.approvals import APPROVALS_VERSION
from glocbot.proposals.proposal import Proposal
from glocbot.report.diff import Line, diff
from glocbot.report.outliers import Remoteness, remoteness

#: In JSON these stand in strings alone, where they may as well be written as escapes: no value
#: can then end the element, open a comment, or break a line of script.
_ESCAPED = "<>&\u2028\u2029"
_NORTH = {"T": "true north", "M": "magnetic north", None: "an unnamed north"}
_STATUS = {"A": "A, a measurement in progress", "V": "V, void"}

Item: TypeAlias = dict[str, Any]


def embedded(records: Sequence[Proposal], source: str) -> str:
    """Write all that the page shows as JSON without ``<``, ``>``, ``&``, U+2028 and U+2029.

    Args:
        records: the proposals, of one wiki.
        source: the name of the file that they are from.
    """
    data = {
        "version": APPROVALS_VERSION,
        "site": records[0].site if records else "",
        "source": source,
        "key": key(records),
        "items": [
            item(record, remote)
            for record, remote in zip(records, remoteness(records), strict=True)
        ],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in _ESCAPED:  # far faster than `str.translate`
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def key(records: Sequence[Proposal]) -> str:
    """Name a set of proposals, so that a browser keeps marks for these and no others."""
    facts = [(record.site, record.title, record.revid, record.wikitext) for record in records]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]


def item(record: Proposal, remote: Remoteness) -> Item:
    """Write one proposal as the page's script reads it."""
    return {
        "title": record.title,
        "revid": record.revid,
        "url": record.url,
        "thumbnail": record.thumbnail,
        "category": record.category or "",
        "verdict": record.verdict,
        "reasons": record.reasons,
        "doubts": [doubt.words for doubt in record.doubts],
        "latitude": record.latitude,
        "longitude": record.longitude,
        "heading": record.heading,
        "geohack": geohack(record.location, record.title),
        "wikitext": record.wikitext,
        "summary": record.summary,
        "user": record.user,
        "date": _text(record.evidence.taken) or record.uploaded,
        "evidence": evidence(record),
        "kilometres": round(remote.kilometres, 3),
        "outlier": remote.outlier,
        "diff": [
            [hunk.number, [_line(line) for line in hunk.lines]]
            for hunk in diff(record.old_text, record.new_text)
        ],
    }


def evidence(record: Proposal) -> list[tuple[str, str]]:
    """Write what the EXIF says as pairs of what and how much, leaving out what it does not say."""
    exif = record.evidence
    rows = {
        "Camera": exif.camera,
        "Taken": _text(exif.taken),
        "Fix": f"{_text(exif.gps_date)} {_text(exif.gps_time)}".strip(),
        "Datum": exif.datum,
        "Status": _STATUS.get(exif.status, exif.status),
        "DOP": "" if exif.dop is None else f"{exif.dop:g}",
        "Direction": _direction(exif),
        "Type": "" if record.mime == "image/jpeg" else record.mime,
    }
    if rows["Fix"]:
        rows["Fix"] += " UTC"
    return [(name, value) for name, value in rows.items() if value]


def loopback_origins(records: Sequence[Proposal]) -> list[str]:
    """List the wikis on this machine that thumbnails come from without TLS, as tests have them."""
    return sorted({origin for record in records if (origin := _loopback(record.thumbnail))})


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
    """Write a line's kind, and its text or its spans: unmarked and marked ones in turn."""
    if not any(span.marked for span in line.spans):
        return [line.kind, "".join(span.text for span in line.spans)]
    return [line.kind, [[span.text, int(span.marked)] for span in line.spans]]
