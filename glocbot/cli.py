"""The ``glocbot`` command: which program a word names."""

import io
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import FrameType

from glocbot import __version__
from glocbot.command_line import CommandLine, nearest
from glocbot.exit_status import ExitStatus
from glocbot.options import UsageError


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        name: the word for it.
        does: one line for the help.
        module: has its ``COMMAND_LINE`` and ``run(given) -> int``; imported only when the command
            is called, since not every command needs what others do.
        pywikibot: it works with Pywikibot, whose import reads a configuration and makes folders.
    """

    name: str
    does: str
    module: str
    pywikibot: bool = False


COMMANDS = (
    Command(
        "sweep",
        "go through a category or any other files, propose or save edits",
        "glocbot.sweep.command",
        pywikibot=True,
    ),
    Command(
        "report",
        "make the page on which a reviewer looks at a sweep's proposals",
        "glocbot.report.command",
    ),
    Command(
        "apply",
        "save the proposals that a reviewer approved",
        "glocbot.apply.command",
        pywikibot=True,
    ),
    Command(
        "reject",
        "remember that a file shall not be located, or forget it again",
        "glocbot.reject.command",
        pywikibot=True,
    ),
    Command(
        "convert",
        "turn coordinates, map links or photos into {{Location}}",
        "glocbot.convert.command",
    ),
    Command(
        "web",
        "serve the converter as a page for the phone",
        "glocbot.web.command",
    ),
)
_HELP = ("help", "-h", "-help", "--help")
_VERSION = ("-version", "--version")
#: Pywikibot reads these from `sys.argv` when it is imported, in its own spelling alone.
_READ_AT_IMPORT = re.compile(r"--?(dir|config)(?:[:=](.*))?", re.DOTALL)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the first argument names.

    Args:
        arguments: those of the process when left out.

    Returns:
        The exit status, as `ExitStatus` explains it.
    """
    word, *rest = list(sys.argv[1:] if arguments is None else arguments) or [""]
    if word in _HELP and rest:
        word, rest = rest[0], ["-help"]
    commands = {command.name: command for command in COMMANDS}
    if word in commands:
        with _interrupted_by_sigterm():
            return _run(commands[word], rest)
    if word in _HELP:
        return _show(_usage())
    if word in _VERSION:
        return _show(f"glocbot {__version__}")
    sys.stderr.write(f"glocbot: {_wrong(word)}\n" if word else f"{_usage()}\n")
    return ExitStatus.WRONG_CALL


def _run(command: Command, arguments: list[str]) -> int:
    """Import a command, and run it or show its help."""
    try:
        if command.pywikibot:
            _prepare_pywikibot(arguments)
        module = import_module(command.module)
        line: CommandLine = module.COMMAND_LINE
        page = line.help_for(arguments)
        if page is None:
            status: int = module.run(line.read(arguments))
            return status
    except UsageError as error:
        sys.stderr.write(f"glocbot {command.name}: {error}\n")
        return ExitStatus.WRONG_CALL
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    return _show(page)


def _show(page: str) -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal may lack the degree sign
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.stdout.write(f"{page}\n")
    return ExitStatus.DONE


def _prepare_pywikibot(arguments: Sequence[str]) -> None:
    rest = iter(arguments)
    for argument in rest:
        if found := _READ_AT_IMPORT.fullmatch(argument):
            name, value = found.groups()
            sys.argv.append(f"-{name}:{next(rest, '') if value is None else value}")
    from glocbot.wiki.configuration import prepare_pywikibot  # noqa: PLC0415 - see Command

    prepare_pywikibot()


@contextmanager
def _interrupted_by_sigterm() -> Iterator[None]:
    """Let SIGTERM, which ends a job, do what Ctrl-C does."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        signal.default_int_handler(number, frame)

    known = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, known)


def _usage() -> str:
    commands = "\n".join(f"  {command.name:<9} {command.does}" for command in COMMANDS)
    return f"""\
Usage: glocbot COMMAND ...

Puts the missing {{{{Location}}}} on Wikimedia Commons file pages.

Commands:
{commands}

`glocbot help COMMAND` says more of each command.
`glocbot --version` says which glocbot this is."""


def _wrong(word: str) -> str:
    if word.startswith("-"):
        return f"write a command before {word}, such as: glocbot sweep {word}"
    near = nearest(word, [command.name for command in COMMANDS])
    hint = f"did you mean {near}?" if near else "`glocbot help` lists them all"
    return f"there is no command {word!r}; {hint}"
