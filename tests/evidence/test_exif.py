"""MediaWiki's metadata is read tolerantly, and never into a wrong position."""

# ruff: noqa: DTZ001 - what EXIF calls a time has no time zone

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glocbot.evidence.exif import GpsEvidence, NoPosition, read_gps
from glocbot.reasons import SkipReason


def _metadata(**tags: object) -> list[dict[str, Any]]:
    return [{"name": name, "value": value} for name, value in tags.items()]


def _read(**tags: object) -> GpsEvidence:
    position: dict[str, object] = {"GPSLatitude": 48.5, "GPSLongitude": 16.25}
    evidence = read_gps(_metadata(**(position | tags)))
    assert isinstance(evidence, GpsEvidence)
    return evidence


def test_the_answer_of_a_real_mediawiki() -> None:
    """The `commonmetadata` of docs/facts.md §3.1, with every tag that counts."""
    nested = [
        {"name": 0, "value": "10/1"},
        {"name": 1, "value": "20/1"},
        {"name": 2, "value": "305/10"},
    ]
    evidence = read_gps(
        _metadata(
            Make="NIKON",
            Model="COOLPIX P6000",
            DateTimeOriginal="2020:05:06 12:20:31",
            GPSLatitude=48.8583,
            GPSLongitude=-2.2944,
            GPSAltitude=35.5,
            GPSTimeStamp=nested,
            GPSStatus="A",
            GPSDOP="24/10",
            GPSImgDirectionRef="M",
            GPSImgDirection="14225/100",
            GPSMapDatum="WGS-84   ",
            GPSDateStamp="2020:05:06",
        )
    )
    assert evidence == GpsEvidence(
        latitude=48.8583,
        longitude=-2.2944,
        img_direction=142.25,
        img_direction_ref="M",
        datum="WGS-84",
        status="A",
        dop=2.4,
        gps_date=date(2020, 5, 6),
        gps_time=time(10, 20, 30),
        taken=datetime(2020, 5, 6, 12, 20, 31),
        camera="NIKON COOLPIX P6000",
    )


@pytest.mark.parametrize(
    ("value", "degrees"),
    [
        (48, 48.0),
        (48.5, 48.5),
        ("48.5", 48.5),
        (" +48.5 \n", 48.5),
        ("4850/100", 48.5),
        ("48.5\0", 48.5),
        ([48.5], 48.5),
        ([{"name": 0, "value": "4850/100"}], 48.5),
        ("\n*4850/100", 48.5),
        ("5e-2", 0.05),
    ],
)
def test_a_number_in_any_clothes(value: object, degrees: float) -> None:
    assert _read(GPSLatitude=value).latitude == degrees


@pytest.mark.parametrize(
    ("reference", "degrees"),
    [("N", 48.5), ("n ", 48.5), ("S", -48.5)],
)
@pytest.mark.parametrize("value", ["\n*48/1\n*29/1\n*60/1", ["48/1", "30/1", "0/1"]])
def test_degrees_minutes_seconds(value: object, reference: str, degrees: float) -> None:
    assert _read(GPSLatitude=value, GPSLatitudeRef=reference).latitude == degrees


@pytest.mark.parametrize(
    ("value", "reference", "degrees"),
    [(2.5, "W", -2.5), (-2.5, "W", -2.5), ("25/10", "w", -2.5), (2.5, "E", 2.5), (2.5, "", 2.5)],
)
def test_a_reference_left_over_says_the_hemisphere(
    value: object, reference: str, degrees: float
) -> None:
    """MediaWiki drops the reference that it used; where one is left, the sign may be missing."""
    assert _read(GPSLongitude=value, GPSLongitudeRef=reference).longitude == degrees


NOTHING: list[object] = [
    None,
    "",
    "  ",
    "abc",
    "48,5",
    "48.5 N",
    "1_0",
    "nan",
    "4/0",
    "0/0",
    "1/2/3",
    True,
    {},
    [],
    [None],
    ["48/1"] * 2,
    ["48/1"] * 4,
    ["48/1", None, "0/1"],
    ["48/1", "x", "0/1"],
    ["48/1", "30/1", "0/1"],
    ["-48/1", "30/1", "0/1"],
    "٤٨",
]


