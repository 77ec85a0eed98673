"""The one place where the template is written (docs/design.md, Contracts)."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glocbot.location import Location
from glocbot.template import decimal_degrees, location_template, whole_heading

#: The importer into structured data takes just this form of decimals and attributes (docs/facts.md
#: §5.4).
CONTRACT = re.compile(
    r"\{\{Location\|-?\d{1,2}(\.\d{0,5}[1-9])?\|-?\d{1,3}(\.\d{0,5}[1-9])?"
    r"\|source:exif(_heading:\d{1,3})?\}\}"
)


@pytest.mark.parametrize(
    ("location", "wikitext"),
    [
        (
            Location(48.20849, 16.37208, 142),
            "{{Location|48.20849|16.37208|source:exif_heading:142}}",
        ),
        (Location(48.8583, -2.2944), "{{Location|48.8583|-2.2944|source:exif}}"),
        (
            Location(51.76240833333333, -0.31789166666666663, 40183 / 1728),
            "{{Location|51.762408|-0.317892|source:exif_heading:23}}",
        ),
        (Location(-90, 180, 0), "{{Location|-90|180|source:exif_heading:0}}"),
        (Location(10, 100, 359.6), "{{Location|10|100|source:exif_heading:0}}"),
        (Location(-0.0000001, 5e-7, 0.4), "{{Location|0|0.000001|source:exif_heading:0}}"),
    ],
)
def test_the_sweeps_template(location: Location, wikitext: str) -> None:
    assert location_template(location, source="exif") == wikitext


def test_the_converters_template_has_no_source() -> None:
    assert location_template(Location(1.5, 2.5)) == "{{Location|1.5|2.5}}"
    assert location_template(Location(1.5, 2.5, 7)) == "{{Location|1.5|2.5|heading:7}}"


def test_the_subjects_template() -> None:
    written = location_template(Location(1.5, 2.5), name="Object location")
    assert written == "{{Object location|1.5|2.5}}"


@pytest.mark.parametrize(
    ("degrees", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (100, "100"),
        (-10.0, "-10"),
        (12.50, "12.5"),
        (1e-05, "0.00001"),
        (1e-06, "0.000001"),
        (4.9e-07, "0"),
        (-4.9e-07, "0"),
        (5e-07, "0.000001"),
        (-5e-07, "-0.000001"),
        (1.0000005, "1.000001"),  # half away from zero, as the number is written
        (2.0000025, "2.000003"),  # not half to even
        (179.9999999, "180"),
        (51.76240833333333, "51.762408"),
        (-0.31789166666666663, "-0.317892"),
    ],
)
def test_decimal_degrees(degrees: float, text: str) -> None:
    assert decimal_degrees(degrees) == text


@pytest.mark.parametrize(
    ("heading", "whole"),
    [(0, 0), (0.49, 0), (0.5, 1), (1.5, 2), (2.5, 3), (142.25, 142), (359.49, 359), (359.5, 0)],
)
def test_whole_heading(heading: float, whole: int) -> None:
    assert whole_heading(heading) == whole


@given(st.floats(-180, 180))
def test_decimal_degrees_round_trip(degrees: float) -> None:
    """What is written is within half a millionth of a degree, in plain and shortest digits."""
    text = decimal_degrees(degrees)
    assert abs(Decimal(text) - Decimal(repr(degrees))) <= Decimal("0.0000005")
    assert re.fullmatch(r"0|-?([1-9]\d*|0)(\.\d{0,5}[1-9])?", text)
    assert text != "-0"
    assert decimal_degrees(float(text)) == text


@given(st.floats(-90, 90), st.floats(-180, 180), st.none() | st.floats(0, 360))
def test_every_location_keeps_the_contract(
    latitude: float, longitude: float, heading: float | None
) -> None:
    written = location_template(Location(latitude, longitude, heading), source="exif")
    assert CONTRACT.fullmatch(written)
    if heading is not None:
        assert 0 <= int(written.rpartition(":")[2].removesuffix("}}")) <= 359
