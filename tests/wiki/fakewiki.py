"""A wiki without a network: Pywikibot's own site, session and requests, answered from a table."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pywikibot
import requests
from pywikibot import config, family
from pywikibot.comms import http
from requests.adapters import BaseAdapter

FAMILY = "fake"
CODE = "en"
HOST = "wiki.example"
#: As MediaWiki 1.39 says it, cut to what Pywikibot looks at.
GENERAL = {
    "sitename": "Fake",
    "generator": "MediaWiki 1.39.17",
    "case": "first-letter",
    "lang": "en",
    "fallback": [],
    "servername": HOST,
    "server": f"https://{HOST}",
    "articlepath": "/wiki/$1",
    "scriptpath": "/w",
    "script": "/w/index.php",
    "legaltitlechars": " %!\"$&'()*,\\-.\\/0-9:;=?@A-Z\\\\^_`a-z~\\x80-\\xFF+",
    "linktrail": "/^([a-z]+)(.*)$/sD",
    "linkprefix": "",
    "time": "2026-11-25T01:06:54Z",
    "wikiid": "fake",
    "readonly": False,
    "thumblimits": {},
    "imagelimits": {},
    "magiclinks": {},
}
NAMESPACES = {
    -2: "Media",
    -1: "Special",
    0: "",
    1: "Talk",
    2: "User",
    4: "Project",
    6: "File",
    8: "MediaWiki",
    10: "Template",
    14: "Category",
}
TOKEN = "0123456789abcdef0123456789abcdef6b062b30+\\"
Params = dict[str, str]
#: What a wiki makes of a request: JSON, or an HTTP response, or an error of the network.
Answer = Mapping[str, Any] | requests.Response | Exception


def response(
    content: object, status: int = 200, headers: Mapping[str, str] | None = None
) -> requests.Response:
    """Make an HTTP response of JSON, or of the bytes given."""
    made = requests.Response()
    made.status_code = status
    made.reason = "OK" if status == 200 else "Trouble"
    made.headers.update(headers or {})
    made._content = content if isinstance(content, bytes) else json.dumps(content).encode()  # noqa: SLF001 - what `requests` has no other way for
    made.encoding = "utf-8"
    return made


class FakeWiki(BaseAdapter):
    """Answers what is requested of the fake wiki.

    Attributes:
        requests: the parameters of each, in order.
        user: who is logged in; "" for nobody.
        rights: of that user.
        passwords: of the accounts.
        answers: for requests to come: a predicate, and what comes of it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.requests: list[Params] = []
        self.user = ""
        self.rights = ["read", "edit", "writeapi"]
        self.passwords: dict[str, str] = {}
        self.answers: list[tuple[Callable[[Params], bool], Iterator[Answer]]] = []

    def answer(self, when: Callable[[Params], bool], *answers: Answer) -> None:
        """Answer the next requests of a kind with these, one after the other."""
        self.answers.append((when, iter(answers)))

    def asked(self, **params: str) -> list[Params]:
        """Return the requests that had these parameters."""
        return [each for each in self.requests if params.items() <= each.items()]

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        url = urlsplit(str(request.url))
        body = request.body or ""
        text = body.decode() if isinstance(body, bytes) else str(body)
        params = dict(parse_qsl(url.query or text, keep_blank_values=True))
        self.requests.append(params)
        answer = self._answer(params)
        if isinstance(answer, Exception):
            raise answer
        made = answer if isinstance(answer, requests.Response) else response(answer)
        made.request, made.url = request, str(request.url)
        return made

    def close(self) -> None:
        """Nothing is open."""

    def _answer(self, params: Params) -> Answer:
        for when, answers in self.answers:
            if when(params) and (answer := next(answers, None)) is not None:
                return answer
        match params["action"]:
            case "query":
                return {"batchcomplete": True, "query": self._query(params)}
            case "clientlogin":
                return {"clientlogin": self._login(params)}
            case "paraminfo":
                return {"paraminfo": {"modules": _modules(params["modules"].split("|"))}}
            case action:
                raise AssertionError(action)

    def _query(self, params: Params) -> dict[str, Any]:
        found: dict[str, Any] = {}
        meta = params.get("meta", "").split("|")
        if "siteinfo" in meta:
            found |= _siteinfo()
        if "userinfo" in meta:
            found["userinfo"] = self._userinfo()
        if "tokens" in meta:
            found["tokens"] = {f"{name}token": TOKEN for name in params["type"].split("|")}
        return found

    def _userinfo(self) -> dict[str, Any]:
        if not self.user:
            return {"id": 0, "name": "192.0.2.1", "anon": True, "groups": ["*"], "rights": ["read"]}
        return {"id": 4, "name": self.user, "groups": ["*", "user"], "rights": self.rights}

    def _login(self, params: Params) -> dict[str, str]:
        if self.passwords.get(params["username"]) == params["password"]:
            self.user = params["username"]
            return {"status": "PASS", "username": self.user}
        return {
            "status": "FAIL",
            "message": "Incorrect username or password entered. Please try again.",
            "messagecode": "wrongpassword",
        }


def _siteinfo() -> dict[str, Any]:
    namespaces = {
        str(number): {
            "id": number,
            "case": "first-letter",
            "name": name,
            "canonical": name,
            "subpages": False,
            "content": number == 0,
            "nonincludable": False,
        }
        for number, name in NAMESPACES.items()
    }
    aliases = [{"id": 6, "alias": "Image"}]
    extensions: list[dict[str, str]] = []
    return {
        "general": GENERAL,
        "namespaces": namespaces,
        "namespacealiases": aliases,
        "extensions": extensions,
        "magicwords": [],
    }


def _modules(names: list[str]) -> list[dict[str, Any]]:
    """Return as much of the API's description of itself as Pywikibot insists on."""
    actions = ["clientlogin", "edit", "paraminfo", "parse", "query"]
    submodules = {"list": ["allusers"], "meta": ["tokens", "userinfo"], "prop": ["imageinfo"]}
    kinds = ["csrf", "login"]
    parameters = {
        "main": [_parameter("action", actions, "")],
        "query": [
            *(_parameter(name, values, "query+") for name, values in submodules.items()),
            {"name": "generator", "type": []},
        ],
        "query+tokens": [{"name": "type", "type": kinds}],
    }
    return [
        {
            "name": name.rpartition("+")[2],
            "classname": f"Api{name}",
            "path": name,
            "prefix": "",
            "parameters": parameters.get(name, []),
        }
        for name in names
    ]


def _parameter(name: str, values: list[str], path: str) -> dict[str, Any]:
    submodules = {value: f"{path}{value}" for value in values}
    return {"name": name, "type": values, "submodules": submodules, "limit": 50}


class _Family(family.Family):  # type: ignore[misc]
    name = FAMILY
    langs = {CODE: HOST}  # noqa: RUF012 - Pywikibot's

    def protocol(self, code: str) -> str:
        del code
        return "http"  # asks by POST, without asking for the modules first


def use(wiki: FakeWiki, session: requests.Session, user: str | None = None) -> Any:
    """Return a new site on which all requests of a session go to a fake wiki.

    Args:
        wiki: the wiki.
        session: is Pywikibot's from then on.
        user: the configured account; None for none.
    """
    session.mount("http://", wiki)
    http.session = session
    family.Family._families[FAMILY] = _Family()  # noqa: SLF001 - or it must be a file
    pywikibot._sites.clear()  # noqa: SLF001 - a site remembers what it has read
    config.family, config.mylang = FAMILY, CODE
    config.usernames[FAMILY].clear()
    if user:
        config.usernames[FAMILY][CODE] = user
    return pywikibot.Site()
