"""`glocbot convert`: coordinates, map links and photos in, ``{{Location}}`` out."""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TextIO

from glocbot.convert import Answer, Refused, convert
from glocbot.convert.clipboard import ClipboardError, copy
from glocbot.convert.dms import dms_template
from glocbot.convert.online import resolve
from glocbot.location import FULL_CIRCLE, Location
from glocbot.template import PLACES, location_template, whole_heading

DONE, SOME_REFUSED = 0, 1

DESCRIPTION: Final = """\
Turn what you have into a {{Location}} for a file page on Wikimedia Commons.

INPUT is one of: coordinates in any usual form; a template such as {{Coord|...}}; a link of
OpenStreetMap, Google Maps, Street View, Apple, Bing, HERE, Waze, Yandex, 2GIS, Mapy and others;
a geo: URI; a full plus code; MGRS or UTM coordinates. What is not surely one position is refused,
with a sentence that says why.
"""

EXAMPLES: Final = """\
examples:
  glocbot convert 48.20849,16.37208
  glocbot convert "48°12′30″N 16°22′19″E" --heading 142
  glocbot convert -33.8568,151.2153
  glocbot convert "https://www.openstreetmap.org/?mlat=48.20849&mlon=16.37208"
  glocbot convert --json - < inputs.txt

exit status:
  0  every input was converted
  1  some input was refused
  2  the call was wrong
"""

#: An argument that begins like an option but is a negative number, as in -33.86,151.2.
NEGATIVE: Final = re.compile(r"[-−–][ ]?[.0-9]")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Options:
    """How answers are given.

    Attributes:
        heading: degrees that replace the heading of every input; None to keep theirs.
        name: the template to write.
        dms: degrees, minutes and seconds in place of decimal degrees.
        gcj02: convert positions in mainland China from GCJ-02.
        online: ask the servers of short links.
    """

    heading: float | None = None
    name: str = "Location"
    dms: bool = False
    gcj02: bool = False
    online: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: a position with its wikitext, or the reason why there is none."""

    given: str
    answer: Answer | None = None
    wikitext: str = ""
    error: str = ""

    def as_json(self) -> str:
        """Write the object that other programs read, on one line."""
        if self.answer is None:
            return json.dumps({"input": self.given, "error": self.error}, ensure_ascii=False)
        location = self.answer.location
        heading = location.heading
        return json.dumps(
            {
                "input": self.given,
                "latitude": round(location.latitude, PLACES) + 0.0,
                "longitude": round(location.longitude, PLACES) + 0.0,
                "heading": None if heading is None else whole_heading(heading),
                "wikitext": self.wikitext,
                "notes": list(self.answer.notes),
            },
            ensure_ascii=False,
        )


def convert_input(given: str, options: Options = Options()) -> Outcome:  # noqa: B008  (frozen)
    """Convert one input; a refusal is an outcome as well."""
    try:
        answer = convert(resolve(given) if options.online else given, gcj02=options.gcj02)
    except Refused as refusal:
        return Outcome(given, error=str(refusal))
    if options.heading is not None:
        location = answer.location
        turned = Location(location.latitude, location.longitude, options.heading)
        answer = replace(answer, location=turned)
    write = dms_template if options.dms else location_template
    return Outcome(given, answer, write(answer.location, name=options.name))


def main(argv: Sequence[str]) -> int:
    """Run the command.

    Args:
        argv: the arguments after `glocbot convert`.

    Returns:
        0 when every input was converted, 1 when some were refused.

    Raises:
        SystemExit: with 2, by argparse, when the call is wrong.
    """
    parser = _parser()
    arguments = parser.parse_args(_protected(argv))
    if arguments.inputs.count("-") > 1:
        parser.error("standard input (-) can be read only once")
    options = Options(
        heading=arguments.heading,
        name="Object location" if arguments.object else "Location",
        dms=arguments.dms,
        gcj02=arguments.gcj02,
        online=arguments.online,
    )
    _in_utf_8(sys.stdin, sys.stdout, sys.stderr)
    outcomes = (convert_input(given, options) for given in _inputs(arguments.inputs))
    try:
        return _print(outcomes, as_json=arguments.json, copying=arguments.copy)
    except BrokenPipeError:
        # The reader has seen enough, as `head` does; the rest goes nowhere, without a complaint.
        sys.stdout = open("/dev/null", "w")
        return SOME_REFUSED
