"""Which camera took a photo, as far as its EXIF tells one from another."""

from collections.abc import Iterable, Mapping
from typing import Any

from glocbot.evidence.exif import tag_texts

#: Maker and model name a kind of camera. The others tell two of one kind apart: EXIF's artist, and
#: what XMP gives as serial number and owner; MediaWiki reads no more (docs/facts.md §3.2).
CAMERA_TAGS = ("Make", "Model", "SerialNumber", "CameraOwnerName", "Artist")


def read_camera(metadata: Iterable[Mapping[str, Any]] | None) -> tuple[str, ...]:
    """Read what tells a camera from others; an empty tuple where nothing names it."""
    texts = tag_texts(metadata, CAMERA_TAGS)
    return texts if any(texts) else ()
