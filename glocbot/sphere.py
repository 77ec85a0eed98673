"""Directions from the middle of the Earth, and distances along its surface."""

import math
from collections.abc import Iterable
from statistics import median
from typing import TypeAlias

#: Mean radius of the Earth, in kilometres (IUGG).
EARTH_RADIUS = 6371.0088

Direction: TypeAlias = tuple[float, float, float]


def direction(latitude: float, longitude: float) -> Direction:
    """Return the direction of a place from the middle of the Earth, as a vector of length 1.

    Args:
        latitude: degrees, north positive.
        longitude: degrees, east positive.
    """
    north, east = math.radians(latitude), math.radians(longitude)
    flat = math.cos(north)
    return flat * math.cos(east), flat * math.sin(east), math.sin(north)


def median_direction(directions: Iterable[Direction]) -> Direction:
    """Return the median of directions, as a vector that need not have length 1.

    The median of each component: up to half of the places may lie anywhere without moving it far,
    and neither the poles nor the 180th meridian need care, as a median of longitudes would.

    Args:
        directions: at least one.
    """
    first, second, third = zip(*directions, strict=True)
    return median(first), median(second), median(third)


def kilometres(one: Direction, other: Direction) -> float:
    """Return the distance between two directions on the Earth's surface, in kilometres.

    By arc tangent, which is exact for near and for opposite places, and takes vectors of any
    length; 0 where one has none and so no direction, as the median of antipodes.
    """
    (a, b, c), (x, y, z) = one, other
    across = math.hypot(b * z - c * y, c * x - a * z, a * y - b * x)
    return EARTH_RADIUS * math.atan2(across, a * x + b * y + c * z)
