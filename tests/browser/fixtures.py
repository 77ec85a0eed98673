"""Fixtures: Chromium without a window and without a network, and a reviewer who uses it.

Of their own, since tests on a real wiki use them too.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from tests.browser.chromium import DRIVER, complaints, start
from tests.browser.reviewer import Reviewer


@pytest.fixture(scope="session")
def chromium_for_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """The session's browser; use `reviewer`, which cleans up after each test."""
    missing = [name for name in ("chromium", DRIVER) if shutil.which(name) is None]
    if missing:
        reason = f"{' and '.join(missing)} not found: apt-get install chromium chromium-driver"
        if os.environ.get("CI") == "true":
            pytest.fail(f"no test in a real browser was run: {reason}")
        pytest.skip(reason)
    chromium = start(tmp_path_factory.mktemp("chromium"))
    yield chromium
    chromium.quit()


@pytest.fixture
def reviewer(chromium_for_all: Chrome, tmp_path: Path) -> Iterator[Reviewer]:
    """A reviewer with a laptop; at the end, nothing may have gone wrong in the page unseen."""
    reviewer = Reviewer(chromium_for_all, tmp_path)
    reviewer.use_laptop()
    complaints(chromium_for_all)
    yield reviewer
    if reviewer.opened:
        found = complaints(chromium_for_all)
        reviewer.run("localStorage.clear()")
        chromium_for_all.get("about:blank")
        assert found == []
