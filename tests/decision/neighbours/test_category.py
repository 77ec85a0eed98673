"""Who is far from a category, and who only seems to be."""

import pytest

from glocbot.decision.neighbours.category import ENOUGH, SAMPLE_SIZE, CategorySample
from glocbot.decision.neighbours.sighting import Sighting
from tests.decision.neighbours.photos import photo, walk

Place = tuple[float, float]

VIENNA = [(48.2 + n / 1000, 16.37 - n / 1000) for n in range(20)]
PARIS = [(48.9 + n / 1000, 2.3) for n in range(20)]
PLANET = [
    *((40.4, -3.7), (48.9, 2.3), (52.5, 13.4), (59.3, 18.1), (35.7, 139.7), (-33.9, 151.2)),
    *((40.7, -74.0), (-22.9, -43.2), (30.0, 31.2), (-1.3, 36.8), (64.1, -21.9), (19.4, -99.1)),
]
DANUBE = [
    *((48.1, 8.2), (48.4, 10.0), (49.0, 12.1), (48.6, 13.5), (48.3, 14.3), (48.2, 16.4)),
    *((48.1, 17.1), (47.5, 19.0), (45.3, 19.8), (44.8, 20.5), (44.6, 22.6), (43.8, 25.9)),
    *((45.4, 28.0), (45.2, 29.7)),
]


def sample_of(photos: list[Sighting]) -> CategorySample:
    sample = CategorySample("Category:Views")
    for one in photos:
        sample.add(one)
    return sample


def held(places: list[Place]) -> list[int]:
    """Say which of some places are doubtful among all of them."""
    photos = [photo(*place) for place in places]
    sample = sample_of(photos)
    return [at for at, one in enumerate(photos) if sample.doubt(one) is not None]


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param((48.2, -16.37), id="longitude's sign"),
        pytest.param((-48.2, 16.37), id="latitude's sign"),
        pytest.param((16.37, 48.2), id="swapped"),
        pytest.param((-48.2, -16.37), id="both signs"),
        pytest.param((47.0, 15.0), id="a stale fix 170 km away"),
        pytest.param((35.7, 139.7), id="another continent"),
    ],
)
def test_a_single_wrong_position_is_held(wrong: Place) -> None:
    assert held([*VIENNA, wrong]) == [len(VIENNA)]


def test_many_files_with_a_turned_sign_are_held_together() -> None:
    """A camera that loses the sign loses it on every photo: company is no excuse."""
    wrong = [(latitude, -longitude) for latitude, longitude in VIENNA[:8]]
    assert held([*VIENNA, *wrong]) == list(range(20, 28))


def test_two_files_in_a_far_place_are_held() -> None:
    assert held([*VIENNA, (35.7, 139.7), (35.71, 139.7)]) == [20, 21]


@pytest.mark.parametrize(
    "places",
    [
        pytest.param(VIENNA, id="one town"),
        pytest.param([*VIENNA, (49.05, 16.37)], id="another town of the region, 94 km away"),
        pytest.param(PLANET, id="a world trip"),
        pytest.param(
            [(40.4, -3.7), (48.9, 2.3), (52.5, 13.4), (59.3, 18.1), (38.0, 23.7), (64.1, -21.9)]
            * 3,
            id="a continent",
        ),
        pytest.param(DANUBE, id="a river's length"),
        pytest.param(
            [(-17 + n / 1000, 179.99 if n % 2 else -179.99) for n in range(12)],
            id="across the 180th meridian",
        ),
        pytest.param([(89.9, -180 + 30 * n) for n in range(12)], id="around the pole"),
        pytest.param([*VIENNA * 22, *[(35.7, 139.7 + n / 100) for n in range(60)]], id="a trip"),
        pytest.param([*VIENNA, *[(35.7, 139.7 + n / 100) for n in range(4)]], id="a short trip"),
        pytest.param([(48.2, 16.37)] * 6 + [(35.7, 139.7)], id="too few to say anything"),
        pytest.param([(48.2, 16.37)] * 20, id="all at one place"),
        pytest.param(
            [*[(51.5 + n / 1000, -0.1) for n in range(20)], (51.5, 0.1)],
            id="both sides of Greenwich",
        ),
        pytest.param(
            [
                *[(48.9 + n / 1000, 2.3) for n in range(20)],
                *[(48.65 + n / 1000, -2) for n in range(5)],
            ],
            id="a trip from Paris to Saint-Malo, whose mirror image is an hour from Paris",
        ),
        pytest.param([], id="nothing"),
    ],
)
def test_nobody_is_held(places: list[Place]) -> None:
    assert held(places) == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (
            (48.2, -16.37),
            (
                "2407 km from the median position of Category:Views; "
                "with the longitude's sign turned it would lie 0.0 km from the others"
            ),
        ),
        ((47.0, 15.0), "169 km from the median position of Category:Views"),
    ],
)
def test_the_words_say_what_disagrees(wrong: Place, words: str) -> None:
    photos = [photo(*place) for place in [*VIENNA, wrong]]
    doubt = sample_of(photos).doubt(photos[-1])
    assert doubt is not None
    assert (doubt.reason, doubt.words) == ("far-from-category", words)


def test_a_file_is_not_its_own_company() -> None:
    """Given three times, as a page that two subcategories list, it is alone all the same."""
    wrong = photo(35.7, 139.7)
    sample = sample_of([*(photo(*place) for place in VIENNA), wrong, wrong, wrong, wrong])
    assert sample.doubt(wrong) is not None


def test_memory_is_bounded_and_the_sample_the_same_at_each_run() -> None:
    photos = walk(3 * SAMPLE_SIZE)
    one, other = sample_of(photos), sample_of(photos)
    assert one.seen == len(photos)
    assert one == other
    assert len(one.photos) == SAMPLE_SIZE
    assert {kept.pageid for kept in one.photos} != {kept.pageid for kept in photos[:SAMPLE_SIZE]}


def test_enough_is_enough() -> None:
    photos = walk(ENOUGH)
    assert not sample_of(photos[:-1]).is_enough
    assert sample_of(photos).is_enough
