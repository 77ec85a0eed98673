"""Requests are counted with their responses, whoever makes them."""

from typing import Any

import pytest
import requests
from pywikibot.exceptions import ApiTimeoutError

from glocbot.wiki.counter import RequestCounter
from tests.wiki.fakewiki import FakeWiki, response


def test_requests_within_the_block(wiki: FakeWiki, site: Any) -> None:
    with RequestCounter() as counter:
        assert counter.requests == 0
        site.simple_request(action="query", meta="userinfo").submit()
        wiki.answer(lambda _: True, response(b"busy", 503), response(b"<html>"))
        site.simple_request(action="query", meta="userinfo").submit()
        assert counter.requests == 4
    site.simple_request(action="query", meta="userinfo").submit()
    assert counter.requests == 4


def test_what_has_no_response_is_not_counted(wiki: FakeWiki, site: Any) -> None:
    wiki.answer(lambda _: True, *(requests.ReadTimeout() for _ in range(9)))
    with RequestCounter() as counter, pytest.raises(ApiTimeoutError):
        site.simple_request(action="query", meta="userinfo").submit()
    assert counter.requests == 0
