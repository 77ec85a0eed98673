"""How many pages are requested at once, and how a response in pieces is put together."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

import pytest
from pywikibot import config
from pywikibot.exceptions import ApiTimeoutError

from glocbot.wiki import query
from glocbot.wiki.query import (
    MOST_EMPTY_BATCHES,
    MOST_RESPONSES,
    MOST_SECONDS,
    BatchSize,
    NoResponseError,
    batches_by_name,
    batches_of_generator,
    complete_batch,
    with_retries,
)

Responses = Iterable[dict[str, Any] | Exception]


class Wiki:
    """A site that grants what an ordinary account is granted, and a record of the requests."""

    def __init__(self, responses: Responses) -> None:
        self.requests: list[dict[str, Any]] = []
        self._responses = iter(responses)

    def logged_in(self) -> bool:
        return False

    def request(self, site: object, parameters: dict[str, Any]) -> dict[str, Any]:
        assert site is self
        self.requests.append(parameters)
        response = next(self._responses)
        if isinstance(response, Exception):
            raise response
        return response


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "retry_wait", 0)
    monkeypatch.setattr(config, "retry_max", 0)
    monkeypatch.setattr(config, "max_retries", 3)


def wiki_with(monkeypatch: pytest.MonkeyPatch, responses: Responses) -> Wiki:
    wiki = Wiki(responses)
    monkeypatch.setattr(query, "request", wiki.request)
    return wiki


def response(*pages: dict[str, Any], more: dict[str, Any] | None = None, done: bool = True) -> Any:
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

    def test_gives_up_after_a_time(self) -> None:
        """It is counted from the first time-out on: between two batches a person may decide."""
        now = [0.0]
        size = BatchSize(500, lambda: now[0])
        for now[0] in (10_000, 10_000 + MOST_SECONDS):
            size.shrink()
        now[0] += 1
        with pytest.raises(ApiTimeoutError, match="within 3600 seconds"):
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

    def test_waits_as_long_as_the_wiki_says(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(config, "retry_max", 60)
        slept: list[float] = []
        monkeypatch.setattr("pywikibot.sleep", slept.append)
        BatchSize(500).shrink(30)
        assert slept == [30]


def test_retries_are_for_less() -> None:
    requested = []

    def read(limit: int) -> str:
        requested.append(limit)
        if limit > 3:
            raise NoResponseError
        return "pages"

    size = BatchSize(10)
    assert with_retries(size, read) == "pages"
    assert requested == [10, 5, 2]
    assert size.now == 3


class TestCompleteBatch:
    def test_properties_in_pieces(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What comes later is added; a batch that is not complete is not handed out."""
        first = response(
            {"title": "A", "pageid": 1, "templates": [{"title": "T1"}]},
            {"title": "B", "pageid": 2},
            more={"tlcontinue": "x"},
            done=False,
        )
        second = response(
            {"title": "A", "pageid": 1, "templates": [{"title": "T1"}, {"title": "T2"}]},
            {"title": "B", "pageid": 2, "imageinfo": [{"sha1": "…"}]},
            more={"gcmcontinue": "y"},
        )
        wiki = wiki_with(monkeypatch, [first, second])
        pages, more = complete_batch(wiki, {"generator": "categorymembers"})
        assert pages == [
            {"title": "A", "pageid": 1, "templates": [{"title": "T1"}, {"title": "T2"}]},
            {"title": "B", "pageid": 2, "imageinfo": [{"sha1": "…"}]},
        ]
        assert more == {"gcmcontinue": "y"}
        assert wiki.requests[1] == {"generator": "categorymembers", "tlcontinue": "x"}

    def test_no_pages(self, monkeypatch: pytest.MonkeyPatch) -> None:
        wiki = wiki_with(monkeypatch, [{"batchcomplete": True}])
        assert complete_batch(wiki, {}) == ([], None)

    def test_pages_without_a_title(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Two that were requested by their ids and have gone since."""
        gone: list[dict[str, Any]] = [
            {"pageid": 1, "missing": True},
            {"pageid": 2, "missing": True},
        ]
        assert complete_batch(wiki_with(monkeypatch, [response(*gone)]), {})[0] == gone

    def test_a_response_that_is_neither_complete_nor_continued(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        wiki = wiki_with(monkeypatch, [response({"title": "A"}, done=False)])
        with pytest.raises(NoResponseError):
            complete_batch(wiki, {})

    def test_the_same_continuation_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        same = response({"title": "A"}, more={"tlcontinue": "x"}, done=False)
        wiki = wiki_with(monkeypatch, [same] * 3)
        with pytest.raises(ApiTimeoutError, match="without end"):
            complete_batch(wiki, {})
        assert len(wiki.requests) == 2

    def test_always_another_continuation(self, monkeypatch: pytest.MonkeyPatch) -> None:
        endless = (response(more={"tlcontinue": n}, done=False) for n in count())
        wiki = wiki_with(monkeypatch, endless)
        with pytest.raises(ApiTimeoutError, match="without end"):
            complete_batch(wiki, {})
        assert len(wiki.requests) == MOST_RESPONSES

    def test_a_batch_that_takes_too_long(self, monkeypatch: pytest.MonkeyPatch) -> None:
        endless = (response(more={"tlcontinue": n}, done=False) for n in count())
        wiki = wiki_with(monkeypatch, endless)
        clock = count(0, MOST_SECONDS)
        with pytest.raises(ApiTimeoutError, match="without end"):
            complete_batch(wiki, {}, lambda: float(next(clock)))
        assert len(wiki.requests) == 2


class TestBatchesOfGenerator:
    def test_all_that_is_granted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pages = [{"title": title} for title in "AB"]
        wiki = wiki_with(
            monkeypatch, [response(pages[0], more={"gcmcontinue": "y"}), response(pages[1])]
        )
        batches = batches_of_generator(wiki, {}, "gcmlimit")
        assert [list(batch) for batch in batches] == [[pages[0]], [pages[1]]]
        assert wiki.requests == [{"gcmlimit": "max"}, {"gcmlimit": "max", "gcmcontinue": "y"}]

    def test_goes_on_where_it_was_after_a_time_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        responses: Responses = [
            response({"title": "A"}, more={"gcmcontinue": "y"}),
            NoResponseError(),
            response({"title": "B"}, more={"gcmcontinue": "z"}),
            response({"title": "C"}),
        ]
        wiki = wiki_with(monkeypatch, responses)
        batches = batches_of_generator(wiki, {}, "gcmlimit")
        assert [page["title"] for batch in batches for page in batch] == [*"ABC"]
        assert wiki.requests[1:] == [
            {"gcmlimit": "max", "gcmcontinue": "y"},
            {"gcmlimit": 250, "gcmcontinue": "y"},
            {"gcmlimit": 300, "gcmcontinue": "z"},
        ]

    def test_a_list_in_circles(self, monkeypatch: pytest.MonkeyPatch) -> None:
        circle = [response({"title": "A"}, more={"gcmcontinue": n}) for n in [1, 2, 3, 1]]
        batches = batches_of_generator(wiki_with(monkeypatch, circle), {}, "gcmlimit")
        with pytest.raises(ApiTimeoutError, match="does not end"):
            list(batches)

    def test_a_list_of_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        wiki = wiki_with(monkeypatch, (response(more={"gcmcontinue": n}) for n in count()))
        with pytest.raises(ApiTimeoutError, match="does not end"):
            list(batches_of_generator(wiki, {}, "gcmlimit"))
        assert len(wiki.requests) == MOST_EMPTY_BATCHES + 1

    def test_an_empty_batch_is_no_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        responses = [response(more={"gcmcontinue": "y"}), response({"title": "A"})]
        batches = batches_of_generator(wiki_with(monkeypatch, responses), {}, "gcmlimit")
        assert [list(batch) for batch in batches] == [[], [{"title": "A"}]]

    def test_one_batch_at_a_time_is_kept(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Or memory holds two while the second is read."""
        responses = [response({"title": "A"}, more={"gcmcontinue": "y"}), response({"title": "B"})]
        batches = batches_of_generator(wiki_with(monkeypatch, responses), {}, "gcmlimit")
        first = next(batches)
        assert first == [{"title": "A"}]
        next(batches)
        assert first == []


class TestBatchesByName:
    def test_reads_no_further_than_it_requests(self, monkeypatch: pytest.MonkeyPatch) -> None:
        read: list[int] = []

        def names() -> Iterator[int]:
            for number in range(1000):
                read.append(number)
                yield number

        wiki = wiki_with(monkeypatch, [response(*({"pageid": n} for n in range(50)))])
        assert len(next(batches_by_name(wiki, {}, "pageids", names()))) == 50
        assert read == [*range(50)]

    def test_every_name_is_requested_despite_time_outs(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        responses = [NoResponseError(), NoResponseError(), *([response()] * 20)]
        wiki = wiki_with(monkeypatch, responses)
        list(batches_by_name(wiki, {}, "titles", map(str, range(120))))
        requested = [request["titles"] for request in wiki.requests[2:]]
        assert [len(titles) for titles in requested[:3]] == [12, 17, 22]
        assert [title for titles in requested for title in titles] == [*map(str, range(120))]

    def test_pages_come_in_the_order_of_their_names(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pages = [{"title": title, "pageid": ord(title)} for title in "ABC"]
        wiki = wiki_with(monkeypatch, [response(*pages)])
        [batch] = batches_by_name(wiki, {}, "titles", "CAB")
        assert [page["title"] for page in batch] == ["C", "A", "B"]
