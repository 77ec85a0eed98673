"""Photos from a browser: only their beginnings, only in memory, read by the converter's reader."""

import io
from collections.abc import Iterable
from typing import IO

from flask import Request
from werkzeug.datastructures import FileStorage

from glocbot.convert import Refused
from glocbot.convert.conversion import Conversion
from glocbot.convert.photos import read_photo
from glocbot.web.conversion import BadRequest, WebOptions

#: EXIF stands in the first 64 kB of a JPEG, behind a thumbnail or a profile in the first 256 kB.
HEAD_BYTES = 256 * 1024
MOST_PHOTOS = 20
#: Of a request with photos: their beginnings, the fields and what MIME puts around them.
MOST_UPLOAD = MOST_PHOTOS * HEAD_BYTES + 64 * 1024
#: Of any other request: the longest text in UTF-8, three bytes a letter, percent-encoded.
MOST_FORM = 64 * 1024

LONGEST_NAME = 80


class PhotoHead(io.BytesIO):
    """Keeps the beginning of a file that is being sent, in memory, and drops the rest."""

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        """Take a piece of the file."""
        super().write(data[: HEAD_BYTES - self.tell()])
        return len(data)


class BoundedRequest(Request):
    """A request whose files never touch a disk; Werkzeug would put larger ones there."""

    def _get_file_stream(self, *_: object, **__: object) -> IO[bytes]:
        return PhotoHead()


def convert_photos(photos: Iterable[FileStorage], options: WebOptions) -> list[Conversion]:
    """Read where photos were taken.

    Raises:
        BadRequest: when there are none, or too many.
    """
    chosen = [photo for photo in photos if photo.filename]
    if not chosen:
        raise BadRequest("no photo was sent; choose one or several")
    if len(chosen) > MOST_PHOTOS:
        raise BadRequest(
            f"{len(chosen)} photos were sent, and at most {MOST_PHOTOS} are read at once; choose "
            "fewer"
        )
    return [_convert(photo, options) for photo in chosen]


def _convert(photo: FileStorage, options: WebOptions) -> Conversion:
    # Browsers send a bare name; what else comes is cut to one.
    name = (photo.filename or "").replace("\\", "/").rpartition("/")[2][-LONGEST_NAME:]
    head = io.BytesIO(photo.stream.read())
    try:
        reading = read_photo(head)
    except Refused as refusal:
        return Conversion(name, error=_explained(str(refusal), len(head.getvalue())))
    return options.converted(name, reading)


def _explained(refusal: str, size: int) -> str:
    """Say that there may be more in the photo than was read."""
    if size < HEAD_BYTES:
        return refusal
    return f"{refusal}; only the first {HEAD_BYTES // 1024} kB of the photo were read"
