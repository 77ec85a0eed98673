"""What a reviewer rejected stays rejected, until the question is another one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from glocbot.decision.decide import Skip, decide, screen
from glocbot.decision.rejections import Rejection, Rejections
from glocbot.decision.rules import Rules
from glocbot.location import Location
from glocbot.reasons import RejectionReason, SkipReason
from tests.making import proposed

SITE = "commons:commons"
HERE = Location(48.20849, 16.37208, 142)
REJECTED = Rejection(
    site=SITE,
    pageid=7,
    title="File:Lake.jpg",
    sha1="abc",
    wikitext="{{Location|48.20849|16.37208|source:exif_heading:142}}",
    why=RejectionReason.WRONG_PLACE,
    by="Robin",
    time=datetime(2026, 11, 24, 12, tzinfo=UTC),
)
PRIVATE = replace(REJECTED, why=RejectionReason.PRIVATE)
ELSEWHERE = Location(48.21, 16.37208)


@pytest.mark.parametrize(
    ("rejections", "pageid", "location"),
    [
        pytest.param([REJECTED], 7, HERE, id="the same"),
        pytest.param([REJECTED], 7, replace(HERE, heading=None), id="another heading"),
        pytest.param([REJECTED], 7, Location(48.2084904, 16.37208), id="the same as written"),
        pytest.param([replace(REJECTED, sha1="old")], 7, HERE, id="a new version of the file"),
        pytest.param([replace(REJECTED, title="File:Sea.jpg")], 7, HERE, id="a moved page"),
        pytest.param([PRIVATE], 7, ELSEWHERE, id="private, wherever"),
        pytest.param([REJECTED, PRIVATE], 7, ELSEWHERE, id="rejected twice"),
        pytest.param([replace(REJECTED, undone=True), REJECTED], 7, HERE, id="rejected again"),
    ],
)
def test_it_stands(rejections: list[Rejection], pageid: int, location: Location) -> None:
    assert Rejections(SITE, rejections).against(pageid, location) is not None


@pytest.mark.parametrize(
    ("rejections", "pageid", "location"),
    [
        pytest.param([], 7, HERE, id="none"),
        pytest.param([REJECTED], 8, HERE, id="another page"),
        pytest.param([REJECTED], 7, ELSEWHERE, id="another position"),
        pytest.param([replace(REJECTED, site="x:en")], 7, HERE, id="another wiki"),
        pytest.param([REJECTED, replace(REJECTED, undone=True)], 7, HERE, id="taken back"),
        pytest.param([PRIVATE, replace(REJECTED, undone=True)], 7, HERE, id="private, taken back"),
    ],
)
def test_it_does_not_stand(rejections: list[Rejection], pageid: int, location: Location) -> None:
    assert Rejections(SITE, rejections).against(pageid, location) is None


def test_those_that_stand_are_counted() -> None:
    other = replace(REJECTED, pageid=8)
    rejections = Rejections(SITE, [REJECTED, other, PRIVATE, replace(other, undone=True)])
    assert len(rejections) == 2
    assert rejections.of(7) == (REJECTED, PRIVATE)
    assert rejections.of(8) == ()


def test_a_rejected_file_is_skipped_by_the_screening_and_after_it() -> None:
    edit = proposed()
    rejected = replace(REJECTED, pageid=edit.facts.pageid, wikitext=edit.wikitext)
    rules = Rules(rejections=Rejections(SITE, [rejected]))
    words = "rejected by Robin on 2026-11-24 (wrong-place): the camera was not there"
    skip = Skip(edit.facts, SkipReason.REJECTED, edit.location, words)
    assert screen(edit.facts, rules) == skip
    assert decide(edit.facts, edit.page, None, rules) == skip
    assert skip.words == words
