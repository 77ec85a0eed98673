"""Commands on a wiki in memory."""

from collections.abc import Callable, Iterable
from types import ModuleType

import pytest
import pywikibot
from pywikibot import config

from tests.editing.fakewiki import FakeWiki


def put_in_place(
    monkeypatch: pytest.MonkeyPatch,
    command: ModuleType,
    wiki: FakeWiki,
    site: object,
    log_in: Callable[[], None],
) -> None:
    """Put a wiki in memory in the place of all that makes requests in a command.

    Args:
        monkeypatch: of the test.
        command: its module.
        wiki: the wiki.
        site: what stands for Pywikibot's.
        log_in: is called in place of a login.
    """

    def take(arguments: Iterable[str]) -> list[str]:
        monkeypatch.setattr(config, "simulate", "-simulate" in arguments)
        return [argument for argument in arguments if argument != "-simulate"]

    monkeypatch.setattr(command, "local_arguments", take)
    monkeypatch.setattr(command, "log_in", log_in)
    monkeypatch.setattr(command, "Commons", lambda *_, **__: wiki)
    monkeypatch.setattr(command, "Editor", lambda _: wiki)
    monkeypatch.setattr(pywikibot, "Site", lambda: site)
    for name, value in {"simulate": False, "family": "commons", "mylang": "commons"}.items():
        monkeypatch.setattr(config, name, value)
    monkeypatch.setitem(config.usernames, "commons", {"commons": "Glocbot"})
