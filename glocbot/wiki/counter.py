"""Count requests where they leave Pywikibot."""

from typing import Self

from pywikibot.comms import http


class RequestCounter:
    """Counts every request that has a response, Pywikibot's own included.

    Attributes:
        requests: how many there were within the ``with`` block.
    """

    def __init__(self) -> None:
        self.requests = 0

    def __enter__(self) -> Self:
        http.session.hooks["response"].append(self._count)
        return self

    def __exit__(self, *_: object) -> None:
        http.session.hooks["response"].remove(self._count)

    def _count(self, *_: object, **__: object) -> None:
        self.requests += 1
