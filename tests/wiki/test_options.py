"""Which wiki and account a call names, found out without a request."""

import pytest
from pywikibot import config

from glocbot.command_line import CommandLine, Section, Style
from glocbot.options import Given, UsageError
from glocbot.wiki.options import MORE_SECTIONS, PUT_THROTTLE, SIMULATE, SITE, find_site, simulates

LINE = CommandLine(
    Style.PYWIKIBOT, "", (Section("Options", (SIMULATE, SITE, PUT_THROTTLE)), *MORE_SECTIONS)
)


@pytest.fixture(autouse=True)
def configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "family", "commons")
    monkeypatch.setattr(config, "mylang", "commons")
    monkeypatch.setattr(config, "simulate", False)
    users = {"commons": {"commons": "Ann"}, "wikipedia": {"de": "Dora", "*": "Will"}, "*": {}}
    for name, names in users.items():
        monkeypatch.setitem(config.usernames, name, names)


def given(call: str) -> Given:
    return LINE.read(call.split())


SITES = {
    "": ("commons:commons", "Ann"),
    "-site:commons:beta": ("commons:beta", None),
    "-site:commons": ("commons:commons", "Ann"),
    "--site=wikipedia:de": ("wikipedia:de", "Dora"),
    "-family:wikipedia -code:fr": ("wikipedia:fr", "Will"),
    "-family:wikipedia --lang de": ("wikipedia:de", "Dora"),
    "-site:wikipedia:de -code:fr": ("wikipedia:fr", "Will"),
    "-user:Eve -site:commons:beta": ("commons:beta", "Eve"),
}


@pytest.mark.parametrize("call", SITES)
def test_a_site(call: str) -> None:
    site = find_site(given(call))
    assert (str(site), site.username()) == SITES[call]


def test_an_account_for_all_wikis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(config.usernames, "*", {"*": "Anybody"})
    assert find_site(given("-site:commons:beta")).username() == "Anybody"
    assert find_site(given("")).username() == "Ann"


@pytest.mark.parametrize("call", ["-site:nowhere:xx", "-site:commons:xx", "-site:commons:a:b"])
def test_a_wiki_that_nobody_knows(call: str) -> None:
    with pytest.raises(UsageError, match="name a wiki such as -site:commons:commons"):
        find_site(given(call))


def test_a_simulation(monkeypatch: pytest.MonkeyPatch) -> None:
    assert simulates(given("--simulate"))
    assert not simulates(given("-site:commons"))
    monkeypatch.setattr(config, "simulate", True)
    assert simulates(given(""))


TAKEN = "-v --verbose -log -log:x -nolog --debug=api -pt:1 -cc -max_retries:5 -step 240 -maxlag=5"


def test_all_of_pywikibots_global_options_are_taken() -> None:
    spelled = "-v -verbose -log -log:x -nolog -debug:api -pt:1 -cc -max_retries:5 -step:240"
    assert given(TAKEN).pywikibot == (*spelled.split(), "-maxlag:5")
