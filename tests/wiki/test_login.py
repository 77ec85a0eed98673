"""Who is logged in, and in which words a run says that nobody is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import pywikibot
from pywikibot import config

from glocbot.options import UsageError
from glocbot.wiki import log
from glocbot.wiki.errors import StoppedError, stop_on_ending_errors
from glocbot.wiki.login import local_arguments, log_in
from glocbot.wiki.session import MOST_LOGINS, WikiSession
from tests.wiki.fakewiki import FakeWiki, response, use

PASSWORD = "correct horse"


def nobody(*_: object, **__: object) -> str:
    raise EOFError


@pytest.fixture(autouse=True)
def nobody_types(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pywikibot, "input", nobody)


@pytest.fixture
def password_file(wiki: FakeWiki, tmp_path: Path) -> Callable[[str], None]:
    """Let a test write the file with the password of an account that the wiki knows."""
    wiki.passwords["Bot"] = PASSWORD

    def write(text: str) -> None:
        path = tmp_path / "user-password.py"
        path.touch(mode=0o600)
        path.write_text(text)
        config.password_file = "user-password.py"

    return write


def is_login(params: dict[str, str]) -> bool:
    return params["action"] == "clientlogin"


class TestLogIn:
    def test_with_the_right_password(
        self, wiki: FakeWiki, password_file: Callable[[str], None]
    ) -> None:
        password_file(f"('Bot', {PASSWORD!r})\n")
        site = use(wiki, WikiSession(), "Bot")
        log_in()
        assert site.logged_in()
        assert len(wiki.asked(action="clientlogin")) == 1

    def test_the_password_is_known_before_it_is_sent(
        self, wiki: FakeWiki, password_file: Callable[[str], None]
    ) -> None:
        password_file(f"('Bot', {PASSWORD!r})\n")
        use(wiki, WikiSession(), "Bot")
        known: list[set[str]] = []

        def note(params: dict[str, str]) -> bool:
            if is_login(params):
                known.append(set(log._passwords))  # noqa: SLF001 - nothing else tells
            return False

        wiki.answer(note)
        log_in()
        assert known == [{PASSWORD}]

    def test_a_login_that_lasts_is_used(
        self, wiki: FakeWiki, password_file: Callable[[str], None]
    ) -> None:
        password_file(f"('Bot', {PASSWORD!r})\n")
        wiki.user = "Bot"
        use(wiki, WikiSession(), "Bot")
        log_in()
        assert wiki.asked(action="clientlogin") == []

    def test_no_account(self, wiki: FakeWiki) -> None:
        """Found out without a request of its own."""
        use(wiki, WikiSession())
        before = len(wiki.requests)
        with pytest.raises(UsageError, match="no account to save with on fake:en: add -simulate"):
            log_in()
        assert len(wiki.requests) == before

    def test_a_wrong_password(self, wiki: FakeWiki, password_file: Callable[[str], None]) -> None:
        """The wiki's own reason is said."""
        password_file("('Bot', 'battery staple')\n")
        use(wiki, WikiSession(), "Bot")
        with pytest.raises(UsageError) as caught:
            log_in()
        assert str(caught.value) == (
            "cannot log in to fake:en as Bot: Incorrect username or password entered. "
            "Please try again."
        )
        assert len(wiki.asked(action="clientlogin")) == 1

    def test_a_login_that_is_throttled(
        self, wiki: FakeWiki, password_file: Callable[[str], None]
    ) -> None:
        """Pywikibot wants another password typed then, where nobody sits."""
        password_file(f"('Bot', {PASSWORD!r})\n")
        use(wiki, WikiSession(), "Bot")
        wiki.answer(is_login, {"error": {"code": "throttled", "info": "Too many logins."}})
        wiki.answer(
            lambda params: params.get("list") == "allusers",
            {"batchcomplete": True, "query": {"allusers": [{"userid": 4, "name": "Bot"}]}},
        )
        with pytest.raises(UsageError, match="cannot log in to fake:en as Bot: Too many logins"):
            log_in()

    def test_no_password(self, wiki: FakeWiki) -> None:
        use(wiki, WikiSession(), "Bot")
        wiki.answer(
            lambda params: params.get("list") == "allusers",
            {"batchcomplete": True, "query": {"allusers": [{"userid": 4, "name": "Bot"}]}},
        )
        with pytest.raises(UsageError, match="no password, and nobody to type it"):
            log_in()

    def test_an_account_that_is_not_there(self, wiki: FakeWiki) -> None:
        use(wiki, WikiSession(), "Bot")
        wiki.answer(
            lambda params: params.get("list") == "allusers",
            {"batchcomplete": True, "query": {"allusers": []}},
        )
        with pytest.raises(UsageError, match="as Bot: Username 'Bot' does not exist on fake:en"):
            log_in()

    def test_a_login_that_is_no_login(
        self, wiki: FakeWiki, password_file: Callable[[str], None]
    ) -> None:
        """The wiki says yes, and then that nobody is logged in."""
        password_file(f"('Bot', {PASSWORD!r})\n")
        use(wiki, WikiSession(), "Bot")
        wiki.answer(is_login, {"clientlogin": {"status": "PASS", "username": "Bot"}})
        with pytest.raises(UsageError, match="cannot log in to fake:en as Bot: the wiki gives no"):
            log_in()

    @pytest.mark.parametrize(
        ("content", "words"),
        [(None, "does not exist"), ("('Bot', open('x'))", "Invalid password line format")],
    )
    def test_a_password_file_that_is_no_good(
        self, wiki: FakeWiki, password_file: Callable[[str], None], content: str | None, words: str
    ) -> None:
        if content is None:
            config.password_file = "nowhere.py"
        else:
            password_file(content)
        use(wiki, WikiSession(), "Bot")
        with pytest.raises(UsageError, match=f"cannot log in: .*{words}"):
            log_in()

    def test_oauth_needs_no_password(
        self, wiki: FakeWiki, monkeypatch: pytest.MonkeyPatch, password_file: Callable[[str], None]
    ) -> None:
        password_file("('Bot', open('x'))")
        site = use(wiki, WikiSession(), "Bot")
        monkeypatch.setattr(site, "is_oauth_token_available", lambda: True)
        monkeypatch.setattr(site, "logged_in", lambda: True)
        log_in()


