"""One photo's place and time, as its file tells them."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from glocbot.decision.facts import FileFacts
from glocbot.evidence.camera import read_camera
from glocbot.evidence.exif import GpsEvidence
from glocbot.sphere import Direction, direction, kilometres

#: Degrees of longitude in an hour of local time.
DEGREES_AN_HOUR = 15
#: Clocks of one time zone differ by an hour in summer.
SUMMER_TIME = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where and when one photo was taken, and by whom.

    Attributes:
        pageid: of the file's page.
        title: of the file's page.
        source: the uploader and what tells the camera from others; empty where the camera is not
            named.
        latitude: degrees, north positive.
        longitude: degrees, east positive.
        fixed: when the receiver measured the position, in UTC; None when unknown.
        taken: when the camera says that it took the photo, in its own time; None when unknown.
        direction: the place, seen from the middle of the Earth.
    """

    pageid: int
    title: str
    source: tuple[str, ...]
    latitude: float
    longitude: float
    fixed: datetime | None = None
    taken: datetime | None = None
    direction: Direction = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "direction", direction(self.latitude, self.longitude))

    @classmethod
    def of(cls, facts: FileFacts, evidence: GpsEvidence) -> "Sighting":
        """Keep of a file what its neighbours are compared by."""
        camera = read_camera(facts.metadata)
        return cls(
            facts.pageid,
            facts.title,
            (facts.user, *camera) if camera else (),
            evidence.latitude,
            evidence.longitude,
            _fixed(evidence),
            _taken(evidence),
        )

    @property
    def moment(self) -> datetime | None:
        """By which one camera's photos are put into order; None when no time is known."""
        return self.taken or self.fixed

    def kilometres_to(self, other: "Sighting") -> float:
        """Return the distance between two photos."""
        return kilometres(self.direction, other.direction)

    def time_to(self, other: "Sighting") -> timedelta | None:
        """Return the longest time that can have passed between two photos; None when unknown.

        The receiver's times are in UTC. A camera's are in a time zone that MediaWiki does not pass
        on (docs/facts.md §3.1), and its owner may have set the clock on the way or not. So the
        difference of the two places' time zones is added, and an hour of summer time.
        """
        if self.fixed is not None and other.fixed is not None:
            return abs(self.fixed - other.fixed)
        if self.taken is None or other.taken is None:
            return None
        zones = abs(_zone(self.longitude) - _zone(other.longitude))
        zones = min(zones, 24 - zones)
        widened = timedelta(hours=zones) + SUMMER_TIME if zones else timedelta(0)
        return abs(self.taken - other.taken) + widened


def _zone(longitude: float) -> int:
    """Return the hours that local time is ahead of UTC, by the sun."""
    return round(longitude / DEGREES_AN_HOUR)


def _fixed(evidence: GpsEvidence) -> datetime | None:
    if evidence.gps_date is None or evidence.gps_time is None or evidence.gps_time == time():
        return None
    return datetime.combine(evidence.gps_date, evidence.gps_time)


def _taken(evidence: GpsEvidence) -> datetime | None:
    """Return the camera's time, unless it is none.

    Programs write midnight where they know the day alone. A camera whose clock was never set
    begins on the first of January of some year, often 1970, 1980 or 2000.
    """
    taken = evidence.taken
    if taken is None or taken.time() == time() or (taken.month, taken.day) == (1, 1):
        return None
    return taken
