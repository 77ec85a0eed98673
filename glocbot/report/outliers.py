"""Which files lie far from the rest of their category: a wrong sign, a stale fix, a wrong hand."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeAlias

from glocbot.proposals.proposal import Proposal

#: Mean radius of the Earth, in kilometres (IUGG).
EARTH_RADIUS = 6371.0088
#: An outlier is farther than this many kilometres from its category's median position …
FAR = 100.0
#: … and farther than this many times the median distance, so that a category of a whole
#: continent has none.
TIMES = 10.0

Vector: TypeAlias = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Remoteness:
    """How a file lies to the others of its category.

    Attributes:
        kilometres: on the Earth's surface, from the category's median position.
        outlier: it is far, and much farther than the others.
    """

    kilometres: float
    outlier: bool


def remoteness(records: Sequence[Proposal]) -> list[Remoteness]:
    """Measure each record against the median position of its category.

    Files that were found through no category are measured against each other.

    Returns:
        One for each record, in their order.
    """
    groups: defaultdict[str | None, list[int]] = defaultdict(list)
    for index, record in enumerate(records):
        groups[record.category].append(index)
    found: dict[int, Remoteness] = {}
    for indices in groups.values():
        vectors = [_vector(records[index]) for index in indices]
        found.update(zip(indices, _remoteness(vectors), strict=True))
    return [found[index] for index in range(len(records))]


def _remoteness(vectors: Sequence[Vector]) -> list[Remoteness]:
    middle = median_position(vectors)
    distances = [kilometres(middle, vector) for vector in vectors]
    limit = max(FAR, TIMES * median(distances))
    return [Remoteness(distance, distance > limit) for distance in distances]


def median_position(vectors: Iterable[Vector]) -> Vector:
    """Return the median of points on the sphere, as a vector that need not have length 1.

    The median of each component: up to half of the points may lie anywhere without moving it far,
    and neither the poles nor the 180th meridian need care, as a median of longitudes would.
    """
    east, north, up = zip(*vectors, strict=True)
    return median(east), median(north), median(up)


def kilometres(one: Vector, other: Vector) -> float:
    """Return the distance between two directions on the Earth's surface.

    By arc tangent, which is exact for near and for opposite points, and takes vectors of any
    length; 0 where one has none and so no direction, as the median of antipodes.
    """
    return EARTH_RADIUS * math.atan2(math.hypot(*_cross(one, other)), _dot(one, other))


def _vector(record: Proposal) -> Vector:
    latitude, longitude = math.radians(record.latitude), math.radians(record.longitude)
    flat = math.cos(latitude)
    return flat * math.cos(longitude), flat * math.sin(longitude), math.sin(latitude)


def _dot(one: Vector, other: Vector) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _cross(one: Vector, other: Vector) -> Vector:
    return (
        one[1] * other[2] - one[2] * other[1],
        one[2] * other[0] - one[0] * other[2],
        one[0] * other[1] - one[1] * other[0],
    )
