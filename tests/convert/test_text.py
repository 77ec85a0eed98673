"""Coordinates written as text; each table is one way of writing them."""

import pytest

from glocbot.convert import convert
from tests.convert.positions import assert_at

SAME_PLACE = [
    "40.123, -74.123",
    "40.123,-74.123",
    "40.123 -74.123",
    "40.123;-74.123",
    "40.123 / -74.123",
    "40.123/-74.123",
    "40.123:-74.123",
    "40.123\n-74.123",
    "40.123\t-74.123",
    "  40.123 ,  -74.123  ",
    "(40.123, -74.123)",
    "“40.123, -74.123”",
    "40.123, -74.123.",
    "+40.123, -74.123",
    "40.123, −74.123",
    "40.123, –74.123",
    "40.123°, -74.123°",
    "40.123° -74.123°",
    "40.123º, -74.123º",
    "40.123˚, -74.123˚",
    "40.123*, -74.123*",
    "40.123d, -74.123d",
    "40,123 -74,123",
    "40,123; -74,123",
    "40,123, -74,123",
    "40,123° -74,123°",
    "40.123N 74.123W",
    "40.123N74.123W",
    "40.123 n, 74.123 w",
    "40.123° N 74.123° W",
    "N40.123W74.123",
    "N 40.123, W 74.123",
    "n40.123 w74.123",
    "74.123W 40.123N",
    "W 74.123 N 40.123",
    "N 40.123, 74.123 W",
    "40.123 North, 74.123 West",
    "40.123° north 74.123° west",
    "40.123 norte, 74.123 oeste",
    "40,123 nord, 74,123 ouest",
    "Lat: 40.123 Lon: -74.123",
    "Lat: 40.123, Long: -74.123",
    "lat 40.123 lng -74.123",
    "Lon: -74.123, Lat: 40.123",
    "Latitude: 40.123° N, Longitude: 74.123° W",
    "Latitude: 40.123\nLongitude: -74.123",
    "Latitude\n40.123\nLongitude\n-74.123",
    "lat=40.123&lon=-74.123",
    "Coordinates: 40°7′22.8″N 74°7′22.8″W",
    "Koordinaten: 40.123 N, 74.123 W",
    "GPS 40.123, -74.123",
    "WGS84: 40.123, -74.123",
    "position:\n40.123, -74.123",
    '{"lat": 40.123, "lng": -74.123}',
    "Breite: 40,123 Länge: -74,123",
    "40° 7.38, -74° 7.38",
    "40° 7.38’ , -74° 7.38’",
    "N 40 7.38 W 74 7.38",
    "N 40° 7,38′, W 74° 7,38′",
    "40 7.38 -74 7.38",
    "40 7.38, -74 7.38",
    "40 7.38 N 74 7.38 W",
    "40° 07.380 min N 74° 07.380 min W",
    "40 7 22.8, -74 7 22.8",
    "40 7 22.8; -74 7 22.8",
    "40 7 22.8 -74 7 22.8",
    "40 7 22,8; -74 7 22,8",
    "40°7'22.8\"N, 74°7'22.8\"W",
    "40°7′22.8″N 74°7′22.8″W",
    "40°7’22.8”N 74°7’22.8”W",
    '40° 7´ 22.8" N 74° 7´ 22.8" W',
    "40°7‘22.8“N 74°7‘22.8“W",
    "40°7′22.8′′N 74°7′22.8′′W",
    "N40°7’22.8’’, W74°7’22.8’’",
    'N40°7’22.8, W74°7’22.8"',
    "40d7m22.8sN 74d7m22.8sW",
    '40d 7’ 22.8" N 74d 7’ 22.8" W',
    "40deg 7min 22.8sec N 74deg 7min 22.8sec W",
    "40 7m 22.8s N 74 7m 22.8s W",
    "40 degrees 7 minutes 22.8 seconds North 74 degrees 7 minutes 22.8 seconds West",
    "40 deg 7' 22.80\" N, 74 deg 7' 22.80\" W",
    "N 40°7'22.8\" / W 74°7'22.8\"",
    "40°7'22.8\"N – 74°7'22.8\"W",
    "40:7:22.8N 74:7:22.8W",
    "40:07:22.8, -74:07:22.8",
    "40-07-22.8N 74-07-22.8W",
    "40.07.22.8N 74.07.22.8W",
    "40.07.22,8N 74.07.22,8W",
    "4007.38N7407.38W",
    "4007.38N 07407.38W",
    "N4007.38W07407.38",
    "400722.8N740722.8W",
    "400722.8N 0740722.8W",
    "4007.380,N,07407.380,W",
    "+40.123-074.123/",
    "+40.123-074.123+15.2/",
    "+40.123-074.123+15.2CRSWGS_84/",
    "+4007.38-07407.38/",
    "+400722.8-0740722.8/",
    "\u200e40.123, -74.123\u202c",
    "\ufeff40.123, -74.123",
    "40.123,\u00a0-74.123",
]


@pytest.mark.parametrize("given", SAME_PLACE)
def test_every_way_of_writing_one_place(given: str) -> None:
    assert_at(given, 40.123, -74.123)


