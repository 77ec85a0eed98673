"""What a reviewer rejected is not proposed again."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from glocbot.evidence.exif import GpsEvidence
from glocbot.location import Location
from glocbot.reasons import RejectionReason
from glocbot.template import decimal_degrees


@dataclass(frozen=True, slots=True)
class Rejection:
    """A person's word that one file shall not be located so, or that it may be after all.

    Attributes:
        site: Pywikibot's name of the wiki, such as ``commons:commons``.
        pageid: of the file's page; it stays when the page is moved.
        title: of the file's page, as it was called then.
        sha1: of the file, as it was then.
        wikitext: the template that was rejected.
        why: the reviewer's reason.
        by: who rejected it; "" when unknown.
        time: when.
        undone: the file's earlier rejections are taken back.
    """

    site: str
    pageid: int
    title: str
    sha1: str
    wikitext: str
    why: RejectionReason
    by: str
    time: datetime
    undone: bool = False

    def __str__(self) -> str:
        by = f" by {self.by}" if self.by else ""
        return f"rejected{by} on {self.time:%Y-%m-%d} ({self.why}): {self.why.words}"

    def stands_against(self, location: Location | GpsEvidence) -> bool:
        """Tell whether it speaks against a location.

        A rejection is of a position. Another position is another question, but not where the place
        is private. A mere new version of the file changes nothing.
        """
        return self.why is RejectionReason.PRIVATE or self._position == _written(location)

    @property
    def _position(self) -> tuple[str, ...]:
        return tuple(self.wikitext.strip("{}").split("|")[1:3])


class Rejections:
    """The rejections on one wiki that stand.

    Attributes:
        site: Pywikibot's name of the wiki.
    """

    def __init__(self, site: str = "", rejections: Iterable[Rejection] = ()) -> None:
        """Take rejections, the oldest first; those of other wikis are left out."""
        self.site = site
        self._standing: defaultdict[int, list[Rejection]] = defaultdict(list)
        for rejection in rejections:
            self.add(rejection)

    def __len__(self) -> int:
        return sum(map(len, self._standing.values()))

    def add(self, rejection: Rejection) -> None:
        """Take one more rejection, or the taking back of a file's earlier ones."""
        if rejection.site != self.site:
            return
        if rejection.undone:
            self._standing.pop(rejection.pageid, None)
        else:
            self._standing[rejection.pageid].append(rejection)

    def of(self, pageid: int) -> tuple[Rejection, ...]:
        """Return a page's rejections that stand, the oldest first."""
        return tuple(self._standing.get(pageid, ()))

    def against(self, pageid: int, location: Location | GpsEvidence) -> Rejection | None:
        """Return the rejection that speaks against a location on a page; None when there is none.

        Args:
            pageid: of the page.
            location: that would be added.
        """
        standing = (each for each in self.of(pageid) if each.stands_against(location))
        return next(standing, None)


def _written(location: Location | GpsEvidence) -> tuple[str, str]:
    return decimal_degrees(location.latitude), decimal_degrees(location.longitude)
