"""``glocbot report``: a proposals file -> the reviewer's page, or wikitext."""

import sys
from dataclasses import dataclass
from pathlib import Path

from glocbot.command_line import HELP, CommandLine, Section, Style
from glocbot.exit_status import ExitStatus
from glocbot.options import FILE, FLAG, Given, Option, UsageError, check_outputs
from glocbot.proposals.file import LineError, read_proposals
from glocbot.proposals.kinds import EmptyFileError, WrongFileError
from glocbot.proposals.proposal import Proposal
from glocbot.proposals.rejections import RejectionsError, read_rejections
from glocbot.report.gallery import gallery
from glocbot.report.page import page

_INTRODUCTION = """\
Usage: glocbot report PROPOSALS [OPTION...]

Make the page on which a reviewer looks at the proposals of a sweep. It is one HTML file. It needs
no server and, but for map tiles and small pictures, no network.

PROPOSALS is the file that `glocbot sweep -proposals:FILE` wrote."""

_CONCLUSION = """\
For example:
  glocbot report proposals.jsonl -o report.html

Exit status: 0 all went well; 1 some line was refused, and the page shows the others; 2 the call
was wrong; 130 interrupted."""

_OUTPUT = Option(
    "output",
    FILE,
    "Where the page goes. Without it, that is PROPOSALS with the ending .html; wikitext goes to "
    "standard output.",
    example="report.html",
    letter="o",
)
_WIKITEXT = Option(
    "wikitext", FLAG, "Write galleries to paste into a page in user space, in place of the page."
)
_REJECTED = Option(
    "rejected",
    FILE,
    "The file in which rejections are kept, for the page to tell how many there are.",
    example="rejected.jsonl",
)
COMMAND_LINE = CommandLine(
    Style.GNU,
    _INTRODUCTION,
    (Section("Options", (_OUTPUT, _WIKITEXT, _REJECTED, HELP)),),
    _CONCLUSION,
)


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the call asks for.

    Attributes:
        proposals: the file of proposals.
        output: where the page goes; None for standard output.
        wikitext: write galleries in place of the page.
        rejected: the file in which rejections are kept; None for none.
    """

    proposals: Path
    output: Path | None
    wikitext: bool
    rejected: Path | None = None


def run(given: Given) -> int:
    """Make the page.

    Returns:
        The exit status: 1 when some line was refused.

    Raises:
        UsageError: when the call is wrong.
    """
    options = _understand(given)
    proposals, errors = _read(options.proposals)
    for error in errors:
        _say(str(error))
    if errors and not proposals:
        _say(f"{options.proposals} has no proposal that can be read; nothing was written")
        return ExitStatus.SOME_FAILED
    before = _rejected_before(proposals, options.rejected)
    try:
        _write(proposals, options, before)
    except OSError as error:  # such as a full disk
        _say(f"cannot write {options.output or 'to standard output'}: {error.strerror}")
        return ExitStatus.SOME_FAILED
    return ExitStatus.SOME_FAILED if errors else ExitStatus.DONE


def _understand(given: Given) -> ReportOptions:
    if len(given.inputs) != 1:
        raise UsageError("name one file of proposals, such as proposals.jsonl")
    proposals = Path(given.inputs[0])
    if proposals.is_dir():
        raise UsageError(f"{proposals} is a folder: name the file of proposals in it")
    wikitext = _WIKITEXT in given
    output = given.get(_OUTPUT) or (None if wikitext else proposals.with_suffix(".html"))
    check_outputs({COMMAND_LINE.spelled(_OUTPUT): output}, [proposals])
    return ReportOptions(proposals, output, wikitext, given.get(_REJECTED))


def _read(path: Path) -> tuple[list[Proposal], list[LineError]]:
    """Read the proposals; a sweep that proposed nothing has a page too."""
    try:
        return read_proposals(path)
    except EmptyFileError as error:
        _say(str(error))
        return [], []
    except WrongFileError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error


def _rejected_before(proposals: list[Proposal], path: Path | None) -> int:
    """Count the rejections that stand on the proposals' wiki."""
    if path is None or not proposals:
        return 0
    try:
        return len(read_rejections(path, proposals[0].site))
    except RejectionsError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error


def _write(proposals: list[Proposal], options: ReportOptions, rejected_before: int) -> None:
    name = options.proposals.name
    text = (
        gallery(proposals)
        if options.wikitext
        else page(proposals, name, rejected_before=rejected_before)
    )
    if options.output is None:
        sys.stdout.write(text)
        return
    options.output.write_text(text, "utf-8", newline="\n")
    number = f"{len(proposals)} proposal{'' if len(proposals) == 1 else 's'}"
    _say(f"{number} in {options.output}")


def _say(words: str) -> None:
    sys.stderr.write(f"glocbot report: {words}\n")
