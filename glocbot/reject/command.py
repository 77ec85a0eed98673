"""``glocbot reject``: remember that a file shall not be located, or forget it again."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import pywikibot
from pywikibot.exceptions import Error

from glocbot.decision.facts import FileFacts
from glocbot.decision.rejections import Rejection, Rejections
from glocbot.editing.rejecting import rejections_on, remember
from glocbot.editing.run import understood
from glocbot.editing.tally import counted
from glocbot.evidence.exif import GpsEvidence, read_gps
from glocbot.exit_status import ExitStatus
from glocbot.location import Location
from glocbot.options import Given
from glocbot.reject.options import COMMAND_LINE, RejectOptions, understand
from glocbot.template import location_template
from glocbot.wiki.commons import Commons
from glocbot.wiki.log import without_tracebacks
from glocbot.wiki.login import local_arguments

__all__ = ["COMMAND_LINE", "run"]

_FILE_NAMESPACE = 6


def run(given: Given) -> int:
    """Remember rejections, or take them back.

    Returns:
        The exit status: 0 all went well, 1 some title was refused, 2 the call was wrong.

    Raises:
        UsageError: when the call is wrong.
    """
    options = understand(given)
    with without_tracebacks():
        return understood(lambda: _reject(options, given))


def _reject(options: RejectOptions, given: Given) -> int:
    local_arguments(given.pywikibot)
    site = pywikibot.Site()
    titles = list(_file_titles(site, options.titles))
    if not titles:
        return ExitStatus.SOME_FAILED
    kept = options.people.rejected
    known = rejections_on(str(site), kept)
    files = list(Commons(site).screen_titles(titles))
    rejections = list(_rejections(files, known, options))
    new = remember(known, rejections, kept)
    done = "Took back the rejections of" if options.undo else "Remembered the rejection of"
    pywikibot.info(f"{done} {counted(new, 'file')} in {kept}.")
    if before := len(rejections) - new:
        pywikibot.info(f"Rejected before for the same reason: {counted(before, 'file')}.")
    refused = len(options.titles) - len(rejections)
    return ExitStatus.SOME_FAILED if refused else ExitStatus.DONE


def _file_titles(site: pywikibot.site.APISite, titles: Iterable[str]) -> Iterator[str]:
    """Read titles as the wiki does, and refuse those that are no files'."""
    for title in titles:
        try:
            page = pywikibot.Page(site, title)
            name: str = page.title()
        except Error as error:
            pywikibot.error(f"{title!r} is refused: {error}")
            continue
        if page.namespace() != _FILE_NAMESPACE:
            pywikibot.error(f"{title!r} is refused: write it with its namespace, as File:{title}")
        else:
            yield name


def _rejections(
    files: Iterable[FileFacts], known: Rejections, options: RejectOptions
) -> Iterator[Rejection]:
    for facts in files:
        if not facts.pageid:
            pywikibot.error(f"{facts.title} is refused: there is no such page")
        elif options.undo and not known.of(facts.pageid):
            pywikibot.error(f"{facts.title} is refused: it was not rejected")
        else:
            yield _rejection(facts, known, options)


def _rejection(facts: FileFacts, known: Rejections, options: RejectOptions) -> Rejection:
    evidence = read_gps(facts.metadata)
    position = None
    if isinstance(evidence, GpsEvidence):
        location = Location(evidence.latitude, evidence.longitude)
        position = location_template(location, source="exif")
    return Rejection(
        site=known.site,
        pageid=facts.pageid,
        title=facts.title,
        sha1=facts.sha1,
        wikitext=position or "",
        why=options.why,
        by=options.by or pywikibot.Site().username() or "",
        time=datetime.now(UTC),
        undone=options.undo,
    )
