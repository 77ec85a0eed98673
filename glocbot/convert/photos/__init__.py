"""Photos: EXIF read from the file, judged by the same evidence and doubts as the sweep."""

from pathlib import Path
from typing import BinaryIO

from glocbot.convert.reading import EXAMPLE, Reading, shown

_VIDEO_ENDINGS = ("mp4", "mov", "m4v")
_SUFFIXES = frozenset(
    f".{ending}"
    for ending in (
        *("jpg", "jpeg", "jpe", "tif", "tiff", "heic", "heif", "hif", "png", "webp", "avif", "dng"),
        *_VIDEO_ENDINGS,
    )
)
_FORMATS = "JPEG, TIFF, DNG, HEIC, AVIF, PNG, WebP, MOV or MP4"
INSTEAD = f"give its coordinates instead, such as {EXAMPLE}"


def is_photo(given: str) -> bool:
    """Tell whether an input is the path of a photo, by its ending; links have endings as well."""
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
    return f"{shown(given)} is a file, but no {_FORMATS}; {INSTEAD}"


def read_photo(photo: Path | BinaryIO) -> Reading:
    """Read where a photo was taken, and where the camera looked.

    Only the parts of the file that hold EXIF are read. Doubts become notes, since a person is there
    to decide.

    Args:
        photo: its path, or its beginning as an open file, which is left open.

    Raises:
        Refused: when the file cannot be read or has no usable position.
    """
    if isinstance(photo, Path) and photo.suffix.lower().lstrip(".") in _VIDEO_ENDINGS:
        from glocbot.convert.photos.video import read_video  # noqa: PLC0415 - what few need

        return read_video(photo)
    from glocbot.convert.photos import reader  # noqa: PLC0415 - what only photos need

    return reader.read(photo)
