"""Does a photo lie far from the other files of its category?"""

from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from statistics import median

from glocbot.decision.neighbours.misreading import AMONG_THE_OTHERS, Misreading, misreading
from glocbot.decision.neighbours.sighting import Sighting
from glocbot.evidence.doubts import Doubt
from glocbot.reasons import HoldReason
from glocbot.sphere import Direction, kilometres, median_direction

#: A photo is far from its category at over so many kilometres from the median position …
FAR = 100.0
#: … and at over so many times the median distance, so that a category of a whole continent has no
#: far ones.
TIMES = 10.0
#: So many other photos within `FAR` are a place of their own, such as a trip's.
COMPANY = 3
#: Fewer positions than these say nothing of a category.
ENOUGH = 8
#: Positions kept of a category, so that memory does not grow with it.
SAMPLE_SIZE = 1000


@dataclass(frozen=True)
class _Spread:
    """Where the photos of a category are.

    Attributes:
        photos: those of the sample.
    """

    photos: tuple[Sighting, ...]

    @cached_property
    def middle(self) -> Direction:
        """The median position."""
        return median_direction(photo.direction for photo in self.photos)

    @cached_property
    def median_distance(self) -> float:
        """The median distance from the median position, in kilometres."""
        return median(kilometres(self.middle, photo.direction) for photo in self.photos)


@dataclass
class CategorySample:
    """A bounded sample of the positions in one category, the same at each run.

    Attributes:
        title: of the category.
        seen: how many positions were offered.
        photos: those that were kept.
    """

    title: str
    seen: int = 0
    photos: list[Sighting] = field(default_factory=list)
    _spread: _Spread | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Seeded with the title: a second run must come to the same decisions.
        self._random = Random(self.title)  # noqa: S311 - no secret depends on it

    def add(self, photo: Sighting) -> None:
        """Take a photo into the sample, each that was offered with the same chance."""
        self.seen += 1
        self._spread = None
        if len(self.photos) < SAMPLE_SIZE:
            self.photos.append(photo)
        elif (place := self._random.randrange(self.seen)) < SAMPLE_SIZE:
            self.photos[place] = photo

    @property
    def is_enough(self) -> bool:
        """Whether the sample says anything of the category."""
        return len(self.photos) >= ENOUGH

    def doubt(self, photo: Sighting) -> Doubt | None:
        """Doubt a photo that is far from the others of the category.

        It is doubtful where it is alone there, or where a usual mistake, undone, puts it among the
        others. Several photos of one far place may be of a trip.
        """
        if not self.is_enough:
            return None
        spread = self._spread = self._spread or _Spread(tuple(self.photos))
        distance = kilometres(spread.middle, photo.direction)
        if distance <= max(FAR, TIMES * spread.median_distance):
            return None
        others = [other for other in spread.photos if other.pageid != photo.pageid]
        near = max(AMONG_THE_OTHERS, spread.median_distance)
        mistake = misreading(photo, others, near)
        if mistake is None and _has_company(photo, others):
            return None
        return Doubt(HoldReason.FAR_FROM_CATEGORY, self._words(distance, mistake))

    def _words(self, distance: float, mistake: Misreading | None) -> str:
        far = f"{distance:.0f} km from the median position of {self.title}"
        return far if mistake is None else f"{far}; {mistake} the others"


def _has_company(photo: Sighting, others: list[Sighting]) -> bool:
    return sum(photo.kilometres_to(other) <= FAR for other in others) >= COMPANY
