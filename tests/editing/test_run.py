"""How a command begins and ends, and its exit status."""

import signal
from collections.abc import Callable
from typing import Any, cast

import pytest
from pywikibot.exceptions import ApiTimeoutError, NoUsernameError, ServerError, UnknownSiteError

from glocbot.editing.bot import Bot, QuitError
from glocbot.editing.run import Ending, exit_status, run_to_the_end, understood
from glocbot.exit_status import ExitStatus
from glocbot.options import UsageError
from glocbot.wiki.errors import StoppedError
from tests.editing.fakewiki import FakeWiki, saver_on


class FakeBot:
    """A bot whose run is a function."""

    def __init__(self, run: Callable[[], object]) -> None:
        self.saver = saver_on(FakeWiki())
        self.run = run


def raising(error: BaseException) -> Callable[[], object]:
    def fail() -> None:
        raise error

    return fail


def ending_of(run: Callable[[], object]) -> Ending:
    return run_to_the_end(cast("Bot[Any]", FakeBot(run)))


class TestTheEnd:
    def test_finished(self) -> None:
        assert ending_of(lambda: None) is Ending.FINISHED

    def test_quit(self) -> None:
        assert ending_of(raising(QuitError())) is Ending.QUIT

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_interrupted(self, capsys: pytest.CaptureFixture[str], number: signal.Signals) -> None:
        bot = FakeBot(lambda: None)

        def run() -> None:
            with bot.saver.interruption.allowed():
                signal.raise_signal(number)

        bot.run = run
        assert run_to_the_end(cast("Bot[Any]", bot)) is Ending.INTERRUPTED
        assert "Interrupted." in capsys.readouterr().err

    @pytest.mark.parametrize(
        "error",
        [
            StoppedError("the wiki is away"),
            ServerError("the wiki is away"),
            OSError("the wiki is away"),
            ImportError("the wiki is away"),
        ],
    )
    def test_stopped(self, capsys: pytest.CaptureFixture[str], error: Exception) -> None:
        assert ending_of(raising(error)) is Ending.STOPPED
        assert "ERROR: The run ends here: the wiki is away\n" in capsys.readouterr().err

    def test_a_mistake_of_ours_is_not_hidden(self) -> None:
        with pytest.raises(ZeroDivisionError):
            ending_of(lambda: 1 // 0)


@pytest.mark.parametrize(
    ("ending", "failed", "status"),
    [
        (Ending.FINISHED, False, ExitStatus.DONE),
        (Ending.FINISHED, True, ExitStatus.SOME_FAILED),
        (Ending.QUIT, False, ExitStatus.DONE),
        (Ending.QUIT, True, ExitStatus.SOME_FAILED),
        (Ending.STOPPED, False, ExitStatus.SOME_FAILED),
        (Ending.INTERRUPTED, False, ExitStatus.INTERRUPTED),
        (Ending.INTERRUPTED, True, ExitStatus.INTERRUPTED),
    ],
)
def test_exit_statuses(ending: Ending, status: ExitStatus, *, failed: bool) -> None:
    assert exit_status(ending, failed=failed) == status


class TestTheBeginning:
    def test_a_call_that_makes_sense(self) -> None:
        assert understood(lambda: "a call") == "a call"

    @pytest.mark.parametrize(
        ("error", "status", "said"),
        [
            (UsageError("name a file"), ExitStatus.WRONG_CALL, "ERROR: name a file\n"),
            (UnknownSiteError("no such wiki"), ExitStatus.WRONG_CALL, "ERROR: no such wiki\n"),
            (NoUsernameError("who?"), ExitStatus.WRONG_CALL, "ERROR: who?\n"),
            (SystemExit(1), ExitStatus.WRONG_CALL, ""),
            (SystemExit(0), ExitStatus.DONE, ""),  # as after -querypage, which lists the pages
            (ConnectionError("[Errno 8]"), ExitStatus.SOME_FAILED, "cannot be reached from here"),
            (ServerError("503"), ExitStatus.SOME_FAILED, "The wiki does not respond: 503"),
            (ApiTimeoutError("slow"), ExitStatus.SOME_FAILED, "The wiki does not respond: slow"),
            (KeyboardInterrupt(), ExitStatus.INTERRUPTED, "Interrupted before any file"),
        ],
    )
    def test_a_call_that_does_not(
        self,
        capsys: pytest.CaptureFixture[str],
        error: BaseException,
        status: ExitStatus,
        said: str,
    ) -> None:
        assert understood(raising(error)) is status
        assert said in capsys.readouterr().err

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_interrupted(self, number: signal.Signals) -> None:
        assert understood(lambda: signal.raise_signal(number)) is ExitStatus.INTERRUPTED
