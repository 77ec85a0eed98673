"""Makes proposals for tests: of real shape, with what a test cares about."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from glocbot.evidence.doubts import Doubt
from glocbot.evidence.exif import GpsEvidence
from glocbot.location import Location
from glocbot.proposals.proposal import Proposal
from glocbot.template import location_template

BEFORE = "== {{int:filedesc}} ==\n{{Information\n|description=A bridge\n}}\n"
AFTER = "\n== {{int:license-header}} ==\n{{self|cc-by-sa-4.0}}\n"
TAKEN = datetime(2024, 5, 11, 10, 12, 44)  # noqa: DTZ001 - EXIF knows no time zone


def sample(
    name: str = "Bridge", latitude: float = 48.2, longitude: float = 16.37, **changes: Any
) -> Proposal:
    """Make a clean proposal; with `reasons` it becomes a hold."""
    heading = changes.get("heading")
    reasons = changes.pop("reasons", ())
    wikitext = location_template(Location(latitude, longitude, heading), source="exif")
    made = Proposal(
        site="commons:commons",
        url=f"https://commons.wikimedia.org/wiki/File:{name}.jpg",
        thumbnail=f"https://commons.wikimedia.org/w/index.php?title=Special:Redirect/file/{name}.jpg",
        category="Category:Bridges",
        title=f"File:{name}.jpg",
        pageid=7,
        revid=70,
        latitude=latitude,
        longitude=longitude,
        heading=heading,
        new_text=f"{BEFORE}{wikitext}\n{AFTER}",
        old_text=f"{BEFORE}{AFTER}",
        summary="Add a location",
        doubts=tuple(Doubt(reason, f"it is a {reason}") for reason in reasons),
        evidence=GpsEvidence(latitude, longitude, camera="Example 1", taken=TAKEN),
        user="Kari",
        uploaded="2024-05-12T01:18:24Z",
        sha1="0" * 40,
        mime="image/jpeg",
    )
    return replace(made, **changes)


def line(**changes: Any) -> dict[str, Any]:
    """Make a line of a proposals file, as an object."""
    return {**sample().to_json(), **changes}


def write_lines(path: Path, lines: Iterable[dict[str, Any]]) -> Path:
    """Write a proposals file."""
    text = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in lines)
    path.write_text(text, "utf-8")
    return path
