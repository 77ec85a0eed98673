"""From the tags of a photo to its position, with doubts as notes."""

from pathlib import Path
from typing import BinaryIO

from glocbot.convert.photos import INSTEAD
from glocbot.convert.photos.exif import read_tags
from glocbot.convert.photos.xmp import read_xmp
from glocbot.convert.reading import Datum, Reading, Refused
from glocbot.evidence.doubts import doubts
from glocbot.evidence.exif import GpsEvidence, NoPosition, read_gps
from glocbot.evidence.heading import true_heading
from glocbot.reasons import SkipReason


def read(photo: Path | BinaryIO) -> Reading:
    """Read a photo; see `glocbot.convert.photos.read_photo`."""
    try:
        metadata = read_tags(photo)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(f"the file cannot be opened ({reason})", INSTEAD) from error
    evidence = read_gps([{"name": name, "value": value} for name, value in metadata.items()])
    if isinstance(evidence, NoPosition):
        in_xmp = read_xmp(photo) if evidence.reason is SkipReason.NO_GPS else None
        if in_xmp is not None:
            return in_xmp
        raise Refused(evidence.reason.words, INSTEAD)
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
