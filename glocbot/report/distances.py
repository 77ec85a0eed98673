"""How far each file lies from the middle of its category, for people who sort by it."""

from collections import defaultdict
from collections.abc import Sequence

from glocbot.proposals.proposal import Proposal
from glocbot.sphere import direction, kilometres, median_direction


def distances(proposals: Sequence[Proposal]) -> list[float]:
    """Measure each proposal against the median position of its category's proposals.

    Files that were found through no category are measured against each other. Whether a file is
    far is not decided here: the sweep knows positions of the category that are not proposed.

    Returns:
        Kilometres on the Earth's surface, one for each proposal, in their order.
    """
    groups: defaultdict[str | None, list[int]] = defaultdict(list)
    for index, proposal in enumerate(proposals):
        groups[proposal.category].append(index)
    found: dict[int, float] = {}
    for indices in groups.values():
        places = (proposals[index].location for index in indices)
        directions = [direction(place.latitude, place.longitude) for place in places]
        middle = median_direction(directions)
        measured = (kilometres(middle, each) for each in directions)
        found.update(zip(indices, measured, strict=True))
    return [found[index] for index in range(len(proposals))]
