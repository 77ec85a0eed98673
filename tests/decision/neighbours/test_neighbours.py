"""What a file's facts say of its place and time, and what is remembered of them."""

# ruff: noqa: DTZ001 - what EXIF calls a time has no time zone

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from glocbot.decision.facts import FileFacts
from glocbot.decision.neighbours import Neighbours
from glocbot.decision.neighbours.neighbours import REMEMBERED
from glocbot.decision.neighbours.sighting import Sighting
from glocbot.evidence.exif import GpsEvidence

CANON = ({"name": "Make", "value": "Canon"}, {"name": "Model", "value": "EOS R5"})
DAY, NOON = date(2024, 5, 18), time(12)


def facts(number: int, *metadata: dict[str, Any], user: str = "Kari Vandrar") -> FileFacts:
    return FileFacts(f"File:{number}.jpg", number, user=user, metadata=metadata or CANON)


def evidence(latitude: float = 48.2, **more: Any) -> GpsEvidence:
    return GpsEvidence(latitude, 16.37, **more)


@pytest.mark.parametrize(
    ("evidence", "fixed", "taken"),
    [
        (evidence(gps_date=DAY, gps_time=NOON), datetime(2024, 5, 18, 12), None),
        (evidence(taken=datetime(2024, 5, 18, 14, 1)), None, datetime(2024, 5, 18, 14, 1)),
        (evidence(gps_date=DAY), None, None),
        (evidence(gps_time=NOON), None, None),
        (evidence(gps_date=DAY, gps_time=time()), None, None),
        (evidence(taken=datetime(2024, 5, 18)), None, None),
        (evidence(taken=datetime(2000, 1, 1, 0, 12, 7)), None, None),
        (evidence(taken=datetime(1970, 1, 1, 3)), None, None),
    ],
)
def test_the_times_of_a_photo(
    evidence: GpsEvidence, fixed: datetime | None, taken: datetime | None
) -> None:
    photo = Sighting.of(facts(1), evidence)
    assert (photo.fixed, photo.taken) == (fixed, taken)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (facts(1), facts(2), True),
        (facts(1), facts(2, user="Robin"), False),
        (facts(1), facts(2, *CANON, {"name": "SerialNumber", "value": "17"}), False),
        (facts(1), facts(2, *CANON, {"name": "Artist", "value": "Robin"}), False),
        (facts(1), facts(2, {"name": "Make", "value": "Canon"}), False),
    ],
)
def test_what_tells_cameras_apart(one: FileFacts, other: FileFacts, *, same: bool) -> None:
    sources = {Sighting.of(facts, evidence()).source for facts in (one, other)}
    assert (len(sources) == 1) is same


def test_a_camera_without_a_name_has_no_journey() -> None:
    unnamed = facts(1, {"name": "ISOSpeedRatings", "value": 100})
    assert Sighting.of(unnamed, evidence()).source == ()


def there(number: int, latitude: float = 48.2, taken: str = "") -> FileFacts:
    """Make the facts of a photo with a position, and with a time where one is given."""
    position = {"GPSLatitude": latitude, "GPSLongitude": 16.37}
    values = position | ({"DateTimeOriginal": taken} if taken else {})
    return facts(number, *CANON, *({"name": k, "value": v} for k, v in values.items()))


def test_both_kinds_of_neighbours_speak() -> None:
    neighbours = Neighbours()
    for number in range(12):
        neighbours.add(there(number, taken=f"2024:05:18 12:{number:02}:00"), "Category:Views")
    wrong = there(99, -48.2, "2024:05:18 12:05:30")
    neighbours.add(wrong, "Category:Views")
    reasons = [doubt.reason for doubt in neighbours.doubts(wrong, "Category:Views")]
    assert reasons == ["far-from-category", "impossible-speed"]


def test_the_category_through_which_a_file_was_found_counts_first() -> None:
    neighbours = Neighbours()
    for number in range(12):
        neighbours.add(replace(there(number), category="Category:Vienna"), "Category:Hats")
    assert neighbours.sample("Category:Vienna").seen == 12
    assert neighbours.sample("Category:Hats").seen == 0
    assert neighbours.doubts(replace(there(99, -48.2), category="Category:Vienna")) != ()


def test_a_file_without_a_position_is_nobodys_neighbour() -> None:
    neighbours = Neighbours()
    neighbours.add(facts(1), "Category:Views")
    assert neighbours.sample("Category:Views").seen == 0
    assert neighbours.doubts(facts(1), "Category:Views") == ()


def test_without_a_category_only_the_camera_speaks() -> None:
    neighbours = Neighbours()
    for number in range(12):
        neighbours.add(there(number))
    assert neighbours.doubts(there(99, -48.2)) == ()


def test_categories_do_not_mix() -> None:
    neighbours = Neighbours()
    for number in range(12):
        neighbours.add(there(number), "Category:Vienna")
    neighbours.add(there(99, -48.2), "Category:Elsewhere")
    assert neighbours.doubts(there(99, -48.2), "Category:Elsewhere") == ()


def test_the_category_of_longest_ago_is_forgotten() -> None:
    neighbours = Neighbours()
    for number in range(REMEMBERED + 1):
        neighbours.add(there(number), f"Category:{number}")
    assert neighbours.sample("Category:1").seen == 1
    assert neighbours.sample("Category:0").seen == 0
