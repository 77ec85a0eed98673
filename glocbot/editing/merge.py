"""Look at an edit that was made on top of somebody else's, and take it back where need be.

MediaWiki merges edits of different lines silently (docs/facts.md §4.5), so a page could get two
locations, or one beside a fresh opt-out, or that of a photo that was replaced at the same moment.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from glocbot.decision.decide import Edit, Hold, Propose, decide
from glocbot.decision.facts import Revision
from glocbot.editing.attempts import Attempts
from glocbot.editing.outcomes import Failed, Outcome, Outdated, Saved
from glocbot.editing.reader import Reader
from glocbot.reasons import SkipReason
from glocbot.wiki.commons import FileRead
from glocbot.wiki.edit import Made
from glocbot.wiki.errors import Effect

_AT_ONCE = "somebody changed the page at the same moment"
_TAKEN_BACK = f"{_AT_ONCE}; taken back"
_UNDO_SUMMARY = "Take back my edit: the page was changed at the same moment"
#: What a wiki says where nothing is left to undo.
_UNDONE = {Effect.UNCHANGED, Effect.DELETED}
#: What may be otherwise at the next attempt.
_PASSING = {Effect.CONFLICT, Effect.LOGIN, Effect.UNKNOWN, Effect.WAIT}


def outcome_of(edit: Propose | Hold, made: Made, fresh: FileRead, reader: Reader) -> Outcome:
    """Tell what became of an edit that was made, perhaps on top of another's.

    Args:
        edit: as it was decided.
        made: the edit as the wiki has it.
        fresh: its page, read after the edit.
        reader: of the wiki.

    Raises:
        KeyboardInterrupt: when the run shall end; so does `Reader.read`, with other errors.
    """
    title = edit.facts.title
    if fresh.page is not None and edit.wikitext not in fresh.page.text:
        return Outdated(title, SkipReason.REMOVED_BEFORE.words)
    before = _before(made, fresh.history)
    if made.parent == edit.page.revid or not before:
        return Saved(title, made.revid)
    if before[0].text is None:
        why = "is on top of one that is hidden from view; a person should look at it"
        return Failed(title, f"revision {made.revid} {why}")
    if _same_edit(edit, before, fresh, reader):
        return Saved(title, made.revid)
    return _take_back(edit, made, reader)


def difference(now: Propose | Hold, wikitext: str, doubts: Collection[str], sha1: str) -> str:
    """Say in what an edit differs from one that was to be made, or that a person approved.

    Args:
        now: the edit, as it is decided now.
        wikitext: of the other one.
        doubts: the slugs of its doubts.
        sha1: of the file that it was decided on.

    Returns:
        The words; "" when it is the same edit.
    """
    if now.wikitext != wikitext:
        return "the file's position is another now"
    if isinstance(now, Hold):
        if new := {str(doubt.reason) for doubt in now.doubts}.difference(doubts):
            return f"there is a new doubt ({', '.join(sorted(new))})"
        if now.facts.sha1 != sha1:
            return "the file was replaced, and a person must look at the new one"
    return ""


def to_look_at(revid: int) -> str:
    """Say of an edit that it was made on top of another's, which may speak against it."""
    return f"revision {revid} is on top of somebody else's edit; a person should look at it"


def _before(made: Made, history: Sequence[Revision]) -> Sequence[Revision]:
    """Return the page's history before an edit, newest first; none when the page has gone."""
    revids = [revision.revid for revision in history]
    return history[revids.index(made.revid) + 1 :] if made.revid in revids else ()


def _same_edit(
    edit: Propose | Hold, before: Sequence[Revision], fresh: FileRead, reader: Reader
) -> bool:
    """Tell whether the edit had been made as well, had it been known what it came on top of."""
    last = before[0]
    templates, categories = reader.read_links(last.revid)
    # The file is the present one: it may have been replaced. What was protected since then is left
    # out, since it does not speak against an edit that was made before.
    facts = replace(
        fresh.facts,
        templates=templates,
        categories=categories,
        people=fresh.facts.people | edit.facts.people,  # the edit took their request away
        edit_levels=edit.facts.edit_levels,
    )
    page = replace(edit.page, revid=last.revid, text=last.text or "", properties=last.properties)
    neighbours = reader.commons.neighbours.doubts(facts)
    now = decide(facts, page, before, reader.commons.rules, neighbours)
    doubts = [str(doubt.reason) for doubt in edit.doubts] if isinstance(edit, Hold) else []
    return isinstance(now, Edit) and not difference(now, edit.wikitext, doubts, edit.facts.sha1)


def _take_back(edit: Propose | Hold, made: Made, reader: Reader) -> Outcome:
    """Undo an edit that should not have been made."""
    title, attempts = edit.facts.title, Attempts()
    while True:
        response = reader.editor.undo(title, made.revid, summary=_UNDO_SUMMARY)
        if isinstance(response, Made) or response.effect in _UNDONE:
            return Outdated(title, _TAKEN_BACK)
        why = f"revision {made.revid} should be undone, for {_AT_ONCE}: {response.words}"
        if response.effect not in _PASSING:
            return Failed(title, why)
        with reader.interruption.allowed():
            attempts.wait_after(response)
        page = reader.read(title, edit.facts.category, before_edit=True).page
        if page is None or edit.wikitext not in page.text:
            return Outdated(title, _TAKEN_BACK)
        if attempts.over(response):
            return Failed(title, why)
