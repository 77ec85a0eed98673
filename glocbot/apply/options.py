"""What ``glocbot apply`` is called with."""

from dataclasses import dataclass
from pathlib import Path

from glocbot.apply.trial import TRIAL_EDITS
from glocbot.command_line import HELP_ALL, CommandLine, Section, Style
from glocbot.editing.options import OPT_OUT, REJECTED, SUMMARY, PeoplesWords, peoples_words
from glocbot.options import FILE, FLAG, Given, Option, UsageError, check_outputs, whole_number
from glocbot.wiki.options import MORE_SECTIONS, PUT_THROTTLE, SIMULATE, SITE, simulates

_INTRODUCTION = """\
Usage: glocbot apply PROPOSALS [OPTION...]

Save the proposals of a sweep, exactly as they were approved.

PROPOSALS is the file that `glocbot sweep -proposals:FILE` wrote. Without -approved and -all-clean,
each edit is shown and saved when you say so.

Before each save the page is read and decided on again. If the decision is the same, the same line
goes into the page as it is now. If not, the page is left alone, and you are told why. It can be
interrupted at any point and run again with the same files: no page is edited twice."""

_CONCLUSION = """\
For example:
  glocbot apply proposals.jsonl -approved:approved.json -outcomes:outcomes.jsonl
  glocbot apply proposals.jsonl -all-clean -limit:50

Exit status: 0 all went well; 1 some edit failed or some line was refused; 2 the call was wrong;
3 a brake stopped the run; 130 interrupted."""

_APPROVED = Option(
    "approved",
    FILE,
    "Save what was approved in this file, which the reviewer's page saved. That includes what was "
    "held, since a person has decided. What was rejected is remembered.",
    "approved.json",
)
_ALL_CLEAN = Option("all-clean", FLAG, "Save every proposal without doubts; what is held is left.")
_OUTCOMES = Option(
    "outcomes", FILE, "Add what became of each page to this file, as JSON Lines.", "outcomes.jsonl"
)
_LIMIT = Option("limit", whole_number("edits", 1), "Save N edits at the most.", "20")
_TRIAL = Option(
    "trial",
    FLAG,
    f"Make {TRIAL_EDITS} edits at the most and print the wikitext for Commons:Bots/Requests: what "
    "was done, the diffs, and what was held and why.",
)
COMMAND_LINE = CommandLine(
    Style.PYWIKIBOT,
    _INTRODUCTION,
    (
        Section(
            "Options",
            (
                *(_APPROVED, _ALL_CLEAN, _OUTCOMES, _LIMIT, SUMMARY, OPT_OUT, REJECTED, _TRIAL),
                *(SIMULATE, SITE, PUT_THROTTLE, HELP_ALL),
            ),
        ),
        *MORE_SECTIONS,
    ),
    _CONCLUSION,
)


@dataclass(frozen=True, slots=True)
class ApplyOptions:
    """What the call asks for, beside Pywikibot's options.

    Attributes:
        proposals: the file of proposals.
        people: where it stands what people have said beforehand.
        approved: the file of a reviewer's decisions.
        all_clean: save every proposal without doubts.
        outcomes: the file to which outcomes are added.
        limit: how many edits at the most; None for all.
        summary: the edit summary; None for the proposed ones.
        trial: print the wikitext for the bot's request.
    """

    proposals: Path
    people: PeoplesWords
    approved: Path | None = None
    all_clean: bool = False
    outcomes: Path | None = None
    limit: int | None = None
    summary: str | None = None
    trial: bool = False


def understand(given: Given) -> ApplyOptions:
    """Check all of a call that can be checked without the wiki and without reading its files.

    Raises:
        UsageError: when the call is wrong.
    """
    if len(given.inputs) != 1:
        raise UsageError("name one file of proposals, such as proposals.jsonl")
    if _APPROVED in given and _ALL_CLEAN in given:
        raise UsageError("-approved and -all-clean exclude each other")
    trial = _TRIAL in given
    if trial and simulates(given):
        raise UsageError("-trial makes edits to show, which -simulate does not")
    limit = given.get(_LIMIT)
    options = ApplyOptions(
        proposals=Path(given.inputs[0]),
        people=peoples_words(given),
        approved=given.get(_APPROVED),
        all_clean=_ALL_CLEAN in given,
        outcomes=given.get(_OUTCOMES),
        limit=min(TRIAL_EDITS, limit or TRIAL_EDITS) if trial else limit,
        summary=given.get(SUMMARY),
        trial=trial,
    )
    inputs = [options.proposals, *([options.approved] if options.approved else [])]
    check_outputs({COMMAND_LINE.spelled(_OUTCOMES): options.outcomes}, inputs)
    return options