class TestLostLogins:
    def test_cookies_that_are_lost_on_every_read(
        self, wiki: FakeWiki, password_file: Callable[[str], None]
    ) -> None:
        """The run ends, with its reason, after a few logins."""
        password_file(f"('Bot', {PASSWORD!r})\n")
        site = use(wiki, WikiSession(), "Bot")
        log_in()
        anonymous = {"id": 0, "name": "192.0.2.1", "anon": True}

        def is_read(params: dict[str, str]) -> bool:
            if params.get("titles"):
                wiki.user = ""
            return bool(params.get("titles"))

        wiki.answer(is_read, *([{"batchcomplete": True, "query": {"userinfo": anonymous}}] * 100))
        request = site.simple_request(action="query", titles="File:A.jpg", prop="info")
        with (
            pytest.raises(StoppedError, match="the login is lost: the wiki has forgotten one"),
            stop_on_ending_errors(),
        ):
            request.submit()
        assert len(wiki.asked(action="clientlogin")) == MOST_LOGINS

    def test_a_login_token_that_is_always_wrong(
        self, wiki: FakeWiki, password_file: Callable[[str], None]
    ) -> None:
        """Pywikibot would go on for ever."""
        password_file(f"('Bot', {PASSWORD!r})\n")
        use(wiki, WikiSession(), "Bot")
        bad = {"error": {"code": "badtoken", "info": "Invalid CSRF token."}}
        wiki.answer(is_login, *([bad] * 100))
        with pytest.raises(UsageError, match="the wiki has forgotten one login after"):
            log_in()
        assert len(wiki.asked(action="clientlogin")) == MOST_LOGINS


class TestLocalArguments:
    @pytest.fixture(autouse=True)
    def without_sites(self, wiki: FakeWiki) -> None:
        use(wiki, WikiSession())
        pywikibot._sites.clear()  # noqa: SLF001 - arguments are said to come first

    def test_none(self) -> None:
        """Pywikibot would take those of the process."""
        assert local_arguments([]) == []

    def test_global_options_are_taken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(config, "simulate", False)
        assert local_arguments(["-simulate", "-cat:Vienna"]) == ["-cat:Vienna"]
        assert config.simulate is True

    def test_a_wrong_value(self) -> None:
        with pytest.raises(UsageError, match="a global option has a wrong value: "):
            local_arguments(["-putthrottle:soon"])


def test_an_empty_response_is_asked_for_again(wiki: FakeWiki, site: Any) -> None:
    """Of Pywikibot's own requests, too, and then an error."""
    wiki.answer(lambda params: "userinfo" in params.get("meta", ""), *([response(b"{}")] * 2))
    request = site.simple_request(action="query", meta="userinfo")
    assert request.submit()["query"]["userinfo"]["anon"]
    wiki.answer(lambda _: True, *([response(b"{}")] * 100))
    with pytest.raises(StoppedError, match="the wiki does not respond"), stop_on_ending_errors():
        site.simple_request(action="query", meta="userinfo").submit()
