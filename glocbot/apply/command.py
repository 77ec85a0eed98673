"""Save the proposals of a sweep, exactly as they were approved.

Usage:

    glocbot apply PROPOSALS.jsonl --approved approved.json [OPTION ...]
    glocbot apply PROPOSALS.jsonl --all-clean [OPTION ...]
    glocbot apply PROPOSALS.jsonl [OPTION ...]

PROPOSALS.jsonl is what `glocbot sweep -proposals:` wrote, approved.json what the reviewer's page
saved. Without either option each edit is shown and asked about, as the sweep does.

Before each save the page is read and decided on again. If the answer is still the same, the same
line goes into the page as it is now; if not, the page is left alone and reported as changed, with
why. It can be interrupted at any point and run again with the same files: no page is edited twice.

Options:

--approved FILE   Save what was approved there, the held ones too, since a person has decided.

--all-clean       Save every proposal without doubts; the held ones are left.

-outcomes:FILE    Add what became of each page to this file, as JSON Lines with the new revision.

-limit:N          Save N edits at the most.

-summary:TEXT     The edit summary, in place of the one that was proposed.

--trial           Make at most 20 edits and print the wikitext for Commons:Bots/Requests: what was
                  done, a table of diffs, the reasons' counts, the declared edit rate.

Of Pywikibot's global options, -simulate never saves and needs no account, -site:FAMILY:CODE names
the wiki, and -putthrottle:SECONDS sets the time between two saves.

The exit status is 0 when all went well, 1 when some edit failed or some line was refused, 2 when
the call was wrong.
"""

import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pywikibot
from pywikibot import config

from glocbot.apply.bot import ApplyBot
from glocbot.apply.options import Options, parse_options
from glocbot.apply.trial import Trial, trial_wikitext
from glocbot.editing.bot import Conduct
from glocbot.editing.run import run_to_the_end, understood
from glocbot.editing.saver import Saver
from glocbot.editing.tally import Cost
from glocbot.options import UsageError, check_outputs
from glocbot.proposals.approvals import chosen, read_approvals
from glocbot.proposals.file import LineError, read_proposals
from glocbot.proposals.jsonlines import JsonLines
from glocbot.proposals.kinds import EmptyFileError, WrongFileError
from glocbot.proposals.proposal import Proposal
from glocbot.wiki.commons import Commons
from glocbot.wiki.log import without_tracebacks
from glocbot.wiki.login import local_arguments, log_in
from glocbot.wiki.traffic import Traffic

_HELP = ("-help", "--help", "-h")


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

    options: Options
    records: Sequence[Proposal]
    reviewed: Sequence[Proposal]
    refused: int
    commons: Commons


def main(*arguments: str) -> int:
    """Apply proposals.

    Args:
        arguments: of the command line.

    Returns:
        The exit status: 0 all went well, 1 some edit failed or some line was refused, 2 the call
        was wrong.
    """
    if any(argument in _HELP for argument in arguments):
        print(__doc__)  # noqa: T201 - help goes to standard output
        return 0
    started = time.monotonic()
    with Traffic() as traffic, without_tracebacks():
        call = understood(lambda: _understand(arguments))
        if isinstance(call, int):
            return call
        bot, stopped = _apply(call, traffic)
    cost = Cost(traffic.requests, time.monotonic() - started)
    taken = f"Took up {len(bot.done)} of {len(call.records)} proposals with {cost}."
    pywikibot.info("\n".join(["", taken, *bot.tally.acts(simulate=bool(config.simulate))]))
    if call.options.trial:
        _print_trial(call, bot)
    return 1 if stopped or call.refused or bot.tally.failures else 0


def _understand(arguments: Sequence[str]) -> _Call:
    """Read and check call and files before any page is looked at."""
    options = parse_options(local_arguments(arguments))
    if options.trial and config.simulate:
        raise UsageError("--trial makes edits to show, which -simulate does not")
    _check_outcomes(options)
    site = f"{config.family}:{config.mylang}"
    records, reviewed, errors = _read(options, site)
    for error in errors:
        pywikibot.error(error)
    if errors and not records:
        raise UsageError(f"nothing to apply in {options.proposals}")
    if records and not config.simulate:
        log_in()
    return _Call(options, records, reviewed, len(errors), Commons(pywikibot.Site()))


def _check_outcomes(options: Options) -> None:
    check_outputs({"-outcomes": options.outcomes})
    for given in (options.proposals, options.approved):
        if given and options.outcomes and given.resolve() == options.outcomes.resolve():
            raise UsageError(f"-outcomes cannot write {given}, which is to be read")


def _read(options: Options, site: str) -> tuple[list[Proposal], list[Proposal], list[str]]:
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


def _apply(call: _Call, traffic: Traffic) -> tuple[ApplyBot, bool]:
    options = call.options
    approved = options.approved is not None
    conduct = Conduct(
        simulate=bool(config.simulate),
        always=approved or options.all_clean,
        summary=options.summary,
        approved=approved,
    )
    with ExitStack() as files:
        outcomes = None
        if options.outcomes is not None:
            outcomes = files.enter_context(JsonLines(options.outcomes, append=True))
        saver = Saver(call.commons, traffic)
        bot = ApplyBot(call.records, saver, conduct, options, outcomes)
        return bot, run_to_the_end(bot)


def _print_trial(call: _Call, bot: ApplyBot) -> None:
    trial = Trial(
        account=call.commons.rules.account or "",
        day=datetime.now(UTC).date().isoformat(),
        seconds_between=float(config.put_throttle),
        looked_at=bot.looked_at,
        done=bot.done,
        reviewed=call.reviewed,
    )
    sys.stdout.write(trial_wikitext(trial))
