"""The sample category: typical file pages and each interesting refusal.

The demo sweeps it, and tests compare what the sweep decides with each sample's reason.
"""

from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from glocbot.decision.rejections import Rejection
from glocbot.proposals.rejections import REJECTIONS_FILE, write_rejections
from glocbot.reasons import RejectionReason
from tests.mediawiki.embedded import EmbeddedWiki
from tests.mediawiki.pwb import CODE, FAMILY
from tests.mediawiki.samples.held import HELD
from tests.mediawiki.samples.refused import REFUSED
from tests.mediawiki.samples.sample import CATEGORY, Edit, Sample, categorised
from tests.mediawiki.samples.typical import TYPICAL

__all__ = ["CATEGORY", "HELD", "REFUSED", "SAMPLES", "TYPICAL", "Edit", "Sample", "load", "reject"]

SAMPLES = [*TYPICAL, *HELD, *REFUSED]


def load(wiki: EmbeddedWiki) -> str:
    """Put the samples on a wiki; returns the title of their category."""
    made = attrgetter("uploader", "summary")
    files = sorted((sample for sample in SAMPLES if sample.photo), key=made)
    for (uploader, summary), samples in groupby(files, key=made):
        uploads = {each.name: (each.photo, categorised(each.text)) for each in samples}
        wiki.upload(uploads, user=uploader, summary=summary)
    without_file = {each.title: categorised(each.text) for each in SAMPLES if not each.photo}
    wiki.edit_many({CATEGORY: "Photos taken on the photo walks of 2024.", **without_file})
    for sample in SAMPLES:
        _finish(wiki, sample)
    return CATEGORY


def reject(wiki: EmbeddedWiki, folder: Path) -> None:
    """Keep in a Pywikibot folder what a reviewer has rejected of the samples."""
    path = folder / REJECTIONS_FILE
    path.unlink(missing_ok=True)
    write_rejections(
        path, (_rejection(wiki, each) for each in SAMPLES if each.reason == "rejected")
    )


def _rejection(wiki: EmbeddedWiki, sample: Sample) -> Rejection:
    [page] = wiki.api(action="query", titles=sample.title)["query"]["pages"]
    return Rejection(
        site=f"{FAMILY}:{CODE}",
        pageid=page["pageid"],
        title=sample.title,
        sha1="",
        wikitext="",
        why=RejectionReason.PRIVATE,
        by="Robin Reviewer",
        time=datetime.now(UTC),
    )


def _finish(wiki: EmbeddedWiki, sample: Sample) -> None:
    for edit in sample.later:
        wiki.edit(sample.title, edit.text, user=edit.user, summary=edit.summary)
    if sample.protected:
        wiki.protect(sample.title)
