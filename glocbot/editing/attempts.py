"""How often, and for how long, one page's edit is sent."""

import time
from collections import Counter

from pywikibot.data import WaitingMixin
from pywikibot.exceptions import ApiTimeoutError

from glocbot.wiki.edit import Unconfirmed
from glocbot.wiki.errors import Effect, StoppedError

#: An edit of one page is not sent any more after this time; waits for a wiki that is locked or
#: lagged take most of it.
MOST_SECONDS = 3600
#: How often an edit is sent again for each cause. For `Effect.WAIT`, Pywikibot's setting
#: ``max_retries`` says it.
_REPEATS = {Effect.CONFLICT: 1, Effect.LOGIN: 1, Effect.UNKNOWN: 2, Effect.UNCHANGED: 0}


class Attempts(WaitingMixin):
    """The attempts at one edit; waits as Pywikibot does, longer each time."""

    def __init__(self) -> None:
        self._end = time.monotonic() + MOST_SECONDS
        self._causes: Counter[Effect] = Counter()

    def wait_after(self, response: Unconfirmed) -> None:
        """Wait as long as the cause of a failed attempt asks for; the caller may be interrupted.

        Raises:
            StoppedError: when the wiki was waited for as often as the configuration allows.
        """
        self._causes[response.effect] += 1
        if response.effect not in {Effect.WAIT, Effect.UNKNOWN}:
            return
        try:
            self.wait()
        except ApiTimeoutError as error:
            raise StoppedError(f"the wiki takes no edits: {response.words}") from error

    def over(self, response: Unconfirmed) -> bool:
        """Tell whether the edit is not to be sent again after this response."""
        repeats = _REPEATS.get(response.effect)
        spent = repeats is not None and self._causes[response.effect] > repeats
        return spent or time.monotonic() > self._end
