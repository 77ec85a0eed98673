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

from tests.web.network import Shorteners, TableWiki

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

    from tests.browser.reviewer import Reviewer
    from tests.browser.visitor import Visitor

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


@pytest.fixture
def shorteners() -> Shorteners:
    """The servers of short links, as a table."""
    return Shorteners()


@pytest.fixture
def wiki() -> TableWiki:
    """The wiki that the page asks, as a table."""
    return TableWiki()


@pytest.fixture
def visitor(
    chromium_for_all: "Chrome", shorteners: Shorteners, wiki: TableWiki
) -> "Iterator[Visitor]":
    """A visitor of the converter's page with a phone; nothing may have gone wrong in it unseen.

    Each is served from a port of its own, and so has a storage of its own.
    """
    from glocbot.web.application import create_app  # noqa: PLC0415 - as above
    from glocbot.web.settings import WebSettings  # noqa: PLC0415 - as above
    from tests.browser.chromium import complaints  # noqa: PLC0415 - as above
    from tests.browser.serving import serving  # noqa: PLC0415 - as above
    from tests.browser.visitor import PHONE, Visitor  # noqa: PLC0415 - as above

    app = create_app(WebSettings(), transport=shorteners, ask=wiki)
    with serving(app) as origin:
        visitor = Visitor(chromium_for_all, origin)
        visitor.use(PHONE)
        complaints(chromium_for_all)
        yield visitor
        found = complaints(chromium_for_all)
        visitor.network()
        visitor.tell("Emulation.setScriptExecutionDisabled", value=False)
        visitor.tell("Emulation.clearGeolocationOverride")
        visitor.lay_down()
        visitor.tell("Emulation.setTouchEmulationEnabled", enabled=False)
        visitor.tell("Network.clearBrowserCookies")
        chromium_for_all.get("about:blank")
        assert found == []
