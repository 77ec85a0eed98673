"""What ``glocbot convert`` is called with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from glocbot.command_line import HELP, CommandLine, Section, Style
from glocbot.location import FULL_CIRCLE
from glocbot.options import FLAG, Given, Option, UsageError, ValueKind

#: The input that stands for the lines of standard input.
STDIN = "-"
#: Said when two arguments are read as one position.
_QUOTES_NOTE = "the two numbers are read as one position: quotes around both are safer"

_INTRODUCTION = """\
Usage: glocbot convert INPUT... [OPTION...]

Turn what you have into a {{Location}} for a file page on Wikimedia Commons.

INPUT is one of: coordinates in any usual form; a template such as {{Coord|...}}; a link of
OpenStreetMap, Google Maps, Street View, Apple, Bing, HERE, Waze, Yandex, 2GIS, Mapy and others;
a geo: URI; a full plus code; MGRS, UTM or a national grid; the path of a photo (JPEG, TIFF, DNG,
HEIC, AVIF, PNG, WebP) or film (MOV, MP4); or - for inputs from standard input, one a line. What is
not surely one position is refused, with a sentence that says why.

The templates go to standard output, one line for each input in their order, an empty one for a
refused input among several. Notes and refusals go to standard error."""

_CONCLUSION = """\
Examples:
  glocbot convert 48.20849,16.37208
  glocbot convert "48°12′30″N 16°22′19″E" --heading 142
  glocbot convert -33.8568,151.2153
  glocbot convert "https://www.openstreetmap.org/?mlat=48.20849&mlon=16.37208"
  glocbot convert --json - < inputs.txt
  glocbot convert --table photos/*.jpg > table.tsv

Exit status: 0 all inputs were converted; 1 some input was refused, or nothing could be copied;
2 the call was wrong; 130 interrupted."""

#: Whole or with a decimal point or comma, and nothing else.
_LONE_NUMBER = re.compile(r"[-+\u2212]?[0-9]+(?:[.,][0-9]+)?")


def _degrees(text: str) -> float:
    try:
        degrees = float(text)
    except ValueError:
        degrees = -1
    if not 0 <= degrees <= FULL_CIRCLE:
        raise ValueError("a number of degrees from 0 to 360")
    return degrees


_JSON = Option("json", FLAG, "Print one JSON object a line.")
_TABLE = Option("table", FLAG, "Print input, template and doubts, with tabs between them.")
_HEADING = Option(
    "heading",
    ValueKind("DEGREES", _degrees),
    "Where the camera looked, clockwise from true north, in place of what an input says.",
    example="142",
)
_OBJECT = Option("object", FLAG, "Write {{Object location}}: where the subject is.")
_DMS = Option("dms", FLAG, "Write degrees, minutes and seconds.")
_COPY = Option("copy", FLAG, "Also put the templates on the clipboard.")
_GCJ02 = Option(
    "gcj02",
    FLAG,
    "Convert positions in mainland China from GCJ-02, which maps there are shifted by.",
)
_ONLINE = Option(
    "online",
    FLAG,
    "Ask the servers of short links (maps.app.goo.gl, goo.gl/maps) where they lead.",
)
COMMAND_LINE = CommandLine(
    Style.GNU,
    _INTRODUCTION,
    (Section("Options", (_JSON, _TABLE, _HEADING, _OBJECT, _DMS, _COPY, _GCJ02, _ONLINE, HELP)),),
    _CONCLUSION,
)


class Form(Enum):
    """How results are printed."""

    PLAIN = "plain"
    JSON = "json"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class ConvertOptions:
    """How inputs are converted, and where the results go.

    Attributes:
        heading: degrees that replace the heading of every input; None to keep theirs.
        name: the template to write.
        dms: degrees, minutes and seconds in place of decimal degrees.
        gcj02: convert positions in mainland China from GCJ-02.
        online: ask the servers of short links.
        form: how results are printed.
        copy: put the templates on the clipboard as well.
        notes: about the call, for every result.
    """

    heading: float | None = None
    name: str = "Location"
    dms: bool = False
    gcj02: bool = False
    online: bool = False
    form: Form = Form.PLAIN
    copy: bool = False
    notes: tuple[str, ...] = ()


def understand(given: Given) -> tuple[tuple[str, ...], ConvertOptions]:
    """Read what a call gives.

    Returns:
        The inputs, and the options.

    Raises:
        UsageError: when the call is wrong.
    """
    if not given.inputs:
        raise UsageError("name an input, such as 48.20849,16.37208; -help shows what is read")
    if given.inputs.count(STDIN) > 1:
        raise UsageError("standard input (-) can be read only once")
    position = _unquoted_position(given.inputs)
    if _JSON in given and _TABLE in given:
        raise UsageError("--json and --table exclude each other")
    options = ConvertOptions(
        heading=given.get(_HEADING),
        name="Object location" if _OBJECT in given else "Location",
        dms=_DMS in given,
        gcj02=_GCJ02 in given,
        online=_ONLINE in given,
        form=Form.JSON if _JSON in given else Form.TABLE if _TABLE in given else Form.PLAIN,
        copy=_COPY in given,
        notes=(_QUOTES_NOTE,) if position else (),
    )
    return (position,) if position else given.inputs, options


def _unquoted_position(inputs: Sequence[str]) -> str:
    """Return the position that two lone numbers make: a shell splits ``48.2, 16.4`` in two."""
    if len(inputs) != 2:
        return ""
    latitude, longitude = inputs
    numbers = (latitude.removesuffix(",").removesuffix(";"), longitude)
    return " ".join(inputs) if all(map(_LONE_NUMBER.fullmatch, numbers)) else ""
