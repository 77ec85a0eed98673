"""Plus codes, MGRS and UTM."""

import pytest

from glocbot.convert import PositionKind, convert


@pytest.mark.parametrize(
    ("given", "latitude", "longitude", "note"),
    [
        ("8FWR6937+QR", 48.2044375, 16.3645625, "14 m by 9 m"),
        ("8fwr6937+qr", 48.2044375, 16.3645625, "14 m by 9 m"),
        ("8FWR6937+QRX", 48.2044875, 16.36457813, "3 m by 2 m"),
        ("86HJV99P+29", 41.8675625, -87.6140625, "14 m by 10 m"),
        ("8FWR6937+", 48.20375, 16.36375, "278 m by 185 m"),
        ("8FWR6900+", 48.225, 16.375, "6 km by 4 km"),
        ("8FVC0000+", 47.5, 8.5, "111 km by 75 km"),
    ],
)
def test_plus_code(given: str, latitude: float, longitude: float, note: str) -> None:
    reading = convert(given)
    assert reading.kind is PositionKind.AREA
    assert reading.location.latitude == pytest.approx(latitude, abs=1e-4)
    assert reading.location.longitude == pytest.approx(longitude, abs=1e-4)
    assert any(note in said for said in reading.notes)


@pytest.mark.parametrize(
    ("given", "latitude", "longitude"),
    [
        ("33UXP0208040360", 48.208260, 16.374007),
        ("33U XP 02080 40360", 48.208260, 16.374007),
        ("33UXP 02080 40360", 48.208260, 16.374007),
        ("33uxp0208040360", 48.208260, 16.374007),
        ("18T WL 85628 11322", 40.748400, -73.985699),
        ("4QFJ12345678", 21.309478, -157.916819),
        ("56HLH3436850948", -33.868801, 151.209293),
        # squares that lie in two bands, whichever is written
        ("32T NK 00000 00000", 39.749912, 9.000006),
        ("33T XP 02080 40360", 48.208260, 16.374007),
        ("01P ET 00000 68935", 16.000001, -176.999995),
        ("01Q ET 00000 68935", 16.000001, -176.999995),
    ],
)
def test_mgrs(given: str, latitude: float, longitude: float) -> None:
    location = convert(given).location
    assert location.latitude == pytest.approx(latitude, abs=1e-5)
    assert location.longitude == pytest.approx(longitude, abs=1e-5)


@pytest.mark.parametrize(
    ("given", "note"),
    [("33UXP02084036", "square of 10 m"), ("33UXP020403", "100 m"), ("33UXP0240", "1000 m")],
)
def test_the_square_of_an_mgrs_reference_is_noted(given: str, note: str) -> None:
    assert any(note in said for said in convert(given).notes)


@pytest.mark.parametrize(
    "given",
    [
        "18T 585628 4511322",
        "18 T 585628 4511322",
        "18T 585628mE 4511322mN",
        "18T 585628 m E, 4511322 m N",
        "18T, 585628, 4511322",
        "Zone 18 T E 585628 N 4511322",
        "UTM 18N 585628 4511322",
        "18 North 585628.0 4511322.0",
    ],
)
def test_utm(given: str) -> None:
    location = convert(given).location
    assert location.latitude == pytest.approx(40.748396, abs=1e-5)
    assert location.longitude == pytest.approx(-73.985705, abs=1e-5)


@pytest.mark.parametrize(
    "given", ["56H 334368 6250948", "56S 334368 6250948", "56 South 334368 6250948"]
)
def test_utm_in_the_south(given: str) -> None:
    location = convert(given).location
    assert location.latitude == pytest.approx(-33.868803, abs=1e-5)
    assert location.longitude == pytest.approx(151.209293, abs=1e-5)
