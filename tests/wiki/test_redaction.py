"""Which text is a secret, in the forms in which Pywikibot and the libraries below it log one."""

import json
from http.cookiejar import CookieJar
from pprint import pformat
from typing import Any
from urllib.parse import quote, quote_plus, urlencode

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st
from requests.structures import CaseInsensitiveDict

from glocbot.wiki.redaction import HIDDEN, redact

TOKEN = "0123456789abcdef0123456789abcdef6b062b30+\\"
PASSWORD = "Öffne 'dich'|\"Sesam\" & 100% = a+b\\c"
SECRET = "v3ry-s3cret"


def parameters(**changes: str) -> dict[str, list[str]]:
    """Return parameters as Pywikibot keeps them: taken apart at bars."""
    given = {"action": "clientlogin", "username": "Bot", "password": SECRET, "logintoken": TOKEN}
    return {name: value.split("|") for name, value in (given | changes).items()}


def failed(**changes: str) -> str:
    """Return what Pywikibot logs of a request that the wiki refused."""
    query = pformat(str(parameters(**changes)))
    response = {"error": {"code": "badtoken", "token": TOKEN}}
    return f"API Error: query=\n{query}\n           response=\n{response}"


def cookies() -> CookieJar:
    jar = requests.Session().cookies
    jar.set("wiki_session", SECRET, domain="127.0.0.1", path="/")
    return jar


#: Texts with secrets that nothing gives away but their names, and what must be left of them.
NAMED = {
    "a form": (f"/api.php, action=clientlogin&password={SECRET}&username=Bot", "&username=Bot"),
    "the last of a form": (f"Body: 'action=login&lgpassword={SECRET}'", "action=login&"),
    "an address": (f"https://x.org/w/api.php?token={SECRET}&maxlag=5", "&maxlag=5"),
    "a whole form": (urlencode({"lgtoken": SECRET, "lgname": "Bot"}), "&lgname=Bot"),
    "a form in a form": (quote(f"oauth_token={SECRET}&a=b"), "%26a%3Db"),
    "JSON": (json.dumps({"csrftoken": SECRET, "a": 1}), '"a": 1}'),
    "JSON without blanks": (
        json.dumps({"csrftoken": SECRET, "a": 1}, separators=(",", ":")),
        '"a":1',
    ),
    "JSON in bytes": (repr(json.dumps({"a": 1, "logintoken": SECRET}).encode()), '"a": 1'),
    "JSON in JSON": (json.dumps(json.dumps({"logintoken": SECRET, "a": 1})), '\\"a\\": 1'),
    "JSON in a repr in JSON": (json.dumps(repr(json.dumps({"token": SECRET, "a": "b"}))), "b"),
    "JSON cut off": ('{"query":{"a":1,"tokens":{"logintoken":"v3ry-s3cret', '"a":1'),
    "tokens": (str({"csrf": 1, "csrftoken": SECRET}), "'csrf': 1"),
    "a repr": (str(parameters()), "'username': ['Bot']"),
    "a repr of two parts": (str({"password": [SECRET, SECRET], "a": 1}), "'a': 1"),
    "nested lists": (str({"password": [[SECRET, {"b": SECRET}], (SECRET,)], "a": 1}), "'a': 1"),
    "bytes": (str({"password": SECRET.encode(), "a": 1}), "'a': 1"),
    "a repr of a repr": (repr(str(parameters())), "username"),
    "a repr of a repr of a repr": (repr(repr(str(parameters()) + '"')), "username"),
    "a broken repr": (failed(), "'username': ['Bot']"),
    "headers": (
        f"headers=\n{CaseInsensitiveDict({'Set-Cookie': f'a={SECRET}; path=/', 'Server': 'X'})}",
        "'Server': 'X'",
    ),
    "request headers": (str({"Cookie": f"a_session={SECRET}", "Accept": "*/*"}), "'Accept': '*/*'"),
    "pairs of headers": (str([("Set-Cookie", SECRET), ("Age", "0")]), "('Age', '0')"),
    "pairs of bytes": (str([(b"Cookie", SECRET.encode()), (b"Age", b"0")]), "b'0'"),
    "a header line": (f"Set-Cookie: a={SECRET}; path=/\r\nServer: X", "Server: X"),
    "an authorization": (
        f'Authorization: OAuth oauth_signature="{SECRET}", a="b"',
        "Authorization",
    ),
    "OAuth parameters": (f"Signing with oauth_consumer_key='{SECRET}'\nNext", "\nNext"),
    "a named tuple": (f"ConsumerToken(key='public', secret='{SECRET}')", "key='public'"),
    "a cookie": (f"<CookieJar[<Cookie wiki_session={SECRET} for 127.0.0.1/>]>", "for 127.0.0.1"),
    "a cookie of any name": (f"<Cookie GeoIP={SECRET} for x.org/>", "for x.org"),
    "a cookie jar": (str(cookies()), "for 127.0.0.1/"),
    "cookies": (repr(list(cookies())), "domain='127.0.0.1'"),
    "a cookie's text": (f"sent wiki_session={SECRET}", "sent wiki_session="),
    "a multipart body": (
        f'--=1\nContent-disposition: x; name="token"\n\n{SECRET}\n--=1\nname="a"\n\nb\n--=1--',
        'name="a"\n\nb\n',
    ),
    "a multipart body as bytes": (
        repr(
            b'--=1\r\nContent-disposition: form-data; name="lgpassword"\r\nMIME-Version: 1.0'
            b'\r\n\r\nv3ry-s3cret\r\n--=1\r\nname="a"\r\n\r\nb\r\n--=1--'
        ),
        "--=1--",
    ),
    "the end of a multipart body": (f'name="password"\n\n{SECRET}', 'name="password"'),
    "a line of the password file": (
        f"The length of tuple in line 3 should be 2 to 4, 5 given (('en', 'b', '{SECRET}', 1, 2))",
        "line 3",
    ),
}


