"""Starts Debian's Chromium, headless, with a profile of its own and no way to the network."""

import shutil
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from tests.browser.fixtures import DRIVER

FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # Every name is unknown: what works here works without a network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
#: What a page without tiles and thumbnails complains of, and may.
_EXPECTED = "Failed to load resource: net::ERR_"


def start(profile: Path) -> Chrome:
    """Start the browser."""
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return Chrome(options=options, service=Service(shutil.which(DRIVER)))


def complaints(chromium: Chrome) -> list[str]:
    """Return what the browser complained of since the last call: errors, refusals by policy."""
    messages = [entry["message"] for entry in chromium.get_log("browser")]  # type: ignore[no-untyped-call]
    return [message for message in messages if _EXPECTED not in message]
