"""What goes to the wiki and back, seen where it leaves Pywikibot."""

from typing import Self

import requests
from pywikibot.comms import http


class Traffic:
    """Counts every request that gets a response, Pywikibot's own included.

    Attributes:
        requests: how many got one within the ``with`` block.
    """

    def __init__(self) -> None:
        self.requests = 0

    def __enter__(self) -> Self:
        http.session.hooks["response"].append(self._note)
        return self

    def __exit__(self, *_: object) -> None:
        http.session.hooks["response"].remove(self._note)

    def _note(self, _: requests.Response, *__: object, **___: object) -> None:
        self.requests += 1
