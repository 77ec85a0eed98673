"""Photos, read from the file as the sweep reads them from MediaWiki."""

from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from glocbot.convert import Refused
from glocbot.convert.photos import is_photo, read_photo
from glocbot.convert.photos.exif import EXIF_SECTION, GPS_SECTION

Value: TypeAlias = str | int | float | tuple[float, ...]
GPS: dict[int, Value] = {1: "N", 2: (48.0, 12.0, 30.564), 3: "W", 4: (16.0, 22.0, 19.488)}


def photo(path: Path, gps: dict[int, Value], taken: str = "2022:08:14 14:12:31") -> Path:
    """Make an image with a GPS section, in the format that its ending names."""
    exif = Image.Exif()
    exif[EXIF_SECTION] = {0x9003: taken}
    exif[GPS_SECTION] = {number: _rational(value) for number, value in gps.items()}
    if path.suffix in {".tif", ".dng"}:  # which is what EXIF is made of, after a mark of 6 bytes
        path.write_bytes(exif.tobytes()[6:])
    else:
        Image.new("RGB", (8, 8)).save(path, exif=exif)
    return path


def _rational(value: Value) -> object:
    if isinstance(value, tuple):
        return tuple(_rational(item) for item in value)
    if isinstance(value, float):
        fraction = Fraction(value).limit_denominator(100_000)
        return IFDRational(fraction.numerator, fraction.denominator)
    return value


@pytest.mark.parametrize("ending", ["jpg", "JPEG", "tif", "dng", "png", "webp", "avif"])
def test_every_format(ending: str, tmp_path: Path) -> None:
    reading = read_photo(photo(tmp_path / f"photo.{ending}", GPS))
    assert reading.location.latitude == pytest.approx(48.20849, abs=1e-6)
    assert reading.location.longitude == pytest.approx(-16.37208, abs=1e-6)
    assert reading.location.heading is None
    assert reading.notes == ()


@pytest.mark.parametrize("ending", ["jpg", "tif", "png", "webp"])
def test_a_photo_that_is_open_already(ending: str, tmp_path: Path) -> None:
    """Wherever it stands; it is not closed."""
    with photo(tmp_path / f"photo.{ending}", GPS).open("rb") as file:
        file.read()
        assert read_photo(file).location.latitude == pytest.approx(48.20849, abs=1e-6)
        assert not file.closed


def test_a_true_heading_is_taken(tmp_path: Path) -> None:
    reading = read_photo(photo(tmp_path / "a.jpg", GPS | {16: "T", 17: 142.25}))
    assert reading.location.heading == 142.25


def test_a_magnetic_heading_is_converted_and_noted(tmp_path: Path) -> None:
    reading = read_photo(photo(tmp_path / "a.jpg", GPS | {16: "M", 17: 142.0}))
    assert reading.location.heading is not None
    assert abs(reading.location.heading - 142) > 0.5
    assert any("magnetic" in note for note in reading.notes)


def test_a_heading_from_an_unknown_north_is_left_out_and_noted(tmp_path: Path) -> None:
    reading = read_photo(photo(tmp_path / "a.jpg", GPS | {17: 142.0}))
    assert reading.location.heading is None
    assert any("142 is left out" in note for note in reading.notes)


def test_doubts_become_notes(tmp_path: Path) -> None:
    reading = read_photo(photo(tmp_path / "a.jpg", GPS | {9: "V", 18: "TOKYO"}))
    assert any("void" in note for note in reading.notes)
    assert any("TOKYO" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("gps", "says"),
    [
        ({}, "no GPS position"),
        ({1: "N", 2: (48.0, 12.0, 30.0)}, "only one of"),
        ({**GPS, 2: (0.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0)}, "placeholder"),
        ({**GPS, 2: (98.0, 0.0, 0.0)}, "not on the Earth"),
    ],
)
def test_a_photo_without_a_position_is_refused(
    gps: dict[int, Value], says: str, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match=says):
        read_photo(photo(tmp_path / "a.jpg", gps))


@pytest.mark.parametrize("kept", [0, 3, 20, 60, 100, 140, 200])
@pytest.mark.parametrize("ending", ["jpg", "tif", "png", "webp"])
def test_a_file_cut_short_is_refused_or_read(kept: int, ending: str, tmp_path: Path) -> None:
    path = photo(tmp_path / f"a.{ending}", GPS)
    path.write_bytes(path.read_bytes()[:kept])
    try:
        reading = read_photo(path)
    except Refused:
        return
    assert reading.location.latitude == pytest.approx(48.20849, abs=1e-6)


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jpg", tmp_path):
        with pytest.raises(Refused, match="cannot be opened"):
            read_photo(path)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("photos/a.JPG", True),
        ("a.heic", True),
        ("https://example.com/a.jpg", False),
        ("48.2, 16.3", False),
        ("a.txt", False),
    ],
)
def test_a_photo_is_known_by_its_ending(given: str, expected: bool) -> None:  # noqa: FBT001
    assert is_photo(given) == expected


def with_xmp(path: Path, latitude: str, longitude: str) -> Path:
    """Make a photo without GPS in its EXIF, and put a packet of XMP behind its first mark."""
    Image.new("RGB", (8, 8)).save(path)
    packet = f'<rdf:Description exif:GPSLatitude="{latitude}" exif:GPSLongitude="{longitude}"/>'
    body = b"http://ns.adobe.com/xap/1.0/\0" + packet.encode()
    data = path.read_bytes()
    path.write_bytes(data[:2] + b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body + data[2:])
    return path


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [("48,12.5094N", "16,22.3248W"), ("48,12,30.564N", "16,22,19.488W")],
)
def test_a_position_only_in_xmp_is_noted(latitude: str, longitude: str, tmp_path: Path) -> None:
    reading = read_photo(with_xmp(tmp_path / "a.jpg", latitude, longitude))
    assert reading.location.latitude == pytest.approx(48.20849, abs=1e-6)
    assert reading.location.longitude == pytest.approx(-16.37208, abs=1e-6)
    assert any("XMP" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [("48,72.5N", "16,22.3W"), ("48,12.5E", "16,22.3N"), ("48.2", "16.3"), ("", "")],
)
def test_xmp_without_a_position_is_refused(latitude: str, longitude: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no GPS position"):
        read_photo(with_xmp(tmp_path / "a.jpg", latitude, longitude))
