"""A text is read once, however many look at it."""

from datetime import UTC, datetime
from typing import Any

import mwparserfromhell
import pytest

from glocbot.decision.decide import Propose, decide
from glocbot.decision.facts import FileFacts, PageContent, Revision
from glocbot.decision.rules import Rules
from glocbot.wikitext.hidden import hidden_spans
from glocbot.wikitext.parse import parsed
from glocbot.wikitext.status import read_status
from tests.making import facts

TEXT = """== {{int:filedesc}} ==
{{Information
|description={{en|1=The cost of a hill}}
|source={{own}}
}}
<!-- <nowiki> -->
[[Category:Hills]]
"""


class Counter:
    """Counts the calls of a function."""

    def __init__(self, function: Any) -> None:
        self.calls = 0
        self._function = function

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        self.calls += 1
        return self._function(*arguments, **named)


@pytest.fixture(autouse=True)
def _nothing_is_kept() -> None:
    parsed.cache_clear()
    read_status.cache_clear()


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> Counter:
    counter = Counter(mwparserfromhell.parse)
    monkeypatch.setattr(mwparserfromhell, "parse", counter)
    return counter


@pytest.fixture
def scans(monkeypatch: pytest.MonkeyPatch) -> Counter:
    counter = Counter(hidden_spans)
    monkeypatch.setattr("glocbot.wikitext.parse.hidden_spans", counter)
    return counter


def _decide(file: FileFacts, text: str, history: list[Revision] | None) -> None:
    page = PageContent(file.revid, datetime(2024, 5, 11, tzinfo=UTC), text)
    assert isinstance(decide(file, page, history, Rules(account="GlocBot")), Propose)


def test_the_page_before_and_after_the_edit(parses: Counter, scans: Counter) -> None:
    _decide(facts(), TEXT, None)
    assert (parses.calls, scans.calls) == (2, 2)


def test_a_request_that_is_taken_out(parses: Counter, scans: Counter) -> None:
    """The text is parsed once more, since taking something out changes what was parsed."""
    _decide(facts(), TEXT + "{{GPS EXIF}}", None)
    assert (parses.calls, scans.calls) == (3, 3)


def test_a_decision_again_with_the_history(parses: Counter, scans: Counter) -> None:
    """Only an old text that may give coordinates is parsed, and each only once."""
    text = TEXT + "again"
    harmless = text.replace("filedesc", "x"), "{{Information|description={{en|x}}}}", text
    empty = "{{Photograph|camera coord=}}"
    older = [text, *harmless, empty, empty]
    history = [Revision(70 - age, "Anna", "", old) for age, old in enumerate([text, *older])]
    _decide(facts(), text, None)
    _decide(facts(), text, history)
    assert (parses.calls, scans.calls) == (3, 3)
