"""Gather what a sweep's screening has seen, and doubt what does not fit into it."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import TypeVar

from glocbot.decision.facts import FileFacts
from glocbot.decision.neighbours.category import CategorySample
from glocbot.decision.neighbours.journey import Journey
from glocbot.decision.neighbours.sighting import Sighting
from glocbot.evidence.doubts import Doubt
from glocbot.evidence.exif import GpsEvidence

#: Cameras and categories remembered at once; the one that was used longest ago is forgotten.
REMEMBERED = 1000

Key = TypeVar("Key")
Kept = TypeVar("Kept")


class Neighbours:
    """All positions that the screening has read, also those of files that are located already.

    Memory stays bounded: a sample of each category, the last photos of each camera.
    """

    def __init__(self) -> None:
        self._samples: OrderedDict[str, CategorySample] = OrderedDict()
        self._journeys: OrderedDict[tuple[str, ...], Journey] = OrderedDict()

    def add(self, facts: FileFacts, evidence: GpsEvidence, category: str) -> None:
        """Take in one file.

        Args:
            facts: of the file.
            evidence: its position.
            category: through which it was found; "" for none.
        """
        photo = Sighting.of(facts, evidence)
        if category:
            self.sample(category).add(photo)
        if photo.source and photo.moment is not None:
            _used(self._journeys, photo.source, Journey()).add(photo)

    def sample(self, category: str) -> CategorySample:
        """Return what is known of a category's positions."""
        return _used(self._samples, category, CategorySample(category))

    def doubts(self, facts: FileFacts, evidence: GpsEvidence, category: str) -> tuple[Doubt, ...]:
        """List what makes a position doubtful beside those of its neighbours.

        Args:
            facts: of a file that was taken in.
            evidence: its position.
            category: with which it is compared; "" for none.
        """
        return tuple(self._doubts(Sighting.of(facts, evidence), category))

    def _doubts(self, photo: Sighting, category: str) -> Iterator[Doubt]:
        if category in self._samples and (far := self._samples[category].doubt(photo)):
            yield far
        if photo.source in self._journeys and (fast := self._journeys[photo.source].doubt(photo)):
            yield fast


def _used(kept: OrderedDict[Key, Kept], key: Key, new: Kept) -> Kept:
    """Return what is kept under a key, the new thing where there is none, and forget the oldest."""
    found = kept.setdefault(key, new)
    kept.move_to_end(key)
    if len(kept) > REMEMBERED:
        kept.popitem(last=False)
    return found
