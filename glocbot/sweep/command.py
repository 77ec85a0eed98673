"""``glocbot sweep``: go through files, propose or save the missing locations."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pywikibot
from pywikibot import config

from glocbot.decision.decide import Decision, Edit
from glocbot.editing.bot import Books, Conduct, LocationBot
from glocbot.editing.run import run_to_the_end, understood
from glocbot.editing.saver import Saver
from glocbot.editing.tally import Cost
from glocbot.exit_status import ExitStatus
from glocbot.options import Given
from glocbot.proposals.decisions import decision_json
from glocbot.proposals.jsonlines import JsonLines
from glocbot.proposals.proposal import Proposal, edit_summary
from glocbot.report.page import write_page
from glocbot.sweep.decisions import examine
from glocbot.sweep.options import COMMAND_LINE, SweepOptions, understand
from glocbot.sweep.sources import Source, find_source
from glocbot.wiki.commons import Commons
from glocbot.wiki.log import without_tracebacks
from glocbot.wiki.login import local_arguments, log_in
from glocbot.wiki.traffic import Traffic

__all__ = ["COMMAND_LINE", "run"]


def run(given: Given) -> int:
    """Run a sweep.

    Returns:
        The exit status: 1 when some edit failed, or the wiki ended the run.

    Raises:
        UsageError: when the call is wrong.
    """
    options = understand(given)
    started = time.monotonic()
    with Traffic() as traffic, without_tracebacks():
        call = understood(lambda: _begin(options, given))
        if isinstance(call, int):
            return call
        bot, stopped = _sweep(call, traffic)
    cost = Cost(traffic.requests, time.monotonic() - started)
    lines = bot.tally.lines(cost, simulate=bool(config.simulate))
    pywikibot.info("\n".join(["", *lines]))
    failed = stopped or bot.tally.failures
    return ExitStatus.SOME_FAILED if failed else ExitStatus.DONE


@dataclass(frozen=True, slots=True)
class _Call:
    """A call that makes sense.

    Attributes:
        options: the sweep's own.
        source: which files.
        commons: the wiki that they are on.
        total: how many there are, as far as that is known.
    """

    options: SweepOptions
    source: Source
    commons: Commons
    total: int | None


def _begin(options: SweepOptions, given: Given) -> _Call:
    """Check what only Pywikibot and the wiki can tell, before any file is looked at."""
    generators = local_arguments(given.pywikibot)
    if not config.simulate:
        log_in()
    source = find_source(generators, options.depth)
    commons = Commons(pywikibot.Site(), source.categories)
    return _Call(options, source, commons, source.total(commons))


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
def _recording(options: SweepOptions, commons: Commons) -> Iterator[Callable[[Decision], None]]:
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
