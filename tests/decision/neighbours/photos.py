"""Photos of a walk, made for the tests."""

# ruff: noqa: DTZ001 - what EXIF calls a time has no time zone

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

from glocbot.decision.neighbours.sighting import Sighting

NOON = datetime(2024, 5, 18, 12)
#: As the uploader and a camera.
SOURCE = ("Kari Vandrar", "Canon", "EOS R5")
_pageids = count(1)


def photo(  # noqa: PLR0913 - all but the place have defaults
    latitude: float,
    longitude: float,
    *,
    fixed: datetime | None = None,
    taken: datetime | None = None,
    source: tuple[str, ...] = SOURCE,
    title: str = "",
) -> Sighting:
    """Make one photo, of a page of its own."""
    number = next(_pageids)
    name = title or f"File:{number}.jpg"
    return Sighting(number, name, source, latitude, longitude, fixed, taken)


def walk(
    photos: int, place: tuple[float, float] = (48.2, 16.37), start: datetime = NOON
) -> list[Sighting]:
    """Walk north from a place, 110 m and two minutes from one photo to the next."""
    latitude, longitude = place
    return [
        photo(latitude + n / 1000, longitude, fixed=start + n * timedelta(minutes=2))
        for n in range(photos)
    ]


def moved(one: Sighting, latitude: float, longitude: float) -> Sighting:
    """Give the same photo with another position."""
    return replace(one, latitude=latitude, longitude=longitude)
