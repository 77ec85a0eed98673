"""`glocbot convert`: coordinates, map links and photos in, ``{{Location}}`` out."""

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from glocbot.convert import Reading, Refused, convert, photos
from glocbot.convert.clipboard import ClipboardError, copy
from glocbot.convert.reading import shown
from glocbot.location import FULL_CIRCLE, Location
from glocbot.template import decimal_degrees, dms_template, location_template, whole_heading

DONE, SOME_FAILED = 0, 1
_STDIN = "-"

_DESCRIPTION = """\
Turn what you have into a {{Location}} for a file page on Wikimedia Commons.

INPUT is one of: coordinates in any usual form; a template such as {{Coord|...}}; a link of
OpenStreetMap, Google Maps, Street View, Apple, Bing, HERE, Waze, Yandex, 2GIS, Mapy and others;
a geo: URI; a full plus code; MGRS or UTM coordinates; the path of a photo (JPEG, TIFF, HEIC, PNG,
WebP). What is not surely one position is refused, with a sentence that says why.

The templates go to standard output, one line an input in their order, an empty one for a refused
input among several; notes and refusals go to standard error.
"""

_EXAMPLES = """\
examples:
  glocbot convert 48.20849,16.37208
  glocbot convert "48°12′30″N 16°22′19″E" --heading 142
  glocbot convert -33.8568,151.2153
  glocbot convert "https://www.openstreetmap.org/?mlat=48.20849&mlon=16.37208"
  glocbot convert --json - < inputs.txt
  glocbot convert --table photos/*.jpg > table.tsv

exit status:
  0  every input was converted
  1  some input was refused, or the clipboard failed
  2  the call was wrong
"""

#: An argument that begins like an option but is a negative number, as in -33.86,151.2.
_NEGATIVE = re.compile(r"-\s*+[.0-9]")
#: Put before those while argparse looks at them; no keyboard types it.
_NOT_AN_OPTION = "\ue000"


@dataclass(frozen=True, slots=True)
class ConvertOptions:
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
class Conversion:
    """What became of one input: a position with its wikitext, or the reason why there is none."""

    given: str
    reading: Reading | None = None
    wikitext: str = ""
    error: str = ""

    def as_json(self) -> str:
        """Write the object that other programs read, on one line."""
        if self.reading is None:
            return json.dumps({"input": self.given, "error": self.error}, ensure_ascii=False)
        location = self.reading.location
        heading = location.heading
        return json.dumps(
            {
                "input": self.given,
                "latitude": float(decimal_degrees(location.latitude)),
                "longitude": float(decimal_degrees(location.longitude)),
                "heading": None if heading is None else whole_heading(heading),
                "wikitext": self.wikitext,
                "notes": list(self.reading.notes),
            },
            ensure_ascii=False,
        )

    def as_row(self) -> str:
        """Write a row of the table: the input, the template, and notes or the refusal."""
        said = "; ".join(self.reading.notes) if self.reading else self.error
        return "\t".join(" ".join(cell.split()) for cell in (self.given, self.wikitext, said))


def convert_input(given: str, options: ConvertOptions) -> Conversion:
    """Convert one input; a refusal is one, too."""
    shown_as = _as_utf_8(given)
    try:
        reading = _read(given, options)
    except Refused as refusal:
        return Conversion(shown_as, error=photos.why_no_photo(given) or str(refusal))
    if options.heading is not None:
        location = reading.location
        turned = Location(location.latitude, location.longitude, options.heading)
        reading = replace(reading, location=turned)
    write = dms_template if options.dms else location_template
    return Conversion(shown_as, reading, write(reading.location, name=options.name))


def _as_utf_8(given: str) -> str:
    """Undo what Python makes of an argument in a locale that is not UTF-8; show other bytes."""
    return given.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _read(given: str, options: ConvertOptions) -> Reading:
    if photos.is_photo(given):
        return photos.read_photo(Path(given))
    given = _as_utf_8(given)
    if options.online:
        from glocbot.convert.online import resolve  # noqa: PLC0415 - http and TLS, for few

        given = resolve(given)
    return convert(given, gcj02=options.gcj02)


