"""Ask a wiki's API for pages in large batches, continued correctly and smaller when it times out.

Pywikibot's own generators repeat a request that timed out at the same size, and hand out pages
before a batch is complete (docs/facts.md §4.2); everything else, from throttling and maxlag to
retries and login, is Pywikibot's request class.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

import pywikibot
from pywikibot.data import WaitingMixin, api
from pywikibot.exceptions import APIError

Page = dict[str, Any]
Parameters = Mapping[str, Any]
Answer = TypeVar("Answer")

#: What MediaWiki grants for lists and for titles or page texts; ten times that with the right
#: ``apihighlimits`` (docs/facts.md §3.7).
LIST_LIMIT = 500
TITLE_LIMIT = 50
HIGH_LIMITS = 10
#: After a time-out the batches grow back by this part of the whole with each answer: slowly, so
#: that a wiki under load is not asked for too much at every second request.
GROWTH = 10


class UnansweredError(Exception):
    """The wiki gave no answer in time, or none that can be read.

    Attributes:
        delay: how many seconds to wait at least, where the wiki said so.
    """

    def __init__(self, delay: float | None = None) -> None:
        super().__init__(delay)
        self.delay = delay


class _Request(api.Request):
    """A request that leaves it to the caller how long to wait and what to ask next."""

    def wait(self, delay: float | None = None, **_: Any) -> None:  # noqa: ANN401
        raise UnansweredError(delay)

    def _default_warning_handler(self, mode: str, msg: str) -> bool | None:
        """Be silent on answers that were cut short, since they are continued."""
        if mode == "result":
            return False
        retry: bool | None = super()._default_warning_handler(mode, msg)
        return retry


class BatchSize(WaitingMixin):
    """How much to ask for at once: all that is granted, half after a time-out, and slowly back.

    Waits as Pywikibot does, longer after each time-out in a row.

    Attributes:
        maximum: what is granted, counted in pages.
        now: what to ask for next.
    """

    def __init__(self, maximum: int) -> None:
        self.maximum = maximum
        self.now = maximum
        self.current_retries = 0

    def shrink(self, delay: float | None = None) -> None:
        """Wait and halve after a time-out.

        Args:
            delay: how many seconds to wait at least; None for what the configuration says.

        Raises:
            ApiTimeoutError: after as many time-outs in a row as the configuration allows retries.
        """
        self.wait(delay)
        self.now = max(1, self.now // 2)
        pywikibot.log(f"The wiki did not answer in time; asking for {self.now} pages at once.")

    def grow(self) -> None:
        """Grow back after an answer."""
        self.current_retries = 0
        self.now = min(self.maximum, self.now + max(1, self.maximum // GROWTH))


def granted(site: pywikibot.site.APISite, limit: int) -> int:
    """Return the limit that this account is granted where an ordinary one has `limit`."""
    high = site.logged_in() and site.has_right("apihighlimits")
    return limit * HIGH_LIMITS if high else limit


def listed(
    site: pywikibot.site.APISite, parameters: Parameters, limit_name: str
) -> Iterator[list[Page]]:
    """Ask for the pages that a generator lists, a batch an answer.

    Args:
        site: the wiki.
        parameters: of a query with a generator.
        limit_name: the generator's limit parameter, such as ``gcmlimit``.

    Yields:
        Pages with all their properties.
    """
    size = BatchSize(granted(site, LIST_LIMIT))
    resume: Parameters | None = {}
    while resume is not None:
        query = {**parameters, **resume}

        def ask_for(limit: int, query: Parameters = query) -> tuple[list[Page], Parameters | None]:
            most = "max" if limit == size.maximum else limit
            return complete(site, {**query, limit_name: most})

        pages, resume = patiently(size, ask_for)
        yield pages


def named(
    site: pywikibot.site.APISite, parameters: Parameters, key: str, names: Iterable[str | int]
) -> Iterator[list[Page]]:
    """Ask for pages by their titles or page ids, a batch an answer.

    Args:
        site: the wiki.
        parameters: of a query.
        key: ``titles`` or ``pageids``.
        names: as many as there are; read as needed.

    Yields:
        Pages with all their properties, in the names' order.
    """
    name_of = {"titles": "title", "pageids": "pageid"}[key]
    size = BatchSize(granted(site, TITLE_LIMIT))
    rest = iter(names)
    waiting = list(islice(rest, size.now))
    while waiting:

        def ask_for(limit: int, waiting: list[str | int] = waiting) -> tuple[list[Page], int]:
            return complete(site, {**parameters, key: waiting[:limit]})[0], limit

        pages, done = patiently(size, ask_for)
        order = {name: place for place, name in enumerate(waiting)}
        yield sorted(pages, key=lambda page: order.get(page.get(name_of, ""), done))
        waiting = waiting[done:]
        waiting += islice(rest, max(0, size.now - len(waiting)))


def patiently(size: BatchSize, ask_for: Callable[[int], Answer]) -> Answer:
    """Ask, and ask for less each time that no answer comes.

    Raises:
        ApiTimeoutError: after as many time-outs in a row as the configuration allows retries.
    """
    while True:
        try:
            answer = ask_for(size.now)
        except UnansweredError as error:
            size.shrink(error.delay)
        else:
            size.grow()
            return answer


def complete(
    site: pywikibot.site.APISite, parameters: Parameters
) -> tuple[list[Page], Parameters | None]:
    """Ask until one batch of pages has all its properties.

    Returns:
        The pages, and what to add to the parameters for the next batch; None after the last.

    Raises:
        UnansweredError: when an answer did not come in time.
    """
    pages: dict[str | int, Page] = {}
    more: Parameters | None = {}
    while more is not None:
        answer = ask(site, {**parameters, **more})
        for page in answer.get("query", {}).get("pages", ()):
            # A page that was asked for by its id and has gone has no title.
            _merge(pages.setdefault(page.get("title", page.get("pageid")), {}), page)
        more = answer.get("continue")
        if answer.get("batchcomplete"):
            break
    return list(pages.values()), more


def ask(site: pywikibot.site.APISite, parameters: Parameters) -> dict[str, Any]:
    """Submit one query, or another action, and return the answer in the API's second format.

    Raises:
        UnansweredError: when it did not come in time.
        APIError: when the wiki refused.
    """
    query = {"action": "query", "formatversion": 2, **parameters}
    try:
        answer: dict[str, Any] = _Request(site=site, parameters=query).submit()
    except APIError as error:
        if "timeout" in error.code.lower():  # such as …RequestTimeoutException
            raise UnansweredError from error
        raise
    return answer


def _merge(page: Page, more: Page) -> None:
    """Add what a further answer says of a page: lists grow, the rest stays as it came first."""
    for name, value in more.items():
        if isinstance(value, list):
            known = page.setdefault(name, [])
            known.extend(item for item in value if item not in known)
        else:
            page.setdefault(name, value)
