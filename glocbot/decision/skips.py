"""Why a file is skipped.

The order of the reasons is that of certainty and cost: what the file itself rules out, what one
request for 500 files shows, what the page's text shows, what its history shows.
"""

import re
from collections.abc import Iterator

from glocbot.decision.case import Case
from glocbot.decision.facts import POINT_OF_VIEW, FileFacts
from glocbot.decision.rules import LEVEL_RIGHTS, Rules
from glocbot.evidence.exif import GpsEvidence, NoPosition
from glocbot.reasons import SkipReason
from glocbot.wikitext.exclusion import denies_bots
from glocbot.wikitext.names import normal_title

#: A page that became a redirect after the screening; a line above this would undo it.
_REDIRECT = re.compile(r"\s*#redirect\s*:?\s*\[\[", re.IGNORECASE)


def skip_reasons(case: Case) -> Iterator[SkipReason]:
    """Iterate over all reasons to skip a file, the most certain first."""
    yield from screening_reasons(case.facts, case.evidence, case.rules)
    yield from _text_reasons(case)
    if case.history.removed:
        yield SkipReason.REMOVED_BEFORE
    if _first_uploaders(case) & case.rules.opted_out:
        yield SkipReason.OPTED_OUT


def screening_reasons(
    facts: FileFacts, evidence: GpsEvidence | NoPosition, rules: Rules
) -> Iterator[SkipReason]:
    """Iterate over the reasons that are known without the page's text."""
    names = rules.names
    if facts.redirect:
        yield SkipReason.REDIRECT
    if not facts.exists:
        yield SkipReason.MISSING
    if isinstance(evidence, NoPosition):
        yield evidence.reason
    if facts.templates & names.location:
        yield SkipReason.LOCATED
    if facts.templates & names.opt_out or facts.categories & names.opt_out_categories:
        yield SkipReason.OPTED_OUT
    if isinstance(evidence, GpsEvidence) and rules.rejections.against(facts.pageid, evidence):
        yield SkipReason.REJECTED
    if normal_title(facts.user) in rules.opted_out:
        yield SkipReason.OPTED_OUT
    if any(LEVEL_RIGHTS.get(level, level) not in rules.rights for level in facts.edit_levels):
        yield SkipReason.PROTECTED


def _first_uploaders(case: Case) -> set[str]:
    """Name who uploaded the file first, and who began its page: mostly the same."""
    users = {upload.user for upload in case.facts.uploads[-1:]}
    if case.first is not None:
        users.add(case.first.user)
    return set(map(normal_title, users))


def _text_reasons(case: Case) -> Iterator[SkipReason]:
    if _REDIRECT.match(case.page.text):
        yield SkipReason.REDIRECT
    if case.status.located:
        yield SkipReason.LOCATED
    if POINT_OF_VIEW in case.page.properties:
        yield SkipReason.LOCATED_SDC
    if case.status.opted_out or denies_bots(case.text, case.rules.account):
        yield SkipReason.OPTED_OUT
