"""Every request ends, and says in a few words how."""

import socket
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
import requests
from pywikibot.exceptions import FatalServerError, NoUsernameError
from urllib3.exceptions import MaxRetryError, ProtocolError

from glocbot.wiki import session as module
from glocbot.wiki.session import (
    FIRST_SECONDS,
    LOGIN_SECONDS,
    MOST_LOGIN_CHECKS,
    MOST_LOGINS,
    MOST_REPETITIONS,
    MOST_RETRY_AFTER,
    LostLoginError,
    NotReachedError,
    UnreadableError,
    WikiSession,
    within,
)
from tests.wiki.fakewiki import HOST, FakeWiki, response

API = f"http://{HOST}/w/api.php"
QUERY = "action=query&meta=userinfo"
READABLE = {"batchcomplete": True}


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(wiki: FakeWiki, clock: Clock) -> WikiSession:
    """A session that has not sent anything yet."""
    made = WikiSession(clock, clock.sleep)
    made.mount("http://", wiki)
    return made


def refused() -> requests.ConnectionError:
    """Make the error of a port that is closed, as it comes from the libraries below."""
    made = requests.ConnectionError("HTTPConnectionPool(host='192.0.2.1', port=80): Max retries")
    made.__context__ = MaxRetryError(None, API, None)  # type: ignore[arg-type]
    made.__context__.__cause__ = ConnectionRefusedError(111, "Connection refused")
    return made


def reset() -> requests.ConnectionError:
    cause = ConnectionResetError(104, "Connection reset by peer")
    made = requests.ConnectionError(ProtocolError("Connection aborted.", cause))
    made.__context__ = cause
    return made


def always(_: object) -> bool:
    return True


