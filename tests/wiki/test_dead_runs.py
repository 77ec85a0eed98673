"""Killed runs do not count; whatever else Pywikibot has written down stays."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from socket import gethostname

import pytest
from pywikibot import config, throttle
from pywikibot.throttle import Throttle

from glocbot.wiki.dead_runs import forget_dead_runs

HERE = gethostname()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(config, "base_dir", str(tmp_path))
    monkeypatch.setattr(throttle, "pid", False)
    return tmp_path


@pytest.fixture(scope="module")
def dead() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


@pytest.fixture(scope="module")
def alive() -> Iterator[int]:
    """The number of a process that goes on."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process.pid
        process.terminate()


def entry(number: int, site: str = "commons:commons") -> str:
    return f"a1b2 {number} {time.time():.0f} {site}\n"


def write(folder: Path, entries: list[str], runs: list[str]) -> None:
    (folder / "throttle.ctrl").write_text("".join(entries))
    (folder / "throttle.runs").write_text("".join(f"{run}\n" for run in runs))


def runs(folder: Path) -> list[str]:
    return (folder / "throttle.runs").read_text().splitlines()


def test_the_first_run(folder: Path) -> None:
    forget_dead_runs()
    assert runs(folder) == [f"1 {HERE} {os.getpid()}"]
    assert throttle.pid == 1
    assert Throttle("commons:commons").process_multiplicity == 1


def test_a_run_that_was_killed(folder: Path, dead: int) -> None:
    """It had two sites."""
    write(folder, [entry(1), entry(1, "wikidata:wikidata")], [f"1 {HERE} {dead}"])
    forget_dead_runs()
    assert Throttle("commons:commons").process_multiplicity == 1
    assert runs(folder) == [f"1 {HERE} {os.getpid()}"]


def test_a_run_that_goes_on(folder: Path, alive: int) -> None:
    write(folder, [entry(1)], [f"1 {HERE} {alive}"])
    forget_dead_runs()
    assert Throttle("commons:commons").process_multiplicity == 2
    assert throttle.pid == 2
    assert runs(folder) == [f"1 {HERE} {alive}", f"2 {HERE} {os.getpid()}"]


def test_a_process_that_has_its_number(folder: Path, dead: int) -> None:
    """Pywikibot's ``pwb`` counts the processes before it runs a script."""
    write(folder, [entry(1)], [f"1 {HERE} {dead}"])
    assert Throttle("commons:commons").process_multiplicity == 2
    forget_dead_runs()
    assert throttle.pid == 2
    assert runs(folder) == [f"2 {HERE} {os.getpid()}"]
    assert Throttle("commons:commons").process_multiplicity == 1


def test_another_script_of_pywikibot(folder: Path) -> None:
    """Nobody knows whether it goes on."""
    write(folder, [entry(1)], [])
    forget_dead_runs()
    assert Throttle("commons:commons").process_multiplicity == 2


def test_a_run_on_another_host(folder: Path, dead: int) -> None:
    write(folder, [entry(1)], [f"1 elsewhere {dead}"])
    forget_dead_runs()
    assert Throttle("commons:commons").process_multiplicity == 2
    assert runs(folder)[0] == f"1 elsewhere {dead}"


def test_other_hosts_are_not_remembered_for_ever(folder: Path) -> None:
    write(folder, [], [f"{n} pod{n} 1" for n in range(2, 500)])
    forget_dead_runs()
    assert len(runs(folder)) == 101
    assert runs(folder)[-2:] == ["499 pod499 1", f"1 {HERE} {os.getpid()}"]


def test_a_process_of_another_user(
    folder: Path, alive: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", refuse)
    write(folder, [entry(1)], [f"1 {HERE} {alive}"])
    forget_dead_runs()
    assert throttle.pid == 2


def test_where_processes_cannot_be_asked_for(
    folder: Path, dead: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glocbot.wiki.dead_runs._CAN_ASK", False)
    write(folder, [entry(1)], [f"1 {HERE} {dead}"])
    monkeypatch.setattr(os, "kill", None)
    forget_dead_runs()
    assert throttle.pid == 2


def test_damaged_files(folder: Path) -> None:
    write(
        folder, ["\n", "a1b2\n", entry(1), "a1b2 one 2 x:y\n"], ["", "1", f"1 {HERE} x", "1 2 3 4"]
    )
    forget_dead_runs()
    assert throttle.pid == 2
    assert runs(folder) == [f"2 {HERE} {os.getpid()}"]
    assert (folder / "throttle.ctrl").read_text().startswith("\na1b2\na1b2 1 ")


def test_a_folder_that_cannot_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pywikibot goes on without its list there, and so do we."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "write_text", refuse)
    forget_dead_runs()
    assert throttle.pid is False
    assert list(folder.iterdir()) == []
