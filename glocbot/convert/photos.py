"""Photos: EXIF read by exifread or Pillow, judged by the same evidence and doubts as the sweep."""

import logging
import struct
import warnings
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from glocbot.convert.reading import EXAMPLE, Datum, Reading, Refused, shown
from glocbot.evidence.doubts import doubts
from glocbot.evidence.exif import GpsEvidence, NoPosition, read_gps
from glocbot.evidence.heading import true_heading

_SUFFIXES = frozenset(
    f".{ending}"
    for ending in ("jpg", "jpeg", "jpe", "tif", "tiff", "heic", "heif", "hif", "png", "webp")
)
_INSTEAD = f"give its coordinates instead, such as {EXAMPLE}"

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


def is_photo(given: str) -> bool:
    """Whether an input is the path of a photo, by its ending; links have endings as well."""
    return "://" not in given and "\n" not in given and Path(given).suffix.lower() in _SUFFIXES


def why_no_photo(given: str) -> str | None:
    """Say why a folder or file cannot be read as a photo; None where an input is no such path."""
    path = Path(given)
    try:
        if not given.strip() or is_photo(given) or not path.exists():
            return None
        if path.is_dir():
            return f"{shown(given)} is a folder; name the photos in it, as in “photos/*.jpg”"
    except (OSError, ValueError):  # too long for a name, or with a null character
        return None
    return f"{shown(given)} is a file, but no JPEG, TIFF, HEIC, PNG or WebP; {_INSTEAD}"


def read_photo(photo: Path | BinaryIO) -> Reading:
    """Read where a photo was taken, and where the camera looked, from its EXIF.

    Only the parts of the file that hold EXIF are read. Doubts become notes, since a person is there
    to decide.

    Args:
        photo: its path, or its beginning as an open file, which is left open.

    Raises:
        Refused: when the file cannot be read or has no usable position.
    """
    try:
        metadata = _metadata(photo)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(f"the file cannot be opened ({reason})", _INSTEAD) from error
    evidence = read_gps([{"name": name, "value": value} for name, value in metadata.items()])
    if isinstance(evidence, NoPosition):
        raise Refused(evidence.reason.words, _INSTEAD)
    return Reading.at(
        evidence.latitude,
        evidence.longitude,
        heading=true_heading(evidence),
        datum=Datum.WGS84,
        notes=(*(doubt.words for doubt in doubts(evidence)), *_heading_notes(evidence)),
    )


def _heading_notes(evidence: GpsEvidence) -> tuple[str, ...]:
    direction = evidence.img_direction
    if direction is None or evidence.img_direction_ref == "T":
        return ()
    if true_heading(evidence) is not None:
        model = "was turned to true north by the World Magnetic Model"
        return (f"the photo's heading, {direction:.0f} from magnetic north, {model}",)
    magnetic = evidence.img_direction_ref == "M"
    unknown = "on which day its compass was read" if magnetic else "from which north it counts"
    return (f"the photo's heading {direction:.0f} is left out, as it does not say {unknown}",)


def _metadata(photo: Path | BinaryIO) -> Mapping[str, Any]:
    """Read the tags under MediaWiki's names; nothing where the file is broken or has none."""
    found = _by_exifread(photo)
    return (
        found if "GPSLatitude" in found or "GPSLongitude" in found else _by_pillow(photo) or found
    )


def _opened(photo: Path | BinaryIO) -> AbstractContextManager[BinaryIO]:
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
    with _opened(photo) as file:
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
            with _opened(photo) as file, Image.open(file) as image:
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
