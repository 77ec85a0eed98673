"""``glocbot apply``: save the proposals of a sweep, exactly as they were approved."""

import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pywikibot
from pywikibot import config

from glocbot.apply.items import Application, ApplyItem
from glocbot.apply.options import COMMAND_LINE, ApplyOptions, understand
from glocbot.apply.trial import Trial, trial_wikitext
from glocbot.editing.bot import Books, Bot, Conduct
from glocbot.editing.outcomes import Outcome, outcome_record
from glocbot.editing.run import Ending, exit_status, run_to_the_end, understood
from glocbot.editing.saver import Saver
from glocbot.editing.tally import Cost, counted
from glocbot.options import Given, UsageError
from glocbot.proposals.approvals import chosen, read_approvals
from glocbot.proposals.file import LineError, read_proposals
from glocbot.proposals.jsonlines import JsonLines
from glocbot.proposals.kinds import EmptyFileError, WrongFileError
from glocbot.proposals.proposal import Proposal
from glocbot.wiki.commons import Commons
from glocbot.wiki.edit import Editor
from glocbot.wiki.log import without_tracebacks
from glocbot.wiki.login import local_arguments, log_in
from glocbot.wiki.traffic import Traffic

__all__ = ["COMMAND_LINE", "run"]


@dataclass(frozen=True, slots=True)
class _Call:
    """A call that makes sense.

    Attributes:
        options: as given.
        records: the proposals to take up.
        reviewed: all good proposals of the file.
        refused: how many lines and approvals were refused.
        commons: the wiki.
    """

    options: ApplyOptions
    records: Sequence[Proposal]
    reviewed: Sequence[Proposal]
    refused: int
    commons: Commons


def run(given: Given) -> int:
    """Apply proposals.

    Returns:
        The exit status, as `exit_status` says it; a line that was refused counts as failed.

    Raises:
        UsageError: when the call is wrong.
    """
    options = understand(given)
    started = time.monotonic()
    with Traffic() as traffic, without_tracebacks():
        call = understood(lambda: _begin(options, given))
        if isinstance(call, int):
            return call
        application = Application(call.records, options)
        bot, ending = _apply(call, application)
    cost = Cost(traffic.requests, time.monotonic() - started)
    proposals = counted(len(call.records), "proposal")
    processed = f"Processed {len(application.done)} of {proposals} with {cost}."
    pywikibot.info("\n".join(["", processed, *bot.tally.acts(simulate=bool(config.simulate))]))
    if options.trial:
        _print_trial(call, application, looked_at=_looked_at(call, bot))
    return exit_status(ending, failed=bool(call.refused or bot.tally.failures))


def _begin(options: ApplyOptions, given: Given) -> _Call:
    """Read the files, and check what only Pywikibot and the wiki can tell."""
    local_arguments(given.pywikibot)
    site = f"{config.family}:{config.mylang}"
    records, reviewed, errors = _read(options, site)
    for error in errors:
        pywikibot.error(error)
    if errors and not records:
        raise UsageError(f"nothing to apply in {options.proposals}")
    if records and not config.simulate:
        log_in()
    return _Call(options, records, reviewed, len(errors), Commons(pywikibot.Site()))


def _read(options: ApplyOptions, site: str) -> tuple[list[Proposal], list[Proposal], list[str]]:
    """Read the files; returns what to take up, all good proposals, and what was refused."""
    try:
        reviewed, line_errors = _proposals(options.proposals, site)
        errors = [str(error) for error in line_errors]
        if options.approved is None:
            return reviewed, reviewed, errors
        approvals = read_approvals(options.approved)
    except OSError as error:
        raise UsageError(f"cannot read {error.filename}: {error.strerror}") from error
    except WrongFileError as error:
        raise UsageError(str(error)) from error
    if approvals.site != site:
        raise UsageError(f"{options.approved} is about {approvals.site}, and this is {site}")
    records, misfits = chosen(reviewed, approvals)
    return records, reviewed, [*errors, *misfits]


def _proposals(path: Path, site: str) -> tuple[list[Proposal], list[LineError]]:
    """Read the proposals; a sweep that proposed nothing is no fault."""
    try:
        return read_proposals(path, site)
    except EmptyFileError as error:
        pywikibot.warning(str(error))
        return [], []


def _apply(call: _Call, application: Application) -> tuple[Bot[ApplyItem], Ending]:
    """Run the bot; returns it, and how the run ended."""
    options = call.options
    approved = options.approved is not None
    conduct = Conduct(bool(config.simulate), approved or options.all_clean, approved)
    with ExitStack() as files:
        outcomes = None
        if options.outcomes is not None:
            outcomes = files.enter_context(JsonLines(options.outcomes, append=True))

        def report(item: ApplyItem, outcome: Outcome) -> None:
            application.report(item, outcome)
            if outcomes is not None:
                outcomes.write(outcome_record(outcome))

        saver = Saver(call.commons, Editor(call.commons.site))
        books = Books(report=report)
        bot = Bot(application.items(), saver, conduct, books, len(call.records))
        return bot, run_to_the_end(bot)


def _looked_at(call: _Call, bot: Bot[ApplyItem]) -> bool:
    """Tell whether a person looked at each edit: none chose "all"."""
    return call.options.approved is not None or not bot.always


def _print_trial(call: _Call, application: Application, *, looked_at: bool) -> None:
    trial = Trial(
        account=call.commons.rules.account or "",
        day=datetime.now(UTC).date().isoformat(),
        seconds_between=float(config.put_throttle),
        looked_at=looked_at,
        done=application.done,
        reviewed=call.reviewed,
    )
    sys.stdout.write(trial_wikitext(trial))
