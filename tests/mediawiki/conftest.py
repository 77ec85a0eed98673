"""Fixtures: one embedded wiki for all tests, accounts, and Pywikibot configured for it."""

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.mediawiki.embedded import Account, EmbeddedWiki
from tests.mediawiki.pwb import configure
from tests.mediawiki.samples import load
from tests.mediawiki.server import available
from tests.mediawiki.sweeping import Gallery

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder, so that ``-m "not wiki"`` leaves them out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.wiki)


@pytest.fixture(scope="session")
def wiki_for_all() -> Iterator[EmbeddedWiki]:
    """The session's wiki; use `wiki`, which cleans up after each test."""
    if reason := available():
        if os.environ.get("CI") == "true":
            pytest.fail(f"no test on a real wiki was run: {reason}")
        pytest.skip(reason)
    with EmbeddedWiki() as wiki:
        yield wiki


@pytest.fixture
def wiki(wiki_for_all: EmbeddedWiki) -> Iterator[EmbeddedWiki]:
    """A real MediaWiki, shared by all tests: use titles and categories of the test's own."""
    yield wiki_for_all
    wiki_for_all.set_readonly("")
    wiki_for_all.calm()


@pytest.fixture(scope="session")
def samples(wiki_for_all: EmbeddedWiki) -> str:
    """The sample category, loaded once; its title."""
    return load(wiki_for_all)


@pytest.fixture(scope="session")
def bot_account(wiki_for_all: EmbeddedWiki) -> Account:
    """An account with the bot flag, and so with ``apihighlimits``."""
    return wiki_for_all.create_account("Glocbot", bot=True)


@pytest.fixture(scope="session")
def user_account(wiki_for_all: EmbeddedWiki) -> Account:
    """An account without any flag."""
    return wiki_for_all.create_account("Robin Reviewer")


@pytest.fixture
def pwb_dir(wiki: EmbeddedWiki, bot_account: Account, tmp_path: Path) -> Path:
    """A Pywikibot folder for the wiki and the bot's account."""
    return configure(tmp_path / "pywikibot", wiki.url, bot_account)


@pytest.fixture
def anonymous_pwb_dir(wiki: EmbeddedWiki, tmp_path: Path) -> Path:
    """A Pywikibot folder for the wiki without an account."""
    return configure(tmp_path / "anonymous", wiki.url, None)


_numbers = count(1)


@pytest.fixture
def fresh() -> Callable[[str], str]:
    """Make a title that no other test uses: ``fresh("Lake.jpg")`` is ``Test 7 Lake.jpg``."""
    number = next(_numbers)
    return lambda name: f"Test {number} {name}"


@pytest.fixture
def gallery(wiki: EmbeddedWiki, fresh: Callable[[str], str]) -> Gallery:
    """A category that no other test uses."""
    return Gallery(wiki, fresh("views"))
