"""Which requests for a location are taken off a page, and which stay."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from glocbot.decision.answers import Answer, answer
from glocbot.decision.case import Case
from glocbot.decision.facts import FileFacts, PageContent, Revision
from glocbot.decision.rules import Rules
from tests.making import facts

NOTHING = facts(None, None)
INFORMATION = "{{Information|description=A lake}}\n"
LOCATED = INFORMATION + "{{Location|48.2|16.37}}\n"


def answered(
    text: str, file: FileFacts = NOTHING, *, history: tuple[Revision, ...] = (), **page: Any
) -> Answer | None:
    content = PageContent(70, datetime(2024, 5, 11, tzinfo=UTC), text, **page)
    return answer(Case(file, content, history, Rules(account="Glocbot")))


@pytest.mark.parametrize(
    ("text", "file", "left", "why"),
    [
        pytest.param(
            INFORMATION + "{{GPS EXIF}}\n",
            NOTHING,
            INFORMATION,
            "the file's EXIF has no GPS position",
            id="no position",
        ),
        pytest.param(
            INFORMATION + "{{GPS-EXIF}}\n",
            facts(48.2, None),
            INFORMATION,
            "the EXIF has only one of latitude and longitude",
            id="half a position, under another name",
        ),
        pytest.param(
            INFORMATION + "{{GPS EXIF}}\n",
            facts(0, 0),
            INFORMATION,
            "the EXIF position is 0°, 0°, a placeholder",
            id="Null Island",
        ),
        pytest.param(
            LOCATED + "{{GPS EXIF}}\n{{Location possible}}\n",
            facts(),
            LOCATED,
            "the page has a location",
            id="located, both requests",
        ),
        pytest.param(
            LOCATED + "{{Location possible}}\n",
            NOTHING,
            LOCATED,
            "the page has a location",
            id="located by hand",
        ),
        pytest.param(
            INFORMATION + "{{GPS EXIF}}\n{{Location possible}}\n",
            NOTHING,
            INFORMATION + "{{Location possible}}\n",
            "the file's EXIF has no GPS position",
            id="the one that asks people stays",
        ),
    ],
)
def test_what_is_taken_off(text: str, file: FileFacts, left: str, why: str) -> None:
    found = answered(text, file)
    assert found is not None
    assert (found.new_text, found.why) == (left, why)
    assert found.summary.startswith("Take off {{[[Template:")
    assert why in found.summary


@pytest.mark.parametrize(
    ("text", "file"),
    [
        pytest.param(INFORMATION, NOTHING, id="no request"),
        pytest.param(INFORMATION + "{{GPS EXIF}}", facts(), id="a position: it will be served"),
        pytest.param(INFORMATION + "{{Location possible}}", NOTHING, id="people are asked"),
        pytest.param(INFORMATION + "<!-- {{GPS EXIF}} -->", NOTHING, id="in a comment"),
        pytest.param(INFORMATION + "<nowiki>{{GPS EXIF}}</nowiki>", NOTHING, id="shown as text"),
        pytest.param(INFORMATION + "{{GPS EXIF}}{{nobots}}", NOTHING, id="no bots"),
        pytest.param(INFORMATION + "{{GPS EXIF}}{{Location withheld}}", NOTHING, id="opted out"),
        pytest.param("#REDIRECT [[File:B.jpg]] {{GPS EXIF}}", NOTHING, id="a redirect"),
        pytest.param(
            INFORMATION + "{{GPS EXIF}}",
            replace(NOTHING, edit_levels=frozenset({"sysop"})),
            id="protected",
        ),
        pytest.param(INFORMATION + "{{Object location|48|16}}{{GPS EXIF}}", facts(), id="held"),
        pytest.param(INFORMATION + "{{GPS EXIF}}{{Location|48.2", NOTHING, id="a broken page"),
        pytest.param(INFORMATION + "{{GPS EXIF ambiguous}}", NOTHING, id="another template"),
    ],
)
def test_what_stays(text: str, file: FileFacts) -> None:
    assert answered(text, file) is None


def test_a_location_in_the_structured_data_is_not_enough() -> None:
    text = INFORMATION + "{{Location possible}}"
    assert answered(text, facts(), properties=frozenset({"P1259"})) is None


def revision(revid: int, user: str, text: str) -> Revision:
    return Revision(revid, user, "", text)


def test_a_request_that_came_back_is_left() -> None:
    asked = INFORMATION + "{{GPS EXIF}}\n"
    first, removed = revision(1, "Kim", asked), revision(2, "Glocbot", INFORMATION)
    again = revision(3, "Kim", asked)
    assert answered(asked, history=(again, removed, first)) is None
    by_another = replace(removed, user="Robin")
    assert answered(asked, history=(again, by_another, first)) is not None