@pytest.mark.parametrize("value", NOTHING)
def test_an_unreadable_coordinate_is_none(value: object) -> None:
    both = read_gps(_metadata(GPSLatitude=value, GPSLongitude=value))
    assert both == NoPosition(SkipReason.NO_GPS)
    one = read_gps(_metadata(GPSLatitude=value, GPSLongitude=16.25))
    assert one == NoPosition(SkipReason.HALF_POSITION)
    other = read_gps(_metadata(GPSLatitude=48.5, GPSLongitude=value))
    assert other == NoPosition(SkipReason.HALF_POSITION)


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        ({"GPSLatitude": 0, "GPSLongitude": 0}, SkipReason.NULL_ISLAND),
        ({"GPSLatitude": "0/1", "GPSLongitude": -0.0}, SkipReason.NULL_ISLAND),
        ({"GPSLatitude": 0.001, "GPSLongitude": -0.001}, SkipReason.NULL_ISLAND),
        ({"GPSLatitude": 95, "GPSLongitude": 10}, SkipReason.OUT_OF_RANGE),
        ({"GPSLatitude": -90.0001, "GPSLongitude": 10}, SkipReason.OUT_OF_RANGE),
        ({"GPSLatitude": 4294967248, "GPSLongitude": 10}, SkipReason.OUT_OF_RANGE),
        ({"GPSLatitude": 10, "GPSLongitude": 180.0001}, SkipReason.OUT_OF_RANGE),
        ({"GPSLatitude": 10, "GPSLongitude": 1e999}, SkipReason.OUT_OF_RANGE),
        ({"GPSLatitude": 10, "GPSLongitude": 10**400}, SkipReason.OUT_OF_RANGE),
        # A sign that its own reference contradicts, an axis' reference on the other.
        ({"GPSLatitude": -10, "GPSLatitudeRef": "N", "GPSLongitude": 1}, SkipReason.HALF_POSITION),
        ({"GPSLatitude": 10, "GPSLatitudeRef": "E", "GPSLongitude": 1}, SkipReason.HALF_POSITION),
        (
            {"GPSLatitude": ["-9/1", "30/1", "0/1"], "GPSLatitudeRef": "S", "GPSLongitude": 1},
            SkipReason.HALF_POSITION,
        ),
        ({"GPSLatitude": ["1/1"] * 3, "GPSLongitude": ["1/1"] * 3}, SkipReason.NO_GPS),
        ({"GPSDestLatitude": 10, "GPSDestLongitude": 10}, SkipReason.NO_GPS),
    ],
)
def test_no_position(tags: dict[str, object], reason: SkipReason) -> None:
    assert read_gps(_metadata(**tags)) == NoPosition(reason)


@pytest.mark.parametrize("metadata", [None, [], (), [{}], [{"name": "GPSLatitude"}]])
def test_no_metadata(metadata: Any) -> None:
    assert read_gps(metadata) == NoPosition(SkipReason.NO_GPS)


@pytest.mark.parametrize("pole", [(90, 180), (-90, -180), (0, 0.0011), (0.0011, 0)])
def test_the_ends_of_the_range_are_positions(pole: tuple[float, float]) -> None:
    evidence = _read(GPSLatitude=pole[0], GPSLongitude=pole[1])
    assert (evidence.latitude, evidence.longitude) == pole


def test_of_a_tag_given_twice_the_first_counts() -> None:
    evidence = read_gps([*_metadata(GPSLatitude=1.5, GPSLongitude=2.5), *_metadata(GPSLatitude=9)])
    assert isinstance(evidence, GpsEvidence)
    assert evidence.latitude == 1.5


