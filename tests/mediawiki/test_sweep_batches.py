"""Large categories: few requests, whatever the wiki cuts short, and no file lost over it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from math import ceil
from pathlib import Path

import pytest

from glocbot.wiki.query import complete_batch
from tests.mediawiki.embedded import Account, EmbeddedWiki
from tests.mediawiki.gateway import Request
from tests.mediawiki.pwb import configure, environment, site
from tests.mediawiki.sweeping import LOCATED, PAGE, Gallery, Swept, blank, read_records, sound

FILES = 1200
CANDIDATES = 120
LOCATED_FILES = 180
#: Requests beside those that must grow with the category: configuration, login, templates' names.
MORE = 10


@pytest.fixture(scope="module")
def large(wiki_for_all: EmbeddedWiki) -> Gallery:
    """A category of 1,200 files, of which 120 are to be located and 180 are."""
    gallery = Gallery(wiki_for_all, "Large category")
    names = [f"{number:04}" for number in range(FILES)]
    gallery.add({name: sound() for name in names[:CANDIDATES]})
    gallery.add({name: sound() for name in names[CANDIDATES:][:LOCATED_FILES]}, LOCATED)
    gallery.add({name: blank() for name in names[CANDIDATES + LOCATED_FILES :]})
    return gallery


@pytest.fixture(scope="module")
def folder(wiki_for_all: EmbeddedWiki, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return configure(tmp_path_factory.mktemp("batches"), wiki_for_all.url, None)


@pytest.fixture(scope="module")
def plain(large: Gallery, folder: Path) -> Swept:
    """The large category, swept without an account and without trouble."""
    return large.sweep(folder, "-simulate", "-nohistory")


def is_screening(request: Request) -> bool:
    return request.params.get("generator") == "categorymembers"


def is_reading(request: Request) -> bool:
    return "pageids" in request.params


def test_the_requests(plain: Swept) -> None:
    """500 files a screening, 50 pages a reading."""
    assert Counter(plain.reasons.values()) == {
        "propose": CANDIDATES,
        "skip located": LOCATED_FILES,
        "skip no-gps": FILES - CANDIDATES - LOCATED_FILES,
    }
    assert len(list(filter(is_screening, plain.requests))) == ceil(FILES / 500)
    assert len(list(filter(is_reading, plain.requests))) == ceil(CANDIDATES / 50)
    assert len(plain.requests) <= ceil(FILES / 500) + ceil(CANDIDATES / 50) + MORE


def test_the_requests_of_a_bot(large: Gallery, plain: Swept, tmp_path: Path) -> None:
    """With ``apihighlimits`` ten times as much comes at once."""
    account = large.wiki.create_account("Batch bot", bot=True)
    folder = configure(tmp_path, large.wiki.url, account)
    (folder / "login.py").write_text("import pywikibot\npywikibot.Site().login()\n")
    subprocess.run([sys.executable, "login.py"], cwd=folder, env=environment(folder), check=True)
    swept = large.sweep(folder, "-simulate", "-nohistory")
    assert swept.reasons == plain.reasons
    assert len(list(filter(is_screening, swept.requests))) == 1
    assert len(list(filter(is_reading, swept.requests))) == 1
    assert len(swept.requests) <= 2 + MORE


@pytest.fixture(scope="module")
def small(wiki_for_all: EmbeddedWiki) -> Gallery:
    """60 files, each with several templates and categories that decide."""
    gallery = Gallery(wiki_for_all, "Small category")
    links = "{{Location dec|48|16}}{{GPS EXIF ambiguous}}{{Location withheld}}"
    gallery.add({f"{number:02}": sound() for number in range(20)}, PAGE + links)
    gallery.add({f"{number:02}": sound() for number in range(20, 60)})
    return gallery


@pytest.fixture(scope="module")
def whole(small: Gallery, folder: Path) -> Swept:
    return small.sweep(folder, "-simulate", "-nohistory")


def test_responses_that_are_cut_short(small: Gallery, folder: Path, whole: Swept) -> None:
    """The wiki sends a few kilobytes at a time instead of eight megabytes (docs/facts.md §3.7)."""
    with small.wiki.settings(wgAPIMaxResultSize=4000):
        swept = small.sweep(folder, "-simulate", "-nohistory")
    assert swept.records == whole.records
    assert len(swept.requests) > len(whole.requests) + 5
    assert "WARNING" not in swept.output
    assert any("iicontinue" in request.params for request in swept.requests)


def test_templates_that_are_cut_short(small: Gallery, folder: Path) -> None:
    """A batch is complete only when all its files have all their templates."""
    query = {
        "generator": "categorymembers",
        "gcmtitle": small.category,
        "gcmlimit": 25,
        "prop": "imageinfo|templates|categories",
        "iiprop": "sha1",
        "cllimit": 3,
    }
    pywikibot_site = site(folder)
    pages, more = complete_batch(pywikibot_site, {**query, "tllimit": 7})
    wanted, _ = complete_batch(pywikibot_site, {**query, "tllimit": "max"})
    assert len(pages) == 25
    assert pages == wanted
    assert more is not None
    assert "gcmcontinue" in more


@pytest.fixture(params=[504, 503, 0], ids=["504", "503", "silence"])
def trouble(request: pytest.FixtureRequest, small: Gallery, folder: Path) -> Iterator[int]:
    """Make the wiki fail the next requests that are asked of it; 0 lets the client time out."""
    config = folder / "user-config.py"
    before = config.read_text()
    if request.param == 0:
        config.write_text(before + "socket_timeout = (2, 0.8)\n")
    yield request.param
    config.write_text(before)
    small.wiki.calm()


def test_time_outs(small: Gallery, folder: Path, whole: Swept, trouble: int) -> None:
    """Half is asked for, then a quarter, then slowly more: the decisions are the same."""
    for kind in (is_screening, is_reading):
        if trouble:
            small.wiki.fail_next(kind, trouble, times=2)
        else:
            small.wiki.delay_next(kind, 1.5, times=2)
    swept = small.sweep(folder, "-simulate", "-nohistory")
    assert swept.reasons == whole.reasons
    assert len(swept.records) == len(whole.records)
    assert swept.status == 0
    limits = [r.params["gcmlimit"] for r in swept.requests if is_screening(r)]
    assert limits == ["max", "250", "125"]
    sizes = [r.params["pageids"].count("|") + 1 for r in swept.requests if is_reading(r)]
    assert sizes[:3] == [40, 25, 12]
    assert sum(sizes[2:]) == 40
    assert sizes[3] > sizes[2]


def test_a_wiki_that_never_answers(small: Gallery, folder: Path) -> None:
    """The run ends with what was done, and says why."""
    small.wiki.fail_next(is_reading, times=100)
    swept = small.sweep(folder, "-simulate", "-nohistory")
    small.wiki.calm()
    assert swept.status == 1
    assert "The run ends here: " in swept.output
    assert swept.figure("skipped") == len(swept.records) == 20


class Running:
    """A sweep with history that runs on while a test looks at it."""

    def __init__(self, gallery: Gallery, folder: Path, *arguments: str) -> None:
        self.decisions = folder / "running.jsonl"
        self.decisions.unlink(missing_ok=True)
        options = [f"-cat:{gallery.name}", f"-decisions:{self.decisions}", *arguments]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "glocbot", "sweep", *options],
            cwd=folder,
            env=environment(folder),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait_for(self, lines: int) -> None:
        """Wait until so many decisions have been written."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if self.decisions.exists() and self.decisions.read_text().count("\n") >= lines:
                return
            time.sleep(0.02)
        self.process.kill()
        raise TimeoutError

    def end(self, number: signal.Signals) -> str:
        os.kill(self.process.pid, number)
        return self.process.communicate(timeout=60)[1]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ended_by_a_signal(small: Gallery, folder: Path, number: signal.Signals) -> None:
    """The summary and the decisions agree."""
    small.wiki.delay_next(is_reading, 2)
    running = Running(small, folder, "-simulate")
    running.wait_for(20)
    said = running.end(number)
    records = read_records(running.decisions)
    assert 20 <= len(records) < 60
    assert f"Examined {len(records)} files" in said
    assert "Traceback" not in said
    assert running.process.returncode == 130


def test_killed(small: Gallery, folder: Path) -> None:
    """What was written until then can be read."""
    small.wiki.delay_next(is_reading, 2)
    running = Running(small, folder, "-simulate")
    running.wait_for(20)
    running.end(signal.SIGKILL)
    lines = running.decisions.read_text().splitlines()
    assert len([json.loads(line) for line in lines]) >= 20


def test_interrupted_at_a_prompt(small: Gallery, tmp_path: Path, bot_account: Account) -> None:
    """Ctrl-C there ends at once, with the summary and without an edit."""
    folder = configure(tmp_path, small.wiki.url, bot_account)
    running = Running(small, folder)
    running.wait_for(21)
    time.sleep(0.5)
    said = running.end(signal.SIGINT)
    assert "Examined 21 files" in said
    assert "Traceback" not in said
    assert "  saved           0" in said