def main(argv: Sequence[str]) -> int:
    """Run the command.

    Args:
        argv: the arguments after `glocbot convert`.

    Returns:
        0 when every input was converted, 1 when some were refused or the clipboard failed.

    Raises:
        SystemExit: with 2, by argparse, when the call is wrong.
    """
    parser = _parser()
    arguments = parser.parse_args([_protected(argument) for argument in argv])
    inputs = [given.removeprefix(_NOT_AN_OPTION) for given in arguments.inputs]
    if inputs.count(_STDIN) > 1:
        parser.error("standard input (-) can be read only once")
    options = ConvertOptions(
        heading=arguments.heading,
        name="Object location" if arguments.object else "Location",
        dms=arguments.dms,
        gcj02=arguments.gcj02,
        online=arguments.online,
    )
    _speak_utf_8()
    conversions = (convert_input(given, options) for given in _each(inputs))
    try:
        return _print(conversions, arguments, several=len(inputs) > 1 or _STDIN in inputs)
    except OSError as error:
        # Who reads may have seen enough, as `head` does; that is no reason to complain.
        if not isinstance(error, BrokenPipeError):
            sys.stderr.write(f"glocbot: the answers cannot be written: {error.strerror}\n")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED
    except KeyboardInterrupt:
        return SOME_FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="glocbot convert",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    add = parser.add_argument
    add("inputs", nargs="+", metavar="INPUT", help="what to convert; - reads inputs, one a line")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object a line")
    form.add_argument(
        "--table",
        action="store_true",
        help="print a line of input, template and doubts for each, with tabs between them",
    )
    add(
        "--heading",
        type=_heading,
        metavar="DEGREES",
        help="where the camera looked, clockwise from true north, in place of what an input says",
    )
    add("--object", action="store_true", help="write {{Object location}}: where the subject is")
    add("--dms", action="store_true", help="write degrees, minutes and seconds")
    add("--copy", action="store_true", help="also put the templates on the clipboard")
    add(
        "--gcj02",
        action="store_true",
        help="convert positions in mainland China from GCJ-02, which maps there are shifted by",
    )
    add(
        "--online",
        action="store_true",
        help="ask the servers of short links (maps.app.goo.gl, goo.gl/maps) where they lead",
    )
    add("-h", "-help", "--help", action="help", help="say this")
    return parser


def _heading(text: str) -> float:
    try:
        heading = float(text.removeprefix(_NOT_AN_OPTION))
    except ValueError:
        heading = -1
    if not 0 <= heading <= FULL_CIRCLE:
        raise argparse.ArgumentTypeError("a heading is a number of degrees from 0 to 360")
    return heading


def _protected(argument: str) -> str:
    return _NOT_AN_OPTION + argument if _NEGATIVE.match(argument) else argument


def _speak_utf_8() -> None:
    """Read and write UTF-8 whatever the locale is; what is not UTF-8 is shown as escapes."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Some editors begin a file with a byte order mark.
            encoding = "utf-8-sig" if stream is sys.stdin else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _each(inputs: Iterable[str]) -> Iterator[str]:
    for given in inputs:
        if given == _STDIN:
            # A closed standard input is None.
            yield from (line.rstrip("\r\n") for line in sys.stdin or ())
        else:
            yield given


def _print(
    conversions: Iterable[Conversion], arguments: argparse.Namespace, *, several: bool
) -> int:
    status, written = DONE, []
    for conversion in conversions:
        status = status if conversion.reading else SOME_FAILED
        if arguments.json:
            _say(conversion.as_json())
        elif arguments.table:
            _say(conversion.as_row())
        else:
            _print_plain(conversion, several=several)
        written += [conversion.wikitext] if conversion.wikitext else []
    if arguments.copy and written:
        try:
            copy("\n".join(written))
        except ClipboardError as error:
            sys.stderr.write(f"glocbot: {error}\n")
            return SOME_FAILED
    return status


def _print_plain(conversion: Conversion, *, several: bool) -> None:
    if conversion.wikitext or several:
        _say(conversion.wikitext)
    given = f"{shown(conversion.given)}: "
    if conversion.error.startswith(given[:-2]) or not (several or conversion.error):
        given = ""  # it is plain, or said already, which input is meant
    for said in (conversion.error,) if conversion.reading is None else conversion.reading.notes:
        sys.stderr.write(f"{'refused' if conversion.error else 'note'}: {given}{said}\n")


def _say(line: str) -> None:
    """Print a line at once: inputs may come slowly, and what was read waits for nobody."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
