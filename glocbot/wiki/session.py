"""The session in which Pywikibot makes all its requests: each ends, and can be interrupted.

Pywikibot takes any session: https://doc.wikimedia.org/pywikibot/stable/api_ref/comms.html. What it
does when a request fails depends on the error: it passes on `ConnectionError` and
`FatalServerError`, and makes the request again after all others, as often as ``max_retries`` says.
"""

import re
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import ceil, isfinite
from socket import gaierror, getaddrinfo
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import urlsplit

import pywikibot
import requests
from pywikibot.comms import http
from pywikibot.exceptions import FatalServerError, NoUsernameError
from requests.utils import get_environ_proxies

T = TypeVar("T")

#: A request takes no longer than this, however slowly its response trickles in. The largest ones,
#: of 8 MB, need a minute on a slow line.
MOST_SECONDS = 300
#: A wiki that cannot be reached within this many seconds at the first request is not waited for.
FIRST_SECONDS = 5
#: Until then, each attempt to connect takes so long at the most, and so long is paused after it.
_FIRST_CONNECT_SECONDS = 4
_FIRST_PAUSE = 1
#: The longest wait that a wiki may ask for, in seconds; a run that it sends away for longer ends.
MOST_RETRY_AFTER = 3600
#: So many logins within so many seconds, and the next one would not last either.
MOST_LOGINS = 5
LOGIN_SECONDS = 600
#: So often in that time, Pywikibot can have requested who is logged in. It does so before and after
#: each login, and without end where the wiki says one thing here and another elsewhere.
MOST_LOGIN_CHECKS = 20
#: So many times in a row the same request can have succeeded; one more shows that a list of
#: Pywikibot's goes in circles.
MOST_REPETITIONS = 50
_LOGIN = re.compile(r"(?:^|&)action=(?:client)?login(?:&|$)")
_LOGIN_CHECK = re.compile(r"action=query&meta=userinfo&uiprop=[^&]*rights")
#: Statuses of a wiki that wants to be left alone for a while, and may say for how long.
_BUSY = {429, 502, 503, 504}
#: A longer response than this is not empty.
_SHORT = 200


class NotReachedError(ConnectionError):
    """The wiki has never responded in this run."""


class LostLoginError(FatalServerError, NoUsernameError):
    """The wiki forgets each login at once."""


class UnreadableError(requests.RequestException):
    """The response says nothing."""


