"""How far files lie from the others of their category."""

import pytest

from glocbot.report.distances import distances
from tests.proposals.samples import sample

VIENNA = [(48.2 + n / 1000, 16.37 - n / 1000) for n in range(9)]


def test_a_single_file_lies_at_its_own_median() -> None:
    assert distances([sample()]) == [pytest.approx(0, abs=1e-6)]


def test_the_distance_is_that_on_the_earth() -> None:
    """Vienna to Sydney: 15,990 km by the great circle."""
    proposals = [sample(str(n), 48.2085, 16.3721) for n in range(2)]
    measured = distances([*proposals, sample("s", -33.8568, 151.2153)])
    assert measured == [0, 0, pytest.approx(15_990, rel=0.002)]


def test_categories_are_measured_apart() -> None:
    vienna = [sample(f"v{n}", *place, category="Category:V") for n, place in enumerate(VIENNA)]
    sydney = [sample("s", -33.86, 151.2, category="Category:S")]
    assert all(distance < 1 for distance in distances([*vienna, *sydney]))


def test_files_without_a_category_are_measured_together() -> None:
    proposals = [sample(str(n), *place, category="") for n, place in enumerate(VIENNA)]
    assert distances([*proposals, sample("s", -33.86, 151.2, category="")])[-1] > 15_000


@pytest.mark.parametrize(
    "places",
    [
        pytest.param([(-17, 179.99), (-17, -179.99), (-17, 179.98)], id="the 180th meridian"),
        pytest.param([(89.999, -170), (89.999, 0), (89.999, 90)], id="the pole"),
    ],
)
def test_nothing_parts_neighbours(places: list[tuple[float, float]]) -> None:
    proposals = [sample(str(n), *place) for n, place in enumerate(places)]
    assert all(distance < 3 for distance in distances(proposals))


def test_antipodes_have_no_median_and_do_no_harm() -> None:
    assert len(distances([sample("a", 0, 0.5), sample("b", 0, -179.5)])) == 2


def test_nothing_has_no_distances() -> None:
    assert distances([]) == []
