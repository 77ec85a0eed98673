"""Request pages from a wiki's API in large batches, whole, and smaller after a time-out.

Pywikibot's own generators repeat a request that timed out at the same size, and hand out pages
before a batch is complete (docs/facts.md §4.2); everything else, from throttling and maxlag to the
login, is Pywikibot's request class.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

import pywikibot
from pywikibot.data import WaitingMixin, api
from pywikibot.exceptions import APIError, ApiTimeoutError

Page = dict[str, Any]
Parameters = Mapping[str, Any]
T = TypeVar("T")

#: What MediaWiki grants for lists and for titles or page texts; ten times that with the right
#: ``apihighlimits`` (docs/facts.md §3.7).
LIST_LIMIT = 500
TITLE_LIMIT = 50
HIGH_LIMITS = 10
#: After a time-out the batches grow back by this part of the whole with each response: slowly, so
#: that a wiki under load does not get too large a request every second time.
GROWTH = 10
#: A batch takes no longer than this, and is not requested again after this time. It is twice what
#: Pywikibot's settings of a wiki that is down for a while come to.
MOST_SECONDS = 3600
#: A batch comes in no more responses than this. MediaWiki cuts a response at 8 MB (docs/facts.md
#: §3.7), and no batch is a hundredth of what these would hold.
MOST_RESPONSES = 500
#: So many batches without a page, one after the other, mean that none will come.
MOST_EMPTY_BATCHES = 100


class NoResponseError(Exception):
    """No response arrived in time, or none that can be read.

    Attributes:
        delay: how many seconds to wait at least, where the wiki said so.
    """

    def __init__(self, delay: float | None = None) -> None:
        super().__init__(delay)
        self.delay = delay


class _Request(api.Request):
    """A request that leaves it to the caller how long to wait and what to request next."""

    def wait(self, delay: float | None = None, **_: Any) -> None:  # noqa: ANN401 - Pywikibot's
        raise NoResponseError(delay)

    def _default_warning_handler(self, mode: str, msg: str) -> bool | None:
        """Be silent on responses that were cut short, since they are continued."""
        if mode == "result":
            return False
        retry: bool | None = super()._default_warning_handler(mode, msg)
        return retry


class BatchSize(WaitingMixin):
    """How many pages to request: all that is granted, half after a time-out, and slowly back.

    Waits as Pywikibot does, longer after each time-out in a row.

    Attributes:
        maximum: what is granted.
        now: how many to request next.
    """

    def __init__(self, maximum: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with all that is granted.

        Args:
            maximum: what is granted.
            clock: gives the time in seconds.
        """
        self.maximum = maximum
        self.now = maximum
        self.current_retries = 0
        self._clock = clock
        self._first_failure = 0.0

    def shrink(self, delay: float | None = None) -> None:
        """Wait and halve after a time-out.

        Args:
            delay: how many seconds to wait at least; None for what the configuration says.

        Raises:
            ApiTimeoutError: after as many time-outs in a row as the configuration allows retries,
                or when the first of them is `MOST_SECONDS` ago.
        """
        if self.current_retries == 0:
            self._first_failure = self._clock()
        if self._clock() - self._first_failure > MOST_SECONDS:
            raise ApiTimeoutError(f"no response within {MOST_SECONDS} seconds")
        self.wait(delay)
        self.now = max(1, self.now // 2)
        pywikibot.log(
            f"The wiki did not respond in time; the next request is for {self.now} pages."
        )

    def grow(self) -> None:
        """Grow back after a response."""
        self.current_retries = 0
        self.now = min(self.maximum, self.now + max(1, self.maximum // GROWTH))


def granted(site: pywikibot.site.APISite, limit: int) -> int:
    """Return the limit that this account is granted where an ordinary one has `limit`."""
    high = site.logged_in() and site.has_right("apihighlimits")
    return limit * HIGH_LIMITS if high else limit


def batches_of_generator(
    site: pywikibot.site.APISite, parameters: Parameters, limit_name: str
) -> Iterator[list[Page]]:
    """Request the pages that a generator lists.

    Args:
        site: the wiki.
        parameters: of a query with a generator.
        limit_name: the generator's limit parameter, such as ``gcmlimit``.

    Yields:
        Batches of pages with all their properties, each until the next is taken.

    Raises:
        ApiTimeoutError: when the wiki does not respond, or its list does not end.
    """
    size = BatchSize(granted(site, LIST_LIMIT))
    resume: Parameters | None = {}
    begun: set[str] = set()
    empty = 0
    while resume is not None:
        query = {**parameters, **resume}

        def read(limit: int, query: Parameters = query) -> tuple[list[Page], Parameters | None]:
            most = "max" if limit == size.maximum else limit
            return complete_batch(site, {**query, limit_name: most})

        pages, resume = with_retries(size, read)
        empty = 0 if pages else empty + 1
        if str(resume) in begun or empty > MOST_EMPTY_BATCHES:
            raise ApiTimeoutError("the wiki's list of pages does not end")
        begun.add(str(resume))
        yield pages
        pages.clear()  # whoever took them holds this list until the next batch is there


def batches_by_name(
    site: pywikibot.site.APISite, parameters: Parameters, key: str, names: Iterable[str | int]
) -> Iterator[list[Page]]:
    """Request pages by their titles or page ids.

    Args:
        site: the wiki.
        parameters: of a query.
        key: ``titles`` or ``pageids``.
        names: as many as there are; read as needed.

    Yields:
        Batches of pages with all their properties, in the names' order.

    Raises:
        ApiTimeoutError: when the wiki does not respond.
    """
    name_of = {"titles": "title", "pageids": "pageid"}[key]
    size = BatchSize(granted(site, TITLE_LIMIT))
    rest = iter(names)
    waiting = list(islice(rest, size.now))
    while waiting:

        def read(limit: int, waiting: list[str | int] = waiting) -> tuple[list[Page], int]:
            return complete_batch(site, {**parameters, key: waiting[:limit]})[0], limit

        pages, done = with_retries(size, read)
        order = {name: place for place, name in enumerate(waiting)}
        yield sorted(pages, key=lambda page: order.get(page.get(name_of, ""), done))
        waiting = waiting[done:]
        waiting += islice(rest, max(0, size.now - len(waiting)))


def with_retries(size: BatchSize, read: Callable[[int], T]) -> T:
    """Read so many pages, and fewer each time that no response comes.

    Raises:
        ApiTimeoutError: as `BatchSize.shrink` does.
    """
    while True:
        try:
            result = read(size.now)
        except NoResponseError as error:
            size.shrink(error.delay)
        else:
            size.grow()
            return result


def complete_batch(
    site: pywikibot.site.APISite,
    parameters: Parameters,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[list[Page], Parameters | None]:
    """Request one batch of pages, and continue until they have all their properties.

    Args:
        site: the wiki.
        parameters: of a query.
        clock: gives the time in seconds.

    Returns:
        The pages, and what to add to the parameters for the next batch; None after the last.

    Raises:
        NoResponseError: when a response did not come in time, or cannot be read.
        ApiTimeoutError: when the batch does not end.
    """
    pages: dict[str | int, Page] = {}
    more: Parameters = {}
    end = clock() + MOST_SECONDS
    for _ in range(MOST_RESPONSES):
        response = request(site, {**parameters, **more})
        for page in response.get("query", {}).get("pages", ()):
            # A page that was requested by its id and has gone has no title.
            _merge(pages.setdefault(page.get("title", page.get("pageid")), {}), page)
        following: Parameters | None = response.get("continue")
        if response.get("batchcomplete"):
            return list(pages.values()), following
        if following is None:
            raise NoResponseError
        if following == more or clock() > end:
            break
        more = following
    raise ApiTimeoutError("the wiki continues its response without end")


def complete_page(site: pywikibot.site.APISite, parameters: Parameters) -> Page:
    """Request the only page that a query names, with all its properties.

    Raises:
        NoResponseError: as `complete_batch` does, and when the response has no page.
        ApiTimeoutError: as `complete_batch` does.
    """
    pages, _ = complete_batch(site, parameters)
    if len(pages) != 1:
        raise NoResponseError
    return pages[0]


def request(site: pywikibot.site.APISite, parameters: Parameters) -> dict[str, Any]:
    """Submit one query, or another action, and return the response in the API's second format.

    Raises:
        NoResponseError: when it did not come in time, or cannot be read.
        APIError: when the wiki refused.
    """
    query = {"action": "query", "formatversion": 2, **parameters}
    try:
        response: Any = _Request(site=site, parameters=query).submit()
    except APIError as error:
        if "timeout" in error.code.lower():  # such as …RequestTimeoutException
            raise NoResponseError from error
        raise
    # A query without a result is a complete batch all the same.
    if not isinstance(response, dict) or not {query["action"], "batchcomplete"} & response.keys():
        raise NoResponseError
    return response


def _merge(page: Page, more: Page) -> None:
    """Add what a further response says of a page: lists grow, the rest stays as it came first."""
    for name, value in more.items():
        if isinstance(value, list):
            known = page.setdefault(name, [])
            known.extend(item for item in value if item not in known)
        else:
            page.setdefault(name, value)