@pytest.mark.parametrize(
    ("given", "latitude", "longitude"),
    [
        ("47,648883, 122,348067", 47.648883, 122.348067),
        ("4007N 07407W", 40 + 7 / 60, -74 - 7 / 60),
        ("+27.5916+086.5640+8850/", 27.5916, 86.5640),
        ("-90+000/", -90, 0),
        ("32E 66N", 66, 32),
        ("S 90° 00.000′ W 180° 00.000′", -90, -180),
        ("90, 180", 90, 180),
        ("53 16.3863,4 52.8171", 53.273105, 4.880285),
        ("50 8.2914,-5 2.4447", 50.13819, -5.040745),
        ("N 48° 30,6410', E 18° 57,4583'", 48.510683, 18.957638),
        ("27,71372° S 23,07771° E", -27.71372, 23.07771),
        ("27.15.45S 18.32.53E", -27.2625, 18.548056),
        ("S 27.45.34 E 23.23.23", -27.759444, 23.389722),
        ("18°24S 22°45E", -18.4, 22.75),
        ("18.24S 22.45E", -18.24, 22.45),
        ("54° 25' 0N 1° 53' 46W", 54.416667, -1.896111),
        ("0*30', 1*0'30\"", 0.5, 1.008333),
        ("-0° 30', -0° 0' 36\"", -0.5, -0.01),
        ("10, 20", 10, 20),
        ("10,-20", 10, -20),
        ("10,20", 10, 20),
        ("-90,180", -90, 180),
        ("N 48° 30' 36\" · E 18° 57' 18\"", 48.51, 18.955),
        ("N 48° 30. 600 E 18° 57. 300", 48.51, 18.955),
        ("48. 510001 18.955", 48.510001, 18.955),
        ("48° 30′ 36″ N 18.955° E", 48.51, 18.955),
        ("2. 3.", 2, 3),
        ("E 49 29, N 19 24", 19.4, 49.483333),
        ("49 29.4 19 24.5", 49.49, 19.408333),
        ("48 deg 42' 52.13\" N, 21 deg 11' 47.60\" E", 48.714481, 21.196556),
        ("40:26:46, 79:56:55", 40.446111, 79.948611),
    ],
)
def test_other_places(given: str, latitude: float, longitude: float) -> None:
    assert_at(given, latitude, longitude)


@pytest.mark.parametrize(
    ("given", "latitude", "longitude"),
    [
        ("50d4m17.7S 14d24m2.8E", -50.07158333, 14.40077778),  # no other letter for the latitude
        ("50d4m17.7s 14d24m2.8e", -50.07158333, 14.40077778),
        ("50d4m17.7s, 14d24m2.8s", 50.07158333, 14.40077778),  # no letter at all
        ("-50d4m17.7s 14d24m2.8s", -50.07158333, 14.40077778),
        ("50d4m17.7sS 14d24m2.8sE", -50.07158333, 14.40077778),
        ("50d4m17.7s S 14d24m2.8s E", -50.07158333, 14.40077778),
        ("E14d24m2.8s S50d4m17.7s", -50.07158333, 14.40077778),
        ("33 52 4s 151 12 26e", -33.86777778, 151.20722222),
        ("33.9s 151.2e", -33.9, 151.2),
    ],
)
def test_s_is_south_or_seconds(given: str, latitude: float, longitude: float) -> None:
    assert_at(given, latitude, longitude)


@pytest.mark.parametrize(
    ("given", "longitude"),
    [
        ("48° Nord, 16° Ost", 16),
        ("33 Süd 16 O", 16),
        ("Breite 48 N, Länge 16 O", 16),
        ("33 sud, 16 O", -16),
        ("latitud 33 S, longitud 16 O", -16),
        ("33 norte, 16 O", -16),
        ("33 N, 16 oeste", -16),
        ("33 N, 16 Ouest", -16),
        ("33 N, 16 est", 16),
    ],
)
def test_a_word_says_whether_o_is_east_or_west(given: str, longitude: float) -> None:
    assert convert(given).location.longitude == longitude


@pytest.mark.parametrize(("given", "noted"), [("10,20", True), ("0,0", False), ("10, 20", False)])
def test_a_pair_that_may_be_half_of_one_is_noted(given: str, noted: bool) -> None:  # noqa: FBT001
    assert any("decimal comma" in note for note in convert(given).notes) == noted


@pytest.mark.parametrize("given", ["0, 0", "0,0", "0N 0E", "0.0000, 0.0000"])
def test_typed_null_island_is_answered_with_a_note(given: str) -> None:
    assert any("Null Island" in note for note in assert_at(given, 0, 0).notes)


@pytest.mark.parametrize(
    ("given", "coarse"),
    [
        ("48, 16", True),
        ("48.2, 16.37208", True),
        ("48.20, 16.37", True),
        ("48° 12′ N 16° 22′ E", True),
        ("48.208, 16.372", False),
        ("48° 12′ 30″ N 16° 22′ 19″ E", False),
        ("48° 12.5′ N 16° 22.3′ E", False),
    ],
)
def test_what_is_coarser_than_a_kilometre_is_noted(given: str, coarse: bool) -> None:  # noqa: FBT001
    assert any("nearest" in note for note in convert(given).notes) == coarse
