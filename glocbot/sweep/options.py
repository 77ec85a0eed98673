"""The sweep's own options, in Pywikibot's argument style."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from glocbot.options import UsageError


@dataclass(frozen=True, slots=True)
class Options:
    """The sweep's own options.

    Attributes:
        always: save clean proposals without asking.
        history: look into the history of each candidate.
        depth: how many levels of subcategories ``-catr`` goes down; None for all.
        summary: the edit summary; None for the default one.
        decisions: where a line for every file goes.
        proposals: where proposals and holds go.
        report: where the reviewer's page goes.
    """

    always: bool = False
    history: bool = True
    depth: int | None = None
    summary: str | None = None
    decisions: Path | None = None
    proposals: Path | None = None
    report: Path | None = None


_FLAGS = ("always", "nohistory")
#: Options with a value, and how one looks.
_EXAMPLES = {
    "depth": "3",
    "summary": "TEXT",
    "decisions": "decisions.jsonl",
    "proposals": "proposals.jsonl",
    "report": "report.html",
}
OWN_OPTIONS = (*_FLAGS, *_EXAMPLES)


def parse_options(arguments: Iterable[str]) -> tuple[Options, list[str]]:
    """Take the sweep's own options out of the arguments.

    Returns:
        The options, and the arguments that are not the sweep's own.

    Raises:
        UsageError: when an option's value is missing or wrong.
    """
    options = Options()
    rest = []
    for argument in arguments:
        name, colon, value = argument.partition(":")
        option = name.removeprefix("-")
        if not name.startswith("-") or option not in OWN_OPTIONS:
            rest.append(argument)
        elif option in _FLAGS:
            options = _with_flag(options, option, colon)
        else:
            options = _with_value(options, option, value)
    return options, rest


def _with_flag(options: Options, option: str, colon: str) -> Options:
    if colon:
        raise UsageError(f"-{option} takes no value: write just -{option}")
    return replace(options, always=True) if option == "always" else replace(options, history=False)


def _with_value(options: Options, option: str, value: str) -> Options:
    if not value:
        raise UsageError(f"-{option} needs a value: -{option}:{_EXAMPLES[option]}")
    match option:
        case "depth":
            if not (value.isascii() and value.isdecimal()):
                raise UsageError(f"-depth takes a whole number of levels, 0 or more, not {value!r}")
            return replace(options, depth=int(value))
        case "summary":
            return replace(options, summary=value)
        case "decisions":
            return replace(options, decisions=Path(value))
        case "proposals":
            return replace(options, proposals=Path(value))
        case _:
            return replace(options, report=Path(value))
