"""Send one edit through the API, once, and say what the wiki made of it.

Pywikibot's request class brings the throttle, maxlag, the login and the headers. What it does
after a response that is no success is left out: it sends the same edit again, also where the first
one was made and a person has reverted it since.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pywikibot
from pywikibot.data import api
from pywikibot.exceptions import APIError, Error, ServerError

from glocbot.options import UsageError
from glocbot.wiki.errors import Effect, StoppedError, effect, one_line, stop_on_ending_errors
from glocbot.wiki.login import log_in

_NO_RESPONSE = "no response to the edit arrived"
_NOTHING_CHANGED = "the wiki accepted the edit but changed nothing"


@dataclass(frozen=True, slots=True)
class Made:
    """The edit was made.

    Attributes:
        revid: the new revision.
        parent: the revision that it was put on top of.
    """

    revid: int
    parent: int


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """The wiki did not say that the edit was made.

    Attributes:
        effect: what that means.
        words: what the wiki said, in one line.
    """

    effect: Effect
    words: str


EditResponse = Made | Unconfirmed


class _NoResponseError(Exception):
    """There is no response, or none that can be read."""


class _Request(api.Request):
    """A request that is sent once and leaves it to the caller what comes next."""

    def wait(self, delay: float | None = None, **_: Any) -> None:  # noqa: ANN401 - Pywikibot's
        """End where Pywikibot would wait and send the request again."""
        raise _NoResponseError(delay)

    def _handle_warnings(self, result: Any) -> bool:  # noqa: ANN401 - the API's JSON
        """Raise every error; Pywikibot calls this for each response, before it looks at errors."""
        if not isinstance(result, dict):
            raise _NoResponseError
        if isinstance(error := result.get("error"), dict):
            raise APIError(**{"code": "", "info": ""} | error)
        retry: bool = super()._handle_warnings(result)
        return retry


class Editor:
    """Edits pages of a wiki with the configured account."""

    def __init__(self, site: pywikibot.site.APISite) -> None:
        """Make an editor.

        Args:
            site: the wiki.
        """
        self._site = site
        self._token: str | None = None
        self._flagged = False
        self._login_expired = False

    def prepare(self) -> None:
        """Wait for the throttle, and have login and token at hand for an edit at once.

        Raises:
            StoppedError: when there is no login to be had.
        """
        with stop_on_ending_errors():
            if self._login_expired:
                self._log_in_anew()
            self._flagged = self._is_flagged()
            self._token = self._site.tokens["csrf"]
        throttle = self._site.throttle
        throttle.wait(throttle.waittime(write=True))

    def put(self, title: str, text: str, *, base: int, summary: str) -> EditResponse:
        """Put a text in the place of a page's text.

        Args:
            title: of a page that exists.
            text: of the whole page.
            base: the revision that the text was made from. An edit since then is merged or is a
                conflict, also one of this account: with a base timestamp beside it, MediaWiki would
                let the account overwrite its own (docs/facts.md §4.5).
            summary: the edit summary.

        Raises:
            StoppedError: when no further edit can succeed.
        """
        return self._send({"title": title, "text": text, "baserevid": base, "summary": summary})

    def undo(self, title: str, revid: int, *, summary: str) -> EditResponse:
        """Undo one revision of a page, whatever came after it.

        Args:
            title: of the page.
            revid: the revision.
            summary: the edit summary.

        Raises:
            StoppedError: when no further edit can succeed.
        """
        return self._send({"title": title, "undo": revid, "summary": summary})

    def _send(self, parameters: dict[str, Any]) -> EditResponse:
        if self._token is None:
            self.prepare()
        edit = {
            "action": "edit",
            "formatversion": 2,
            "nocreate": True,
            "notminor": True,
            "bot": self._flagged,
            "token": self._token,
            **parameters,
        }
        try:
            request = _Request(site=self._site, use_get=False, parameters=edit)
            # Pywikibot insists on a login; a bot whose flag was taken away should stop as well.
            request["assert"] = "bot" if self._flagged else "user"
            response = _response(request.submit())
        except APIError as error:
            response = Unconfirmed(effect(error.code), _words(error))
        except (_NoResponseError, ServerError, ConnectionError):
            response = Unconfirmed(Effect.UNKNOWN, _NO_RESPONSE)
        except Error as error:  # the account is not logged in; Pywikibot has no class for that
            raise StoppedError(f"the account cannot edit: {one_line(error)}") from error
        return self._checked(response)

    def _checked(self, response: EditResponse) -> EditResponse:
        """Take note of what concerns all edits."""
        if isinstance(response, Unconfirmed) and response.effect is Effect.END:
            raise StoppedError(f"the wiki refuses all edits: {response.words}")
        self._login_expired = isinstance(response, Unconfirmed) and response.effect is Effect.LOGIN
        return response

    def _log_in_anew(self) -> None:
        self._site.tokens.clear()
        del self._site.userinfo  # or Pywikibot takes the account for logged in
        try:
            log_in()
        except UsageError as error:
            raise StoppedError(f"the login is lost: {error}") from error
        self._login_expired = False
        if self._flagged and not self._is_flagged():
            raise StoppedError("the account has no bot flag any more")

    def _is_flagged(self) -> bool:
        flagged: bool = self._site.has_right("bot")
        if not flagged and self._token is None and self._site.has_group("bot"):
            pywikibot.warning(
                "The account is a bot, but this login may not use its flag: its edits will show "
                "among everybody's. Grant the bot password or OAuth consumer high-volume editing."
            )
        return flagged


def _response(response: object) -> EditResponse:
    """Read what the API says of an edit in its second format."""
    match response:
        case {"edit": {"result": "Success", "newrevid": int(revid), "oldrevid": int(parent)}}:
            return Made(revid, parent)
        case {"edit": {"result": "Success", "nochange": _}}:
            return Unconfirmed(Effect.UNCHANGED, _NOTHING_CHANGED)
        case {"edit": {"captcha": _}}:
            raise StoppedError("the wiki asks for a captcha, which a bot must not solve")
        case {"edit": {"result": "Failure", **why}}:
            return Unconfirmed(Effect.FAILED, _reasons(why))
        case _:
            return Unconfirmed(Effect.UNKNOWN, _NO_RESPONSE)


def _words(error: APIError) -> str:
    """Return an error's words, with those of people: a filter's name, the reason for a block."""
    info = one_line(error) or error.code
    match error.other:
        case {"abusefilter": {"description": str(description)}}:
            verb = "warns of" if error.code == "abusefilter-warning" else "forbids"
            return f"an abuse filter {verb} this edit: {' '.join(description.split())}"
        case {"blockinfo": {"blockedby": by, "blockreason": reason}}:
            return f"{info} {by}: {reason}"
        case {"readonlyreason": reason}:
            return f"{info} {reason}"
        case _:
            return info


def _reasons(why: Mapping[Any, object]) -> str:
    """Return what an extension says of an edit that it stopped, in the API's older form."""
    return ", ".join(f"{name}: {value}" for name, value in why.items()) or "no reason is given"
