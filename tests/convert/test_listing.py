"""What programs print of a photo's metadata."""

import pytest

from glocbot.convert import convert
from tests.convert.positions import assert_at, refusal

LISTINGS = {
    "exiftool": """
Make                            : Apple
Camera Model Name               : iPhone 12
Date/Time Original              : 2022:08:14 14:12:31
GPS Latitude Ref                : North
GPS Longitude Ref               : West
GPS Altitude                    : 171 m Above Sea Level
GPS Latitude                    : 48 deg 12' 30.564" N
GPS Longitude                   : 16 deg 22' 19.488" W
""",
    "exiftool, grep": """
GPS Latitude                    : 48 deg 12' 30.564" N
--
GPS Longitude                   : 16 deg 22' 19.488" W
""",
    "exiftool -s": """
GPSLatitude                     : 48 deg 12' 30.564" N
GPSLongitude                    : 16 deg 22' 19.488" W
GPSImgDirection                 : 142
""",
    "exiftool -n": "GPSLatitude : 48.20849\nGPSLongitude : -16.37208",
    "exiftool -csv, turned": "GPSLatitudeRef=N\nGPSLatitude=48.20849\nGPSLongitudeRef=W\nGPSLongitude=16.37208",
    "exiv2": """
Exif.GPSInfo.GPSLatitudeRef                  Ascii       2  North
Exif.GPSInfo.GPSLatitude                     Rational    3  48deg 12' 30.564"
Exif.GPSInfo.GPSLongitudeRef                 Ascii       2  West
Exif.GPSInfo.GPSLongitude                    Rational    3  16deg 22' 19.488"
""",
    "exiv2 -Pv": """
Exif.GPSInfo.GPSLatitudeRef                  Ascii       2  N
Exif.GPSInfo.GPSLatitude                     Rational    3  48/1 12/1 30564/1000
Exif.GPSInfo.GPSLongitudeRef                 Ascii       2  W
Exif.GPSInfo.GPSLongitude                    Rational    3  16/1 22/1 19488/1000
""",
    "ImageMagick": """
    exif:GPSLatitude: 48/1, 12/1, 30564/1000
    exif:GPSLatitudeRef: N
    exif:GPSLongitude: 16/1, 22/1, 19488/1000
    exif:GPSLongitudeRef: W
""",
    "jhead": """
GPS Latitude : N 48d 12m 30.564s
GPS Longitude: W 16d 22m 19.488s
GPS Altitude : 171.00m
""",
    "exifread": """
GPS GPSLatitude: [48, 12, 7641/250]
GPS GPSLatitudeRef: N
GPS GPSLongitude: [16, 22, 2436/125]
GPS GPSLongitudeRef: W
""",
    "ExifTool in brackets": """
[EXIF:GPSLatitude]=48 deg 12' 30.564"
[EXIF:GPSLatitudeRef]=North
[EXIF:GPSLongitude]=16 deg 22' 19.488"
[EXIF:GPSLongitudeRef]=West
""",
    "mdls": """
kMDItemLatitude                    = 48.20849
kMDItemLongitude                   = -16.37208
kMDItemPixelHeight                 = 3024
""",
    "macOS Preview": "Latitude: 48° 12' 30.564\" N\nLongitude: 16° 22' 19.488\" W",
    "Windows, with signs": "Latitude\t48; 12; 30.564\nLongitude\t-16; 22; 19.488",
    "an Android gallery": "Latitude: 48.20849\nLongitude: -16.37208\nAltitude: 171.0\nISO: 100",
    "a gallery in German": "Breitengrad: 48,20849\nLängengrad: -16,37208\nHöhe: 171 m",
}  # fmt: skip


@pytest.mark.parametrize("program", LISTINGS)
def test_a_list_of_metadata(program: str) -> None:
    assert_at(LISTINGS[program], 48.20849, -16.37208)


def test_a_true_direction_is_the_heading() -> None:
    given = LISTINGS["exiftool"] + "GPS Img Direction Ref : True North\nGPS Img Direction : 142.25"
    assert_at(given, 48.20849, -16.37208, 142.25)
    magnetic = given.replace("True North", "Magnetic North")
    assert_at(magnetic, 48.20849, -16.37208)


def test_windows_leaves_the_direction_out() -> None:
    """Its list has neither letters nor signs, so a person has to look."""
    reading = assert_at("Latitude\t48; 12; 30.564\nLongitude\t16; 22; 19.488", 48.20849, 16.37208)
    assert any("does not say whether" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("GPS Latitude : 48.20849\nGPS Altitude : 171", "only one of latitude and longitude"),
        ("GPS Latitude : 48 deg 72' 0\" N\nGPS Longitude : 16 deg 22' 0\" E", "not below 60"),
        ("GPS Latitude : 98.2\nGPS Longitude : 16.3", "not between -90 and 90"),
        ("GPS Latitude : 48.2 E\nGPS Longitude : 16.3 N", "mixed up"),
        (
            "GPSLatitude : 48.2\nGPSLatitude : 48.3\nGPSLongitude : 16.3",
            "two different values for the latitude",
        ),
        ("Latitude: 48/0 12/1 3/1\nLongitude: 16/1 22/1 19/1", "latitude"),
    ],
)
def test_what_stays_refused(given: str, says: str) -> None:
    assert says in refusal(given)


def test_a_direction_that_is_none_is_not_overlooked() -> None:
    refusal("GPSLatitude: 48.2\nGPSLatitudeRef: X\nGPSLongitude: 16.3\nGPSLongitudeRef: E")


def test_other_lists_are_left_to_the_other_readers() -> None:
    assert convert("Latitude: 48.20849\nLongitude: 16.37208").location.latitude == 48.20849
