"""A camera position on the Earth, checked once and then trusted everywhere, and its degrees."""

import math
from dataclasses import dataclass

MAX_LATITUDE = 90.0
MAX_LONGITUDE = 180.0
FULL_CIRCLE = 360.0

#: Closer to 0° N, 0° E than this many degrees (about 111 m) a position is a placeholder, not a
#: place: cameras and programs write zeros when they have no fix (docs/facts.md §6.1).
NULL_ISLAND_RADIUS = 0.001

#: Of latitude, on a sphere with the Earth's mean radius of 6,371 km; on the ellipsoid a degree has
#: 110.6 km at the equator and 111.7 km at the poles.
KILOMETRES_PER_DEGREE = 111.195
METRES_PER_DEGREE = 111_195.0


class LocationError(ValueError):
    """Numbers that are no position on the Earth; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a camera stood and where it looked, in WGS 84.

    Attributes:
        latitude: degrees, -90 to 90, north positive.
        longitude: degrees, -180 to 180, east positive.
        heading: degrees clockwise from *true* north, 0 up to but not including 360 (360 itself
            becomes 0); None when unknown.

    Raises:
        LocationError: when a number is not finite or outside its range.
    """

    latitude: float
    longitude: float
    heading: float | None = None

    def __post_init__(self) -> None:
        _check("latitude", self.latitude, MAX_LATITUDE)
        _check("longitude", self.longitude, MAX_LONGITUDE)
        if self.heading is None:
            return
        if not 0 <= self.heading <= FULL_CIRCLE:
            raise LocationError(f"the heading {self.heading:g} is not between 0 and 360 degrees")
        object.__setattr__(self, "heading", self.heading % FULL_CIRCLE)

    @property
    def is_null_island(self) -> bool:
        """Whether both coordinates are within 0.001 degrees of zero."""
        return max(abs(self.latitude), abs(self.longitude)) <= NULL_ISLAND_RADIUS


def sexagesimal(degrees: float, minutes: float = 0.0, seconds: float = 0.0) -> float:
    """Return the degrees that degrees, minutes and seconds are together, all without a sign.

    >>> sexagesimal(48, 12, 30)
    48.208333333333336
    """
    return degrees + minutes / 60 + seconds / 3600


def _check(name: str, degrees: float, limit: float) -> None:
    if not math.isfinite(degrees):
        raise LocationError(f"the {name} is not a number")
    if abs(degrees) > limit:
        raise LocationError(
            f"the {name} {degrees:.12g} is not between -{limit:g} and {limit:g} degrees"
        )
