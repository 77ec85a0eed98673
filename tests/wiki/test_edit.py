"""One edit, one request: what is sent, and what the responses mean. No network."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import pytest
import pywikibot
import requests
from pywikibot.exceptions import ServerError

from glocbot.options import UsageError
from glocbot.wiki import edit
from glocbot.wiki.edit import Editor, EditResponse, Made, Unconfirmed
from glocbot.wiki.errors import Effect, StoppedError

TITLE = "File:Lake ä.jpg"
RIGHTS = ["edit", "bot"]
#: As MediaWiki 1.39 responds, with the extensions AbuseFilter and ConfirmEdit; without ``docref``.
SAVED = {
    "edit": {
        "result": "Success",
        "pageid": 33,
        "title": TITLE,
        "contentmodel": "wikitext",
        "oldrevid": 33,
        "newrevid": 34,
        "newtimestamp": "2026-11-25T00:55:26Z",
    }
}
UNCHANGED = {
    "edit": {
        "result": "Success",
        "pageid": 33,
        "title": TITLE,
        "contentmodel": "wikitext",
        "nochange": True,
    }
}
CAPTCHA = {
    "edit": {
        "captcha": {"type": "question", "mime": "text/html", "id": "46", "question": "2 + 2?"},
        "result": "Failure",
    }
}
NAMED = (
    "A brief description of the abuse rule which your action matched is: Mass addition of "
    "coordinates"
)
FILTER = {"id": "1", "description": "Mass addition of coordinates"}


@dataclass
class Throttle:
    """Stands for Pywikibot's: what it would wait."""

    calls: list[object] = field(default_factory=list)

    def waittime(self, *, write: bool) -> float:
        assert write
        return 7.5

    def wait(self, seconds: float) -> None:
        self.calls.append(seconds)

    def __call__(self, *, write: bool) -> None:
        self.calls.append("write" if write else "read")


class Wiki:
    """What goes over the line: the requests that were sent, and the responses to come."""

    def __init__(self) -> None:
        self.sent: list[dict[str, str]] = []
        self.responses: list[Any] = []

    def request(
        self, _: object, uri: str, method: str, data: str, headers: dict[str, str]
    ) -> requests.Response:
        assert (method, uri) == ("POST", "/w/api.php")
        assert headers["Content-Type"] == "application/x-www-form-urlencoded"
        self.sent.append(dict(parse_qsl(data, keep_blank_values=True)))
        content = self.responses.pop(0)
        if isinstance(content, BaseException):
            raise content
        response = requests.Response()
        response.status_code = 200
        response._content = (  # noqa: SLF001 - there is no other way to make a response
            content if isinstance(content, bytes) else json.dumps(content).encode()
        )
        response.request = requests.Request("POST", "https://wiki.example/").prepare()
        return response


@pytest.fixture
def wiki(monkeypatch: pytest.MonkeyPatch) -> Wiki:
    made = Wiki()
    monkeypatch.setattr("pywikibot.comms.http.request", made.request)
    return made


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A site of Pywikibot's where an account with a bot flag is logged in."""
    monkeypatch.setitem(pywikibot.config.usernames["commons"], "commons", "Glocbot")
    monkeypatch.setattr(pywikibot.site.APISite, "login", lambda *_, **__: None)
    made = pywikibot.site.APISite("commons", "commons", "Glocbot")
    made._userinfo = {"id": 7, "name": "Glocbot", "rights": RIGHTS, "groups": ["bot"]}  # noqa: SLF001
    made._throttle = Throttle()  # noqa: SLF001
    made.tokens._currentuser = "Glocbot"  # noqa: SLF001
    made.tokens._tokens = {"csrf": "first+\\"}  # noqa: SLF001
    return made


@pytest.fixture
def editor(site: Any) -> Editor:
    made = Editor(site)
    made.prepare()
    return made


def put(editor: Editor) -> EditResponse:
    return editor.put(TITLE, "Über | alles", base=33, summary="Add a {{Location}}")


def error(code: str, info: str = "No.", **more: Any) -> dict[str, Any]:
    return {"error": {"code": code, "info": info, "docref": "See the API", **more}}


