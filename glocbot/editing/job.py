"""What every command that works on a wiki does from its call to its exit status."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pywikibot

from glocbot.editing.run import Ending, exit_status, understood
from glocbot.editing.tally import Cost
from glocbot.exit_status import ExitStatus
from glocbot.wiki.counter import RequestCounter
from glocbot.wiki.log import without_tracebacks

Call = TypeVar("Call")


@dataclass(frozen=True, slots=True)
class Result:
    """What a run came to.

    Attributes:
        ending: how it ended.
        failed: some input was refused, or some edit failed.
        summary: says what was done, a line a fact, when it is told what the run cost.
    """

    ending: Ending
    failed: bool
    summary: Callable[[Cost], list[str]]


def carry_out(begin: Callable[[], Call], work: Callable[[Call], Result]) -> ExitStatus:
    """Carry out a call, and say at the end what was done.

    Args:
        begin: checks what only the wiki can tell; makes the first requests.
        work: does what the call asks for.
    """
    started = time.monotonic()
    with RequestCounter() as counter, without_tracebacks():
        call = understood(begin)
        if isinstance(call, ExitStatus):
            return call
        result = work(call)
    cost = Cost(counter.requests, time.monotonic() - started)
    pywikibot.info("\n".join(["", *result.summary(cost)]))
    return exit_status(result.ending, failed=result.failed)
