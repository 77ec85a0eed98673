"""Wikis that cannot be reached, say nothing, never end, or forget who is logged in."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count, cycle, repeat
from pathlib import Path

import pytest

from tests.mediawiki.embedded import Account, EmbeddedWiki
from tests.mediawiki.gateway import LOOPBACK, Reply, Request
from tests.mediawiki.pwb import configure, environment, run
from tests.mediawiki.sweeping import Gallery, Swept, sound

EMPTY = Reply(200, b"{}", [("Content-Type", "application/json")])
#: Seconds in which a run ends that has nothing to wait for, on a machine that is busy.
SOON = 15.0


def is_screening(request: Request) -> bool:
    return request.params.get("generator") == "categorymembers"


def is_reading(request: Request) -> bool:
    return "pageids" in request.params


def is_for(meta: str) -> Callable[[Request], bool]:
    return lambda request: meta in request.params.get("meta", "")


def is_read(request: Request) -> bool:
    return request.params.get("action") == "query" and "prop" in request.params


def write_config(folder: Path, **settings: object) -> None:
    with (folder / "user-config.py").open("a") as config:
        config.writelines(f"{name} = {value!r}\n" for name, value in settings.items())


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port of loopback at which nobody listens."""
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        yield taken.getsockname()[1]


class TestUnreachable:
    @pytest.mark.parametrize("argument", ["-simulate", "-always"])
    def test_nobody_listens(
        self, closed_port: int, tmp_path: Path, bot_account: Account, argument: str
    ) -> None:
        """One sentence, soon, with retries configured as they are by default."""
        folder = configure(tmp_path, f"http://{LOOPBACK}:{closed_port}", bot_account)
        write_config(folder, max_retries=15, retry_wait=5, retry_max=120)
        started = time.monotonic()
        done = run(folder, "glocbot", "sweep", "-cat:Views", argument)
        assert time.monotonic() - started < SOON
        assert done.stderr == "ERROR: embedded:en cannot be reached from here\n"
        assert done.returncode == 1

    def test_a_name_that_is_unknown(self, tmp_path: Path) -> None:
        folder = configure(tmp_path, "http://wiki.invalid", None)
        done = run(folder, "glocbot", "sweep", "-cat:Views", "-simulate")
        assert done.stderr == "ERROR: embedded:en cannot be reached from here\n"

    def test_a_wiki_that_was_reached_is_waited_for(self, gallery: Gallery, pwb_dir: Path) -> None:
        [title] = gallery.add({"A": sound()})
        gallery.wiki.fail_next(is_screening, 503, times=2)
        swept = gallery.sweep(pwb_dir, "-simulate")
        assert swept.reasons == {title: "propose"}
        assert "No response from the wiki: 503 Server Error: Service Unavailable" in swept.output
        assert swept.status == 0


class TestEmptyResponses:
    def test_a_few(self, gallery: Gallery, pwb_dir: Path) -> None:
        """They are requested again, of Pywikibot's own requests too."""
        [title] = gallery.add({"A": sound()})
        for when in (
            is_screening,
            is_reading,
            is_for("userinfo"),
            is_for("siteinfo"),
            is_for("tokens"),
        ):
            gallery.wiki.before_next(when, lambda: EMPTY, times=2)
        swept = gallery.sweep(pwb_dir, "-always")
        assert (swept.status, swept.figure("saved")) == (0, 1)
        assert swept.reasons == {title: "propose"}

    def test_nothing_else(self, gallery: Gallery, pwb_dir: Path) -> None:
        """A category that cannot be read is not empty."""
        gallery.add({"A": sound()})
        gallery.wiki.before_next(is_screening, lambda: EMPTY, times=100)
        swept = gallery.sweep(pwb_dir, "-simulate")
        assert swept.status == 1
        assert "The run ends here: " in swept.output

    def test_from_the_first_request_on(self, gallery: Gallery, pwb_dir: Path) -> None:
        gallery.wiki.before_next(lambda _: True, lambda: EMPTY, times=100)
        assert gallery.sweep(pwb_dir, "-always").status == 1


class TestEndless:
    """A wiki that has lost its way: it goes on with what is not there, again and again."""

    def test_a_batch_that_is_never_complete(
        self, gallery: Gallery, anonymous_pwb_dir: Path
    ) -> None:
        same = {"query": {"pages": []}, "continue": {"iicontinue": "A|20260101000000"}}
        swept = self.sweep(gallery, anonymous_pwb_dir, repeat(same))
        assert "the wiki continues its response without end" in swept.output
        assert len([*filter(is_screening, swept.requests)]) == 2

    @pytest.mark.parametrize(
        ("numbers", "requests"), [(cycle([1, 2, 3]), 4), (count(), 101)], ids=["circle", "nothing"]
    )
    def test_a_list_that_does_not_end(
        self, gallery: Gallery, anonymous_pwb_dir: Path, numbers: Iterator[int], requests: int
    ) -> None:
        responses = (
            {
                "batchcomplete": True,
                "query": {"pages": []},
                "continue": {"gcmcontinue": f"{number}"},
            }
            for number in numbers
        )
        swept = self.sweep(gallery, anonymous_pwb_dir, responses)
        assert "the wiki's list of pages does not end" in swept.output
        assert len([*filter(is_screening, swept.requests)]) == requests

    def sweep(
        self, gallery: Gallery, folder: Path, responses: Iterator[dict[str, object]]
    ) -> Swept:
        """Sweep a category while the screening's responses are these."""
        gallery.add({"A": sound()})
        gallery.wiki.before_next(
            is_screening, lambda: Reply(200, json.dumps(next(responses)).encode()), times=10_000
        )
        swept = gallery.sweep(folder, "-simulate")
        assert swept.status == 1
        assert "The run ends here: " in swept.output
        return swept