@pytest.mark.parametrize(
    ("tag", "value", "field", "read"),
    [
        ("GPSImgDirection", "40183/1728", "img_direction", 40183 / 1728),
        ("GPSImgDirection", 0, "img_direction", 0),
        ("GPSImgDirection", "360/1", "img_direction", 360),
        ("GPSImgDirection", "36001/100", "img_direction", None),
        ("GPSImgDirection", "65535/1", "img_direction", None),
        ("GPSImgDirection", "-1/1", "img_direction", None),
        ("GPSImgDirection", "0/0", "img_direction", None),
        ("GPSDestBearing", "90/1", "img_direction", None),
        ("GPSImgDirectionRef", "T", "img_direction_ref", "T"),
        ("GPSImgDirectionRef", " m\0", "img_direction_ref", "M"),
        ("GPSImgDirectionRef", "N", "img_direction_ref", None),
        ("GPSImgDirectionRef", None, "img_direction_ref", None),
        ("GPSMapDatum", None, "datum", ""),
        ("GPSMapDatum", " TOKYO ", "datum", "TOKYO"),
        ("GPSMapDatum", ["WGS-84", "TOKYO"], "datum", "WGS-84 TOKYO"),
        ("GPSMapDatum", 5, "datum", "5"),
        ("GPSStatus", "v ", "status", "V"),
        ("GPSDOP", "0/1", "dop", None),
        ("GPSDOP", 20.5, "dop", 20.5),
        ("GPSDOP", "-3", "dop", None),
        ("GPSDateStamp", "2014:09:259", "gps_date", date(2014, 9, 25)),
        ("GPSDateStamp", "2014-09-05", "gps_date", date(2014, 9, 5)),
        ("GPSDateStamp", "2020:05:06 10:20:30", "gps_time", time(10, 20, 30)),
        ("GPSDateStamp", "0000:00:00", "gps_date", None),
        ("GPSDateStamp", "2019:02:30", "gps_date", None),
        ("GPSDateStamp", "5 May 2019", "gps_date", None),
        ("GPSDateStamp", 20190505, "gps_date", None),
        ("GPSTimeStamp", "\n*10/1\n*20/1\n*305/10", "gps_time", time(10, 20, 30)),
        ("GPSTimeStamp", "10:20:30", "gps_time", time(10, 20, 30)),
        ("GPSTimeStamp", ["10/1", "20/1"], "gps_time", None),
        ("GPSTimeStamp", ["24/1", "0/1", "0/1"], "gps_time", None),
        ("GPSTimeStamp", ["10/1", "0/0", "0/1"], "gps_time", None),
        ("GPSTimeStamp", [1e999, 0, 0], "gps_time", None),
        ("DateTimeOriginal", "2014:09:25 08:01", "taken", datetime(2014, 9, 25, 8, 1)),
        ("DateTimeOriginal", "2014:09:25", "taken", datetime(2014, 9, 25)),
        ("DateTimeOriginal", ["2014:09:25 08:01:02"], "taken", datetime(2014, 9, 25, 8, 1, 2)),
        ("DateTimeOriginal", "0000:00:00 00:00:00", "taken", None),
        ("DateTimeDigitized", "2014:09:25 08:01:02", "taken", None),
        ("Model", "X100", "camera", "X100"),
    ],
)  # fmt: skip
def test_what_else_counts(tag: str, value: object, field: str, read: object) -> None:
    assert getattr(_read(**{tag: value}), field) == read


def test_a_model_that_names_its_maker_does_so_once() -> None:
    assert _read(Make="Canon", Model="Canon EOS 5D").camera == "Canon EOS 5D"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text()
    | st.from_regex(r"[*\n]{0,2}[+-]?\d{0,12}[/.:]?\d{0,12}[ T:]?\d{0,3}"),
    lambda inner: st.lists(inner, max_size=4)
    | st.lists(st.fixed_dictionaries({"name": st.integers(0, 3), "value": inner}), max_size=4)
    | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=6,
)  # fmt: skip
TAGS = st.sampled_from([
    "GPSLatitude", "GPSLongitude", "GPSLatitudeRef", "GPSLongitudeRef", "GPSImgDirection",
    "GPSImgDirectionRef", "GPSMapDatum", "GPSStatus", "GPSDOP", "GPSDateStamp", "GPSTimeStamp",
    "DateTimeOriginal", "Make", "Model",
])  # fmt: skip


PLACED = {"GPSLatitude": 48.5, "GPSLongitude": 16.25}


@given(st.dictionaries(TAGS, JSON), st.sampled_from([{}, PLACED]))
@settings(max_examples=300, deadline=None)
def test_any_metadata_is_read(tags: dict[str, Any], position: dict[str, Any]) -> None:
    """Nothing that JSON can hold raises, and what is read is in its range."""
    evidence = read_gps(_metadata(**(tags | position)))
    if isinstance(evidence, GpsEvidence):
        assert abs(evidence.latitude) <= 90
        assert abs(evidence.longitude) <= 180
        assert evidence.img_direction is None or 0 <= evidence.img_direction <= 360
        assert evidence.dop is None or evidence.dop > 0
