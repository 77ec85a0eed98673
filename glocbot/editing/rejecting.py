"""Keep what reviewers rejected, for all commands that edit or propose edits."""

from collections.abc import Iterable
from pathlib import Path

from glocbot.decision.rejections import Rejection, Rejections
from glocbot.options import UsageError
from glocbot.proposals.rejections import RejectionsError, read_rejections, write_rejections


def rejections_on(site: str, path: Path) -> Rejections:
    """Read the rejections on a wiki.

    Args:
        site: Pywikibot's name of the wiki.
        path: of the file in which they are kept; none are where it is not there.

    Raises:
        UsageError: when the file cannot be read.
    """
    try:
        return read_rejections(path, site)
    except RejectionsError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error


def remember(known: Rejections, rejections: Iterable[Rejection], path: Path) -> int:
    """Keep rejections, each once; returns how many are new.

    Args:
        known: those that stand; the new ones are added.
        rejections: to keep.
        path: of the file in which they are kept.

    Raises:
        UsageError: when the file cannot be written.
    """
    new = [each for each in rejections if not _stands(known, each)]
    if not new:
        return 0
    try:
        write_rejections(path, new)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    for rejection in new:
        known.add(rejection)
    return len(new)


def _stands(known: Rejections, rejection: Rejection) -> bool:
    """Tell whether the same was rejected for the same reason before, as when apply runs again."""
    if rejection.undone:
        return not known.of(rejection.pageid)
    return any(
        (each.wikitext, each.why) == (rejection.wikitext, rejection.why)
        for each in known.of(rejection.pageid)
    )
