"""Add the missing {{Location}} to file pages, from the GPS position in their EXIF.

Usage:

    glocbot sweep GENERATOR [OPTION ...]
    pwb add_location GENERATOR [OPTION ...]

For each file the EXIF is read, then the page and its history. A clean proposal is shown as a diff
and saved when you say so; a doubtful one is held for a person; all else is left alone. Saving needs
an account (see user-config.example.py), -simulate needs neither account nor configuration.

For example:

    glocbot sweep -cat:"Views from the Donauturm" -simulate
    glocbot sweep -catr:"Hallstatt" -depth:2 -limit:500 -simulate -report:hallstatt.html
    pwb add_location -transcludes:"GPS EXIF" -always

Options of this script:

-always           Save clean proposals without asking. What is held is left for a person.

-depth:N          Follow subcategories of -catr down N levels, 0 for none; all without it. A
                  category loop ends by itself.

-nohistory        With -simulate: do not look whether a location was there before (a request less
                  for each candidate). A save always looks.

-summary:TEXT     The edit summary. The default one names what is added and its source.

-decisions:FILE   Write one JSON object a line for every file examined.

-proposals:FILE   Write proposals and holds with all that a reviewer needs, as JSON Lines.

-report:FILE      Write the reviewer's page, in HTML.

Of Pywikibot's global options, -simulate never saves, -site:FAMILY:CODE names another wiki than
Wikimedia Commons, and -putthrottle:SECONDS sets the time between two saves.

The exit status is 0 when all went well, 1 when some edit failed, 2 when the call was wrong.

Pywikibot's generators and filters say which files to look at:

&params;
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pywikibot
from pywikibot import config, pagegenerators

from glocbot.decision.decide import Decision, Edit
from glocbot.editing.bot import Books, Conduct, LocationBot
from glocbot.editing.run import run_to_the_end, understood
from glocbot.editing.saver import Saver
from glocbot.editing.tally import Cost
from glocbot.options import GLOBAL_OPTIONS, UsageError, check_outputs, unknown
from glocbot.proposals.decisions import decision_json
from glocbot.proposals.jsonlines import JsonLines
from glocbot.proposals.proposal import Proposal, edit_summary
from glocbot.report.page import write_page
from glocbot.sweep.decisions import examine
from glocbot.sweep.options import OWN_OPTIONS, Options, parse_options
from glocbot.sweep.sources import Source, SourceFactory
from glocbot.wiki.commons import Commons
from glocbot.wiki.log import without_tracebacks
from glocbot.wiki.login import local_arguments, log_in
from glocbot.wiki.traffic import Traffic

docuReplacements = {"&params;": pagegenerators.parameterHelp}  # noqa: N816 - Pywikibot's name

_HELP = ("-help", "--help", "-h")
_OUTPUTS = ("decisions", "proposals", "report")
_WHICH_FILES = 'which files? Name a generator, such as -cat:"Views of Vienna"'


def main(*arguments: str) -> int:
    """Run a sweep as Pywikibot's scripts are run: no arguments mean those of this process."""
    return run(arguments or sys.argv[1:])


def run(given: Sequence[str]) -> int:
    """Run a sweep.

    Args:
        given: the arguments of the command line.

    Returns:
        The exit status: 0 all went well, 1 some edit failed, 2 the call was wrong.
    """
    if any(argument in _HELP for argument in given):
        print(help_text())  # noqa: T201 - help goes to standard output
        return 0
    started = time.monotonic()
    with Traffic() as traffic, without_tracebacks():
        call = understood(lambda: _understand(given))
        if isinstance(call, int):
            return call
        bot, stopped = _sweep(call, traffic)
    simulate = bool(config.simulate)
    cost = Cost(traffic.requests, time.monotonic() - started)
    lines = bot.tally.lines(cost, simulate=simulate)
    pywikibot.info("\n".join(["", *lines]))
    return 1 if stopped or bot.tally.failures else 0


