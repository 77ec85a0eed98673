"""Would a position fit with one of the usual mistakes undone: a turned sign, swapped axes?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glocbot.decision.neighbours.sighting import Sighting
from glocbot.location import MAX_LATITUDE
from glocbot.sphere import direction, kilometres

#: Within so many kilometres of another photo, a place is among the others.
AMONG_THE_OTHERS = 5.0


@dataclass(frozen=True, slots=True)
class Misreading:
    """A mistake that would explain a position.

    Attributes:
        words: what to undo, such as "with the longitude's sign turned".
        kilometres: how far the position would then be from the nearest of the others.
    """

    words: str
    kilometres: float

    def __str__(self) -> str:
        return f"{self.words} it would lie {self.kilometres:.1f} km from"


def misreading(
    photo: Sighting, others: Iterable[Sighting], near: float = AMONG_THE_OTHERS
) -> Misreading | None:
    """Find the mistake which, undone, puts a photo nearest to the others.

    Args:
        photo: whose position is doubtful.
        others: whom it is compared with.
        near: kilometres; no mistake counts that leaves the photo farther from all others.
    """
    places = [other.direction for other in others]
    found = [
        Misreading(words, min(kilometres(direction(*place), other) for other in places))
        for words, place in _undone(photo)
        if places
    ]
    best = min(found, key=lambda mistake: mistake.kilometres, default=None)
    return best if best is not None and best.kilometres <= near else None


def _undone(photo: Sighting) -> Iterator[tuple[str, tuple[float, float]]]:
    latitude, longitude = photo.latitude, photo.longitude
    yield "with the longitude's sign turned", (latitude, -longitude)
    yield "with the latitude's sign turned", (-latitude, longitude)
    yield "with both signs turned", (-latitude, -longitude)
    if abs(longitude) <= MAX_LATITUDE:
        yield "with latitude and longitude swapped", (longitude, latitude)
