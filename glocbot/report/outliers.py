"""Which files lie far from the rest of their category: a wrong sign, a stale fix, a wrong hand."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from glocbot.proposals.proposal import Proposal
from glocbot.sphere import Direction, direction, kilometres, median_direction

#: An outlier is farther than this many kilometres from its category's median position …
FAR = 100.0
#: … and farther than this many times the median distance, so that a category of a whole
#: continent has none.
TIMES = 10.0


@dataclass(frozen=True, slots=True)
class Remoteness:
    """How a file lies to the others of its category.

    Attributes:
        kilometres: on the Earth's surface, from the category's median position.
        outlier: it is far, and much farther than the others.
    """

    kilometres: float
    outlier: bool


def remoteness(proposals: Sequence[Proposal]) -> list[Remoteness]:
    """Measure each proposal against the median position of its category.

    Files that were found through no category are measured against each other.

    Returns:
        One for each proposal, in their order.
    """
    groups: defaultdict[str | None, list[int]] = defaultdict(list)
    for index, proposal in enumerate(proposals):
        groups[proposal.category].append(index)
    found: dict[int, Remoteness] = {}
    for indices in groups.values():
        places = (proposals[index].location for index in indices)
        vectors = [direction(place.latitude, place.longitude) for place in places]
        found.update(zip(indices, _remoteness(vectors), strict=True))
    return [found[index] for index in range(len(proposals))]


def _remoteness(vectors: Sequence[Direction]) -> list[Remoteness]:
    middle = median_direction(vectors)
    distances = [kilometres(middle, vector) for vector in vectors]
    limit = max(FAR, TIMES * median(distances))
    return [Remoteness(distance, distance > limit) for distance in distances]
