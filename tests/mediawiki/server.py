"""MediaWiki on this machine: whether it can run, its installation, its scripts and its server."""

import os
import re
import secrets
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.mediawiki.gateway import LOOPBACK

#: Debian's folder; elsewhere, the environment variable MEDIAWIKI says where.
MEDIAWIKI = Path(os.environ.get("MEDIAWIKI", "/usr/share/mediawiki"))
PHP = shutil.which("php") or "php"
SETTINGS = Path(__file__).with_name("settings.php")
PHP_MODULES = {"pdo_sqlite", "mbstring", "xml", "intl", "exif"}
PACKAGES = "mediawiki php-cli php-sqlite3 php-mbstring php-xml php-intl php-curl php-gd"
ADMIN = "Steward"
WORKERS = 4
START_SECONDS = 20
SCRIPT_SECONDS = 600


class WikiError(Exception):
    """MediaWiki could not be installed, started or told something; the message has its words."""


def available() -> str:
    """Say why MediaWiki cannot run on this machine; nothing when it can."""
    cure = f"apt-get install --no-install-recommends {PACKAGES}"
    if not shutil.which(PHP) or not _script("install").is_file():
        return f"there is no MediaWiki on this machine: {cure}"
    modules = subprocess.run([PHP, "-m"], check=True, capture_output=True, text=True).stdout
    missing = PHP_MODULES - set(modules.lower().split())
    return f"PHP lacks {', '.join(sorted(missing))}: {cure}" if missing else ""


def install(directory: Path, url: str) -> None:
    """Install a wiki into a folder, to be reached under a URL."""
    site = directory / "site"
    (site / "images").mkdir(parents=True)
    for entry in MEDIAWIKI.iterdir():
        if entry.name not in {"images", "LocalSettings.php", "config", "maintenance"}:
            (site / entry.name).symlink_to(entry)
    _write_privately(directory / "admin-password", secrets.token_hex(16))
    options = {
        "dbtype": "sqlite",
        "dbname": "wiki",
        "dbpath": directory / "database",
        "confpath": directory,
        "scriptpath": "",
        "server": url,
        "passfile": directory / "admin-password",
    }
    arguments = [f"--{name}={value}" for name, value in options.items()]
    maintain(directory, "install", *arguments, "Embedded wiki", ADMIN)
    (directory / "settings.json").write_text("{}")
    with (directory / "LocalSettings.php").open("a") as settings:
        settings.write(f"\n$embeddedDirectory = '{directory}';\nrequire '{SETTINGS}';\n")


def maintain(directory: Path, script: str, *arguments: str, stdin: str = "") -> str:
    """Run one of MediaWiki's maintenance scripts on the wiki in a folder; returns its output.

    Raises:
        WikiError: when the script reports failure.
    """
    done = subprocess.run(
        [PHP, _script(script), *arguments],
        env=_environment(directory),
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=SCRIPT_SECONDS,
    )
    if done.returncode:
        raise WikiError(f"{script}.php failed:\n{done.stdout}{done.stderr}")
    return done.stdout


@contextmanager
def php_server(directory: Path) -> Iterator[int]:
    """Serve the wiki in a folder by PHP's built-in server; gives its port on loopback."""
    log = directory / "php.log"
    log.unlink(missing_ok=True)  # one of the last time names the port of that time
    # The shell's input is a pipe from this process. When it closes, at the end of the block or
    # because this process was killed, the shell ends its whole group: PHP's workers are its own
    # children's children, and would outlive a plain terminate().
    command = '"$4" -d opcache.enable_cli=1 -S "$1:0" -t "$2" >"$3" 2>&1 & read -r _; kill 0'
    with subprocess.Popen(
        ["/bin/sh", "-c", command, "sh", LOOPBACK, directory / "site", log, PHP],
        stdin=subprocess.PIPE,
        env=_environment(directory) | {"PHP_CLI_SERVER_WORKERS": str(WORKERS)},
        start_new_session=True,
    ) as shell:
        try:
            yield _port(log)
        finally:
            if shell.stdin:
                shell.stdin.close()


def _port(log: Path) -> int:
    """Wait for PHP to say on which free port it listens."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        said = log.read_text(errors="replace") if log.exists() else ""
        if port := re.search(rf"http://{re.escape(LOOPBACK)}:(\d+)\) started", said):
            return int(port[1])
        time.sleep(0.01)
    raise WikiError(f"PHP's server did not start: {said}")


def _script(name: str) -> Path:
    return MEDIAWIKI / "maintenance" / f"{name}.php"


def _environment(directory: Path) -> dict[str, str]:
    settings = directory / "LocalSettings.php"
    # MediaWiki's installer refuses to run where its settings are named already.
    named = {"MW_CONFIG_FILE": str(settings)} if settings.exists() else {}
    return os.environ | named


def _write_privately(file: Path, text: str) -> None:
    file.touch(mode=0o600)
    file.write_text(text)
