"""From a call to its exit status and summary."""

from collections.abc import Callable

import pytest

from glocbot.editing.job import Result, carry_out
from glocbot.editing.run import Ending
from glocbot.editing.tally import Cost
from glocbot.exit_status import ExitStatus


def told(cost: Cost) -> list[str]:
    return ["Done.", f"It took {cost.requests} requests and {cost.seconds >= 0}."]


def working(ending: Ending, *, failed: bool = False) -> Callable[[str], Result]:
    def work(call: str) -> Result:
        assert call == "a call"
        return Result(ending, failed, told)

    return work


ENDINGS = [
    (Ending.FINISHED, False, ExitStatus.DONE),
    (Ending.QUIT, False, ExitStatus.DONE),
    (Ending.FINISHED, True, ExitStatus.SOME_FAILED),
    (Ending.STOPPED, False, ExitStatus.SOME_FAILED),
    (Ending.INTERRUPTED, False, ExitStatus.INTERRUPTED),
]


@pytest.mark.parametrize(("ending", "failed", "status"), ENDINGS)
def test_the_summary_is_said_however_it_ends(
    ending: Ending, status: ExitStatus, capsys: pytest.CaptureFixture[str], *, failed: bool
) -> None:
    assert carry_out(lambda: "a call", working(ending, failed=failed)) is status
    assert "\nDone.\nIt took 0 requests and True.\n" in capsys.readouterr().err


def test_what_cannot_begin_is_not_carried_out(capsys: pytest.CaptureFixture[str]) -> None:
    def begin() -> str:
        raise ConnectionError

    assert carry_out(begin, working(Ending.FINISHED)) is ExitStatus.SOME_FAILED
    said = capsys.readouterr().err
    assert "cannot be reached" in said
    assert "Done." not in said
