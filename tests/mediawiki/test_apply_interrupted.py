"""``glocbot apply`` that is killed, stopped or asked for a trial run, and goes on later."""

import re
import signal
from collections.abc import Callable
from html import unescape
from itertools import chain
from pathlib import Path

import pytest

from glocbot.exit_status import ExitStatus
from tests.mediawiki.applying import Reviewed, review
from tests.mediawiki.embedded import Account, EmbeddedWiki
from tests.mediawiki.gateway import Request
from tests.mediawiki.pwb import configure, start
from tests.mediawiki.sweeping import LOCATED, LOCATION, Gallery, doubtful, read_records, sound

NAMES = tuple("ABCDEF")


@pytest.fixture
def reviewed(gallery: Gallery, pwb_dir: Path) -> Reviewed:
    """Six proposals, swept and not yet applied."""
    return review(gallery, {name: sound() for name in NAMES}, pwb_dir)


def saving(title: str) -> Callable[[Request], bool]:
    return lambda request: request.action == "edit" and request.params["title"] == title


def reading(title: str) -> Callable[[Request], bool]:
    return lambda request: request.params.get("titles") == title


def interrupted(
    reviewed: Reviewed, when: Callable[[Request], bool], number: signal.Signals
) -> tuple[int, str]:
    """Apply all, and send a signal when a request arrives, which is carried out all the same."""
    file = reviewed.write(NAMES)
    call = ["glocbot", "apply", str(file), "--all-clean", f"-outcomes:{reviewed.outcomes}"]
    process = start(reviewed.folder, *call)

    def send() -> None:
        process.send_signal(number)
        if number == signal.SIGKILL:
            process.wait()

    happened = reviewed.wiki.before_next(when, send)
    output, _ = process.communicate(timeout=60)
    assert happened.happened == 1
    assert "Traceback" not in output
    return process.returncode, output


@pytest.mark.parametrize("moment", ["saving", "reading"])
def test_killed_in_the_middle_and_run_again(reviewed: Reviewed, moment: str) -> None:
    """Each page is edited exactly once, and the outcomes are whole."""
    when = {"saving": saving, "reading": reading}[moment](reviewed.title("C"))
    status, _ = interrupted(reviewed, when, signal.SIGKILL)
    assert status == -signal.SIGKILL
    assert len(read_records(reviewed.outcomes)) == 2
    again = reviewed.apply(reviewed.write(NAMES), "--all-clean", go_on=True)
    done = 3 if moment == "saving" else 2
    assert (again.status, again.figure("already saved"), again.saves) == (0, done, 6 - done)
    for name in NAMES:
        edit, _ = reviewed.wiki.revisions(reviewed.title(name))
        assert edit.text == reviewed.gallery.page(LOCATED)
        told = {r["revid"] for r in again.records if r["title"] == reviewed.title(name)}
        assert told == {edit.id}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_it_ends_after_the_page(reviewed: Reviewed, number: signal.Signals) -> None:
    """With a summary and all outcomes; then it goes on."""
    status, output = interrupted(reviewed, saving(reviewed.title("B")), number)
    assert status == ExitStatus.INTERRUPTED
    assert "The run ends after this page" in output
    assert "Processed 2 of 6 proposals" in output
    assert len(read_records(reviewed.outcomes)) == 2
    assert [reviewed.edits(name) for name in NAMES] == [1, 1, 0, 0, 0, 0]
    again = reviewed.apply(reviewed.write(NAMES), "--all-clean", go_on=True)
    assert (again.figure("already saved"), again.figure("saved")) == (2, 4)


@pytest.fixture(scope="module")
def trial(
    wiki_for_all: EmbeddedWiki,
    bot_account: Account,
    tmp_path_factory: pytest.TempPathFactory,
) -> Reviewed:
    folder = configure(tmp_path_factory.mktemp("trial"), wiki_for_all.url, bot_account)
    files = {f"{number:02} ''it's'' & co": sound() for number in range(22)}
    gallery = Gallery(wiki_for_all, "Trial")
    return review(gallery, {**files, "held": doubtful()}, folder)


class TestTrial:
    """Twenty edits at the most, in one run or in several, and the wikitext for the request."""

    def test_a_simulated_one_is_refused(self, trial: Reviewed) -> None:
        applied = trial.apply(trial.write(trial.proposals), "--trial", "-simulate")
        assert applied.status == 2
        assert "-trial makes edits to show, which -simulate does not" in applied.output

    def test_in_three_runs(self, trial: Reviewed) -> None:
        """What an earlier run of the trial did counts, and is told."""
        call = (trial.write(trial.proposals), "--all-clean", "--trial", "-putthrottle:0.01")
        first = trial.apply(*call, "-limit:3")
        assert (first.figure("saved"), first.printed.count("|diff]]")) == (3, 3)
        whole = trial.apply(*call, "-limit:500", go_on=True)
        assert (whole.figure("saved"), whole.figure("already saved")) == (17, 3)
        again = trial.apply(*call, go_on=True)
        assert (again.saves, again.printed) == (0, whole.printed)
        assert "made 20 test edits: " in whole.printed
        assert "A person looked at each edit" not in whole.printed
        assert "at most 6000 a minute" in whole.printed
        assert "proposed 22 clean edits and held 1 for a person:\n* <code>void-fix</code>: 1" in (
            whole.printed
        )
        self.check_table(trial, whole.printed)

    def check_table(self, trial: Reviewed, text: str) -> None:
        """Let the wiki make a table of it; each row leads to its page and to its edit."""
        parsed = trial.wiki.api(action="parse", text=text, prop="text", contentmodel="wikitext")
        html = unescape(parsed["parse"]["text"])
        rows = re.findall(
            r"<tr>\s*<td>(.*?)</td>\s*<td>(.*?)</td>\s*<td>(.*?)</td>", html, re.DOTALL
        )
        assert len(rows) == 20
        assert 'class="new"' not in "".join(chain.from_iterable(rows))
        for file, added, edit in rows:
            title = re.search(r' title="([^"]+)"', file)
            diff = re.search(r' href="([^"]+Special:Diff/(\d+))"', edit)
            assert title
            assert diff
            assert f">{title[1].removeprefix('File:')}</a>" in file
            assert f"<code>{LOCATION}</code>" in added
            newest, _ = trial.wiki.revisions(title[1])
            assert newest.id == int(diff[2])
            assert f"diff={newest.id}" in trial.wiki.get(diff[1])[0]
