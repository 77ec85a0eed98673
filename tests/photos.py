"""Small JPEG photos with the EXIF that a test wants, sound or odd.

The GPS is written as cameras write it: degrees, minutes and seconds as rationals, with the
hemisphere apart. `make_photo` takes what most tests vary; `make_oddity` takes raw GPS tags.
"""

import io
import math
import random
from collections.abc import Mapping
from enum import IntEnum
from fractions import Fraction
from typing import Any

from PIL import Image
from PIL.TiffImagePlugin import IFDRational

GPS_IFD = 0x8825
EXIF_IFD = 0x8769
MAKE, MODEL, DATETIME_ORIGINAL = 0x010F, 0x0110, 0x9003
SECONDS_SCALE = 10_000
BRIGHTNESSES = 256


class Gps(IntEnum):
    """Tags of EXIF's GPS section, under their EXIF numbers."""

    VERSION = 0
    LATITUDE_REF = 1
    LATITUDE = 2
    LONGITUDE_REF = 3
    LONGITUDE = 4
    TIME_STAMP = 7
    STATUS = 9
    DOP = 11
    IMG_DIRECTION_REF = 16
    IMG_DIRECTION = 17
    MAP_DATUM = 18
    DATE_STAMP = 29


def make_photo(  # noqa: PLR0913 - as many as EXIF has
    latitude: float | None = None,
    longitude: float | None = None,
    *,
    heading: float | None = None,
    heading_ref: str | None = "T",
    datum: str | None = None,
    status: str | None = None,
    dop: float | None = None,
    gps_date: str | None = None,
    gps_time: tuple[int, int, int] | None = None,
    taken: str | None = None,
    make: str = "Example",
    model: str = "Camera 1",
    seed: int = 0,
    size: tuple[int, int] = (64, 48),
    picture: Image.Image | None = None,
) -> bytes:
    """Make a JPEG; without a latitude and longitude it has no GPS section at all.

    Args:
        latitude: degrees, south negative; one coordinate alone makes a half position.
        longitude: degrees, west negative.
        heading: ``GPSImgDirection`` in degrees.
        heading_ref: ``T`` true, ``M`` magnetic, None to leave it out.
        datum: ``GPSMapDatum``, such as ``WGS-84`` or ``TOKYO``.
        status: ``GPSStatus``; ``V`` says the fix was void.
        dop: ``GPSDOP``, the dilution of precision.
        gps_date: ``GPSDateStamp`` as ``YYYY:MM:DD``.
        gps_time: hour, minute and second of the fix in UTC.
        taken: ``DateTimeOriginal`` as ``YYYY:MM:DD HH:MM:SS``, the camera's local time.
        make: the camera's maker.
        model: the camera's model.
        seed: different seeds give different bytes, which MediaWiki does not take for duplicates.
        size: width and height in pixels.
        picture: what is to be seen; None for a plain colour.
    """
    gps: dict[Gps, Any] = {}
    if latitude is not None:
        gps |= {Gps.LATITUDE_REF: "S" if latitude < 0 else "N", Gps.LATITUDE: dms(latitude)}
    if longitude is not None:
        gps |= {Gps.LONGITUDE_REF: "W" if longitude < 0 else "E", Gps.LONGITUDE: dms(longitude)}
    if heading is not None:
        gps |= {Gps.IMG_DIRECTION: _rational(heading), Gps.IMG_DIRECTION_REF: heading_ref}
    if gps_time is not None:
        gps[Gps.TIME_STAMP] = tuple(IFDRational(part) for part in gps_time)
    gps |= {
        Gps.STATUS: status,
        Gps.DOP: None if dop is None else _rational(dop),
        Gps.MAP_DATUM: datum,
        Gps.DATE_STAMP: gps_date,
    }
    return make_oddity(
        gps, taken=taken, make=make, model=model, seed=seed, size=size, picture=picture
    )


def make_oddity(  # noqa: PLR0913 - see make_photo
    gps: Mapping[Gps, Any],
    *,
    taken: str | None = None,
    make: str = "Example",
    model: str = "Camera 1",
    seed: int = 0,
    size: tuple[int, int] = (64, 48),
    picture: Image.Image | None = None,
) -> bytes:
    """Make a JPEG with exactly these GPS tags; those that are None are left out."""
    exif = Image.Exif()
    exif[MAKE], exif[MODEL] = make, model
    if taken is not None:
        exif.get_ifd(EXIF_IFD)[DATETIME_ORIGINAL] = taken
    present = {int(tag): value for tag, value in gps.items() if value is not None}
    if present:
        exif.get_ifd(GPS_IFD).update({int(Gps.VERSION): b"\2\3\0\0", **present})
    file = io.BytesIO()
    seen = picture or _picture(seed, size)
    seen.save(file, "JPEG", exif=exif, comment=f"photo {seed}")
    return file.getvalue()


def dms(degrees: float) -> tuple[IFDRational, IFDRational, IFDRational]:
    """Split degrees into EXIF's degrees, minutes and seconds, to a ten-thousandth of a second."""
    ticks = round(Fraction(abs(degrees)) * 3600 * SECONDS_SCALE)
    minutes, seconds = divmod(ticks, 60 * SECONDS_SCALE)
    whole, minutes = divmod(minutes, 60)
    return IFDRational(whole), IFDRational(minutes), IFDRational(seconds, SECONDS_SCALE)


def _rational(number: float) -> IFDRational:
    return IFDRational(math.floor(number * 100 + 0.5), 100)


def _picture(seed: int, size: tuple[int, int]) -> Image.Image:
    """Return a plain picture in the seed's colour."""
    # The seed goes into a comment too: JPEG rounds neighbouring colours to the same bytes.
    chooser = random.Random(seed)  # noqa: S311 - a colour, not a secret
    red, green, blue = (chooser.randrange(BRIGHTNESSES) for _ in range(3))
    return Image.new("RGB", size, (red, green, blue))
