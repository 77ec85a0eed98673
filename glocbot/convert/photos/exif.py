"""The tags of a photo, read by exifread or else by Pillow, under MediaWiki's names."""

import logging
import struct
import warnings
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

#: exifread's names -> MediaWiki's, where they differ in more than the section before the blank.
_NAMES = {"GPSDate": "GPSDateStamp"}
_SECTIONS = ("Image ", "EXIF ", "GPS ")

#: Pillow's numbers of the two sections that it gives apart.
EXIF_SECTION = 0x8769
GPS_SECTION = 0x8825

#: What the readers raise on files that are broken or cut short; they promise no one class.
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    TypeError,
    ValueError,
    OSError,
    struct.error,
    SyntaxError,  # Pillow's PNG reader
)


def read_tags(photo: Path | BinaryIO) -> Mapping[str, Any]:
    """Read the tags under MediaWiki's names; nothing where the file is broken or has none."""
    found = _by_exifread(photo)
    return (
        found if "GPSLatitude" in found or "GPSLongitude" in found else _by_pillow(photo) or found
    )


def opened(photo: Path | BinaryIO) -> AbstractContextManager[BinaryIO]:
    """Open a photo at its beginning; one that was open stays so."""
    if isinstance(photo, Path):
        return photo.open("rb")
    photo.seek(0)
    return nullcontext(photo)


def _by_exifread(photo: Path | BinaryIO) -> dict[str, Any]:
    import exifread  # noqa: PLC0415 - only photos need it
    from exifread.core.exceptions import ExifError  # noqa: PLC0415

    # It warns on the console of every oddity in a file.
    logging.getLogger("exifread").setLevel(logging.CRITICAL)
    with opened(photo) as file:
        try:
            tags = exifread.process_file(file, details=False)
        except (*_BROKEN, ExifError):
            return {}
    found: dict[str, Any] = {}
    for name, tag in tags.items():
        section, _, short = name.partition(" ")
        if f"{section} " in _SECTIONS:
            found.setdefault(_NAMES.get(short, short), _value(tag.values))
    return found


def _by_pillow(photo: Path | BinaryIO) -> dict[str, Any]:
    from PIL import ExifTags, Image  # noqa: PLC0415 - only photos need it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns on the console of what is cut short
            with opened(photo) as file, Image.open(file) as image:
                exif = image.getexif()
                image_tags, gps = dict(exif), exif.get_ifd(GPS_SECTION)
                image_tags |= exif.get_ifd(EXIF_SECTION)
    except (*_BROKEN, Image.DecompressionBombError):
        return {}
    named = {ExifTags.TAGS.get(number, ""): value for number, value in image_tags.items()}
    named |= {ExifTags.GPSTAGS.get(number, ""): value for number, value in gps.items()}
    return {name: _value(value) for name, value in named.items() if name}


def _value(value: object) -> object:
    """Write rationals as MediaWiki does, in strings, and several values as a list."""
    if isinstance(value, list | tuple):
        items = [_value(item) for item in value]
        return items[0] if len(items) == 1 else items
    return value if isinstance(value, int | float) else str(value)