class TestWhatIsSent:
    def test_a_text(self, editor: Editor, wiki: Wiki) -> None:
        """No base timestamp, with which an account overwrites its own edits."""
        wiki.responses = [SAVED]
        assert put(editor) == Made(34, parent=33)
        assert wiki.sent == [
            {
                "action": "edit",
                "assert": "bot",
                "baserevid": "33",
                "bot": "",
                "format": "json",
                "formatversion": "2",
                "maxlag": "5",
                "nocreate": "",
                "notminor": "",
                "summary": "Add a {{Location}}",
                "text": "Über | alles",
                "title": TITLE,
                "token": "first+\\",
            }
        ]

    def test_an_undo(self, editor: Editor, wiki: Wiki) -> None:
        wiki.responses = [SAVED]
        assert editor.undo(TITLE, 32, summary="Undo") == Made(34, parent=33)
        [sent] = wiki.sent
        assert (sent["undo"], sent["summary"], sent["bot"]) == ("32", "Undo", "")
        assert not {"text", "baserevid", "undoafter"} & sent.keys()

    @pytest.mark.parametrize("groups", [["user"], ["user", "bot"]])
    def test_without_a_bot_flag(
        self, site: Any, wiki: Wiki, capsys: pytest.CaptureFixture[str], groups: list[str]
    ) -> None:
        """A bot whose login was not granted the right is told so, once."""
        site.userinfo.update(rights=["edit"], groups=groups)
        wiki.responses = [SAVED, SAVED]
        editor = Editor(site)
        put(editor)
        editor.prepare()
        put(editor)
        assert [sent["assert"] for sent in wiki.sent] == ["user", "user"]
        assert not any("bot" in sent for sent in wiki.sent)
        said = capsys.readouterr().err
        assert said.count("this login may not use its flag") == groups.count("bot")

    def test_the_throttle_waits_before_all_else(
        self, editor: Editor, site: Any, wiki: Wiki
    ) -> None:
        assert site.throttle.calls == [7.5]
        wiki.responses = [SAVED]
        put(editor)
        assert site.throttle.calls == [7.5, "write"]


class TestResponses:
    @pytest.mark.parametrize(
        ("response", "effect", "words"),
        [
            (UNCHANGED, Effect.UNCHANGED, "the wiki accepted the edit but changed nothing"),
            (error("editconflict"), Effect.CONFLICT, "No."),
            (error("missingtitle"), Effect.DELETED, "No."),
            (error("protectedpage", "It is\nprotected."), Effect.PROTECTED, "It is protected."),
            (error("ratelimited"), Effect.WAIT, "No."),
            (error("maxlag", lag=7), Effect.WAIT, "No."),
            (error("readonly", readonlyreason="Moving"), Effect.WAIT, "No. Moving"),
            (error("badtoken"), Effect.LOGIN, "No."),
            (error("assertbotfailed"), Effect.LOGIN, "No."),
            (error("internal_api_error_DBQueryError"), Effect.UNKNOWN, "No."),
            (error("hookaborted", ""), Effect.FAILED, "hookaborted"),
            (error("spamblacklist", spamblacklist={"matches": ["x"]}), Effect.FAILED, "No."),
            (
                error("abusefilter-warning", NAMED, abusefilter={**FILTER, "actions": ["warn"]}),
                Effect.FAILED,
                "an abuse filter warns of this edit: Mass addition of coordinates",
            ),
            (
                error("abusefilter-disallowed", NAMED, abusefilter=FILTER),
                Effect.FAILED,
                "an abuse filter forbids this edit: Mass addition of coordinates",
            ),
            (
                {"edit": {"result": "Failure", "code": "filtered", "info": "No."}},
                Effect.FAILED,
                "code: filtered, info: No.",
            ),
            ({"edit": {"result": "Failure"}}, Effect.FAILED, "no reason is given"),
        ],
    )
    def test_the_edit_is_not_confirmed(
        self, editor: Editor, wiki: Wiki, response: Any, effect: Effect, words: str
    ) -> None:
        """One request, whatever the response: nothing is sent again."""
        wiki.responses = [response]
        assert put(editor) == Unconfirmed(effect, words)
        assert len(wiki.sent) == 1

    @pytest.mark.parametrize(
        "response",
        [
            {},
            [],
            [1],
            "text",
            7,
            {"edit": {}},
            {"edit": {"result": "Success"}},
            {"edit": {"result": "Success", "newrevid": "34", "oldrevid": 33}},
            {"batchcomplete": True},
            b"",
            b'{"edit": {"result": "Succ',
            b"<html>Our servers are currently under maintenance</html>",
            ServerError("503 Server Error"),
            requests.exceptions.ReadTimeout("read timed out"),
            requests.exceptions.ConnectionError("reset by peer"),
            ConnectionError("no such host"),
        ],
    )
    def test_no_response_or_none_that_can_be_read(
        self, editor: Editor, wiki: Wiki, response: Any
    ) -> None:
        wiki.responses = [response]
        assert put(editor) == Unconfirmed(Effect.UNKNOWN, "no response to the edit arrived")
        assert len(wiki.sent) == 1

    def test_warnings_are_no_errors(self, editor: Editor, wiki: Wiki) -> None:
        wiki.responses = [{**SAVED, "warnings": {"main": {"warnings": "Use something else."}}}]
        assert put(editor) == Made(34, parent=33)

    @pytest.mark.parametrize(
        ("response", "words"),
        [
            (CAPTCHA, "the wiki asks for a captcha, which a bot must not solve"),
            (
                error("blocked", "Blocked.", blockinfo={"blockedby": "Kim", "blockreason": "Out"}),
                "the wiki refuses all edits: Blocked. Kim: Out",
            ),
            (error("permissiondenied"), "the wiki refuses all edits: No."),
        ],
    )
    def test_no_further_edit_can_succeed(
        self, editor: Editor, wiki: Wiki, response: Any, words: str
    ) -> None:
        wiki.responses = [response]
        with pytest.raises(StoppedError) as caught:
            put(editor)
        assert str(caught.value) == words
        assert len(wiki.sent) == 1

    def test_nobody_is_logged_in(self, site: Any, editor: Editor) -> None:
        site.userinfo["anon"] = True
        with pytest.raises(StoppedError, match="the account cannot edit: API write action"):
            put(editor)