class TestFirstRequest:
    def test_a_wiki_that_is_there(self, session: WikiSession, clock: Clock) -> None:
        assert session.request("POST", API, data=QUERY).ok
        assert clock.slept == []

    @pytest.mark.parametrize("error", [refused, reset, lambda: requests.ConnectTimeout("…")])
    def test_nobody_is_there(
        self, wiki: FakeWiki, session: WikiSession, clock: Clock, error: Callable[[], Exception]
    ) -> None:
        """Within a few seconds one short sentence; Pywikibot passes the error on."""
        wiki.answer(always, *(error() for _ in range(100)))
        with pytest.raises(ConnectionError, match=f"^{HOST} cannot be reached: ") as caught:
            session.request("POST", API, data=QUERY)
        assert isinstance(caught.value, NotReachedError)
        assert "http" not in str(caught.value)
        assert clock.now - 1000 < FIRST_SECONDS

    def test_a_second_attempt(self, wiki: FakeWiki, session: WikiSession, clock: Clock) -> None:
        wiki.answer(always, reset(), READABLE)
        assert session.request("POST", API, data=QUERY).ok
        assert clock.slept == [1]

    def test_a_wiki_that_is_slow_was_reached(
        self, wiki: FakeWiki, session: WikiSession, clock: Clock
    ) -> None:
        """Pywikibot makes the request again, as configured."""
        wiki.answer(always, requests.ReadTimeout("…"), reset())
        with pytest.raises(requests.ReadTimeout, match="no response in time"):
            session.request("POST", API, data=QUERY)
        with pytest.raises(requests.ConnectionError, match="the connection failed"):
            session.request("POST", API, data=QUERY)
        assert clock.slept == []

    def test_a_name_that_nobody_knows(
        self, wiki: FakeWiki, session: WikiSession, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def unknown(*_: object) -> None:
            raise socket.gaierror(-2, "Name or service not known")

        monkeypatch.setattr(module, "getaddrinfo", unknown)
        with pytest.raises(NotReachedError, match="Name or service not known"):
            session.request("POST", API, data=QUERY)
        assert wiki.requests == []

    def test_a_name_that_takes_for_ever(
        self, wiki: FakeWiki, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """There is no network, and the system does not know yet."""
        over = threading.Event()
        monkeypatch.setattr(module, "getaddrinfo", lambda *_: over.wait(10))
        monkeypatch.setattr(module, "FIRST_SECONDS", 0.05)
        session = WikiSession()
        session.mount("http://", wiki)
        with pytest.raises(NotReachedError):
            session.request("POST", API, data=QUERY)
        over.set()

    def test_a_proxy_finds_names_by_itself(
        self, session: WikiSession, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("http_proxy", "http://proxy.example:8080")
        monkeypatch.setattr(module, "getaddrinfo", None)
        assert session.request("POST", API, data=QUERY).ok

    def test_a_wrong_certificate_is_said(self, wiki: FakeWiki, session: WikiSession) -> None:
        wiki.answer(always, requests.exceptions.SSLError("certificate verify failed"))
        with pytest.raises(requests.exceptions.SSLError, match="certificate verify failed"):
            session.request("POST", API, data=QUERY)

    @pytest.mark.parametrize(
        ("given", "sent"),
        [
            ((6.05, 45), (4, 45)),
            ((2, None), (2, None)),
            (3, (3, 3)),
            (60, (4, 60)),
            (None, (4, None)),
        ],
    )
    def test_the_connection_has_less_time(
        self, session: WikiSession, monkeypatch: pytest.MonkeyPatch, given: object, sent: object
    ) -> None:
        timeouts = []

        def request(_: object, *__: object, **rest: Any) -> requests.Response:
            timeouts.append(rest["timeout"])
            return response(READABLE)

        monkeypatch.setattr(requests.Session, "request", request)
        for _ in range(2):
            session.request("POST", API, data=QUERY, timeout=given)
        assert timeouts == [sent, given]


@pytest.fixture
def reached(session: WikiSession) -> WikiSession:
    """A session whose wiki has responded once."""
    session.request("POST", API, data="action=query")
    return session


class TestLaterRequests:
    """Pywikibot makes them again, so errors are its own business."""

    @pytest.mark.parametrize(
        ("error", "type_", "words"),
        [
            (refused(), requests.ConnectionError, "the connection failed (Connection refused)"),
            (reset(), requests.ConnectionError, "the connection failed (Connection reset by peer)"),
            (
                requests.exceptions.ChunkedEncodingError("IncompleteRead(3 bytes read)"),
                requests.ConnectionError,
                "the connection failed (ChunkedEncodingError)",
            ),
            (
                requests.ReadTimeout("HTTPConnectionPool(…)"),
                requests.Timeout,
                "no response in time",
            ),
            (requests.ConnectTimeout("…"), requests.ConnectTimeout, "no connection in time"),
        ],
    )
    def test_errors_in_a_few_words(
        self, wiki: FakeWiki, reached: WikiSession, error: Exception, type_: Any, words: str
    ) -> None:
        wiki.answer(always, error)
        with pytest.raises(type_) as caught:
            reached.request("POST", API, data=QUERY)
        assert str(caught.value) == words
        assert len(wiki.requests) == 2

    def test_a_response_that_trickles_in(
        self, wiki: FakeWiki, reached: WikiSession, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        over = threading.Event()
        monkeypatch.setattr(module, "MOST_SECONDS", 0.05)
        monkeypatch.setattr(wiki, "send", lambda *_, **__: over.wait(10))
        with pytest.raises(requests.ReadTimeout):
            reached.request("POST", API, data=QUERY)
        over.set()


class TestUnreadable:
    @pytest.mark.parametrize(
        "content", [b"{}", b" { }\n", b"[]", b"null", b'"x"', b"[1" + b",1" * 999 + b"]"]
    )
    def test_a_response_that_says_nothing(
        self, wiki: FakeWiki, session: WikiSession, content: bytes
    ) -> None:
        wiki.answer(always, response(content))
        with pytest.raises(UnreadableError):
            session.request("POST", API, data=QUERY)

    @pytest.mark.parametrize("content", [b"", b"<html>", b'{"query":{"pages":[{"ti', b'{"a":1}'])
    def test_whether_it_is_json_is_not_asked(
        self, wiki: FakeWiki, session: WikiSession, content: bytes
    ) -> None:
        wiki.answer(always, response(content))
        assert session.request("POST", API, data=QUERY).content == content

    def test_other_addresses(self, wiki: FakeWiki, session: WikiSession) -> None:
        wiki.answer(always, response(b"{}"))
        assert session.request("GET", f"http://{HOST}/list.json?action=query").ok


class TestRetryAfter:
    @pytest.mark.parametrize("status", [429, 502, 503, 504])
    @pytest.mark.parametrize("told", ["7", "7.0", "date"])
    def test_the_next_request_waits(
        self, wiki: FakeWiki, session: WikiSession, clock: Clock, status: int, told: str
    ) -> None:
        date = format_datetime(datetime.now(UTC) + timedelta(seconds=7.9), usegmt=True)
        headers = {"Retry-After": date if told == "date" else told}
        wiki.answer(always, response(b"busy", status, headers))
        session.request("POST", API, data=QUERY)
        assert clock.slept == []
        session.request("POST", API, data=QUERY)
        [slept] = clock.slept
        assert 6 < slept <= 8
        session.request("POST", API, data=QUERY)
        assert len(clock.slept) == 1

    def test_time_that_has_passed_is_not_waited_for(
        self, wiki: FakeWiki, session: WikiSession, clock: Clock
    ) -> None:
        wiki.answer(always, response(b"busy", 503, {"Retry-After": "7"}))
        session.request("POST", API, data=QUERY)
        clock.now += 5
        session.request("POST", API, data=QUERY)
        assert clock.slept == [2]

    def test_a_wait_of_hours_ends_the_run(self, wiki: FakeWiki, session: WikiSession) -> None:
        wiki.answer(always, response(b"busy", 503, {"Retry-After": "7200"}))
        with pytest.raises(FatalServerError, match="no request for 120 minutes"):
            session.request("POST", API, data=QUERY)

    @pytest.mark.parametrize(
        ("told", "read"),
        [
            ("5", "5"),
            ("2.5", "3"),
            ("soon", "0"),
            ("-3", "0"),
            ("nan", "0"),
            ("1e9", str(MOST_RETRY_AFTER)),
            ("Wed, 21 Oct 2015 07:28:00 GMT", "0"),
            ("Wed, 21 Oct 2015 07:28:00", "0"),
        ],
    )
    def test_pywikibot_reads_a_number(
        self, wiki: FakeWiki, session: WikiSession, clock: Clock, told: str, read: str
    ) -> None:
        """After maxlag, with status 200, it waits by itself."""
        wiki.answer(always, response(READABLE, headers={"Retry-After": told}))
        assert session.request("POST", API, data=QUERY).headers["Retry-After"] == read
        session.request("POST", API, data=QUERY)
        assert clock.slept == []


class TestLogins:
    @pytest.mark.parametrize("action", ["login", "clientlogin"])
    def test_a_wiki_that_forgets_them(
        self, wiki: FakeWiki, session: WikiSession, clock: Clock, action: str
    ) -> None:
        data = f"action={action}&username=Bot"
        wiki.answer(always, *([{action: {"status": "PASS"}}] * 100))
        for _ in range(MOST_LOGINS):
            session.request("POST", API, data=data)
            session.request("POST", API, data=QUERY)
            clock.now += 10
        with pytest.raises(LostLoginError, match="forgotten one login after the other") as caught:
            session.request("POST", API, data=data)
        assert isinstance(caught.value, FatalServerError)
        assert isinstance(caught.value, NoUsernameError)
        clock.now += LOGIN_SECONDS
        session.request("POST", API, data=data)

    def test_attempts_without_a_response_are_none(
        self, wiki: FakeWiki, reached: WikiSession
    ) -> None:
        wiki.answer(always, *(response(b"busy", 503) for _ in range(100)))
        for _ in range(20):
            reached.request("POST", API, data="lgname=Bot&action=login")

    def test_a_wiki_that_remembers_now_and_then(self, session: WikiSession) -> None:
        """Pywikibot asks who is logged in, is satisfied, and finds that nobody is."""
        check = "action=query&meta=userinfo&uiprop=groups%7Crights&format=json"
        for _ in range(MOST_LOGIN_CHECKS):
            session.request("POST", API, data=check)
            session.request("POST", API, data="action=query&titles=File%3AA.jpg")
        with pytest.raises(LostLoginError):
            session.request("POST", API, data=check)

    def test_other_requests_may_be_many(self, session: WikiSession) -> None:
        for number in range(20):
            session.request("POST", API, data=f"action=query&titles=action=login{number}")
        session.request("GET", API, params={"action": "query"})


class TestCircles:
    def test_the_same_response_for_ever(self, session: WikiSession) -> None:
        for _ in range(MOST_REPETITIONS):
            session.request("POST", API, data=QUERY)
        with pytest.raises(FatalServerError, match="again and again"):
            session.request("POST", API, data=QUERY)

    def test_another_request_between(self, session: WikiSession) -> None:
        for _ in range(3):
            for _ in range(MOST_REPETITIONS):
                session.request("POST", API, data=QUERY)
            session.request("POST", API, data="action=query")

    @pytest.mark.parametrize(
        "trouble", [(b"busy", 503, {}), ({"error": {}}, 200, {"MediaWiki-API-Error": "maxlag"})]
    )
    def test_failures_are_repeated_by_pywikibot(
        self, wiki: FakeWiki, reached: WikiSession, trouble: Any
    ) -> None:
        wiki.answer(always, *(response(*trouble) for _ in range(100)))
        for _ in range(100):
            reached.request("POST", API, data=QUERY)


class TestWithin:
    def test_what_a_call_returns(self) -> None:
        assert within(1, lambda: 3) == 3

    def test_its_errors(self) -> None:
        with pytest.raises(ZeroDivisionError):
            within(1, lambda: 1 // 0)

    def test_a_call_that_takes_longer(self) -> None:
        over = threading.Event()
        started = time.monotonic()
        with pytest.raises(TimeoutError):
            within(0.05, lambda: over.wait(10))
        assert time.monotonic() - started < 5
        over.set()
