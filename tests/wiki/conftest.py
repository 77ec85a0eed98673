"""A fake wiki for each test, and Pywikibot as it was afterwards."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import pywikibot
from pywikibot import config, throttle
from pywikibot.comms import http

from glocbot.wiki import log, session
from tests.wiki.fakewiki import FakeWiki, use


@pytest.fixture
def wiki(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeWiki]:
    """A wiki that waits for nothing."""
    monkeypatch.setattr(session, "getaddrinfo", lambda *_: [])
    monkeypatch.setattr(http, "session", http.session)
    monkeypatch.setattr(log, "_passwords", set())
    monkeypatch.setattr(throttle, "pid", False)
    settings = {
        "base_dir": str(tmp_path),
        "family": config.family,
        "mylang": config.mylang,
        "password_file": None,
        "minthrottle": 0,
        "maxthrottle": 0,
        "put_throttle": 0,
        "retry_wait": 0,
        "retry_max": 0,
        "max_retries": 3,
    }
    for name, value in settings.items():
        monkeypatch.setattr(config, name, value)
    yield FakeWiki()
    http.cookie_jar.clear()
    pywikibot._sites.clear()  # noqa: SLF001 - they are of this wiki


@pytest.fixture
def site(wiki: FakeWiki) -> Any:
    """The wiki's site, without an account."""
    return use(wiki, session.WikiSession())
