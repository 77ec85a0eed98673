"""The ``glocbot`` command."""

import pytest

from glocbot import __version__
from glocbot.cli import main
from glocbot.sweep import command as sweep


@pytest.mark.parametrize("word", ["-h", "-help", "--help", "help"])
def test_help(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word]) == 0
    assert capsys.readouterr().out.startswith("Usage: glocbot COMMAND")


@pytest.mark.parametrize("word", ["-version", "--version"])
def test_version(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word]) == 0
    assert capsys.readouterr().out == f"glocbot {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["sweeep"], ["-cat:Views"], [""]])
def test_no_such_command(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Usage: glocbot COMMAND" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ["sweep"],
        ["sweep", "-simulate"],
        ["sweep", "-titleregex:x"],
        ["apply"],
        ["report"],
    ],
)
def test_a_call_that_names_nothing(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Refused without a look at any wiki: this test has no network."""
    assert main(words) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("words", [["-help"], ["-h"], ["--help"], ["-cat:Views", "-help"]])
def test_help_on_the_sweep(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sweep", *words]) == 0
    said = capsys.readouterr().out
    assert "-nohistory" in said
    assert "-transcludes" in said
    assert "&params;" not in said


def test_the_status_is_the_sweeps(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []

    def swept(arguments: list[str]) -> int:
        given.extend(arguments)
        return 1

    monkeypatch.setattr(sweep, "run", swept)
    assert main(["sweep", "-cat:Views", "-simulate"]) == 1
    assert given == ["-cat:Views", "-simulate"]
