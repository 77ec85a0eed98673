"""The ``glocbot`` command: which program a word names."""

import sys
from collections.abc import Callable, Mapping, Sequence

from glocbot import __version__

USAGE = """\
Usage: glocbot COMMAND ...

Puts the missing {{Location}} on Wikimedia Commons file pages.

Commands:
  sweep     go through a category or any other set of files, propose or save edits
  convert   turn coordinates, map links or photos into {{Location}}
  report    make the page on which a reviewer looks at a sweep's proposals
  apply     save the proposals that a reviewer approved

`glocbot COMMAND -help` says more of each; `glocbot --version` says which glocbot this is.
"""
_HELP = ("-h", "-help", "--help", "help")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the first argument names.

    Returns:
        The exit status: 0 all went well, 1 some input was refused or some edit failed, 2 the call
        itself was wrong.
    """
    command, *rest = list(sys.argv[1:] if arguments is None else arguments) or [""]
    if command in COMMANDS:
        return COMMANDS[command](rest)
    if command in _HELP:
        print(USAGE)  # noqa: T201
        return 0
    if command in {"--version", "-version"}:
        print(f"glocbot {__version__}")  # noqa: T201
        return 0
    wrong = f"there is no command {command!r}\n\n" if command else ""
    sys.stderr.write(f"glocbot: {wrong}{USAGE}")
    return 2


def _sweep(arguments: list[str]) -> int:
    # Only now: importing Pywikibot reads a configuration and makes folders.
    from glocbot.sweep import command as sweep  # noqa: PLC0415
    from glocbot.wiki.configuration import use_commons_without_config  # noqa: PLC0415

    use_commons_without_config()
    return sweep.run(arguments)


def _convert(arguments: list[str]) -> int:
    # Only now, and without Pywikibot: a person waits for one line.
    from glocbot.convert import command  # noqa: PLC0415

    return command.main(arguments)


def _report(arguments: list[str]) -> int:
    from glocbot.report.command import main as report  # noqa: PLC0415 - not all need templates

    return report(arguments)


def _apply(arguments: list[str]) -> int:
    from glocbot.apply import command as apply  # noqa: PLC0415
    from glocbot.wiki.configuration import use_commons_without_config  # noqa: PLC0415

    use_commons_without_config()
    return apply.main(*arguments)


COMMANDS: Mapping[str, Callable[[list[str]], int]] = {
    "sweep": _sweep,
    "convert": _convert,
    "report": _report,
    "apply": _apply,
}
