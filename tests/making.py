"""Decisions for unit tests, made as the sweep makes them."""

from datetime import UTC, datetime
from typing import Any

from glocbot.decision.decide import Hold, Propose, Skip, decide
from glocbot.decision.facts import FileFacts, PageContent
from glocbot.decision.rules import Rules

TEXT = "{{Information}}\n[[Category:Lakes]]"


def facts(latitude: object = 48.20849, longitude: object = 16.37208, **gps: object) -> FileFacts:
    """Make a file's facts; a coordinate that is None is left out."""
    values = {"GPSLatitude": latitude, "GPSLongitude": longitude} | gps
    metadata: tuple[dict[str, Any], ...] = tuple(
        {"name": name, "value": value} for name, value in values.items() if value is not None
    )
    return FileFacts(
        "File:Lake ä.jpg",
        pageid=7,
        revid=70,
        metadata=metadata,
        user="Kim",
        uploaded="2024-05-11T10:20:30Z",
        sha1="e88a",
        mime="image/jpeg",
    )


def decision(file: FileFacts, text: str = TEXT) -> Propose | Hold | Skip:
    """Decide on a file whose page has a text."""
    page = PageContent(file.revid, datetime(2024, 5, 11, tzinfo=UTC), text)
    return decide(file, page, None, Rules())


def proposed() -> Propose:
    """Return a clean proposal, with a heading."""
    made = decision(facts(GPSImgDirection="14225/100", GPSImgDirectionRef="T"))
    assert isinstance(made, Propose)
    return made


def held() -> Hold:
    """Return a hold with two doubts."""
    made = decision(facts(GPSStatus="V", GPSMapDatum="TOKYO"))
    assert isinstance(made, Hold)
    return made


def skipped(latitude: object = None) -> Skip:
    """Return a skip: without GPS, or with a latitude located."""
    made = decision(facts(latitude, 16.37208 if latitude else None), TEXT + "{{Location}}")
    assert isinstance(made, Skip)
    return made
