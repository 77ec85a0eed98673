"""GPS evidence -> what makes it doubtful enough that a person should decide."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from glocbot.evidence.exif import GpsEvidence
from glocbot.reasons import HoldReason
from glocbot.template import PLACES

#: How people and cameras write WGS 84, upper case without punctuation (docs/facts.md §6.4). A
#: camera that names no datum uses what its receiver gives, which is WGS 84.
_WGS84_SPELLINGS = frozenset({"", "WGS84", "WGS1984", "WORLDGEODETICSYSTEM1984", "EPSG4326"})
#: Ratings of the dilution of precision call more than 20 "poor": off by up to 300 m with an
#: ordinary receiver, to be discarded (docs/facts.md §6.2).
_POOR_DOP = 20.0
#: The Lumix TZ10 repeats its last position when it has no fix (docs/facts.md §6.2); a day is a
#: trip.
_STALE_AFTER = timedelta(days=1)
#: EXIF's DateTimeOriginal has no time zone, and the farthest one is 14 hours from UTC.
_TIME_ZONES = timedelta(hours=14)
#: When the time of a fix is unknown: the latest one of its day doubts least.
_END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that a person should look at.

    Attributes:
        reason: the slug, for programs: a `HoldReason`, or one of a newer glocbot when it was read
            from a file.
        words: one sentence with this file's own figures, for people.
    """

    reason: str
    words: str


def doubts(evidence: GpsEvidence) -> tuple[Doubt, ...]:
    """List what is doubtful in the evidence itself, nothing when it is clean."""
    return tuple(_doubts(evidence))


def _doubts(evidence: GpsEvidence) -> Iterator[Doubt]:
    if re.sub(r"[\W_]", "", evidence.datum.upper()) not in _WGS84_SPELLINGS:
        yield Doubt(HoldReason.DATUM, f"the position is in the datum {evidence.datum}, not WGS 84")
    if evidence.status == "V":
        yield Doubt(HoldReason.VOID_FIX, "the receiver marked its position as void (GPSStatus V)")
    if evidence.dop is not None and evidence.dop > _POOR_DOP:
        yield Doubt(
            HoldReason.POOR_FIX,
            f"the dilution of precision is {evidence.dop:g}, over {_POOR_DOP:g}",
        )
    if stale := _stale(evidence):
        yield stale
    # As they would be written: 48.0000001 degrees come out as 48.
    yield from _round_numbers(round(evidence.latitude, PLACES), round(evidence.longitude, PLACES))


def _stale(evidence: GpsEvidence) -> Doubt | None:
    """Doubt a fix that is older than the photo.

    A fix that is *later* is a wrong camera clock: the COOLPIX P6000 in the sample photos runs 22
    hours behind its own receiver, whose positions are good.
    """
    if evidence.gps_date is None or evidence.taken is None:
        return None
    fix = datetime.combine(evidence.gps_date, evidence.gps_time or _END_OF_DAY)
    if evidence.taken - fix <= _STALE_AFTER + _TIME_ZONES:
        return None
    return Doubt(
        HoldReason.STALE_FIX,
        f"the position was measured on {fix:%Y-%m-%d}, the photo taken on "
        f"{evidence.taken:%Y-%m-%d}",
    )


def _round_numbers(latitude: float, longitude: float) -> Iterator[Doubt]:
    if latitude.is_integer() and longitude.is_integer():
        yield Doubt(
            HoldReason.WHOLE_DEGREES,
            f"both coordinates are whole degrees ({latitude:g}, {longitude:g})",
        )
    if 0 in (latitude, longitude):
        axis = "latitude" if latitude == 0 else "longitude"
        yield Doubt(HoldReason.ZERO_AXIS, f"the {axis} is exactly zero")
