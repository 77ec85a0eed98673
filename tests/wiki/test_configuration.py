"""What is set for every run, and what only without a configuration."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pywikibot import config, throttle
from pywikibot.comms import http

from glocbot import __version__
from glocbot.wiki.configuration import prepare_pywikibot
from glocbot.wiki.session import WikiSession


@pytest.fixture(autouse=True)
def put_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A base folder of the test's own, and all settings as they were."""
    names = ("family", "mylang", "user_agent_description", "solve_captcha")
    for name in names:
        monkeypatch.setattr(config, name, getattr(config, name))
    monkeypatch.setattr(config, "base_dir", str(tmp_path / "here"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(http, "session", http.session)
    monkeypatch.setattr(throttle, "pid", throttle.pid)
    (tmp_path / "here").mkdir()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    make = logging.getLogRecordFactory()
    logging.setLogRecordFactory(logging.LogRecord)
    yield tmp_path
    logging.setLogRecordFactory(make)


def configure(folder: Path) -> None:
    (folder / "here" / "user-config.py").touch()


def test_every_run(put_back: Path) -> None:
    configure(put_back)
    config.family, config.solve_captcha = "wikipedia", True
    config.user_agent_description = "https://commons.wikimedia.org/wiki/User:ExampleBot"
    prepare_pywikibot()
    assert config.family == "wikipedia"
    assert config.solve_captcha is False
    assert config.user_agent_description == (
        f"glocbot/{__version__}; https://commons.wikimedia.org/wiki/User:ExampleBot"
    )
    assert isinstance(http.session, WikiSession)
    assert http.session.cookies is http.cookie_jar
    assert logging.getLogRecordFactory() is not logging.LogRecord
    assert throttle.pid == 1


def test_a_configuration_without_a_description(put_back: Path) -> None:
    configure(put_back)
    config.user_agent_description = None
    prepare_pywikibot()
    assert config.user_agent_description == f"glocbot/{__version__}"


def test_without_a_configuration(put_back: Path) -> None:
    """Commons is read, and no files are left in the present folder if the home has a place."""
    prepare_pywikibot()
    assert (config.family, config.mylang) == ("commons", "commons")
    assert config.base_dir == str(put_back / "here")
    (put_back / ".pywikibot").mkdir()
    prepare_pywikibot()
    assert config.base_dir == str(put_back / ".pywikibot")
    assert (put_back / ".pywikibot" / "throttle.ctrl").exists()