class TestAnExpiredLogin:
    @pytest.fixture
    def logins(self, site: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The rights that the account has after each login; the login itself is taken out."""
        rights = ["edit", "bot"]

        def log_in() -> None:
            if "no" in rights:
                raise UsageError("the password is wrong")
            site._userinfo = {"id": 7, "name": "Glocbot", "rights": rights, "groups": []}  # noqa: SLF001
            site.tokens._tokens = {"csrf": "second+\\"}  # noqa: SLF001

        monkeypatch.setattr(edit, "log_in", log_in)
        return rights

    def test_the_next_edit_has_a_new_login_and_token(
        self, editor: Editor, wiki: Wiki, logins: list[str]
    ) -> None:
        assert logins
        wiki.responses = [error("badtoken"), SAVED, SAVED]
        assert put(editor) == Unconfirmed(Effect.LOGIN, "No.")
        editor.prepare()
        assert put(editor) == Made(34, parent=33)
        editor.prepare()
        assert put(editor) == Made(34, parent=33)
        assert [sent["token"] for sent in wiki.sent] == ["first+\\", "second+\\", "second+\\"]

    def test_the_account_has_no_flag_any_more(
        self, editor: Editor, wiki: Wiki, logins: list[str]
    ) -> None:
        logins.remove("bot")
        wiki.responses = [error("assertbotfailed")]
        put(editor)
        with pytest.raises(StoppedError, match="the account has no bot flag any more"):
            editor.prepare()

    def test_there_is_no_login_to_be_had(
        self, editor: Editor, wiki: Wiki, logins: list[str]
    ) -> None:
        logins.append("no")
        wiki.responses = [error("assertuserfailed")]
        put(editor)
        with pytest.raises(StoppedError, match="the login is lost: the password is wrong"):
            editor.prepare()


def test_the_wiki_is_away_before_the_edit(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise ServerError("503")

    site.tokens._tokens = {}  # noqa: SLF001
    monkeypatch.setattr(type(site), "get_tokens", away)
    with pytest.raises(StoppedError, match="the wiki does not respond: 503"):
        Editor(site).prepare()
