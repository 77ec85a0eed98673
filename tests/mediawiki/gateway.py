"""The loopback door in front of the embedded wiki: it counts requests and can interfere.

PHP's own access log knows neither the parameters of a POST nor how to hold a request back, and the
bot's tests need both: "how many requests did this cost" and "somebody edits just before the save".
"""

import http.client
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from struct import pack
from typing import ClassVar, Self
from urllib.parse import parse_qsl, urlsplit

LOOPBACK = "127.0.0.1"
BACKEND_SECONDS = 300
#: Headers that concern one connection only, and the length, which is set anew.
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "server", "date"}


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request as the wiki's client made it.

    Attributes:
        method: ``GET`` or ``POST``.
        path: without the query, such as ``/api.php``.
        params: from the query and from a form's body alike.
        cookies: that came along.
        started: `time.monotonic` when it arrived.
    """

    method: str
    path: str
    params: Mapping[str, str]
    cookies: Mapping[str, str] = field(default_factory=dict, repr=False)
    started: float = field(default_factory=time.monotonic, compare=False)

    @property
    def is_api(self) -> bool:
        """Whether it went to the API; pictures and pages do not."""
        return self.path == "/api.php"

    @property
    def action(self) -> str:
        """The API's ``action``, or nothing for a page or a picture."""
        return self.params.get("action", "") if self.is_api else ""

    def __str__(self) -> str:
        params = " ".join(
            f"{key}={value[:60]}"
            for key, value in self.params.items()
            if not any(word in key for word in ("token", "password"))
        )
        return f"{self.method} {self.path} {params}"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer given in the wiki's stead."""

    status: int
    body: bytes = b""
    # Pairs, since a login answers with several cookies, each in a header of the same name.
    headers: Sequence[tuple[str, str]] = ()


#: No answer at all: the connection is reset.
RESET = Reply(0)


@dataclass(slots=True)
class Interference:
    """Something to do before a request is passed on.

    Attributes:
        when: which requests it waits for.
        deed: what is done; a `Reply` is sent instead of the wiki's own.
        times: for how many requests.
        afterwards: the request is carried out first, and only its answer is replaced.
        change: makes the answer that is sent of the one that would be.
        happened: how often it was done so far.
    """

    when: Callable[[Request], bool]
    deed: Callable[[], Reply | None]
    times: int = 1
    afterwards: bool = False
    change: Callable[[Reply], Reply] | None = None
    happened: int = 0

    def take(self, request: Request) -> bool:
        """Whether this request's turn has come; counts it."""
        if self.happened >= self.times or not self.when(request):
            return False
        self.happened += 1
        return True


class Gateway(ThreadingHTTPServer):
    """Passes requests on to PHP's server, records each, and interferes where it was asked to.

    Attributes:
        backend: the port of PHP's server on loopback.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__((LOOPBACK, 0), _Handler)
        self.backend = 0
        self._interferences: list[Interference] = []
        self._recorders: list[list[Request]] = []
        self._errors: list[BaseException] = []
        self._lock = threading.Lock()
        self._closing = threading.Event()

    @property
    def port(self) -> int:
        """The loopback port that clients use."""
        return self.server_port

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, name="gateway", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self.shutdown()
        self.server_close()

    @contextmanager
    def recorded(self) -> Iterator[list[Request]]:
        """Collect the requests that arrive while the block runs."""
        seen: list[Request] = []
        self._recorders.append(seen)
        try:
            yield seen
        finally:
            # By identity: two recorders that saw the same are equal.
            self._recorders = [one for one in self._recorders if one is not seen]

    def interfere(self, interference: Interference) -> Interference:
        """Do something before requests to come; returns it, to see whether it happened."""
        self._interferences.append(interference)
        return interference

    def calm(self) -> None:
        """Forget all interferences, and raise what went wrong in one of them."""
        self._interferences.clear()
        errors, self._errors = self._errors, []
        if errors:
            raise BaseExceptionGroup("in the gateway of the embedded wiki", errors)

    def pause(self, seconds: float) -> None:
        """Hold a request back, but not the end of the wiki."""
        self._closing.wait(seconds)

    def answer(self, request: Request, pass_on: Callable[[], Reply]) -> Reply:
        """Record a request, do what is due before and after it, and return its reply."""
        with self._lock:
            for recorder in self._recorders:
                recorder.append(request)
            due = [one for one in self._interferences if one.take(request)]
        before = [one.deed() for one in due if not one.afterwards]
        reply = next((reply for reply in before if reply is not None), None) or pass_on()
        after = [one.deed() for one in due if one.afterwards]
        reply = next((reply for reply in after if reply is not None), reply)
        for one in due:
            reply = one.change(reply) if one.change else reply
        return reply

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep an error for `calm`; a client that hung up is none."""
        del request, client_address
        error = sys.exception()
        if error is not None and not isinstance(error, ConnectionError):
            self._errors.append(error)


class _Handler(BaseHTTPRequestHandler):
    """Serves one client's connection."""

    # Keeps connections open between requests, as Commons does.
    protocol_version = "HTTP/1.1"
    server: Gateway
    _form: ClassVar = "application/x-www-form-urlencoded"

    def do_GET(self) -> None:
        self._serve(b"")

    def do_POST(self) -> None:
        self._serve(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def do_HEAD(self) -> None:
        self._serve(b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name upstream
        """Say nothing: the requests are recorded instead."""

    def _serve(self, body: bytes) -> None:
        reply = self.server.answer(self._request(body), lambda: self._pass_on(body))
        if reply is RESET:
            # Closing a socket that lingers for no time at all resets its connection.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()
            raise ConnectionResetError
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def _request(self, body: bytes) -> Request:
        url = urlsplit(self.path)
        params = dict(parse_qsl(url.query, keep_blank_values=True))
        if self.headers.get("Content-Type", "").startswith(self._form):
            params |= parse_qsl(body.decode(), keep_blank_values=True)
        cookies = SimpleCookie(self.headers.get("Cookie", ""))
        values = {name: morsel.value for name, morsel in cookies.items()}
        return Request(self.command, url.path, params, values)

    def _pass_on(self, body: bytes) -> Reply:
        """Ask PHP's server, and wait until its script has ended."""
        backend = http.client.HTTPConnection(LOOPBACK, self.server.backend, timeout=BACKEND_SECONDS)
        try:
            backend.request(self.command, self.path, body or None, dict(self.headers.items()))
            response = backend.getresponse()
            if self.command != "HEAD":
                # MediaWiki updates its link tables after the answer, before it hangs up. A test
                # that reads them right after an edit needs both.
                response.length = None
            content = response.read()
        finally:
            backend.close()
        headers = [pair for pair in response.getheaders() if pair[0].lower() not in HOP_BY_HOP]
        return Reply(response.status, content, headers)
