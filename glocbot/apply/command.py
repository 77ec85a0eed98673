"""``glocbot apply``: save the proposals of a sweep, exactly as they were approved."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pywikibot
from pywikibot import config

from glocbot.apply.files import Files, read_files
from glocbot.apply.items import Application, ApplyItem
from glocbot.apply.options import COMMAND_LINE, ApplyOptions, understand
from glocbot.apply.trial import Trial, trial_wikitext
from glocbot.decision.rejections import Rejection, Rejections
from glocbot.decision.rules import Rules
from glocbot.editing.bot import Books, Bot, Conduct
from glocbot.editing.job import Result, carry_out
from glocbot.editing.outcomes import Outcome, outcome_record
from glocbot.editing.people import opted_out, rules_on
from glocbot.editing.rejecting import remember
from glocbot.editing.run import run_to_the_end
from glocbot.editing.saver import Saver
from glocbot.editing.tally import Cost, counted
from glocbot.options import Given, UsageError
from glocbot.proposals.jsonlines import JsonLines
from glocbot.wiki.commons import Commons
from glocbot.wiki.edit import Editor
from glocbot.wiki.login import check_account, local_arguments, log_in
from glocbot.wiki.options import find_site, simulates

__all__ = ["COMMAND_LINE", "run"]


def run(given: Given) -> int:
    """Apply proposals.

    Returns:
        The exit status, as `exit_status` says it; a line that was refused counts as failed.

    Raises:
        UsageError: when the call is wrong.
    """
    options = understand(given)
    site = find_site(given)
    files = read_files(options, str(site))
    for refusal in files.refusals:
        pywikibot.error(refusal)
    if files.refusals and not (files.proposals or files.rejected):
        raise UsageError(f"nothing to apply in {options.proposals}")
    if files.proposals and not simulates(given):
        check_account(site)
    rules = rules_on(str(site), options.people)
    kept = options.people.rejected
    _remember(files.rejected, rules.rejections, kept, simulate=simulates(given))
    return carry_out(
        lambda: _begin(options, given, files, rules),
        lambda commons: _apply(options, files, commons),
    )


def _remember(
    rejected: Sequence[Rejection], known: Rejections, path: Path, *, simulate: bool
) -> None:
    """Keep what the reviewer rejected, so that no later run proposes it."""
    if simulate:
        if rejected:
            pywikibot.info(f"Would remember {counted(len(rejected), 'rejection')} in {path}.")
    elif new := remember(known, rejected, path):
        pywikibot.info(f"Remembered {counted(new, 'rejection')} in {path}.")


def _begin(options: ApplyOptions, given: Given, files: Files, rules: Rules) -> Commons:
    """Meet the wiki; where nothing is to be saved, without an account."""
    local_arguments(given.pywikibot)
    if files.proposals and not config.simulate:
        log_in()
    site = pywikibot.Site()
    return Commons(site, rules=replace(rules, opted_out=opted_out(site, options.people)))


def _apply(options: ApplyOptions, files: Files, commons: Commons) -> Result:
    """Run the bot."""
    approved = options.approved is not None
    application = Application(files.proposals, options)
    with ExitStack() as opened:
        outcomes = None
        if options.outcomes is not None:
            outcomes = opened.enter_context(JsonLines(options.outcomes, append=True))

        def report(item: ApplyItem, outcome: Outcome) -> None:
            application.report(item, outcome)
            if outcomes is not None:
                outcomes.write(outcome_record(outcome))

        saver = Saver(commons, Editor(commons.site))
        conduct = Conduct(bool(config.simulate), approved or options.all_clean, approved)
        total = len(files.proposals)
        bot = Bot(application.items(), saver, conduct, Books(report=report), total)
        ending = run_to_the_end(bot)
    if options.trial:
        # A person looked at each edit, unless one chose "all".
        looked_at = approved or not bot.always
        sys.stdout.write(_trial(application, files, commons, looked_at=looked_at))

    def summary(cost: Cost) -> list[str]:
        proposals = counted(total, "proposal")
        processed = f"Processed {len(application.done)} of {proposals} with {cost}."
        return [processed, *bot.tally.acts(simulate=bool(config.simulate))]

    return Result(ending, bool(files.refusals or bot.tally.failures), summary)


def _trial(application: Application, files: Files, commons: Commons, *, looked_at: bool) -> str:
    return trial_wikitext(
        Trial(
            account=commons.rules.account or "",
            day=datetime.now(UTC).date().isoformat(),
            seconds_between=float(config.put_throttle),
            looked_at=looked_at,
            done=application.done,
            reviewed=files.reviewed,
        )
    )
