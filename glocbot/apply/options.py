"""The options of ``glocbot apply``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from glocbot.apply.trial import TRIAL_EDITS
from glocbot.options import GLOBAL_OPTIONS, UsageError, unknown

_FLAGS = ("all-clean", "trial")
_VALUES = ("approved", "outcomes", "limit", "summary")
#: A number from 1 that no wiki has as many pages as, so that Python takes it.
_WHOLE = re.compile(r"[1-9][0-9]{0,17}")


@dataclass(frozen=True, slots=True)
class Options:
    """What the call asks for.

    Attributes:
        proposals: the file of proposals.
        approved: the file of a reviewer's decisions.
        all_clean: save every proposal without doubts.
        outcomes: the file to which outcomes are added.
        limit: how many edits at the most; None for all.
        summary: the edit summary; None for the proposed ones.
        trial: print the wikitext for the bot's request.
    """

    proposals: Path
    approved: Path | None = None
    all_clean: bool = False
    outcomes: Path | None = None
    limit: int | None = None
    summary: str | None = None
    trial: bool = False


def parse_options(arguments: Sequence[str]) -> Options:
    """Read the command's own options; both ``--approved FILE`` and ``-approved:FILE`` are taken.

    A value that begins with a dash goes after a colon or an equals sign.

    Raises:
        UsageError: when something is missing, wrong or unknown.
    """
    files: list[Path] = []
    values: dict[str, str] = {}
    flags: set[str] = set()
    rest = iter(arguments)
    for argument in rest:
        name, mark, value = _split(argument)
        if not argument.startswith("-"):
            files.append(Path(argument))
        elif name in _FLAGS and not mark:
            flags.add(name)
        elif name in _VALUES:
            values[name] = value if mark else next(rest, "")
            # An option in a value's place: the value was forgotten, and no file is called so.
            if not values[name] or (not mark and values[name].startswith("-")):
                raise UsageError(f"{argument} needs a value; -help shows how to write it")
        elif name in _FLAGS:
            raise UsageError(f"-{name} takes no value: write just -{name}")
        else:
            raise unknown(argument.partition("=")[0], [*_FLAGS, *_VALUES, *GLOBAL_OPTIONS])
    if len(files) != 1:
        raise UsageError("name one file of proposals, such as proposals.jsonl")
    if "approved" in values and "all-clean" in flags:
        raise UsageError("--approved and --all-clean exclude each other")
    return _options(files[0], values, flags)


def _split(argument: str) -> tuple[str, str, str]:
    marks = [mark for mark in (":", "=") if mark in argument]
    mark = min(marks, key=argument.index) if marks else ""
    name, _, value = argument.partition(mark) if mark else (argument, "", "")
    return name.removeprefix("-").removeprefix("-"), mark, value


def _options(proposals: Path, values: dict[str, str], flags: set[str]) -> Options:
    limit = values.get("limit")
    if limit is not None and not _WHOLE.fullmatch(limit):
        raise UsageError(f"-limit takes a whole number of edits from 1, not {limit!r}")
    options = Options(
        proposals=proposals,
        approved=Path(values["approved"]) if "approved" in values else None,
        all_clean="all-clean" in flags,
        outcomes=Path(values["outcomes"]) if "outcomes" in values else None,
        limit=None if limit is None else int(limit),
        summary=values.get("summary"),
        trial="trial" in flags,
    )
    if not options.trial:
        return options
    return replace(options, limit=min(TRIAL_EDITS, options.limit or TRIAL_EDITS))
