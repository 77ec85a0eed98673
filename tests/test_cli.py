"""The ``glocbot`` command."""

import io
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module

import pytest

from glocbot import __version__
from glocbot.cli import COMMANDS, main
from glocbot.command_line import CommandLine
from glocbot.options import Given
from glocbot.sweep import command as sweep


@pytest.mark.parametrize("word", ["-h", "-help", "--help", "help"])
def test_help_names_every_command(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Usage: glocbot COMMAND")
    for command in COMMANDS:
        assert f"\n  {command.name:<9} {command.does}\n" in said
    assert all(len(line) <= 80 for line in said.splitlines())


@pytest.mark.parametrize("word", ["-version", "--version"])
def test_version(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word]) == 0
    assert capsys.readouterr().out == f"glocbot {__version__}\n"


WRONG = {
    "": "Usage: glocbot COMMAND",
    "sweeep": "glocbot: there is no command 'sweeep'; did you mean sweep?\n",
    "Sweep": "glocbot: there is no command 'Sweep'; did you mean sweep?\n",
    "xyz": "glocbot: there is no command 'xyz'; `glocbot help` lists them all\n",
    "-cat:V": "glocbot: write a command before -cat:V, such as: glocbot sweep -cat:V\n",
    "help sweeep": "glocbot: there is no command 'sweeep'; did you mean sweep?\n",
}


@pytest.mark.parametrize("words", WRONG)
def test_no_such_command(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words.split()) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(WRONG[words])


@pytest.mark.parametrize(
    "words",
    [
        ["sweep"],
        ["sweep", "-simulate"],
        ["sweep", "-titleregex:x"],
        ["apply"],
        ["report"],
        ["convert"],
    ],
)
def test_a_call_that_names_nothing(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Refused without a look at any wiki: this test has no network."""
    assert main(words) == 2
    assert capsys.readouterr().out == ""


ASKED = [("{}", "-help"), ("{}", "-h"), ("{}", "--help"), ("{}", "x", "-help"), ("help", "{}")]


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_help_on_a_command_is_one_screen(
    name: str, asked: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([word.format(name) for word in asked]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    lines = said.out.splitlines()
    assert lines[0].startswith(f"Usage: glocbot {name} ")
    assert len(lines) <= 45
    assert max(map(len, lines)) <= 100


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[Given]:
    """Replace the sweep, and return what it is called with."""
    calls: list[Given] = []

    def swept(given: Given) -> int:
        calls.append(given)
        return 1

    monkeypatch.setattr(sweep, "run", swept)
    return calls


def test_the_status_is_the_commands(called: list[Given]) -> None:
    assert main(["sweep", "--cat", "Views", "-simulate"]) == 1
    assert called[0].pywikibot == ("-cat:Views", "-simulate")


def test_what_pywikibot_reads_at_its_import_is_said_in_its_spelling(
    called: list[Given], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["glocbot"])
    main(["sweep", "--dir", "a b", "--config=c:d.py", "-dir:e", "-cat:-dir:f"])
    assert sys.argv == ["glocbot", "-dir:a b", "-config:c:d.py", "-dir:e"]
    assert called[0].pywikibot == ("-dir:a b", "-config:c:d.py", "-dir:e", "-cat:-dir:f")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_command(number: signal.Signals, monkeypatch: pytest.MonkeyPatch) -> None:
    def swept(_: Given) -> int:
        os.kill(os.getpid(), number)
        return 0

    monkeypatch.setattr(sweep, "run", swept)
    known = signal.getsignal(signal.SIGTERM)
    assert main(["sweep"]) == 130
    assert signal.getsignal(signal.SIGTERM) == known


def test_a_terminal_that_lacks_a_letter_gets_an_escape(monkeypatch: pytest.MonkeyPatch) -> None:
    """The help on the converter has a degree sign."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    assert main(["help", "convert"]) == 0
    sys.stdout.flush()
    assert rb"48\xb012" in written.getvalue()


def test_every_command_can_be_imported() -> None:
    for command in COMMANDS:
        module = import_module(command.module)
        assert callable(module.run)
        assert isinstance(module.COMMAND_LINE, CommandLine)
