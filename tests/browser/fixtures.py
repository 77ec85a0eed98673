"""Fixtures: Chromium without a window and without a network, and a reviewer who uses it.

The tests in ``browser/`` use them, and one in ``mediawiki/``. Every run of the tests loads this
module, so it imports Selenium only where a test needs it.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

    from tests.browser.reviewer import Reviewer

DRIVER = "chromedriver"


@pytest.fixture(scope="session")
def chromium_for_all(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Chrome]":
    """The session's browser; use `reviewer`, which cleans up after each test."""
    missing = [name for name in ("chromium", DRIVER) if shutil.which(name) is None]
    if missing:
        reason = f"{' and '.join(missing)} not found: apt-get install chromium chromium-driver"
        if os.environ.get("CI") == "true":
            pytest.fail(f"no test in a real browser was run: {reason}")
        pytest.skip(reason)
    from tests.browser.chromium import start  # noqa: PLC0415 - Selenium takes long to load

    chromium = start(tmp_path_factory.mktemp("chromium"))
    yield chromium
    chromium.quit()


@pytest.fixture
def reviewer(chromium_for_all: "Chrome", tmp_path: Path) -> "Iterator[Reviewer]":
    """A reviewer with a laptop; at the end, nothing may have gone wrong in the page unseen."""
    from tests.browser.chromium import complaints  # noqa: PLC0415 - as above
    from tests.browser.reviewer import Reviewer  # noqa: PLC0415 - as above

    reviewer = Reviewer(chromium_for_all, tmp_path)
    reviewer.use_laptop()
    complaints(chromium_for_all)
    yield reviewer
    if reviewer.opened:
        found = complaints(chromium_for_all)
        reviewer.run("localStorage.clear()")
        chromium_for_all.get("about:blank")
        assert found == []
