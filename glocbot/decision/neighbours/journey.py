"""Could one camera have been at both places in the time between two of its photos?"""

from bisect import bisect_left, bisect_right, insort
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from glocbot.decision.neighbours.misreading import misreading
from glocbot.decision.neighbours.sighting import Sighting
from glocbot.evidence.doubts import Doubt
from glocbot.reasons import HoldReason

#: Kilometres an hour; airliners fly at 900.
FASTEST = 1000.0
#: Kilometres; two photos closer than these do not contradict each other, however quickly they came.
SAME_REGION = 50.0
#: A wrong position contradicts the photo before it and the one after it.
CONTRADICTIONS_OF_ONE = 2
#: Where one in so many neighbours contradicts the next, the photos are of several cameras, or an
#: import gave them other times; then they say nothing.
SEVERAL_CAMERAS = 4
#: Photos kept of one camera, so that memory does not grow with the category.
LAST_PHOTOS = 200


@dataclass
class Journey:
    """The last photos of one uploader's camera.

    Attributes:
        photos: in the order of their times.
    """

    photos: list[Sighting] = field(default_factory=list)
    _arrived: deque[Sighting] = field(default_factory=deque)
    _pageids: set[int] = field(default_factory=set)
    _says_nothing: bool | None = None

    def add(self, photo: Sighting) -> None:
        """Take a photo into the journey; the one that came first goes when there are too many."""
        if photo.pageid in self._pageids:  # seen twice, as in two categories
            return
        self._says_nothing = None
        insort(self.photos, photo, key=_order)
        self._arrived.append(photo)
        self._pageids.add(photo.pageid)
        if len(self._arrived) > LAST_PHOTOS:
            gone = self._arrived.popleft()
            if (place := self._place_of(gone)) is not None:
                del self.photos[place]
            self._pageids.remove(gone.pageid)

    def doubt(self, photo: Sighting) -> Doubt | None:
        """Doubt a photo that the camera cannot have taken where its EXIF says.

        Of two that contradict each other both are doubtful, unless only one of them contradicts
        its neighbour on the other side as well: then it is the wrong one.
        """
        at = self._place_of(photo)
        if at is None or self._is_of_several_cameras():
            return None
        doubtful = (
            other
            for step in (-1, 1)
            if (other := self._at(at + step)) is not None
            and _contradict(photo, other)
            and self._is_suspect(at, step)
        )
        nearest = min(doubtful, key=lambda other: _gap(photo, other), default=None)
        if nearest is None:
            return None
        return Doubt(HoldReason.IMPOSSIBLE_SPEED, _words(photo, nearest))

    def _place_of(self, photo: Sighting) -> int | None:
        """Return where a photo stands in the journey; None for one that is not in it.

        By its time, since to compare it with all took a fifth of the processor time of a file that
        is only screened.
        """
        moment = _order(photo)
        first = bisect_left(self.photos, moment, key=_order)
        last = bisect_right(self.photos, moment, key=_order)
        return next((at for at in range(first, last) if self.photos[at] == photo), None)

    def _at(self, place: int) -> Sighting | None:
        return self.photos[place] if 0 <= place < len(self.photos) else None

    def _is_suspect(self, at: int, step: int) -> bool:
        """Tell whether a photo may be the wrong one of the pair with its neighbour at `step`."""
        return self._contradicts(at, -step) or not self._contradicts(at + step, step)

    def _contradicts(self, at: int, step: int) -> bool:
        photo, other = self._at(at), self._at(at + step)
        return photo is not None and other is not None and _contradict(photo, other)

    def _is_of_several_cameras(self) -> bool:
        if self._says_nothing is None:
            pairs = list(pairwise(self.photos))
            found = sum(_contradict(one, other) for one, other in pairs)
            many = found > CONTRADICTIONS_OF_ONE and found * SEVERAL_CAMERAS >= len(pairs)
            self._says_nothing = many
        return self._says_nothing


def _order(photo: Sighting) -> datetime:
    return photo.moment or datetime.max  # noqa: DTZ901 - EXIF's times have no time zone


def _gap(one: Sighting, other: Sighting) -> timedelta:
    gap = one.time_to(other)
    return timedelta.max if gap is None else gap


def _contradict(one: Sighting, other: Sighting) -> bool:
    """Tell whether no way leads from one photo to the other in their time."""
    gap = one.time_to(other)
    if gap is None:
        return False
    distance = one.kilometres_to(other)
    return distance > SAME_REGION and distance > FASTEST * (gap / timedelta(hours=1))


def _words(photo: Sighting, other: Sighting) -> str:
    distance = photo.kilometres_to(other)
    mine, others = _moments(photo, other)
    side = "before" if others <= mine else "after"
    found = (
        f"{distance:.0f} km from the photo taken {_duration(abs(mine - others))} {side} "
        f"({other.title})"
    )
    mistake = misreading(photo, [other])
    return found if mistake is None else f"{found}; {mistake} it"


def _moments(one: Sighting, other: Sighting) -> tuple[datetime, datetime]:
    if one.fixed is not None and other.fixed is not None:
        return one.fixed, other.fixed
    return _order(one), _order(other)


def _duration(time: timedelta) -> str:
    return " ".join(_units(round(time.total_seconds())))


def _units(seconds: int) -> Iterator[str]:
    """Give the two largest units at most: a person compares them with a journey."""
    minutes, hours = seconds // 60, seconds // 3600
    if hours:
        yield _counted(hours, "hour")
        if minutes % 60:
            yield _counted(minutes % 60, "minute")
    elif minutes:
        yield _counted(minutes, "minute")
    else:
        yield _counted(seconds, "second")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
