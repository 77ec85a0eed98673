"""``glocbot report``: a proposals file -> the reviewer's page, or wikitext."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from glocbot.proposals.file import LineError, read_proposals
from glocbot.proposals.kinds import EmptyFileError, WrongFileError
from glocbot.proposals.proposal import Proposal
from glocbot.report.gallery import gallery
from glocbot.report.page import page


def main(arguments: Sequence[str]) -> int:
    """Make the page.

    Returns:
        The exit status: 0 all went well, 1 some line was refused, 2 the call was wrong.
    """
    parser = _parser()
    try:
        call = parser.parse_args(arguments)
    except SystemExit as ending:  # argparse has said why
        return 2 if ending.code else 0
    try:
        return _report(call.proposals, call.output, wikitext=call.wikitext)
    except WrongFileError as error:
        _say(str(error))
        return 2
    except OSError as error:
        _say(f"{error.filename or call.output}: {error.strerror}")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="glocbot report",
        description="Make the page on which a reviewer looks at the proposals of a sweep. It is "
        "one HTML file that needs no server and, but for map tiles and thumbnails, no network.",
        epilog="The exit status is 0 when all went well, 1 when some line was refused (the page "
        "then shows the others), 2 when the call was wrong.",
        add_help=False,
    )
    parser.add_argument(
        "proposals", type=Path, metavar="PROPOSALS.jsonl", help="what `sweep -proposals:` wrote"
    )
    parser.add_argument(
        *("-o", "--output"),
        type=Path,
        metavar="FILE",
        help="where the page goes; PROPOSALS.html when left out, for wikitext standard output",
    )
    parser.add_argument(
        "--wikitext",
        action="store_true",
        help="write galleries to paste into a page in user space instead",
    )
    parser.add_argument("-h", "-help", "--help", action="help", help="say this")
    return parser


def _report(proposals: Path, output: Path | None, *, wikitext: bool) -> int:
    records, errors = _read(proposals)
    target = output or (None if wikitext else proposals.with_suffix(".html"))
    if target is not None and target.exists() and target.samefile(proposals):
        _say(f"{target} is the proposals file itself: name another with -o")
        return 2
    for error in errors:
        _say(str(error))
    if errors and not records:
        _say(f"{proposals} has no proposal that can be read; nothing was written")
        return 1
    text = gallery(records) if wikitext else page(records, proposals.name)
    if target is None:
        sys.stdout.write(text)
    else:
        target.write_text(text, "utf-8", newline="\n")
        _say(f"{len(records)} proposals in {target}")
    return 1 if errors else 0


def _read(path: Path) -> tuple[list[Proposal], list[LineError]]:
    """Read the proposals; of a sweep that proposed nothing there is a page too."""
    try:
        return read_proposals(path)
    except EmptyFileError as error:
        _say(str(error))
        return [], []


def _say(words: str) -> None:
    sys.stderr.write(f"glocbot report: {words}\n")
