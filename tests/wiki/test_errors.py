"""What the API's errors mean."""

import pytest
from pywikibot.exceptions import (
    APIError,
    ApiTimeoutError,
    FatalServerError,
    MaxlagTimeoutError,
    NoUsernameError,
    ServerError,
)

from glocbot.wiki.errors import Effect, StoppedError, effect, one_line, stop_on_ending_errors


@pytest.mark.parametrize(
    ("code", "means"),
    [
        ("protectedpage", Effect.PROTECTED),
        ("cascadeprotected", Effect.PROTECTED),
        ("missingtitle", Effect.DELETED),
        ("editconflict", Effect.CONFLICT),
        ("ratelimited", Effect.WAIT),
        ("maxlag", Effect.WAIT),
        ("readonly", Effect.WAIT),
        ("badtoken", Effect.LOGIN),
        ("assertuserfailed", Effect.LOGIN),
        ("assertbotfailed", Effect.LOGIN),
        ("blocked", Effect.END),
        ("autoblocked", Effect.END),
        ("permissiondenied", Effect.END),
        ("globalblocking-blockedtext-user", Effect.END),
        ("mwoauth-invalid-authorization", Effect.END),
        ("internal_api_error_DBQueryError", Effect.UNKNOWN),
        ("abusefilter-warning", Effect.FAILED),
        ("abusefilter-disallowed", Effect.FAILED),
        ("spamblacklist", Effect.FAILED),
        ("undofailure", Effect.FAILED),
        ("an-error-of-tomorrow", Effect.FAILED),
        ("", Effect.FAILED),
    ],
)
def test_codes(code: str, means: Effect) -> None:
    assert effect(code) is means


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (APIError("code", "first\nsecond   line", other="left out"), "first second line"),
        (ServerError("503 Server Error:\n  no"), "503 Server Error: no"),
    ],
)
def test_one_line(error: Exception, words: str) -> None:
    assert one_line(error) == words


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NoUsernameError("wrong password"), "the login is lost: wrong password"),
        (ServerError("503"), "the wiki does not respond: 503"),
        (FatalServerError("bad certificate"), "the wiki does not respond: bad certificate"),
        (ApiTimeoutError("too slow"), "the wiki does not respond: too slow"),
        (MaxlagTimeoutError("too lagged"), "the wiki does not respond: too lagged"),
        (ConnectionError("no route"), "the wiki does not respond: no route"),
        (APIError("blocked", "You are blocked."), "the wiki refuses all edits: You are blocked."),
        (APIError("badtoken", "Bad token."), "the wiki refuses all edits: Bad token."),
    ],
)
def test_what_ends_a_run(error: Exception, words: str) -> None:
    with pytest.raises(StoppedError) as caught, stop_on_ending_errors():
        raise error
    assert str(caught.value) == words
    assert caught.value.__cause__ is error


@pytest.mark.parametrize("error", [APIError("protectedpage", "no"), ValueError("no")])
def test_what_does_not(error: Exception) -> None:
    with pytest.raises(type(error)), stop_on_ending_errors():
        raise error
