"""What goes to the wiki and back, seen where it leaves Pywikibot."""

from typing import Any, Self

import requests
from pywikibot.comms import http


class Traffic:
    """Counts every answered request, Pywikibot's own included, and keeps the last edit's answer.

    Attributes:
        requests: how many were answered within the ``with`` block.
        edit: what the API said of the last edit; Pywikibot tells the new revision but not which one
            the edit was put on top of.
    """

    def __init__(self) -> None:
        self.requests = 0
        self.edit: dict[str, Any] = {}

    def __enter__(self) -> Self:
        http.session.hooks["response"].append(self._note)
        return self

    def __exit__(self, *_: object) -> None:
        http.session.hooks["response"].remove(self._note)

    def _note(self, response: requests.Response, *_: object, **__: object) -> None:
        self.requests += 1
        if response.request.method == "POST" and b"action=edit" in _body(response):
            self.edit = _edit(response)


def _edit(response: requests.Response) -> dict[str, Any]:
    """Read what an answer says of an edit; nothing when it is no API answer."""
    try:
        answer = response.json()
    except requests.JSONDecodeError:  # such as a proxy's error page; Pywikibot asks again
        return {}
    edit = answer.get("edit", {}) if isinstance(answer, dict) else {}
    return edit if isinstance(edit, dict) else {}


def _body(response: requests.Response) -> bytes:
    body = response.request.body or b""
    return body.encode() if isinstance(body, str) else body