class TestLogins:
    def test_cookies_that_are_lost_on_every_read(
        self, gallery: Gallery, pwb_dir: Path, wiki: EmbeddedWiki
    ) -> None:
        gallery.add({"A": sound()})
        wiki.before_next(is_read, wiki.forget_sessions, times=10_000)
        swept = gallery.sweep(pwb_dir, "-always")
        logins = [request for request in swept.requests if request.action == "clientlogin"]
        assert len(logins) <= 6
        assert swept.status in {1, 2}
        assert "the wiki has forgotten one login after the other" in swept.output

    def test_a_token_that_is_never_right(self, gallery: Gallery, pwb_dir: Path) -> None:
        bad = Reply(200, b'{"error": {"code": "badtoken", "info": "Invalid CSRF token."}}')
        gallery.wiki.before_next(lambda request: "login" in request.action, lambda: bad, times=999)
        swept = gallery.sweep(pwb_dir, "-always")
        assert len(swept.requests) < 50
        assert swept.status == 2


class TestRetryAfter:
    @pytest.mark.parametrize("status", [429, 503])
    def test_the_wiki_is_left_alone(self, gallery: Gallery, pwb_dir: Path, status: int) -> None:
        gallery.add({"A": sound()})
        busy = Reply(status, b"<html>busy</html>", [("Retry-After", "3")])
        gallery.wiki.before_next(is_screening, lambda: busy)
        swept = gallery.sweep(pwb_dir, "-simulate")
        first, second = filter(is_screening, swept.requests)
        assert swept.status == 0
        assert 3 <= second.started - first.started < 3 + SOON


class Waiting:
    """A sweep of a wiki that is out of order, waiting for it for a long time."""

    def __init__(self, gallery: Gallery, folder: Path, *arguments: str) -> None:
        write_config(folder, max_retries=15, retry_wait=100, retry_max=100)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "glocbot", "sweep", f"-cat:{gallery.name}", *arguments],
            cwd=folder,
            env=environment(folder),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def end(self, number: signal.Signals) -> tuple[str, float]:
        """Send a signal; returns what was said, and how many seconds it took to end."""
        started = time.monotonic()
        os.kill(self.process.pid, number)
        said = self.process.communicate(timeout=60)[1]
        return said, time.monotonic() - started


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.05)


class TestSignals:
    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
    @pytest.mark.parametrize(
        "when",
        [lambda r: "login" in r.action, is_screening, lambda r: "titles" in r.params],
        ids=["login", "screening", "page"],
    )
    def test_an_outage(
        self,
        gallery: Gallery,
        pwb_dir: Path,
        when: Callable[[Request], bool],
        number: signal.Signals,
    ) -> None:
        """Nothing is being saved, so the run ends at once."""
        gallery.add({"A": sound()})
        out_of_order = gallery.wiki.fail_next(when, 503, times=10_000)
        waiting = Waiting(gallery, pwb_dir, "-always")
        wait_for(lambda: out_of_order.happened)
        said, seconds = waiting.end(number)
        assert seconds < SOON
        assert waiting.process.returncode == 130
        assert "Traceback" not in said

    def test_a_response_that_does_not_come(self, gallery: Gallery, pwb_dir: Path) -> None:
        gallery.add({"A": sound()})
        slow = gallery.wiki.delay_next(is_screening, 30)
        waiting = Waiting(gallery, pwb_dir, "-simulate")
        wait_for(lambda: slow.happened)
        said, seconds = waiting.end(signal.SIGTERM)
        assert seconds < SOON
        assert waiting.process.returncode == 130
        assert "Traceback" not in said


def test_a_killed_run_does_not_slow_the_next_one(gallery: Gallery, pwb_dir: Path) -> None:
    gallery.add({"A": sound()})
    write_config(pwb_dir, log=["glocbot"])
    slow = gallery.wiki.delay_next(is_screening, 30)
    waiting = Waiting(gallery, pwb_dir, "-simulate")
    wait_for(lambda: slow.happened)
    waiting.end(signal.SIGKILL)
    assert "embedded:en" in (pwb_dir / "throttle.ctrl").read_text()
    program = str(Path(sys.executable).with_name("glocbot"))
    command = [program, "sweep", "-cat:X", "-simulate"]
    subprocess.run(command, cwd=pwb_dir, env=environment(pwb_dir), check=False, capture_output=True)
    log = (pwb_dir / "logs" / "glocbot-bot.log").read_text()
    assert "Found 1 embedded:en processes running" in log
    assert "Found 2 " not in log
