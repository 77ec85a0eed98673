"""`glocbot web` before it serves; tests/browser/test_web_server.py serves."""

import importlib.util
from importlib.machinery import ModuleSpec

import pytest

from glocbot.cli import main


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["web", "--help"]) == 0
    assert "--port N" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--prt", "80"], "did you mean --port?"),
        (["--port", "x"], "--port takes a port, 0 to 65535, not 'x'"),
        (["--port=65536"], "a port"),
        (["--port", "-1"], "--port"),
        (["page"], "'page' is not expected here"),
    ],
)
def test_a_wrong_call(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["web", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_without_the_extra_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = importlib.util.find_spec

    def without_flask(name: str) -> ModuleSpec | None:
        return None if name == "flask" else real(name)

    monkeypatch.setattr(importlib.util, "find_spec", without_flask)
    assert main(["web"]) == 2
    assert "pip install 'glocbot[web]'" in capsys.readouterr().err


def test_a_wrong_setting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GLOCBOT_WEB_WIKI", "nonsense")
    assert main(["web"]) == 2
    assert "'nonsense' is no https address" in capsys.readouterr().err
