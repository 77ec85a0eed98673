"""Look at an edit that was made on top of somebody else's, and take it back where need be.

MediaWiki merges edits of different lines silently (docs/facts.md §4.5), so a page could get two
locations, or one beside a fresh opt-out, or that of a photo that was replaced at the same moment.
"""

from collections.abc import Sequence
from dataclasses import replace

from glocbot.decision.facts import Revision
from glocbot.editing.attempts import Attempts
from glocbot.editing.outcomes import Failed, Outcome, Outdated, Saved
from glocbot.editing.reader import Reader
from glocbot.editing.tasks import Change, ChangeT, Task
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


def outcome_of(
    change: ChangeT, made: Made, task: Task[ChangeT], fresh: FileRead, reader: Reader
) -> Outcome:
    """Tell what became of an edit that was made, perhaps on top of another's.

    Args:
        change: the edit, as it was decided.
        made: the edit, as the wiki has it.
        task: what it was made for.
        fresh: its page, read after the edit.
        reader: of the wiki.

    Raises:
        KeyboardInterrupt: when the run shall end; so does `Reader.read`, with other errors.
    """
    title = change.facts.title
    if fresh.page is not None and not task.stands_in(fresh.page.text):
        return Outdated(title, task.undone)
    before = _before(made, fresh.history)
    if made.parent == change.page.revid or not before:
        return Saved(title, made.revid)
    if before[0].text is None:
        why = "is on top of one that is hidden from view; a person should look at it"
        return Failed(title, f"revision {made.revid} {why}")
    if isinstance(task.decide(_as_it_was(change, before, fresh, reader)), Outcome):
        return _take_back(change, made, task, reader)
    return Saved(title, made.revid)


def to_look_at(revid: int) -> str:
    """Say of an edit that it was made on top of another's, which may speak against it."""
    return f"revision {revid} is on top of somebody else's edit; a person should look at it"


def _before(made: Made, history: Sequence[Revision]) -> tuple[Revision, ...]:
    """Return the page's history before an edit, newest first; none when the page has gone."""
    revids = [revision.revid for revision in history]
    return tuple(history[revids.index(made.revid) + 1 :]) if made.revid in revids else ()


def _as_it_was(
    change: Change, before: tuple[Revision, ...], fresh: FileRead, reader: Reader
) -> FileRead:
    """Return what would have been read, had it been read just before the edit was made."""
    last = before[0]
    templates, categories = reader.read_links(last.revid)
    # The file is the present one: it may have been replaced. What was protected since then is left
    # out, since it does not speak against an edit that was made before.
    facts = replace(
        fresh.facts,
        templates=templates,
        categories=categories,
        people=fresh.facts.people | change.facts.people,  # the edit took their request away
        edit_levels=change.facts.edit_levels,
    )
    page = replace(change.page, revid=last.revid, text=last.text or "", properties=last.properties)
    return FileRead(facts, page, before)


def _take_back(change: ChangeT, made: Made, task: Task[ChangeT], reader: Reader) -> Outcome:
    """Undo an edit that should not have been made."""
    title, attempts = change.facts.title, Attempts()
    while True:
        response = reader.editor.undo(title, made.revid, summary=_UNDO_SUMMARY)
        if isinstance(response, Made) or response.effect in _UNDONE:
            return Outdated(title, _TAKEN_BACK)
        why = f"revision {made.revid} should be undone, for {_AT_ONCE}: {response.words}"
        if response.effect not in _PASSING:
            return Failed(title, why)
        with reader.interruption.allowed():
            attempts.wait_after(response)
        page = reader.read(title, change.facts.category, before_edit=True).page
        if page is None or not task.stands_in(page.text):
            return Outdated(title, _TAKEN_BACK)
        if attempts.over(response):
            return Failed(title, why)
