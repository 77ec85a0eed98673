"""Read pages as they are now, just before and just after an edit."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from glocbot.editing.interruption import Interruption
from glocbot.wiki.commons import Commons, FileRead
from glocbot.wiki.edit import Editor
from glocbot.wiki.errors import stop_on_ending_errors


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads from a wiki; every read and every wait can be interrupted.

    Attributes:
        commons: the wiki.
        editor: of the edits that follow.
        interruption: may end a read or a wait.
    """

    commons: Commons
    editor: Editor
    interruption: Interruption

    def read(self, title: str, category: str, *, before_edit: bool = False) -> FileRead:
        """Read a file, its page and the page's history in one request.

        Args:
            title: of the page.
            category: the category through which the file was found; "" for none.
            before_edit: an edit follows at once. The throttle's wait comes before this request, not
                between it and the edit, where it would give others time to change the page.

        Raises:
            KeyboardInterrupt: when the run shall end.
            StoppedError: when no further request can succeed.
            APIError: when the wiki refuses to tell of this page.
        """
        with self._reading():
            if before_edit:
                self.editor.prepare()
            return self.commons.read_fresh(title, category)

    def read_links(self, revid: int) -> tuple[frozenset[str], frozenset[str]]:
        """Read which templates and categories an old revision had; raises as `read` does."""
        with self._reading():
            return self.commons.read_links(revid)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self.interruption.allowed(), stop_on_ending_errors():
            yield