class WikiSession(requests.Session):
    """A session with bounds."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        """Begin a session with Pywikibot's cookies.

        Args:
            clock: gives the time in seconds.
            sleep: waits so many seconds.
        """
        super().__init__()
        self.cookies = http.cookie_jar
        self._clock = clock
        self._sleep = sleep
        self._reached: set[str] = set()
        self._not_before: dict[str, float] = {}
        self._logins = {
            _LOGIN: deque[float](maxlen=MOST_LOGINS),
            _LOGIN_CHECK: deque[float](maxlen=MOST_LOGIN_CHECKS),
        }
        self._last = 0
        self._repetitions = 0

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> requests.Response:  # type: ignore[override]  # noqa: ANN401 - its arguments upstream
        """Make a request once, as any session does; the first one to a host, for a few seconds.

        Raises:
            NotReachedError: when the host does not respond to the first request.
            LostLoginError: when the wiki forgets each login at once.
            FatalServerError: when the wiki asks to wait for too long, or goes in circles.
            UnreadableError: when a response says nothing.
            requests.RequestException: when there is no response.
        """
        host, data = urlsplit(url).netloc, str(kwargs.get("data") or url)
        self._check_logins(data)
        self._wait_as_told(host)

        def send() -> requests.Response:
            return super(WikiSession, self).request(method, url, *args, **kwargs)

        if host in self._reached:
            response = _sent(send)
        else:
            kwargs["timeout"] = _short_connect(kwargs.get("timeout"))
            response = self._reach(url, send)
            self._reached.add(host)
        self._note_wait(host, response)
        if urlsplit(url).path.endswith("/api.php"):
            _check_readable(response)
            self._check_repetition(hash((method, url, data)), response)
        self._count_login(data, response)
        return response

    def _reach(self, url: str, send: Callable[[], requests.Response]) -> requests.Response:
        """Make the first request to a host, again for a moment where that fails."""
        end = self._clock() + FIRST_SECONDS
        while True:
            try:
                _resolve(url)
                return _sent(send)
            except requests.exceptions.SSLError:
                raise
            except requests.ReadTimeout:  # somebody is there, and may be busy
                self._reached.add(urlsplit(url).netloc)
                raise
            except (requests.ConnectionError, gaierror, TimeoutError) as error:
                if self._clock() + _FIRST_PAUSE >= end:
                    host = urlsplit(url).hostname
                    raise NotReachedError(f"{host} cannot be reached: {error}") from error
            self._sleep(_FIRST_PAUSE)

    def _check_logins(self, data: str) -> None:
        for kind, times in self._logins.items():
            full = len(times) == times.maxlen and self._clock() - times[0] < LOGIN_SECONDS
            if full and kind.search(data):
                raise LostLoginError("the wiki has forgotten one login after the other")

    def _count_login(self, data: str, response: requests.Response) -> None:
        for kind, times in self._logins.items():
            if response.ok and kind.search(data):
                times.append(self._clock())

    def _check_repetition(self, request: int, response: requests.Response) -> None:
        """Count how often in a row a request has succeeded."""
        if not response.ok or "MediaWiki-API-Error" in response.headers:
            return
        self._repetitions = self._repetitions + 1 if request == self._last else 1
        self._last = request
        if self._repetitions > MOST_REPETITIONS:
            raise FatalServerError("the wiki gives the same response again and again")

    def _wait_as_told(self, host: str) -> None:
        seconds = self._not_before.get(host, 0) - self._clock()
        if seconds > 0:
            pywikibot.warning(f"The wiki wants no request for {seconds:.0f} seconds.")
            self._sleep(seconds)

    def _note_wait(self, host: str, response: requests.Response) -> None:
        """Take note of how long the wiki wants to be left alone."""
        told = response.headers.get("Retry-After")
        if told is None:
            return
        seconds = _seconds(told)
        if response.status_code in _BUSY:
            if seconds > MOST_RETRY_AFTER:
                raise FatalServerError(f"the wiki wants no request for {seconds / 60:.0f} minutes")
            self._not_before[host] = self._clock() + seconds
        # Pywikibot, which waits after other responses by itself, reads nothing but a number.
        response.headers["Retry-After"] = str(min(ceil(seconds), MOST_RETRY_AFTER))


def within(seconds: float, call: Callable[[], T]) -> T:
    """Return what a call returns; Ctrl-C and other signals end the wait for it at once.

    The call runs in a thread of its own, which is left alone when the time is over, since a
    system call for a host's address cannot be interrupted.

    Args:
        seconds: how long it may take.
        call: what to do.

    Raises:
        TimeoutError: when it takes longer.
    """
    result: Future[T] = Future()

    def work() -> None:
        try:
            result.set_result(call())
        except Exception as error:  # noqa: BLE001 - every error is the caller's
            result.set_exception(error)

    Thread(target=work, daemon=True).start()
    return result.result(seconds)


def _sent(send: Callable[[], requests.Response]) -> requests.Response:
    """Send a request; errors say what happened in a few words, without addresses."""
    try:
        return within(MOST_SECONDS, send)
    except requests.exceptions.SSLError:
        raise
    except requests.ConnectTimeout as error:
        raise requests.ConnectTimeout("no connection in time") from error
    except (requests.Timeout, TimeoutError) as error:
        raise requests.ReadTimeout("no response in time") from error
    except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError) as error:
        raise requests.ConnectionError(f"the connection failed ({_cause(error)})") from error


def _cause(error: BaseException) -> str:
    """Return the operating system's words for what was at the bottom of an error."""
    words = type(error).__name__
    below: BaseException | None = error
    while below is not None:
        words = (isinstance(below, OSError) and below.strerror) or words
        below = below.__cause__ or below.__context__
    return words


def _resolve(url: str) -> None:
    """Find the address of a host, which takes a while where there is no network."""
    if not get_environ_proxies(url):  # or else the proxy finds it
        host = urlsplit(url)
        within(FIRST_SECONDS, lambda: getaddrinfo(host.hostname, host.port))


def _short_connect(timeout: object) -> tuple[float, float | None]:
    """Shorten the part of a time-out that is for the connection."""
    match timeout:
        case (float() | int() as connect, float() | int() | None as read):
            return min(connect, _FIRST_CONNECT_SECONDS), read
        case float() | int() as both:
            return min(both, _FIRST_CONNECT_SECONDS), both
        case _:
            return _FIRST_CONNECT_SECONDS, None


def _check_readable(response: requests.Response) -> None:
    """Check that a response says anything; whether it is JSON at all, Pywikibot checks."""
    content = response.content
    if len(content) > _SHORT and content.startswith(b"{"):
        return
    try:
        said = response.json()
    except requests.JSONDecodeError:
        return
    if not (isinstance(said, dict) and said):
        raise UnreadableError("the response is empty")


def _seconds(told: str) -> float:
    """Read a Retry-After header: seconds, or a date; 0 where it is neither.

    https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
    """
    try:
        seconds = float(told)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError):  # no date, or one without a time zone
            seconds = 0
    return max(0.0, seconds) if isfinite(seconds) else 0.0
