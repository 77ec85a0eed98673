"""The sample category is on the wiki as its data say."""

import pytest

from tests.mediawiki.embedded import EmbeddedWiki
from tests.mediawiki.samples import CATEGORY, SAMPLES, TYPICAL, Sample

#: Reasons that a page of the category has. It has no missing files, this wiki no structured data.
REASONS = {
    *("no-gps", "half-position", "null-island", "out-of-range", "located", "opted-out"),
    *("removed-before", "redirect", "protected", "rejected", "impossible-speed"),
    *("far-from-category", "object-location", "datum", "void-fix", "poor-fix", "stale-fix"),
    *("whole-degrees", "zero-axis", "left-out", ""),
}


@pytest.fixture
def loaded(wiki: EmbeddedWiki, samples: str) -> EmbeddedWiki:
    assert samples == CATEGORY
    return wiki


def test_every_reason_has_a_sample() -> None:
    assert {sample.reason for sample in SAMPLES} == REASONS
    assert len(TYPICAL) >= 12


def test_the_category_holds_the_samples(loaded: EmbeddedWiki) -> None:
    asked = loaded.api(
        action="query", list="categorymembers", cmtitle=CATEGORY, cmtype="file", cmlimit="max"
    )
    members = {member["title"] for member in asked["query"]["categorymembers"]}
    assert members == {sample.title for sample in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_sample_is_as_its_data_say(loaded: EmbeddedWiki, sample: Sample) -> None:
    newest = loaded.revisions(sample.title)[0]
    text = sample.later[-1].text if sample.later else f"{sample.text}\n[[{CATEGORY}]]"
    assert newest.text == text.strip()
    assert newest.user == (sample.later[-1].user if sample.later else newest.user)


def test_photos_are_no_duplicates() -> None:
    photos = [sample.photo for sample in SAMPLES]
    assert len(set(photos)) == len(photos)
