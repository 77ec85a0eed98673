"""A Location is checked once and then trusted everywhere."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glocbot.location import Location, LocationError


@pytest.mark.parametrize(
    ("latitude", "longitude", "heading"),
    [(0.0, 0.0, None), (90.0, 180.0, 0.0), (-90.0, -180.0, 359.999), (48.2, 16.3, 142.25)],
)
def test_a_position_on_the_earth_is_kept(
    latitude: float, longitude: float, heading: float | None
) -> None:
    location = Location(latitude, longitude, heading)
    assert (location.latitude, location.longitude, location.heading) == (
        latitude,
        longitude,
        heading,
    )


def test_a_heading_of_360_is_north() -> None:
    assert Location(1, 2, 360).heading == 0


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((90.0000001, 0), "the latitude 90.0000001 is not between -90 and 90 degrees"),
        ((-91, 0), "the latitude -91 is not between -90 and 90 degrees"),
        ((0, 180.0000001), "the longitude 180.0000001 is not between -180 and 180 degrees"),
        ((0, -4294.967295), "the longitude -4294.967295 is not between -180 and 180 degrees"),
        ((math.nan, 0), "the latitude is not a number"),
        ((0, math.inf), "the longitude is not a number"),
        ((0, -math.inf), "the longitude is not a number"),
        ((1, 2, 360.5), "the heading 360.5 is not between 0 and 360 degrees"),
        ((1, 2, -0.5), "the heading -0.5 is not between 0 and 360 degrees"),
        ((1, 2, math.nan), "the heading nan is not between 0 and 360 degrees"),
        ((1, 2, math.inf), "the heading inf is not between 0 and 360 degrees"),
    ],
)
def test_other_numbers_are_refused_in_words(numbers: tuple[float, ...], words: str) -> None:
    with pytest.raises(LocationError) as refused:
        Location(*numbers)
    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("latitude", "longitude", "null"),
    [
        (0, 0, True),
        (0.001, -0.001, True),
        (-0.0005, 0.0005, True),
        (0.0011, 0, False),
        (0, -0.0011, False),
        (0, 120, False),
        (51.5, 0, False),
    ],
)
def test_null_island_reaches_a_thousandth_of_a_degree(
    latitude: float, longitude: float, *, null: bool
) -> None:
    assert Location(latitude, longitude).is_null_island is null


@given(st.floats(0, 360))
def test_a_heading_ends_below_360(heading: float) -> None:
    kept = Location(0, 0, heading).heading
    assert kept is not None
    assert 0 <= kept < 360
