"""`glocbot convert`: coordinates, map links and photos in, ``{{Location}}`` out."""

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from glocbot.convert import Reading, Refused, convert, photos
from glocbot.convert.conversion import Conversion
from glocbot.convert.options import COMMAND_LINE, STDIN, ConvertOptions, Form, understand
from glocbot.convert.reading import shown
from glocbot.exit_status import ExitStatus
from glocbot.location import Location
from glocbot.options import Given
from glocbot.template import dms_template, location_template

__all__ = ["COMMAND_LINE", "run"]


def convert_input(given: str, options: ConvertOptions) -> Conversion:
    """Convert one input; a refusal is one, too."""
    shown_as = _as_utf_8(given)
    try:
        reading = _read(given, options)
    except Refused as refusal:
        return Conversion(shown_as, error=photos.why_no_photo(given) or str(refusal))
    reading = reading.noting(*options.notes)
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


def run(given: Given) -> int:
    """Run the command.

    Returns:
        The exit status: 1 when some input was refused, or the clipboard failed.

    Raises:
        UsageError: when the call is wrong.
    """
    _speak_utf_8()
    inputs, options = understand(given)
    conversions = (convert_input(given, options) for given in _each(inputs))
    try:
        return _print(conversions, options, several=len(inputs) > 1 or STDIN in inputs)
    except OSError as error:
        # Who reads may have seen enough, as `head` does; that is no reason to complain.
        if not isinstance(error, BrokenPipeError):
            sys.stderr.write(f"glocbot: the results cannot be written: {error.strerror}\n")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitStatus.SOME_FAILED


def _speak_utf_8() -> None:
    """Read and write UTF-8 whatever the locale is; what is not UTF-8 is shown as escapes."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Some editors begin a file with a byte order mark.
            encoding = "utf-8-sig" if stream is sys.stdin else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _each(inputs: Iterable[str]) -> Iterator[str]:
    for given in inputs:
        if given == STDIN:
            # A closed standard input is None.
            yield from (line.rstrip("\r\n") for line in sys.stdin or ())
        else:
            yield given


def _print(
    conversions: Iterable[Conversion], options: ConvertOptions, *, several: bool
) -> ExitStatus:
    status, written = ExitStatus.DONE, []
    for conversion in conversions:
        status = status if conversion.reading else ExitStatus.SOME_FAILED
        match options.form:
            case Form.JSON:
                _say(conversion.as_json())
            case Form.TABLE:
                _say(conversion.as_row())
            case Form.PLAIN:
                _print_plain(conversion, several=several)
        written += [conversion.wikitext] if conversion.wikitext else []
    if options.copy and written and not _copied(written):
        return ExitStatus.SOME_FAILED
    return status


def _copied(written: Sequence[str]) -> bool:
    from glocbot.convert.clipboard import ClipboardError, copy  # noqa: PLC0415 - for few

    try:
        copy("\n".join(written))
    except ClipboardError as error:
        sys.stderr.write(f"glocbot: {error}\n")
        return False
    return True


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
