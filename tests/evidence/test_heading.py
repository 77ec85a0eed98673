"""The heading from true north.

The declinations are the official test values of each World Magnetic Model, as NOAA and BGS publish
them with its coefficients to a hundredth of a degree: at sea level at the model's first day.
"""

# ruff: noqa: DTZ001 - what EXIF calls a time has no time zone

from datetime import date, datetime
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glocbot.evidence.exif import GpsEvidence
from glocbot.evidence.heading import declination, true_heading


@pytest.mark.parametrize(
    ("latitude", "longitude", "year", "degrees"),
    [
        (80, 0, 2010, -6.13),
        (0, 120, 2010, 0.97),
        (-80, -120, 2010, 70.21),
        (80, 0, 2020, -1.28),
        (0, 120, 2020, 0.16),
        (-80, -120, 2020, 69.36),
        (80, 0, 2025, 1.28),
        (0, 120, 2025, -0.16),
        (-80, -120, 2025, 68.78),
    ],
)
def test_declination_is_the_models_published_value(
    latitude: float, longitude: float, year: int, degrees: float
) -> None:
    assert declination(latitude, longitude, date(year, 1, 1)) == pytest.approx(degrees, abs=0.006)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(2009, 12, 31), date(9999, 12, 31)])
def test_no_model_covers_the_day(day: date) -> None:
    assert declination(48, 16, day) is None


@pytest.mark.parametrize("year", range(2010, 2030))
def test_the_models_meet(year: int) -> None:
    """Around New Year of any year the declination of Vienna moves by less than half a degree."""
    last = declination(48.2, 16.4, date(year, 12, 31))
    first = declination(48.2, 16.4, date(year, 1, 1))
    assert first is not None
    assert last is not None
    assert 0 < last - first < 0.5
    assert 1 < first < 7


@pytest.mark.parametrize(("latitude", "longitude"), [(86.5, 164.0), (-64.1, 135.9)])
def test_no_declination_near_the_magnetic_poles(latitude: float, longitude: float) -> None:
    """Where the poles were in 2020 (WMM2020 report): a compass points nowhere."""
    assert declination(latitude, longitude, date(2020, 1, 1)) is None


def _evidence(
    direction: float | None, reference: Literal["T", "M"] | None, **more: Any
) -> GpsEvidence:
    return GpsEvidence(
        latitude=-80, longitude=-120, img_direction=direction, img_direction_ref=reference, **more
    )


TAKEN = datetime(2020, 1, 1, 12)


@pytest.mark.parametrize(
    ("evidence", "heading"),
    [
        (_evidence(142.25, "T"), 142.25),
        (_evidence(0, "T"), 0),
        (_evidence(360, "T"), 0),
        (_evidence(10, "M", taken=TAKEN), 79.36),
        (_evidence(300, "M", taken=TAKEN), 9.36),
        (_evidence(10, "M", gps_date=date(2020, 1, 1)), 79.36),
        (_evidence(10, "M", taken=TAKEN, gps_date=date(2025, 1, 1)), 79.36),
    ],
)
def test_a_heading(evidence: GpsEvidence, heading: float) -> None:
    assert true_heading(evidence) == pytest.approx(heading, abs=0.006)


@pytest.mark.parametrize(
    "evidence",
    [
        _evidence(None, "T"),
        _evidence(None, None),
        _evidence(142.25, None),
        _evidence(0, None, taken=TAKEN),
        _evidence(142.25, "M"),
        _evidence(142.25, "M", taken=datetime(1999, 1, 1)),
        _evidence(142.25, "M", taken=datetime(2031, 1, 1)),
    ],
)
def test_no_heading(evidence: GpsEvidence) -> None:
    assert true_heading(evidence) is None


def test_a_hair_west_of_north_is_north(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glocbot.evidence.heading.declination", lambda *_: -10.000000000000002)
    assert true_heading(_evidence(10, "M", taken=TAKEN)) == 0


@given(
    st.floats(0, 360),
    st.sampled_from(["T", "M"]),
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.datetimes(),
)
def test_every_heading_is_a_bearing(
    direction: float,
    reference: Literal["T", "M"],
    latitude: float,
    longitude: float,
    taken: datetime,
) -> None:
    evidence = GpsEvidence(latitude, longitude, direction, reference, taken=taken)
    heading = true_heading(evidence)
    assert heading is None or 0 <= heading < 360
