"""Pywikibot on the embedded wiki: its configuration, and programs that are run with it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.mediawiki.embedded import Account

ROOT = Path(__file__).parents[2]
FAMILY = "embedded"
CODE = "en"
LOGIN_FILE = "user-password.py"
RUN_SECONDS = 120

FAMILY_FILE = """\
from pywikibot import family


class Family(family.Family):
    name = {family!r}
    langs = {{{code!r}: {host!r}}}

    def scriptpath(self, code):
        return ""

    def protocol(self, code):
        return "http"
"""

CONFIG: dict[str, object] = {
    "family": FAMILY,
    "mylang": CODE,
    "put_throttle": 0,
    "minthrottle": 0,
    "maxthrottle": 1,
    # A failed request is asked again at once, since nobody else waits for this wiki.
    "retry_wait": 0,
    "retry_max": 0,
    "max_retries": 3,
    "console_encoding": "utf-8",
}


def configure(folder: Path, url: str, account: Account | None) -> Path:
    """Write a Pywikibot folder for the wiki under a URL; returns the folder.

    Args:
        folder: made if missing.
        url: where the wiki is.
        account: who edits; None for a bot that only reads.
    """
    (folder / "families").mkdir(parents=True, exist_ok=True)
    host = urlsplit(url).netloc
    family = FAMILY_FILE.format(family=FAMILY, code=CODE, host=host)
    (folder / "families" / f"{FAMILY}_family.py").write_text(family)
    config = "".join(f"{name} = {value!r}\n" for name, value in CONFIG.items())
    if account is not None:
        password = folder / LOGIN_FILE
        password.touch(mode=0o600)
        password.write_text(f"({account.name!r}, {account.password!r})\n")
        config += f"usernames[{FAMILY!r}][{CODE!r}] = {account.name!r}\n"
        config += f"password_file = {str(password)!r}\n"
    (folder / "user-config.py").write_text(config)
    # Pywikibot refuses files that others may write, whatever the umask here.
    (folder / "user-config.py").chmod(0o600)
    return folder


def environment(folder: Path) -> dict[str, str]:
    """Return the environment in which a program uses this Pywikibot folder."""
    inherited = {k: v for k, v in os.environ.items() if k != "PYWIKIBOT_NO_USER_CONFIG"}
    # No prompt opens a real browser.
    own = {"PYWIKIBOT_DIR": str(folder), "PYTHONPATH": str(ROOT), "BROWSER": "true"}
    return inherited | own


def run(
    folder: Path, *arguments: str, answers: str = "", seconds: float = RUN_SECONDS
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m ARGUMENTS`` with a Pywikibot folder, from within that folder.

    Args:
        folder: what `configure` returned.
        arguments: a module and its arguments: ``"glocbot.cli", "sweep", "-cat:…"``.
        answers: what is typed, a line for each prompt.
        seconds: how long it may take.
    """
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=environment(folder),
        input=answers,
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
    )


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start ``python -m ARGUMENTS`` as `run` does, where nobody sits; its output is one pipe."""
    return subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def site(folder: Path, account: Account | None = None) -> Any:
    """Return the wiki as a Pywikibot site in this very process, which saves its start-up.

    Pywikibot keeps one configuration and one login a process: all tests that call this share them,
    so it is for tests that read, or save as one account.

    Args:
        folder: what `configure` returned.
        account: the one that the folder is for.
    """
    # Importing Pywikibot makes folders and reads a configuration: only where a test asks for it.
    import pywikibot  # noqa: PLC0415
    from pywikibot import config  # noqa: PLC0415

    for name, value in CONFIG.items():
        setattr(config, name, value)
    config.family_files[FAMILY] = str(folder / "families" / f"{FAMILY}_family.py")
    if account is not None:
        config.usernames[FAMILY][CODE] = account.name
        config.password_file = str(folder / LOGIN_FILE)
    return pywikibot.Site(CODE, FAMILY)
