"""SIGTERM, as a server sends it to a job, while a sweep reads, waits or saves."""

import re
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from glocbot.exit_status import ExitStatus
from tests.mediawiki.gateway import Reply, Request
from tests.mediawiki.pwb import start
from tests.mediawiki.sweeping import LOCATION, Gallery, Record, read_records, sound

#: As configured by default, where a wiki that is down is waited for over 20 minutes.
PATIENT = ("-retry_wait:5", "-retry_max:120", "-max_retries:15")
#: Within which a run has to end where nothing is being saved.
SOON = 5.0


@dataclass(frozen=True, slots=True)
class Ended:
    """How a sweep ended.

    Attributes:
        status: its exit status.
        output: all that it printed.
        seconds: from the signal to the end.
        decisions: that it wrote.
    """

    status: int
    output: str
    seconds: float
    decisions: list[Record]


def terminated(
    gallery: Gallery, folder: Path, when: Callable[[Request], bool], deed: Callable[[], object]
) -> Ended:
    """Sweep with ``-always``, and send SIGTERM a moment after something was done to a request."""
    decisions = folder / "decisions.jsonl"
    call = ["-always", f"-decisions:{decisions}", *PATIENT]
    process = start(folder, "glocbot", "sweep", f"-cat:{gallery.name}", *call)
    sent: list[float] = []

    def send() -> None:
        sent.append(time.monotonic())
        process.send_signal(signal.SIGTERM)

    def act() -> Reply | None:
        threading.Timer(0.5, send).start()
        reply = deed()
        return reply if isinstance(reply, Reply) else None

    happened = gallery.wiki.before_next(when, act)
    output, _ = process.communicate(timeout=100)
    assert happened.happened == 1, output
    assert "Traceback" not in output
    return Ended(process.returncode, output, time.monotonic() - sent[0], read_records(decisions))


def is_api(request: Request) -> bool:
    return request.is_api


def is_save(request: Request) -> bool:
    return request.action == "edit"


def is_fresh_read(request: Request) -> bool:
    return "File:" in request.params.get("titles", "") and "rvlimit" in request.params


@pytest.mark.parametrize(
    ("when", "examined"),
    [
        (lambda request: request.params.get("generator") == "categorymembers", 0),
        (lambda request: "pageids" in request.params, 0),
        (is_fresh_read, 0),
    ],
    ids=["screening", "reading pages", "just before a save"],
)
def test_during_an_outage(
    gallery: Gallery, pwb_dir: Path, when: Callable[[Request], bool], examined: int
) -> None:
    """It does not wait out all retries."""
    titles = gallery.add({"A": sound(), "B": sound()})
    gallery.wiki.fail_next(when, 503, times=99)
    ended = terminated(gallery, pwb_dir, when, lambda: Reply(503))
    assert ended.status == ExitStatus.INTERRUPTED
    assert ended.seconds < SOON
    assert f"Examined {examined} files" in ended.output
    assert len(ended.decisions) == examined
    assert [len(gallery.wiki.revisions(title)) for title in titles] == [1, 1]


def test_while_a_save_is_carried_out(gallery: Gallery, pwb_dir: Path) -> None:
    """The save is followed to its end and told; the next page is not begun."""
    titles = gallery.add({"A": sound(), "B": sound()})
    ended = terminated(gallery, pwb_dir, is_save, lambda: gallery.wiki._gateway.pause(2))  # noqa: SLF001
    assert ended.status == ExitStatus.INTERRUPTED
    assert 1 < ended.seconds < SOON
    assert "The run ends after this page; once more to end at once." in ended.output
    assert re.search(r"^Saved as revision \d+\.$", ended.output, re.MULTILINE)
    assert "  saved           1" in ended.output
    assert [LOCATION in gallery.wiki.text(title) for title in titles].count(True) == 1


def test_while_it_is_not_known_what_became_of_a_save(gallery: Gallery, pwb_dir: Path) -> None:
    """The response was lost and the wiki is away; that is told, and the page is left for later."""
    titles = gallery.add({"A": sound(), "B": sound()})
    wiki = gallery.wiki

    def away() -> Reply:
        wiki.fail_next(is_api, 503, times=99)
        return Reply(504)

    ended = terminated(gallery, pwb_dir, is_save, away)
    assert ended.status == ExitStatus.INTERRUPTED
    assert ended.seconds < SOON
    assert "no response to the edit arrived: the run was interrupted" in ended.output
    assert "  failed          1" in ended.output
    assert [len(wiki.revisions(title)) for title in titles] == [1, 1]


def test_while_the_wiki_is_asked_what_there_is(gallery: Gallery, pwb_dir: Path) -> None:
    """Before the first file."""
    gallery.wiki.fail_next(is_api, 503, times=99)
    ended = terminated(gallery, pwb_dir, is_api, lambda: Reply(503))
    assert ended.status == ExitStatus.INTERRUPTED
    assert ended.seconds < SOON
    assert "Interrupted before any file was examined." in ended.output
