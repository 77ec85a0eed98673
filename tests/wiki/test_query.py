"""How much is asked for, and how an answer in pieces is put together."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from pywikibot import config
from pywikibot.exceptions import ApiTimeoutError

from glocbot.wiki import query
from glocbot.wiki.query import BatchSize, UnansweredError, complete, listed, named, patiently

Answers = list[dict[str, Any] | Exception]


class Wiki:
    """A site that grants what an ordinary account is granted, and a record of what was asked."""

    def __init__(self, answers: Iterable[dict[str, Any] | Exception]) -> None:
        self.asked: list[dict[str, Any]] = []
        self._answers = iter(answers)

    def logged_in(self) -> bool:
        return False

    def ask(self, site: object, parameters: dict[str, Any]) -> dict[str, Any]:
        assert site is self
        self.asked.append(parameters)
        answer = next(self._answers)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "retry_wait", 0)
    monkeypatch.setattr(config, "retry_max", 0)
    monkeypatch.setattr(config, "max_retries", 3)


def wiki_with(monkeypatch: pytest.MonkeyPatch, answers: Answers) -> Wiki:
    wiki = Wiki(answers)
    monkeypatch.setattr(query, "ask", wiki.ask)
    return wiki


def answer(*pages: dict[str, Any], more: dict[str, Any] | None = None, done: bool = True) -> Any:
    return {
        "query": {"pages": list(pages)},
        **({"continue": more} if more else {}),
        **({"batchcomplete": True} if done else {}),
    }


class TestBatchSize:
    def test_half_after_a_time_out_and_slowly_back(self) -> None:
        size = BatchSize(500)
        size.shrink()
        size.shrink()
        assert size.now == 125
        size.grow()
        assert size.now == 175
        for _ in range(20):
            size.grow()
        assert size.now == 500

    def test_never_less_than_one(self) -> None:
        size = BatchSize(2)
        size.shrink()
        size.shrink()
        assert size.now == 1

    def test_gives_up_after_as_many_in_a_row_as_are_configured(self) -> None:
        size = BatchSize(500)
        for _ in range(3):
            size.shrink()
        size.grow()
        for _ in range(3):
            size.shrink()
        with pytest.raises(ApiTimeoutError):
            size.shrink()

    def test_waits_longer_each_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(config, "retry_wait", 5)
        monkeypatch.setattr(config, "retry_max", 15)
        slept: list[float] = []
        monkeypatch.setattr("pywikibot.sleep", slept.append)
        size = BatchSize(500)
        for _ in range(3):
            size.shrink()
        size.grow()
        size.shrink()
        assert slept == [5, 10, 15, 5]


def test_patiently_asks_for_less() -> None:
    asked = []

    def ask_for(limit: int) -> str:
        asked.append(limit)
        if limit > 3:
            raise UnansweredError
        return "answer"

    size = BatchSize(10)
    assert patiently(size, ask_for) == "answer"
    assert asked == [10, 5, 2]
    assert size.now == 3


class TestComplete:
    def test_properties_in_pieces(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What comes later is added; a batch that is not complete is not handed out."""
        first = answer(
            {"title": "A", "pageid": 1, "templates": [{"title": "T1"}]},
            {"title": "B", "pageid": 2},
            more={"tlcontinue": "x"},
            done=False,
        )
        second = answer(
            {"title": "A", "pageid": 1, "templates": [{"title": "T1"}, {"title": "T2"}]},
            {"title": "B", "pageid": 2, "imageinfo": [{"sha1": "…"}]},
            more={"gcmcontinue": "y"},
        )
        wiki = wiki_with(monkeypatch, [first, second])
        pages, more = complete(wiki, {"generator": "categorymembers"})
        assert pages == [
            {"title": "A", "pageid": 1, "templates": [{"title": "T1"}, {"title": "T2"}]},
            {"title": "B", "pageid": 2, "imageinfo": [{"sha1": "…"}]},
        ]
        assert more == {"gcmcontinue": "y"}
        assert wiki.asked[1] == {"generator": "categorymembers", "tlcontinue": "x"}

    def test_no_pages(self, monkeypatch: pytest.MonkeyPatch) -> None:
        wiki = wiki_with(monkeypatch, [{"batchcomplete": True}])
        assert complete(wiki, {}) == ([], None)

    def test_pages_without_a_title(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Two that were asked for by their ids and have gone since."""
        gone: list[dict[str, Any]] = [
            {"pageid": 1, "missing": True},
            {"pageid": 2, "missing": True},
        ]
        assert complete(wiki_with(monkeypatch, [answer(*gone)]), {})[0] == gone


class TestListed:
    def test_asks_for_all_that_is_granted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pages = [{"title": title} for title in "AB"]
        wiki = wiki_with(
            monkeypatch, [answer(pages[0], more={"gcmcontinue": "y"}), answer(pages[1])]
        )
        assert list(listed(wiki, {}, "gcmlimit")) == [[pages[0]], [pages[1]]]
        assert wiki.asked == [{"gcmlimit": "max"}, {"gcmlimit": "max", "gcmcontinue": "y"}]

    def test_goes_on_where_it_was_after_a_time_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        answers: Answers = [
            answer({"title": "A"}, more={"gcmcontinue": "y"}),
            UnansweredError(),
            answer({"title": "B"}, more={"gcmcontinue": "z"}),
            answer({"title": "C"}),
        ]
        wiki = wiki_with(monkeypatch, answers)
        assert [page["title"] for batch in listed(wiki, {}, "gcmlimit") for page in batch] == [
            *"ABC"
        ]
        assert wiki.asked[1:] == [
            {"gcmlimit": "max", "gcmcontinue": "y"},
            {"gcmlimit": 250, "gcmcontinue": "y"},
            {"gcmlimit": 300, "gcmcontinue": "z"},
        ]


class TestNamed:
    def test_reads_no_further_than_it_asks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        read: list[int] = []

        def names() -> Iterator[int]:
            for number in range(1000):
                read.append(number)
                yield number

        wiki = wiki_with(monkeypatch, [answer(*({"pageid": n} for n in range(50)))])
        assert len(next(named(wiki, {}, "pageids", names()))) == 50
        assert read == [*range(50)]

    def test_every_name_is_asked_for_despite_time_outs(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        wiki = wiki_with(monkeypatch, [UnansweredError(), UnansweredError(), *([answer()] * 20)])
        list(named(wiki, {}, "titles", map(str, range(120))))
        answered = [asked["titles"] for asked in wiki.asked[2:]]
        assert [len(titles) for titles in answered[:3]] == [12, 17, 22]
        assert [title for titles in answered for title in titles] == [*map(str, range(120))]

    def test_pages_come_in_the_order_of_their_names(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pages = [{"title": title, "pageid": ord(title)} for title in "ABC"]
        wiki = wiki_with(monkeypatch, [answer(*pages)])
        [batch] = named(wiki, {}, "titles", "CAB")
        assert [page["title"] for page in batch] == ["C", "A", "B"]
