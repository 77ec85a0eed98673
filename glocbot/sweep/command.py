"""``glocbot sweep``: go through files, propose or save the missing locations."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pywikibot
from pywikibot import config

from glocbot.decision.answers import Answer
from glocbot.decision.decide import Decision, Edit, Hold, Skip
from glocbot.decision.rules import Rules
from glocbot.editing.bot import Books, Bot, Conduct
from glocbot.editing.job import Result, carry_out
from glocbot.editing.people import opted_out, rules_on
from glocbot.editing.run import Ending, run_to_the_end
from glocbot.editing.saver import Saver
from glocbot.editing.tally import Cost
from glocbot.options import Given
from glocbot.proposals.decisions import decision_json
from glocbot.proposals.jsonlines import JsonLines
from glocbot.proposals.proposal import Proposal, edit_summary
from glocbot.reasons import SkipReason
from glocbot.report.page import write_page
from glocbot.sweep.answers import with_answers
from glocbot.sweep.decisions import examine
from glocbot.sweep.factory import find_source
from glocbot.sweep.items import AnswerItem, SweepItem
from glocbot.sweep.options import COMMAND_LINE, SweepOptions, understand
from glocbot.sweep.sources import Source, check_existence, why_no_files
from glocbot.wiki.commons import Commons
from glocbot.wiki.edit import Editor
from glocbot.wiki.introduction import NamedPage, introduce
from glocbot.wiki.login import check_account, local_arguments, log_in
from glocbot.wiki.options import find_site, simulates

__all__ = ["COMMAND_LINE", "run"]

_NOT_LOOKED = (
    "Without the histories nobody can tell what was removed before, or left out by its uploader."
)


def run(given: Given) -> int:
    """Run a sweep.

    Returns:
        The exit status, as `exit_status` says it.

    Raises:
        UsageError: when the call is wrong.
    """
    options = understand(given)
    site = find_site(given)
    rules = rules_on(str(site), options.people)
    if not simulates(given):
        check_account(site)
    return carry_out(lambda: _begin(options, given, rules), _sweep)


@dataclass(frozen=True, slots=True)
class _Call:
    """A call that makes sense.

    Attributes:
        options: the sweep's own.
        source: which files.
        commons: the wiki that they are on.
        pages: what the wiki says of those that the call names.
    """

    options: SweepOptions
    source: Source
    commons: Commons
    pages: Mapping[str, NamedPage]


def _begin(options: SweepOptions, given: Given, rules: Rules) -> _Call:
    """Check what only Pywikibot and the wiki can tell, before any file is looked at."""
    generators = local_arguments(given.pywikibot)
    if not config.simulate:
        log_in()
    source = find_source(generators, options.depth)
    site = pywikibot.Site()
    introduction = introduce(site, source.titles)
    check_existence(source, introduction.pages)
    rules = replace(rules, opted_out=opted_out(site, options.people))
    commons = Commons(site, introduction, rules, requests=options.answer)
    return _Call(options, source, commons, introduction.pages)


def _sweep(call: _Call) -> Result:
    """Run the bot."""
    options, commons = call.options, call.commons
    with _recording(options, commons) as record:
        decisions = examine(commons, call.source.files(commons), _histories_of(options))
        saver = Saver(commons, Editor(commons.site))
        conduct = Conduct(bool(config.simulate), options.always)
        items = _items(options, commons, decisions)
        books: Books[SweepItem | AnswerItem] = Books(record)
        bot = Bot(items, saver, conduct, books, call.source.total(call.pages))
        ending = run_to_the_end(bot)
    found_none = ending is Ending.FINISHED and not bot.tally.examined

    def summary(cost: Cost) -> list[str]:
        return [
            *bot.tally.lines(cost, simulate=bool(config.simulate)),
            *([] if options.history else [_NOT_LOOKED]),
            *([why_no_files(call.source, call.pages)] if found_none else []),
        ]

    return Result(ending, bool(bot.tally.failures), summary)


def _items(
    options: SweepOptions, commons: Commons, decisions: Iterable[Decision]
) -> Iterator[SweepItem | AnswerItem]:
    found = with_answers(commons, decisions) if options.answer else decisions
    for each in found:
        if isinstance(each, Answer):
            yield AnswerItem(each)
        else:
            yield SweepItem(each, options.summary)


def _histories_of(options: SweepOptions) -> type[Edit] | None:
    """Say which edits need the look into histories: not those whose save takes it anyway."""
    if not options.history:
        return None
    return Hold if options.always and not config.simulate else Edit


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
            if shown is not None and isinstance(decision, Skip):
                shown.rejected += decision.reason is SkipReason.REJECTED
            if not isinstance(decision, Edit) or (proposals is None and shown is None):
                return
            summary = options.summary or edit_summary(decision.location)
            proposal = Proposal.of(decision, commons.addresses(decision.facts.title), summary)
            if proposals is not None:
                proposals.write(proposal.to_json())
            if shown is not None:
                shown.proposals.append(proposal)

        yield record


@dataclass
class _Shown:
    """What the reviewer's page will show.

    Attributes:
        proposals: so far.
        rejected: files that are not proposed since a reviewer rejected them.
    """

    proposals: list[Proposal] = field(default_factory=list)
    rejected: int = 0


@contextmanager
def _reporting(path: Path) -> Iterator[_Shown]:
    """Collect proposals; at the end, however it came, write the page of them."""
    shown = _Shown()
    try:
        yield shown
    finally:
        write_page(shown.proposals, path, path.stem, rejected_before=shown.rejected)
