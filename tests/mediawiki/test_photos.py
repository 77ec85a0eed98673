"""What MediaWiki reads from a photo: the crafted ones, odd and sound, and real cameras'.

The odd ones are the behaviour that the bot's reading of EXIF rests on (docs/facts.md §3.3): when a
newer MediaWiki behaves otherwise, this is where it shows.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL.TiffImagePlugin import IFDRational

from tests.mediawiki.embedded import EmbeddedWiki
from tests.photos import Gps, dms, make_oddity, make_photo

REAL_PHOTOS = Path(__file__).parents[3] / "shared" / "photos"

HERE = {
    Gps.LATITUDE_REF: "N",
    Gps.LATITUDE: dms(48.8583),
    Gps.LONGITUDE_REF: "W",
    Gps.LONGITUDE: dms(2.2944),
}
LATITUDE = {"GPSLatitude": 48.8583}
LONGITUDE = {"GPSLongitude": -2.2944}
ZERO_OVER_ZERO = (IFDRational(0, 0),) * 3

#: A name: the photo, and the GPS that MediaWiki delivers, but for its version.
CRAFTED: dict[str, tuple[bytes, dict[str, Any]]] = {
    "no GPS": (make_photo(seed=100), {}),
    "position": (make_photo(48.8583, -2.2944, seed=101), LATITUDE | LONGITUDE),
    "south and east": (
        make_photo(-33.856784, 151.215297, seed=102),
        {"GPSLatitude": -33.856784, "GPSLongitude": 151.215297},
    ),
    "all that a camera says": (
        make_photo(
            48.8583,
            -2.2944,
            heading=142.25,
            heading_ref="M",
            datum="WGS-84",
            status="A",
            dop=2.4,
            gps_date="2020:05:06",
            gps_time=(10, 20, 30),
            seed=103,
        ),
        {
            **LATITUDE,
            **LONGITUDE,
            "GPSImgDirection": "569/4",
            "GPSImgDirectionRef": "M",
            "GPSMapDatum": "WGS-84",
            "GPSStatus": "A",
            "GPSDOP": "12/5",
            "GPSDateStamp": "2020:05:06",
            "GPSTimeStamp": ["10/1", "20/1", "30/1"],
        },
    ),
    "whole degrees": (make_photo(48, -2, seed=104), {"GPSLatitude": 48, "GPSLongitude": -2}),
    "null island": (make_photo(0, 0, seed=105), {"GPSLatitude": 0, "GPSLongitude": 0}),
    "latitude alone": (make_photo(48.8583, seed=106), LATITUDE),
    "longitude alone": (make_photo(None, -2.2944, seed=107), LONGITUDE),
    "latitude above 90": (make_photo(95, -2.2944, seed=108), {"GPSLatitude": 95, **LONGITUDE}),
    "overflown degrees": (
        make_oddity({**HERE, Gps.LATITUDE: (IFDRational(4294967248), 0, 0)}, seed=109),
        {"GPSLatitude": 4294967248, **LONGITUDE},
    ),
    "blank reference": (make_oddity({**HERE, Gps.LATITUDE_REF: " "}, seed=110), LONGITUDE),
    "no reference": (make_oddity({**HERE, Gps.LATITUDE_REF: None}, seed=111), LONGITUDE),
    "lower-case reference": (make_oddity({**HERE, Gps.LATITUDE_REF: "n"}, seed=112), LONGITUDE),
    "references swapped": (
        make_oddity({**HERE, Gps.LATITUDE_REF: "E", Gps.LONGITUDE_REF: "N"}, seed=113),
        {**LATITUDE, "GPSLongitude": 2.2944},
    ),
    "zero over zero": (make_oddity({**HERE, Gps.LATITUDE: ZERO_OVER_ZERO}, seed=114), LONGITUDE),
    "blank direction reference": (
        make_photo(48.8583, -2.2944, heading=0, heading_ref="", seed=115),
        {**LATITUDE, **LONGITUDE, "GPSImgDirection": "0/1", "GPSImgDirectionRef": None},
    ),
    "trailing blanks": (
        make_photo(48.8583, -2.2944, datum="WGS-84   ", seed=116),
        {**LATITUDE, **LONGITUDE, "GPSMapDatum": "WGS-84   "},
    ),
    "a date that is none": (
        make_photo(48.8583, -2.2944, gps_date="2014:09:259", seed=117),
        {**LATITUDE, **LONGITUDE, "GPSDateStamp": "2014:09:259"},
    ),
}


def plain(value: Any) -> Any:
    """Turn the API's list of names and values into a list of values."""
    return [item["value"] for item in value] if isinstance(value, list) else value


def gps_on(wiki: EmbeddedWiki, title: str) -> dict[str, Any]:
    """Return the GPS part of a file's common metadata."""
    answer = wiki.api(
        action="query", titles=title, prop="imageinfo", iiprop="commonmetadata", iilimit="1"
    )
    [page] = answer["query"]["pages"]
    metadata = page["imageinfo"][0]["commonmetadata"]
    gps = {item["name"]: plain(item["value"]) for item in metadata if "GPS" in str(item["name"])}
    gps.pop("GPSVersionID", None)
    return gps


@pytest.fixture(scope="module")
def uploaded(wiki_for_all: EmbeddedWiki) -> EmbeddedWiki:
    wiki_for_all.upload({f"Photo {name}.jpg": (photo, "") for name, (photo, _) in CRAFTED.items()})
    return wiki_for_all


@pytest.mark.parametrize("name", CRAFTED)
def test_a_crafted_photo(uploaded: EmbeddedWiki, name: str) -> None:
    wanted = CRAFTED[name][1]
    assert gps_on(uploaded, f"File:Photo {name}.jpg") == {
        key: pytest.approx(value, abs=1e-7) if isinstance(value, float) else value
        for key, value in wanted.items()
    }


def truth() -> Iterator[Any]:
    """What exiftool says of the real photos, where they are; MediaWiki takes no HEIF."""
    table = REAL_PHOTOS / "truth.tsv"
    if not table.is_file():
        yield pytest.param({}, marks=pytest.mark.skip(reason="the real photos are not here"))
        return
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["file"].endswith(".jpg"):
                yield pytest.param(row, id=row["file"])


@pytest.fixture(scope="module")
def real_photos(wiki_for_all: EmbeddedWiki) -> EmbeddedWiki:
    photos = REAL_PHOTOS.glob("*.jpg")
    wiki_for_all.upload({f"Real {photo.name}": (photo.read_bytes(), "") for photo in photos})
    return wiki_for_all


@pytest.mark.parametrize("row", list(truth()))
def test_a_real_photo(real_photos: EmbeddedWiki, row: dict[str, str]) -> None:
    gps = gps_on(real_photos, f"File:Real {row['file']}")
    if row["latitude"] == "-":
        assert "GPSLatitude" not in gps
        assert "GPSLongitude" not in gps
    else:
        assert gps["GPSLatitude"] == pytest.approx(float(row["latitude"]), abs=1e-9)
        assert gps["GPSLongitude"] == pytest.approx(float(row["longitude"]), abs=1e-9)
