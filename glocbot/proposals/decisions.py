"""Decisions as JSON, for other programs (docs/design.md, Contracts)."""

from collections.abc import Sequence
from typing import Any, assert_never

from glocbot.decision.decide import Decision, Edit, Hold, Propose, Skip
from glocbot.location import Location
from glocbot.template import decimal_degrees, whole_heading


def decision_json(decision: Decision) -> dict[str, Any]:
    """Write a decision as a JSON object."""
    return {
        "title": decision.facts.title,
        "pageid": decision.facts.pageid,
        "revid": decision.facts.revid,
        **_verdict(decision),
        **_position(decision.location, decision.wikitext),
        **({"new_text": decision.new_text} if isinstance(decision, Edit) else {}),
    }


def as_written(location: Location) -> Location:
    """Return a location as the template says it: rounded."""
    heading = location.heading
    return Location(
        float(decimal_degrees(location.latitude)),
        float(decimal_degrees(location.longitude)),
        None if heading is None else whole_heading(heading),
    )


def _verdict(decision: Decision) -> dict[str, Any]:
    match decision:
        case Propose(accepted=accepted):
            return {"verdict": "propose", "reasons": [], **_accepted(accepted)}
        case Hold(doubts=doubts, accepted=accepted):
            reasons = [str(doubt.reason) for doubt in doubts]
            return {"verdict": "hold", "reasons": reasons, **_accepted(accepted)}
        case Skip(reason=reason):
            return {"verdict": "skip", "reasons": [str(reason)]}
        case _:
            assert_never(decision)


def _accepted(slugs: Sequence[str]) -> dict[str, Any]:
    """Write what the operator accepted beforehand, where it made a difference."""
    return {"accepted": list(map(str, slugs))} if slugs else {}


def _position(location: Location | None, wikitext: str | None) -> dict[str, Any]:
    if location is None:
        return {}
    written = as_written(location)
    return {
        "latitude": written.latitude,
        "longitude": written.longitude,
        "heading": None if written.heading is None else int(written.heading),
        "wikitext": wikitext,
    }
