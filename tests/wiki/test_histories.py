"""Histories of many pages are read together, and odd ones by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from glocbot.decision.facts import Revision
from glocbot.wiki import query
from glocbot.wiki.histories import read_histories, read_history
from glocbot.wiki.responses import revisions

START = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass
class Wiki:
    """A wiki that knows revisions, and counts what it is asked."""

    pages: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    deleted: set[int] = field(default_factory=set)
    requests: list[dict[str, Any]] = field(default_factory=list)

    def logged_in(self) -> bool:
        return False

    def add(self, pageid: int, length: int, **last: Any) -> list[dict[str, Any]]:
        """Add a page with a history; its numbers run over all pages, as a wiki's do."""
        page = self.pages[pageid] = [
            {
                "revid": 100 * n + pageid,
                "parentid": 100 * (n - 1) + pageid if n > 1 else 0,
                "timestamp": (START + timedelta(days=n)).isoformat(),
                "user": "Kari",
                "comment": f"edit {n}",
                "slots": {"main": {"content": f"text {n}"}},
            }
            for n in range(1, length + 1)
        ]
        page[0].update(last)
        return page

    def latest(self) -> dict[int, Revision]:
        return {pageid: self.read(pageid)[0] for pageid in self.pages}

    def read(self, pageid: int) -> tuple[Revision, ...]:
        return revisions({"revisions": self.pages[pageid][::-1]})

    def request(self, _: object, parameters: dict[str, Any]) -> dict[str, Any]:
        self.requests.append(parameters)
        if "pageids" in parameters:
            pageid = parameters["pageids"]
            pages = [{"pageid": pageid, "revisions": self.pages[pageid][::-1]}]
        else:
            wanted = set(parameters["revids"]) - self.deleted
            assert len(parameters["revids"]) <= query.TITLE_LIMIT
            pages = [
                {"pageid": pageid, "title": f"File:{pageid}.jpg", "revisions": found}
                for pageid, page in self.pages.items()
                if (found := [revision for revision in page if revision["revid"] in wanted])
            ]
        return {"query": {"pages": pages}, "batchcomplete": True}

    @property
    def read_alone(self) -> list[int]:
        return [asked["pageids"] for asked in self.requests if "pageids" in asked]


@pytest.fixture
def wiki(monkeypatch: pytest.MonkeyPatch) -> Wiki:
    made = Wiki()
    monkeypatch.setattr(query, "request", made.request)
    return made


def numbers(history: Sequence[Revision]) -> list[int]:
    return [revision.revid for revision in history]


def test_new_pages_need_no_request(wiki: Wiki) -> None:
    for pageid in range(1, 60):
        wiki.add(pageid, 1)
    found = read_histories(wiki, wiki.latest())
    assert found == {pageid: wiki.read(pageid) for pageid in wiki.pages}
    assert wiki.requests == []


def test_the_longest_histories_of_a_batch_are_read_by_themselves(wiki: Wiki) -> None:
    """After so many steps that following them would take more requests."""
    for pageid in range(1, 51):
        wiki.add(pageid, 4)
    for pageid in (51, 52, 53):
        wiki.add(pageid, 40)
    found = read_histories(wiki, wiki.latest())
    assert found == {pageid: wiki.read(pageid) for pageid in wiki.pages}
    assert wiki.read_alone == [51, 52, 53]
    assert [len(asked["revids"]) for asked in wiki.requests[:-3]] == [50, 3, 50, 3, 50, 3]


def test_one_history_takes_one_request(wiki: Wiki) -> None:
    wiki.add(1, 9)
    found = read_histories(wiki, wiki.latest())
    assert found == {1: wiki.read(1)}
    assert wiki.read_alone == [1]


def test_more_than_fifty_pages_are_asked_for_in_parts(wiki: Wiki) -> None:
    for pageid in range(1, 91):
        wiki.add(pageid, 3)
    found = read_histories(wiki, wiki.latest())
    assert found == {pageid: wiki.read(pageid) for pageid in wiki.pages}
    assert [len(asked["revids"]) for asked in wiki.requests] == [50, 40, 50, 40]


def test_nothing_older_is_asked_for_when_the_answer_is_known(wiki: Wiki) -> None:
    for pageid in range(1, 10):
        wiki.add(pageid, 9)
    found = read_histories(wiki, wiki.latest(), lambda old: old.revid // 100 == 7)
    assert [numbers(found[n]) for n in wiki.pages] == [
        [900 + n, 800 + n, 700 + n] for n in wiki.pages
    ]
    assert len(wiki.requests) == 2


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param({"slots": {"main": {"texthidden": True}}}, id="hidden"),
        pytest.param({"timestamp": "2031-01-01T00:00:00Z"}, id="a parent from the future"),
        pytest.param({"revid": 999_999}, id="a parent that is not there"),
        pytest.param({"parentid": 301}, id="a loop"),
        pytest.param({"parentid": 302}, id="another page's"),
    ],
)
def test_a_history_that_contradicts_itself_is_read_by_itself(
    wiki: Wiki, odd: dict[str, Any]
) -> None:
    wiki.add(1, 3, **odd)
    for pageid in range(2, 10):
        wiki.add(pageid, 3)
    found = read_histories(wiki, wiki.latest())
    assert found == {pageid: wiki.read(pageid) for pageid in wiki.pages}
    assert wiki.read_alone == [1]


def test_a_deleted_parent_leaves_what_is_there(wiki: Wiki) -> None:
    """As of a page that was restored in part."""
    page = wiki.add(1, 4)
    wiki.deleted = {201}
    del page[:2]
    for pageid in range(2, 10):
        wiki.add(pageid, 3)
    found = read_histories(wiki, wiki.latest())
    assert numbers(found[1]) == [401, 301]
    assert wiki.read_alone == [1]


def test_a_page_that_has_gone_has_no_history(wiki: Wiki, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = {"query": {"pages": [{"pageid": 7, "missing": True}]}, "batchcomplete": True}
    monkeypatch.setattr(query, "request", lambda *_: gone)
    assert read_history(wiki, 7) == ()
