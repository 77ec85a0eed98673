"""Which photos one camera cannot have taken, and which only seem so."""

# ruff: noqa: DTZ001 - what EXIF calls a time has no time zone

from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest

from glocbot.decision.neighbours.journey import LAST_PHOTOS, Journey
from glocbot.decision.neighbours.sighting import Sighting
from tests.decision.neighbours.photos import NOON, moved, photo, walk

HOUR = timedelta(hours=1)
NEW_YORK, LOS_ANGELES = (40.7, -74.0), (34.0, -118.2)


def journey(photos: Iterable[Sighting]) -> Journey:
    made = Journey()
    for one in photos:
        made.add(one)
    return made


def held(photos: list[Sighting]) -> list[int]:
    made = journey(photos)
    return [at for at, one in enumerate(photos) if made.doubt(one) is not None]


def test_a_wrong_position_within_a_walk_is_held_alone() -> None:
    photos = walk(30)
    photos[12] = moved(photos[12], -48.2, 16.37)
    assert held(photos) == [12]


@pytest.mark.parametrize("at", [0, 29])
def test_at_an_end_of_the_walk_nothing_tells_which_is_wrong(at: int) -> None:
    photos = walk(30)
    photos[at] = moved(photos[at], -48.2, 16.37)
    assert held(photos) == sorted({at, abs(at - 1)})


def test_two_wrong_ones_side_by_side_are_held_with_their_neighbours() -> None:
    """The wrong ones agree with each other, so nothing tells who is right."""
    photos = walk(30)
    for at in (12, 13):
        photos[at] = moved(photos[at], -48.2, 16.37)
    assert held(photos) == [11, 12, 13, 14]


def test_two_photos_of_the_same_second_in_two_places() -> None:
    assert held([photo(48, 16, fixed=NOON), photo(35, 139, fixed=NOON)]) == [0, 1]


def test_the_order_of_arrival_does_not_matter() -> None:
    photos = walk(30)
    photos[12] = moved(photos[12], -48.2, 16.37)
    made = journey(reversed(photos))
    assert [at for at, one in enumerate(photos) if made.doubt(one)] == [12]


@pytest.mark.parametrize(
    "photos",
    [
        pytest.param(walk(30), id="a walk"),
        pytest.param([], id="nothing"),
        pytest.param(walk(1), id="one photo"),
        pytest.param(
            [photo(48.1, 11.6, fixed=NOON), photo(52.5, 13.4, fixed=NOON + HOUR)],
            id="a flight from Munich to Berlin",
        ),
        pytest.param(
            [photo(48.2, 16.3, fixed=NOON), photo(48.6, 16.3, fixed=NOON)],
            id="44 km apart in the same second",
        ),
        pytest.param(
            [photo(*NEW_YORK, taken=NOON), photo(*LOS_ANGELES, taken=NOON + 3 * HOUR)],
            id="New York to Los Angeles by local clocks",
        ),
        pytest.param(
            [photo(35.7, 139.7, taken=NOON), photo(34, -118.2, taken=NOON - 6 * HOUR)],
            id="across the date line, arriving before the departure by local clocks",
        ),
        pytest.param(
            [
                photo(48.2, 16.3, fixed=NOON, taken=NOON - timedelta(days=365)),
                photo(35.7, 139.7, fixed=NOON + 13 * HOUR, taken=NOON - timedelta(days=365)),
            ],
            id="a camera whose clock is a year off",
        ),
        pytest.param(
            [photo(48.2, 16.3), photo(35.7, 139.7)],
            id="no times at all",
        ),
        pytest.param(
            [photo(48.2, 16.3, fixed=NOON), photo(35.7, 139.7, taken=NOON)],
            id="times of two clocks",
        ),
        pytest.param(
            [
                photo(*place, fixed=NOON + n * timedelta(minutes=2))
                for n, place in enumerate([(48.2, 16.3), (35.7, 139.7)] * 8)
            ],
            id="two cameras of one maker in one group",
        ),
        pytest.param(
            [one for pair in zip(walk(15), walk(15, (35.7, 139.7)), strict=True) for one in pair],
            id="two walks at the same hours",
        ),
        pytest.param(
            [
                photo(-17, 179.99, fixed=NOON),
                photo(-17, -179.99, fixed=NOON + timedelta(minutes=1)),
            ],
            id="across the 180th meridian",
        ),
        pytest.param(
            [
                photo(*place, fixed=NOON + n * timedelta(days=2))
                for n, place in enumerate(
                    [(48.2, 16.4), (25.3, 55.4), (1.3, 103.8), (-33.9, 151.2), (34, -118.2)]
                )
            ],
            id="a world trip",
        ),
    ],
)
def test_nobody_is_held(photos: list[Sighting]) -> None:
    assert held(photos) == []


def test_a_photo_that_arrives_twice_counts_once() -> None:
    """Otherwise the wrong one would have itself for a neighbour that agrees."""
    photos = walk(30)
    photos[12] = moved(photos[12], -48.2, 16.37)
    assert journey([*photos, *photos]).photos == photos


def test_a_photo_that_never_arrived_is_not_judged() -> None:
    assert journey(walk(3)).doubt(photo(0, 90, fixed=NOON)) is None


@pytest.mark.parametrize(
    ("later", "words"),
    [
        (
            photo(45.4, 16.37, fixed=NOON + timedelta(minutes=2)),
            "311 km from the photo taken 2 minutes before (File:First.jpg)",
        ),
        (
            photo(-48.2, 16.37, fixed=NOON + timedelta(seconds=1)),
            (
                "10719 km from the photo taken 1 second before (File:First.jpg); "
                "with the latitude's sign turned it would lie 0.0 km from it"
            ),
        ),
        (
            photo(45.4, 16.37, fixed=NOON - timedelta(minutes=1)),
            "311 km from the photo taken 1 minute after (File:First.jpg)",
        ),
        (
            photo(-33.9, 151.2, fixed=NOON + timedelta(hours=1, minutes=5)),
            "15978 km from the photo taken 1 hour 5 minutes before (File:First.jpg)",
        ),
        (
            photo(-33.9, 151.2, fixed=NOON + 2 * HOUR),
            "15978 km from the photo taken 2 hours before (File:First.jpg)",
        ),
    ],
)
def test_the_words_say_what_disagrees(later: Sighting, words: str) -> None:
    first = photo(48.2, 16.37, fixed=NOON, title="File:First.jpg")
    doubt = journey([first, later]).doubt(later)
    assert doubt is not None
    assert (doubt.reason, doubt.words) == ("impossible-speed", words)


def test_memory_is_bounded() -> None:
    photos = walk(LAST_PHOTOS + 50)
    made = journey(photos)
    assert made.photos == photos[50:]
    assert made.doubt(photos[0]) is None


def test_the_nearest_in_time_is_named() -> None:
    middle = datetime(2024, 5, 18, 13)
    photos = [
        photo(48.2, 16.37, fixed=middle - timedelta(minutes=9)),
        photo(-48.2, 16.37, fixed=middle),
        photo(48.2, 16.37, fixed=middle + timedelta(minutes=4)),
    ]
    doubt = journey(photos).doubt(photos[1])
    assert doubt is not None
    assert "taken 4 minutes after" in doubt.words
