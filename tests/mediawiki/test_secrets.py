"""Whatever fails while a run logs in or saves, no file and no output has a secret."""

import json
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from tests.mediawiki.embedded import Account, EmbeddedWiki
from tests.mediawiki.gateway import RESET, Interference, Reply, Request
from tests.mediawiki.pwb import ROOT, RUN_SECONDS, configure, environment
from tests.mediawiki.sweeping import Gallery, sound

#: With all that Pywikibot, Python's reprs, forms and addresses write in ways of their own.
PASSWORD = "Öffne 'dich'|\"Sesam\" & 100% = a+b\\c"
#: They hold passwords and cookies, and that is what they are for.
KEPT_PRIVATELY = ("user-password.py", "*.lwp")
Kind = Callable[[Request], bool]
BIN = Path(sys.executable).parent
#: Under these names Pywikibot knows them, and logs what they do.
_GLOCBOT = (BIN / "glocbot", "sweep")
CALLS: dict[str, tuple[str | Path, ...]] = {
    "glocbot": _GLOCBOT,
    "glocbot -debug": (*_GLOCBOT, "-debug", "-verbose"),
    "pwb": (BIN / "pwb", ROOT / "scripts" / "add_location.py"),
}
BAD_TOKEN = Reply(
    200, json.dumps({"error": {"code": "badtoken", "info": "Invalid token"}}).encode()
)


def is_login(request: Request) -> bool:
    return "login" in request.action


def is_save(request: Request) -> bool:
    return request.action == "edit"


def is_for_tokens(request: Request) -> bool:
    return request.params.get("meta") == "tokens"


KINDS: dict[str, Kind] = {"login": is_login, "save": is_save, "request for tokens": is_for_tokens}


def cut(reply: Reply) -> Reply:
    """Cut an answer off in the middle of its last value, such as a token."""
    return replace(reply, body=reply.body.rstrip(b'}"\\n+')[:-3])


#: A token that was handed out, whole or cut off.
TOKEN = re.compile(r"\b(?:[0-9a-f]{37}\b|[0-9a-f]{40}(?:\+|%2B))")
Fault = Callable[[EmbeddedWiki, Kind], Interference]
FAULTS: dict[str, Fault] = {
    "reset": lambda wiki, when: wiki.before_next(when, lambda: RESET, times=20),
    "time-out": lambda wiki, when: wiki.delay_next(when, 1.2, times=4),
    "cut": lambda wiki, when: wiki.change_next_answer(when, cut, times=20),
    "503": lambda wiki, when: wiki.fail_next(when, 503, times=20),
    "bad token": lambda wiki, when: wiki.before_next(when, lambda: BAD_TOKEN, times=3),
}


@pytest.fixture(scope="module")
def account(wiki_for_all: EmbeddedWiki) -> Account:
    return wiki_for_all.create_account("Secretive bot", password=PASSWORD, bot=True)


@pytest.fixture
def folder(account: Account, wiki: EmbeddedWiki, tmp_path: Path) -> Path:
    """Log as user-config.example.py does, beside a log that was there before."""
    folder = configure(tmp_path / "pywikibot", wiki.url, account)
    with (folder / "user-config.py").open("a") as config:
        config.write('log = ["add_location", "glocbot"]\nsocket_timeout = (2, 0.8)\n')
    (folder / "logs").mkdir()
    for name in ("glocbot-bot.log", "add_location-bot.log", "glocbot-bot.1.log"):
        (folder / "logs" / name).touch(mode=0o644)
    return folder


def forms(secret: str) -> Iterator[str]:
    """Yield a secret's forms in addresses, forms, JSON and reprs, and its parts in Pywikibot's."""
    for part in (secret, *secret.split("|")):
        yield from (part, quote(part), quote(part, safe=""), quote_plus(part))
        yield from (repr(part)[1:-1], repr(repr(part))[2:-2], json.dumps(part)[1:-1])


def secrets(seen: list[Request]) -> set[str]:
    """Return all secrets that requests carried, in all their forms."""
    tokens = {r.params.get(name, "") for r in seen for name in ("token", "logintoken", "lgtoken")}
    cookies = {
        value
        for request in seen
        for name, value in request.cookies.items()
        if not name.endswith(("UserName", "UserID"))
    }
    found = {PASSWORD, *tokens, *cookies} - {"", "+\\"}
    return {form for secret in found for form in forms(secret)}


def left_behind(folder: Path) -> dict[str, str]:
    """Return the contents of all files that a run may have written."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    files = [path for path in files if not any(map(path.match, KEPT_PRIVATELY))]
    return {str(path): path.read_bytes().decode("utf-8", "replace") for path in files}


def run(folder: Path, *command: str | Path) -> str:
    """Run a command; returns all that it printed."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=RUN_SECONDS,
    )
    return done.stdout


def mode(path: Path) -> str:
    return stat.filemode(path.stat().st_mode)


CASES = {
    f"{call}, {fault} at a {kind}": (call, fault, kind)
    for call in CALLS
    for fault, kind in [*product(FAULTS, ("login", "save")), ("cut", "request for tokens")]
}


@pytest.mark.parametrize("case", CASES)
def test_secrets_are_nowhere(gallery: Gallery, folder: Path, case: str) -> None:
    call, fault, kind = CASES[case]
    gallery.add({"A": sound()})
    interference = FAULTS[fault](gallery.wiki, KINDS[kind])
    with gallery.wiki.requests() as seen:
        output = run(folder, *CALLS[call], f"-cat:{gallery.name}", "-always")
    gallery.wiki.calm()
    assert interference.happened
    searched = left_behind(folder) | {"what it printed": output}
    found = [
        f"{secret!r} in {name}"
        for secret in secrets(seen)
        for name, text in searched.items()
        if secret in text
    ]
    assert not found
    assert not any(map(TOKEN.search, searched.values()))
    logs = list((folder / "logs").glob("*bot*.log"))
    assert {mode(path) for path in logs if path.stat().st_size} == {"-rw-------"}
    if fault == "reset":  # what was asked is logged then
        assert "oken=(hidden)" in "".join(path.read_text() for path in logs)


def test_a_password_file_that_pywikibot_complains_of(gallery: Gallery, folder: Path) -> None:
    """It quotes a line with too many entries in its warning."""
    line = ("en", "embedded", "Secretive bot", PASSWORD, "once more")
    (folder / "user-password.py").write_text(f"{line!r}\n")
    output = run(folder, *CALLS["glocbot"], f"-cat:{gallery.name}", "-always")
    searched = left_behind(folder) | {"what it printed": output}
    assert "The length of tuple in line 1" in output
    assert not [name for name, text in searched.items() if "Sesam" in text]
