"""Who lies far from the rest, and who only seems to."""

import pytest

from glocbot.report.outliers import remoteness
from tests.proposals.samples import sample

VIENNA = [(48.2 + n / 1000, 16.37 - n / 1000) for n in range(9)]


def outliers(places: list[tuple[float, float]], category: str = "Category:A") -> list[int]:
    proposals = [sample(str(n), *place, category=category) for n, place in enumerate(places)]
    return [n for n, remote in enumerate(remoteness(proposals)) if remote.outlier]


def test_a_wrong_sign_is_an_outlier() -> None:
    assert outliers([*VIENNA, (48.2, -16.37)]) == [9]


def test_up_to_half_the_files_may_be_wrong() -> None:
    assert outliers([*VIENNA, *[(-48.2, 16.37)] * 8]) == list(range(9, 17))


def test_a_category_without_outliers_has_none() -> None:
    assert outliers(VIENNA) == []


def test_a_hundred_kilometres_are_not_far() -> None:
    """49.05° N is 94 km from Vienna: another town of the region, a thousand times the median."""
    assert outliers([*VIENNA, (49.05, 16.37)]) == []


def test_a_category_of_a_continent_has_no_outliers() -> None:
    """Its files lie far from each other, so that none is ten times as far as the others."""
    assert outliers([(40, -5), (48, 2), (52, 13), (59, 18), (38, 23), (64, -21)]) == []


def test_the_180th_meridian_parts_nobody() -> None:
    assert outliers([(-17, 179.99), (-17, -179.99), (-17, 179.98), (-17, -179.98)]) == []


def test_the_pole_parts_nobody() -> None:
    assert outliers([(89.999, longitude) for longitude in (-170, -90, 0, 90, 170)]) == []


def test_categories_are_judged_apart() -> None:
    """A walk in Sydney is no outlier of one in Vienna, however many more files that has."""
    vienna = [sample(f"v{n}", *place, category="Category:V") for n, place in enumerate(VIENNA)]
    sydney = [sample("s", -33.86, 151.2, category="Category:S")]
    assert not any(remote.outlier for remote in remoteness([*vienna, *sydney]))


def test_files_without_a_category_are_judged_together() -> None:
    assert outliers([*VIENNA, (-33.86, 151.2)], category="") == [9]


def test_a_single_file_lies_at_its_own_median() -> None:
    (remote,) = remoteness([sample()])
    assert remote.kilometres == pytest.approx(0, abs=1e-6)


def test_the_distance_is_that_on_the_earth() -> None:
    """Vienna to Sydney: 15,990 km by the great circle."""
    remote = remoteness(
        [*(sample(str(n), 48.2085, 16.3721) for n in range(2)), sample("s", -33.8568, 151.2153)]
    )
    assert remote[2].kilometres == pytest.approx(15_990, rel=0.002)


def test_antipodes_have_no_median_and_do_no_harm() -> None:
    assert outliers([(0, 0.5), (0, -179.5)]) == []


def test_no_records_have_no_outliers() -> None:
    assert remoteness([]) == []
