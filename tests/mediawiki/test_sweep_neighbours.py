"""Positions that the other files of a category, or of a camera, contradict."""

from pathlib import Path

import pytest

from tests.mediawiki.sweeping import LOCATED, Gallery, sweep
from tests.photos import make_photo

FILES = 60
#: Sign turned within the first 50 files, which are read together, and at the start of the next.
WRONG = (12, 50)


def photo(number: int, latitude: float, *, timed: bool = True) -> bytes:
    """Make a photo of a walk: one in two minutes, 110 m from the one before."""
    hour, minute = divmod(10 * 60 + 2 * number, 60)
    return make_photo(
        latitude,
        16.37208,
        gps_date="2024:05:11" if timed else None,
        gps_time=(hour, minute, 0) if timed else None,
        seed=50_000 + number + (0 if timed else 1000),
    )


def latitude(number: int) -> float:
    return 48.2 + number / 1000


@pytest.fixture
def walk(gallery: Gallery) -> Gallery:
    """A category with a walk of 60 photos, two of which lie on the other hemisphere."""
    places = {number: latitude(number) for number in range(FILES)}
    places |= {number: -latitude(number) for number in WRONG}
    gallery.add({f"{number:02}": photo(number, place) for number, place in places.items()})
    return gallery


def test_planted_errors_are_held_and_nothing_else(walk: Gallery, anonymous_pwb_dir: Path) -> None:
    swept = walk.sweep(anonymous_pwb_dir, "-simulate")
    wrong = [walk.title(f"{number:02}") for number in WRONG]
    found = {title: verdict for title, verdict in swept.reasons.items() if verdict != "propose"}
    assert found == dict.fromkeys(wrong, "hold far-from-category impossible-speed")
    assert len(swept.reasons) == FILES
    said = swept.said(wrong[0])
    assert "with the latitude's sign turned it would lie" in said
    assert "from the photo taken 2 minutes" in said
    assert walk.title("11") in said or walk.title("13") in said


def test_what_is_held_is_not_saved(walk: Gallery, pwb_dir: Path) -> None:
    swept = walk.sweep(pwb_dir, "-always")
    assert swept.figure("saved") == FILES - len(WRONG)
    for number in WRONG:
        assert "{{Location" not in walk.wiki.text(walk.title(f"{number:02}"))


def test_located_files_are_neighbours_too(gallery: Gallery, anonymous_pwb_dir: Path) -> None:
    located = {f"{n:02}": photo(n, latitude(n), timed=False) for n in range(10)}
    gallery.add(located, LOCATED)
    gallery.add({"far": photo(20, 35.7, timed=False), "near": photo(21, 48.3, timed=False)})
    swept = gallery.sweep(anonymous_pwb_dir, "-simulate", "-nohistory")
    assert swept.reasons[gallery.title("far")] == "hold far-from-category"
    assert swept.reasons[gallery.title("near")] == "propose"


def test_a_list_of_titles_is_compared_with_the_pages_own_category(
    walk: Gallery, anonymous_pwb_dir: Path, tmp_path: Path
) -> None:
    """One request brings a sample of the category, however many of its files are listed."""
    titles = [walk.title("50"), walk.title("20"), walk.title("21")]
    listed = tmp_path / "titles.txt"
    listed.write_text("\n".join(titles))
    swept = sweep(walk.wiki, anonymous_pwb_dir, f"-file:{listed}", "-simulate", "-nohistory")
    assert swept.reasons[titles[0]].startswith("hold far-from-category")
    assert [swept.reasons[title] for title in titles[1:]] == ["propose", "propose"]
    samples = [r for r in swept.requests if r.params.get("gcmtitle") == walk.category]
    assert len(samples) == 1
