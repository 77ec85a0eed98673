"""What ``glocbot sweep`` is called with."""

import re
from dataclasses import dataclass
from pathlib import Path

from pywikibot import pagegenerators

from glocbot.command_line import HELP_ALL, CommandLine, Section, Style
from glocbot.editing.options import (
    ACCEPT,
    OPT_OUT,
    REJECTED,
    SUMMARY,
    PeoplesWords,
    peoples_words,
)
from glocbot.options import FILE, FLAG, Given, Option, UsageError, check_outputs, whole_number
from glocbot.sweep.generators import FILTERS, GENERATORS, OTHER_FILTERS, OTHER_GENERATORS
from glocbot.wiki.options import MORE_SECTIONS, PUT_THROTTLE, SIMULATE, SITE, simulates

_INTRODUCTION = """\
Usage: glocbot sweep GENERATOR... [OPTION...]
       pwb add_location GENERATOR... [OPTION...]

Add the missing {{Location}} to file pages, from the GPS position in the files' EXIF.

A clean proposal is shown as a diff and saved when you say so. A doubtful one is held for a person.
All else is left alone. Saving needs an account; see user-config.example.py."""

_CONCLUSION = """\
For example:
  glocbot sweep -cat:"Views from the Donauturm" -simulate
  pwb add_location -transcludes:"GPS EXIF" -always -answer

Exit status: 0 all went well; 1 some edit failed; 2 a wrong call; 3 a brake; 130 interrupted."""

_ALWAYS = Option("always", FLAG, "Save clean proposals without asking; what is held is left.")
_DEPTH = Option(
    "depth",
    whole_number("levels", 0),
    "Levels of subcategories for -catr, 0 for none; all without this.",
    "3",
)
_ANSWER = Option("answer", FLAG, "Take requests off pages that cannot be served, or have been.")
_NO_HISTORY = Option(
    "nohistory",
    FLAG,
    "With -simulate: do not read histories; what was removed is not seen.",
)
_DECISIONS = Option(
    "decisions", FILE, "Write the decision on each file, as JSON Lines.", "decisions.jsonl"
)
_PROPOSALS = Option(
    "proposals", FILE, "Write what a review needs, as JSON Lines.", "proposals.jsonl"
)
_REPORT = Option("report", FILE, "Write the reviewer's page, in HTML.", "report.html")
_OUTPUTS = (_DECISIONS, _PROPOSALS, _REPORT)

COMMAND_LINE = CommandLine(
    Style.PYWIKIBOT,
    _INTRODUCTION,
    (
        Section("Generators, which say what files to look at", GENERATORS),
        Section("Filters", FILTERS),
        Section(
            "Options",
            (
                SIMULATE,
                _ALWAYS,
                _DEPTH,
                *_OUTPUTS,
                SUMMARY,
                _NO_HISTORY,
                _ANSWER,
                ACCEPT,
                OPT_OUT,
                REJECTED,
                SITE,
                PUT_THROTTLE,
                HELP_ALL,
            ),
        ),
        Section("Pywikibot's other generators", OTHER_GENERATORS, more=True),
        Section("Pywikibot's other filters", OTHER_FILTERS, more=True),
        *MORE_SECTIONS,
    ),
    _CONCLUSION,
    # Without its remarks on Pywikibot's own versions.
    re.sub(r"\n( *)\.\. version-.*(\n\1 +.*)*", "", pagegenerators.parameterHelp),
)
_WHICH_FILES = 'which files? Name a generator, such as -cat:"Views of Vienna"'


@dataclass(frozen=True, slots=True)
class SweepOptions:
    """What the call asks for, beside Pywikibot's options.

    Attributes:
        people: where it stands what people have said beforehand.
        always: save clean proposals without asking.
        answer: take requests off pages that cannot be served, or have been.
        history: look into the history of each candidate.
        depth: how many levels of subcategories ``-catr`` goes down; None for all.
        summary: the edit summary; None for the default one.
        decisions: where a line for every file goes.
        proposals: where proposals and holds go.
        report: where the reviewer's page goes.
    """

    people: PeoplesWords
    always: bool = False
    answer: bool = False
    history: bool = True
    depth: int | None = None
    summary: str | None = None
    decisions: Path | None = None
    proposals: Path | None = None
    report: Path | None = None


def understand(given: Given) -> SweepOptions:
    """Check all of a call that can be checked without the wiki.

    Raises:
        UsageError: when the call is wrong.
    """
    for argument in given.inputs:
        raise UsageError(f"{argument!r} is no option; for a category write -cat:{argument!r}")
    if not any(option in given for option in (*GENERATORS, *OTHER_GENERATORS)):
        raise UsageError(_WHICH_FILES)
    if _NO_HISTORY in given and not simulates(given):
        raise UsageError("-nohistory goes with -simulate only: a save always looks")
    check_outputs({COMMAND_LINE.spelled(option): given.get(option) for option in _OUTPUTS})
    return SweepOptions(
        people=peoples_words(given),
        always=_ALWAYS in given,
        answer=_ANSWER in given,
        history=_NO_HISTORY not in given,
        depth=given.get(_DEPTH),
        summary=given.get(SUMMARY),
        decisions=given.get(_DECISIONS),
        proposals=given.get(_PROPOSALS),
        report=given.get(_REPORT),
    )