def help_text() -> str:
    """Return the help, with Pywikibot's generators."""
    text = __doc__ or ""
    for mark, words in docuReplacements.items():
        text = text.replace(mark, words.strip())
    return text


@dataclass(frozen=True, slots=True)
class _Call:
    """A call that makes sense.

    Attributes:
        options: the sweep's own.
        source: which files.
        commons: the wiki that they are on.
        total: how many there are, as far as that is known.
    """

    options: Options
    source: Source
    commons: Commons
    total: int | None


def _understand(given: Sequence[str]) -> _Call:
    """Read and check the whole call before any file is looked at."""
    options, rest = parse_options(given)
    _check_names(rest)
    check_outputs({f"-{name}": getattr(options, name) for name in _OUTPUTS})
    source = _source(local_arguments(rest), options.depth)
    if not (options.history or config.simulate):
        raise UsageError("-nohistory goes with -simulate only: a save always looks")
    if not config.simulate:
        log_in()
    commons = Commons(pywikibot.Site(), source.categories)
    return _Call(options, source, commons, source.total(commons))


def _check_names(arguments: Sequence[str]) -> None:
    """Check that each argument is an option, and that some name files; asks no wiki."""
    generators = SourceFactory.names()
    named = set()
    for argument in arguments:
        name = argument.partition(":")[0].removeprefix("-")
        is_global = name in GLOBAL_OPTIONS or isinstance(getattr(config, name, None), int)
        if not argument.startswith("-") or not (name in generators or is_global):
            raise unknown(argument, [*OWN_OPTIONS, *GLOBAL_OPTIONS, *generators])
        named.add(name)
    if not named & (generators - SourceFactory.FILTERS):
        raise UsageError(_WHICH_FILES)


def _source(arguments: Sequence[str], depth: int | None) -> Source:
    """Let Pywikibot make what the arguments name."""
    factory = SourceFactory(depth)
    if not any(argument.startswith(("-ns", "-namespace")) for argument in arguments):
        factory.handle_arg("-ns:6")  # file pages
    refused = factory.handle_args(arguments)
    if refused:
        raise UsageError(f"{refused[0]} needs a value; -help shows how to write it")
    source = factory.source()
    if source is None:
        raise UsageError(_WHICH_FILES)
    return source


def _sweep(call: _Call, traffic: Traffic) -> tuple[LocationBot, bool]:
    """Run the bot; returns it, and whether the wiki ended the run."""
    options, commons = call.options, call.commons
    conduct = Conduct(bool(config.simulate), options.always, options.history, options.summary)
    with _recording(options, commons) as record:
        decisions = examine(commons, call.source.files(commons))
        saver = Saver(commons, traffic)
        bot = LocationBot(decisions, saver, conduct, Books(record), call.total)
        return bot, run_to_the_end(bot)


@contextmanager
def _recording(options: Options, commons: Commons) -> Iterator[Callable[[Decision], None]]:
    """Open the files that are asked for, and write each decision as soon as it is known."""
    with ExitStack() as files:
        shown = files.enter_context(_reporting(options.report)) if options.report else None
        decisions = files.enter_context(JsonLines(options.decisions)) if options.decisions else None
        proposals = files.enter_context(JsonLines(options.proposals)) if options.proposals else None

        def record(decision: Decision) -> None:
            if decisions is not None:
                decisions.write(decision_json(decision))
            if not isinstance(decision, Edit) or (proposals is None and shown is None):
                return
            summary = options.summary or edit_summary(decision.location)
            proposal = Proposal.of(decision, commons.addresses(decision.facts.title), summary)
            if proposals is not None:
                proposals.write(proposal.to_json())
            if shown is not None:
                shown.append(proposal)

        yield record


@contextmanager
def _reporting(path: Path) -> Iterator[list[Proposal]]:
    """Collect proposals; at the end, however it came, write the page of them."""
    proposals: list[Proposal] = []
    try:
        yield proposals
    finally:
        write_page(proposals, path, path.stem)
