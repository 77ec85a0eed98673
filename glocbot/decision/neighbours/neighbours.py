"""Gather what a sweep's screening has seen, and doubt what does not fit into it."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import TypeVar

from glocbot.decision.facts import FileFacts
from glocbot.decision.neighbours.category import CategorySample
from glocbot.decision.neighbours.journey import Journey
from glocbot.decision.neighbours.sighting import Sighting
from glocbot.evidence.doubts import Doubt
from glocbot.evidence.exif import NoPosition

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

    def add(self, facts: FileFacts, category: str = "") -> None:
        """Take in one file; one without a usable position changes nothing.

        Args:
            facts: of the file.
            category: that it is in, where it was not found through one.
        """
        evidence = facts.evidence
        if isinstance(evidence, NoPosition):
            return
        photo = Sighting.of(facts, evidence)
        if category := facts.category or category:
            self.sample(category).add(photo)
        if photo.source and photo.moment is not None:
            _used(self._journeys, photo.source, Journey()).add(photo)

    def sample(self, category: str) -> CategorySample:
        """Return what is known of a category's positions."""
        return _used(self._samples, category, CategorySample(category))

    def doubts(self, facts: FileFacts, category: str = "") -> tuple[Doubt, ...]:
        """List what makes a file's position doubtful beside those of its neighbours.

        Args:
            facts: of a file that was taken in.
            category: with which it is compared, where it was not found through one.
        """
        evidence = facts.evidence
        if isinstance(evidence, NoPosition):
            return ()
        return tuple(self._doubts(Sighting.of(facts, evidence), facts.category or category))

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