@pytest.mark.parametrize("name", NAMED)
def test_a_name_gives_a_secret_away(name: str) -> None:
    text, left = NAMED[name]
    clean = redact(text)
    assert SECRET not in clean
    assert HIDDEN in clean
    assert left in clean


@pytest.mark.parametrize(
    "text",
    [
        f"Invalid token {TOKEN!r} for user",
        f"{{'login': {TOKEN!r}}}",
        quote(TOKEN, safe=""),
        quote(quote(TOKEN, safe=""), safe=""),
        json.dumps([TOKEN]),
        repr(json.dumps(TOKEN)),
        f"{TOKEN[:-1]}",
    ],
)
def test_the_shape_of_a_token_gives_it_away(text: str) -> None:
    clean = redact(text)
    assert TOKEN[:32] not in clean
    assert "\\" not in clean
    assert HIDDEN in clean


@pytest.mark.parametrize(
    "form",
    [
        str,
        quote,
        quote_plus,
        lambda value: quote(value, safe=""),
        lambda value: quote(value, safe="").lower(),
        lambda value: quote(quote(value, safe=""), safe=""),
        json.dumps,
        lambda value: json.dumps(value, ensure_ascii=False),
        repr,
        lambda value: repr(repr(value)),
        lambda value: repr(value.encode()),
        lambda value: repr(json.dumps(value)),
        lambda value: str(value.split("|")),
        lambda value: urlencode({"a": value}),
        lambda value: str(ValueError("no", [{"a": (value,)}])),
    ],
)
def test_a_known_value_is_hidden_in_all_forms(form: Any) -> None:
    written = form(PASSWORD)
    clean = redact(f"before {written} behind", [PASSWORD])
    for part in PASSWORD.split("|"):
        assert form(part).strip("'\"[]") not in clean
    assert not {"ffne", "dich", "Sesam", "100"} & set(clean.replace("'", " ").split())
    assert "ffne" not in clean
    assert "esam" not in clean
    assert clean.startswith("before ")
    assert clean.endswith(" behind")


@given(st.text(min_size=4).filter(lambda text: len(set(text)) > 3))
def test_any_password_in_a_failed_request(password: str) -> None:
    """Whatever it is made of, and wherever Pywikibot breaks the line."""
    clean = redact(failed(password=password))
    left = f"{{'action': ['clientlogin'], 'username': ['Bot'], 'password': {HIDDEN}, 'logintoken'"
    assert clean.startswith(f"API Error: query=\n{left}: {HIDDEN}}}\n")
    assert clean.count("\n") == 3


@pytest.mark.parametrize(
    "text",
    [
        "Logging in to embedded:en as Bot",
        "WrongToken: Received incorrect login token. Forcing re-login.",
        "action=query&meta=tokens&type=csrf%7Clogin&formatversion=2",
        "{'query': {'tokens': {}}}",
        "Closing network session.",
        "Password for user Bot on embedded:en (no characters will be shown): ",
        "e88a091ad51070daa5bca2990accd04c0c4a547c",
        "{'sha1': 'e88a091ad51070daa5bca2990accd04c0c4a547c', 'revid': 41}",
        "API error badtoken: Invalid CSRF token.",
        "Saved as revision 41.",
        "+{{Location|48.20849|16.37208|source:exif}}",
        "",
    ],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert redact(text, ["", "abc", PASSWORD]) == text


def test_parameters_that_cannot_be_read_are_hidden_whole() -> None:
    clean = redact(f"API Error: query=\n<odd {SECRET}\n           response=\n{{}}")
    assert clean == f"API Error: query=\n{HIDDEN}\n           response=\n{{}}"


def test_a_hostile_text_takes_no_time() -> None:
    """Much nesting and long words, as pages may have them."""
    for text in ("'token': " + "[" * 100_000, "a-" * 50_000, "a" * 100_000, "'" + "\\" * 100_000):
        redact(text)
