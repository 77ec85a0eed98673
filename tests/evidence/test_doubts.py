"""What a person should look at, and what nobody need."""

# ruff: noqa: DTZ001 - what EXIF calls a time has no time zone

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from glocbot.evidence.doubts import doubts
from glocbot.evidence.exif import GpsEvidence

CLEAN = GpsEvidence(
    latitude=48.5,
    longitude=16.25,
    datum="WGS-84",
    status="A",
    dop=2.4,
    gps_date=date(2020, 5, 6),
    gps_time=time(10, 0, 0),
    taken=datetime(2020, 5, 6, 12, 0, 0),
)
#: The fix is of 10:00; a day and the farthest time zone later is 38 hours later.
LAST_FRESH = datetime(2020, 5, 8, 0, 0, 0)


def _reasons(**changes: Any) -> list[str]:
    return [doubt.reason for doubt in doubts(replace(CLEAN, **changes))]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        *({"datum": datum} for datum in (
            "", "WGS84", "wgs-84", "WGS 84", "WGS 1984", "WGS_84", "EPSG:4326",
            "World Geodetic System 1984",
        )),
        {"status": ""},
        {"dop": None},
        {"dop": 20.0},
        {"taken": LAST_FRESH},
        {"taken": None},
        {"gps_date": None},
        {"taken": datetime(2020, 5, 5, 13)},  # the COOLPIX: a camera clock 22 hours behind
        {"taken": datetime(2004, 1, 1)},  # and one never set
        {"gps_time": None, "taken": datetime(2020, 5, 8, 13, 59, 59)},
        {"latitude": 48.0},
        {"longitude": 16.0},
        {"latitude": 0.01, "longitude": 32.5},
    ],
)  # fmt: skip
def test_nothing_to_look_at(changes: dict[str, Any]) -> None:
    assert _reasons(**changes) == []


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        *(({"datum": datum}, ["datum"]) for datum in (
            "TOKYO", "NAD27", "ED50", "GCJ-02", "WGS-72", "WGS-84 TOKYO", "5", "OSGB36",
            "日本測地系", "WGS-84 日本",
        )),
        ({"status": "V"}, ["void-fix"]),
        ({"dop": 20.1}, ["poor-fix"]),
        ({"taken": LAST_FRESH.replace(second=1)}, ["stale-fix"]),
        ({"taken": datetime(2025, 1, 1)}, ["stale-fix"]),
        ({"gps_time": None, "taken": datetime(2020, 5, 8, 14)}, ["stale-fix"]),
        ({"latitude": 48.0, "longitude": -2.0}, ["whole-degrees"]),
        ({"latitude": 0.0}, ["zero-axis"]),
        ({"longitude": -0.0}, ["zero-axis"]),
        ({"latitude": 0.0, "longitude": 32.0}, ["whole-degrees", "zero-axis"]),
        # Both come out as whole degrees on the page.
        ({"latitude": 47.99999999, "longitude": 16.0000001}, ["whole-degrees"]),
        ({"latitude": -0.0000004}, ["zero-axis"]),
        (
            {"datum": "TOKYO", "status": "V", "dop": 99.0, "taken": datetime(2021, 1, 1),
             "longitude": 0.0},
            ["datum", "void-fix", "poor-fix", "stale-fix", "zero-axis"],
        ),
    ],
)  # fmt: skip
def test_something_to_look_at(changes: dict[str, Any], reasons: list[str]) -> None:
    assert _reasons(**changes) == reasons


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"datum": "TOKYO"}, "the position is in the datum TOKYO, not WGS 84"),
        ({"dop": 25.5}, "the dilution of precision is 25.5, over 20"),
        (
            {"taken": datetime(2021, 1, 2)},
            "the position was measured on 2020-05-06, the photo taken on 2021-01-02",
        ),
        (
            {"latitude": 48.0, "longitude": -2.0},
            "both coordinates are whole degrees (48, -2)",
        ),
        ({"latitude": 0.0}, "the latitude is exactly zero"),
        ({"longitude": 0.0}, "the longitude is exactly zero"),
    ],
)
def test_the_words_have_the_files_own_figures(changes: dict[str, Any], words: str) -> None:
    (doubt,) = doubts(replace(CLEAN, **changes))
    assert doubt.words == words
