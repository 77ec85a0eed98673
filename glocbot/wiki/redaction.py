"""Take passwords, tokens, cookies and OAuth secrets out of text, in every form they are logged in.

Pure. A secret is known by its value, where that was told, by the name beside it, or by its shape.
"""

import re
from ast import literal_eval
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from json import dumps
from urllib.parse import quote, quote_plus

#: What stands in a secret's place.
HIDDEN = "(hidden)"
#: A shorter value is part of ordinary words; only its name can give it away.
_SHORTEST = 4
#: Names of parameters, headers, cookies and attributes with secrets. MediaWiki's are ``password``,
#: ``lgpassword``, ``retype``, ``OATHToken`` and all kinds of ``…token``; its cookies
#: ``…session``, ``…Session`` and ``…Token``; see https://www.mediawiki.org/wiki/API:Login.
_NAME = (
    r"(?:[\w-]{0,40}(?:token|password|passwd|retype|secret|session|signature|cookie|authorization)"
    r"|oauth_\w+)"
)
#: ``'name': …`` of JSON and of Python's reprs, ``('name', …`` of a list of pairs, at any depth of
#: quoting.
_KEY = re.compile(
    rf"(?P<pair>\(b?)?(?P<quoted>(?<!\\)\\*+['\"]){_NAME}(?P=quoted)\s*(?(pair)[,:]|:)\s*",
    re.IGNORECASE,
)
#: ``name=value`` of a form or an address, and the same with its signs percent-encoded.
_FIELD = re.compile(
    rf"(\b{_NAME})(?:(=)(?!{re.escape(HIDDEN)})[^&\r\n]*|(%3D)(?:(?!%26)[^&\r\n])*)",
    re.IGNORECASE | re.ASCII,
)
#: A header on a line of its own.
_HEADER = re.compile(r"\b((?:set-)?cookie2?|(?:proxy-)?authorization)(:\s*)[^\r\n]+", re.IGNORECASE)
_NEWLINE = r"(?:\r?\n|(?:\\+r)?\\+n)"
#: A part of a multipart body, also within a repr.
_PART = re.compile(
    rf"(name=\\*\"{_NAME}\\*\"(?:(?!{_NEWLINE}--).)*?{_NEWLINE}{{2}})"
    rf".*?(?={_NEWLINE}--|\Z)",
    re.IGNORECASE | re.DOTALL,
)
#: Every token of MediaWiki ends in a plus and a backslash:
#: https://www.mediawiki.org/wiki/API:Tokens.
_TOKEN = re.compile(r"\b[0-9a-f]{32,}(?:\+|%(?:25)*2B)(?:\\+|%(?:25)*5C)?", re.IGNORECASE)
#: Python's reprs of a cookie.
_COOKIE = re.compile(
    r"(<Cookie [^=\s]+=|Cookie\(version=\w+, name='[^']*', value=).*?(?= for |, port=)"
)
#: The parameters of a request that failed, as Pywikibot logs them: one string broken into lines.
_BROKEN = re.compile(r"(query=\n)(.*?)(?=\n +response=\n)", re.DOTALL)
#: Pywikibot quotes a line of the password file that has too many entries.
_PASSWORD_LINE = re.compile(r"(The length of tuple in line .*? given )\(.*", re.DOTALL)
_OPENING = re.compile(r"[bur]{0,2}(?P<escape>(?<!\\)\\*+)(?P<quote>['\"])", re.IGNORECASE)
_CLOSING = {quote: re.compile(rf"(?<!\\)\\*+{quote}") for quote in "'\""}
_BARE = re.compile(r"[^,\s)\]}]*")
#: How each bracket changes the depth.
_BRACKETS = {"[": 1, "(": 1, "{": 1, "]": -1, ")": -1, "}": -1}


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """Return a text with `HIDDEN` in place of every secret.

    Args:
        text: of a log record, a traceback or the like.
        secrets: values that are known to be secret.
    """
    text = _BROKEN.sub(_mend, text)
    if known := _known(frozenset(secrets)):
        text = known.sub(HIDDEN, text)
    text = "".join(_without_mapped(text))
    text = _PART.sub(rf"\g<1>{HIDDEN}", text)
    text = _COOKIE.sub(rf"\g<1>{HIDDEN}", text)
    text = _FIELD.sub(rf"\g<1>\g<2>\g<3>{HIDDEN}", text)
    text = _HEADER.sub(rf"\g<1>\g<2>{HIDDEN}", text)
    text = _PASSWORD_LINE.sub(rf"\g<1>{HIDDEN}", text)
    return _TOKEN.sub(HIDDEN, text)


@lru_cache(maxsize=8)
def _known(secrets: frozenset[str]) -> re.Pattern[str] | None:
    """Return a pattern of all forms in which these values may be written."""
    forms = {form for secret in secrets for form in _forms(secret) if len(form) >= _SHORTEST}
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE) if forms else None


def _forms(secret: str) -> Iterator[str]:
    # Pywikibot takes a parameter apart at its bars.
    for part in {secret, *secret.split("|")}:
        yield from (part, quote(part), quote(part, safe=""), quote_plus(part), escape(part))
        yield quote(quote(part, safe=""), safe="")
        json, ascii_json = dumps(part, ensure_ascii=False)[1:-1], dumps(part)[1:-1]
        once = repr(part)[1:-1]
        yield from (
            json,
            ascii_json,
            once,
            repr(once)[1:-1],
            repr(json)[1:-1],
            repr(ascii_json)[1:-1],
        )
        yield ascii(part.encode())[2:-1]


def _mend(broken: re.Match[str]) -> str:
    """Put a string together again that was broken into lines; hide it where that fails."""
    try:
        whole = literal_eval(broken[2])
    except (SyntaxError, ValueError):
        whole = HIDDEN
    return f"{broken[1]}{whole}"


def _without_mapped(text: str) -> Iterator[str]:
    """Yield a text in pieces, without the values that JSON or a repr gives to secrets' names."""
    done = 0
    for key in _KEY.finditer(text):
        if key.start() >= done:
            yield text[done : key.end()]
            yield HIDDEN
            done = _end_of_value(text, key.end())
    yield text[done:]


def _end_of_value(text: str, start: int) -> int:
    """Return where a value ends that begins here: a string, a word or number, or a list of them."""
    if text[start : start + 1] not in _BRACKETS and not _OPENING.match(text, start):
        word = _BARE.match(text, start)
        return word.end() if word else start
    place, depth = start, 0
    while place < len(text):
        if opening := _OPENING.match(text, place):
            place = _end_of_string(text, opening)
        else:
            depth += _BRACKETS.get(text[place], 0)
            place += 1
        if depth <= 0:
            break
    return place


def _end_of_string(text: str, opening: re.Match[str]) -> int:
    """Return where a string ends; at the end of the text if it was cut off.

    Backslashes double with each depth of quoting, so their number before a quote tells whether it
    ends the string or belongs to it.
    """
    depth = len(opening["escape"])
    for quoted in _CLOSING[opening["quote"]].finditer(text, opening.end()):
        if (len(quoted[0]) - 1) % (2 * depth + 2) == depth:
            return quoted.end()
    return len(text)
