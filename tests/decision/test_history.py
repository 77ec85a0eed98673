"""Whoever took a location away had a reason."""

from dataclasses import replace

import pytest

from glocbot.decision.facts import Revision
from glocbot.decision.history import HistoryStatus, added_by, read_history
from glocbot.wikitext.names import COMMONS_NAMES

BARE = "{{Information|description=x}}"
LOCATED = BARE + "\n{{Location dec|48.1|16.2}}"
CLEAN = HistoryStatus(removed=False, hidden=False)
REMOVED = HistoryStatus(removed=True, hidden=False)


def _history(*edits: tuple[str, str | None]) -> list[Revision]:
    """Make a history from users and texts, the newest first."""
    return [
        Revision(len(edits) - age, user, "summary", text) for age, (user, text) in enumerate(edits)
    ]


def _read(*edits: tuple[str, str | None], account: str | None = "GlocBot") -> HistoryStatus:
    return read_history(_history(*edits), account, COMMONS_NAMES)


@pytest.mark.parametrize(
    "edits",
    [
        [],
        [("Anna", BARE)],
        [("Anna", BARE), ("Bert", BARE + "\nx"), ("Anna", "")],
        [("Anna", BARE), ("GlocBot", BARE)],  # its own upload
        [("GlocBot", BARE), ("Anna", BARE)],  # a new version of the file: the text stays
        [("Anna", BARE), ("Anna", "<!-- {{Location|1|2}} -->")],
        [("Anna", BARE), ("Anna", "{{Location possible}} Location: unknown")],
        [("Anna", BARE), ("Anna", "{{Object location|1|2}}")],
        [("Anna", BARE + "{{Coord|1|2}}"), ("Anna", "{{Coord|1|3}}"), ("Anna", BARE)],
        [("Anna", BARE), ("Anna", BARE + "{{Geograph|1|Kim}} {{Location estimated}}")],
        [("Anna", BARE), ("Anna", "{{Map|latitude=|longitude=}} {{Sheet|coordinates=B4}}")],
        [("Anna", BARE), ("Anna", BARE + "{{Lagewunsch}} {{GPS-EXIF}}")],
        [("GlocBotter", BARE), ("Anna", "y"), ("Glocbot", "z"), ("Anna", "w")],
    ],
)
def test_nothing_was_taken_away(edits: list[tuple[str, str | None]]) -> None:
    assert _read(*edits) == CLEAN


@pytest.mark.parametrize(
    "edits",
    [
        [("Anna", BARE), ("Bert", LOCATED)],
        [("Anna", BARE), ("Bert", "x"), ("Bert", LOCATED), ("Anna", BARE)],
        [("Anna", BARE), ("Bert", "{{location}}")],
        [("Anna", BARE), ("Bert", "{{Photograph|camera coord=48.1, 16.2}}")],
        [("Anna", BARE), ("Bert", BARE + "{{Location|48.1|16.2}"), ("Anna", BARE)],
        [("Anna", BARE), ("GlocBot", BARE + "\n"), ("Anna", BARE)],
        [("Anna", BARE), ("Bert", BARE + "{{Coord|48.1|16.2}}"), ("Anna", BARE)],
        [("Anna", BARE), ("Bert", BARE + "{{My coords}}"), ("Anna", BARE)],
        [("Anna", BARE), ("Bert", BARE + "{{My hut location}}"), ("Anna", BARE)],
        # What the Commons app leaves when somebody takes a location off a page, and then that.
        [("Anna", BARE), ("Anna", BARE + "{{Location|0.0|0.0|0.0f}}"), ("Anna", BARE)],
        [("Anna", BARE), ("Bert", "{{Map|latitude=48.2|longitude=16.3}}")],
        [("Anna", BARE), ("Bert", "{{Specimen|camera location=48.2, 16.3}}")],
        [("Anna", BARE), ("Bert", "{{Sheet|lat=48.2|lon=16.3}}")],
        [("GlocBot", BARE), ("Anna", "x")],
        [("gloc_Bot", BARE), ("Anna", "x")],
    ],
)
def test_something_was_taken_away(edits: list[tuple[str, str | None]]) -> None:
    account = "Gloc Bot" if edits[0][0] == "gloc_Bot" else "GlocBot"
    assert _read(*edits, account=account) == REMOVED


def test_a_point_of_view_was_taken_out_of_the_structured_data() -> None:
    history = _history(("Anna", BARE), ("Bert", BARE), ("Anna", BARE))
    history[1] = replace(history[1], properties=frozenset({"P180", "P1259"}))
    assert read_history(history, None, COMMONS_NAMES) == REMOVED


def test_without_an_account_no_edit_is_ones_own() -> None:
    assert _read(("GlocBot", BARE), ("Anna", "x"), account=None) == CLEAN
    assert _read(("", BARE), ("", "x"), account=None) == CLEAN


def test_hidden_text_is_no_certainty() -> None:
    status = _read(("Anna", BARE), ("Bert", None), ("Anna", BARE))
    assert status == HistoryStatus(removed=False, hidden=True)


def test_hidden_text_of_ones_own_edit_counts_as_an_edit() -> None:
    status = _read(("Anna", BARE), ("GlocBot", None), ("Anna", BARE))
    assert status == HistoryStatus(removed=True, hidden=True)


@pytest.mark.parametrize(
    ("account", "revid"),
    [("GlocBot", 3), ("glocBot", 3), ("Bert", None), ("Anna", None), (None, None)],
)
def test_who_added_a_text(account: str | None, revid: int | None) -> None:
    """The account's own revision, whoever edited, moved or repeated the text since."""
    line = "{{Location|48.1|16.2}}"
    edits = [
        *(("Bert", f"{line}\n{BARE}"), ("GlocBot", f"{BARE}\n{line}")),
        *(("GlocBot", BARE), ("Anna", "x")),
    ]
    assert added_by(account, line, _history(*edits)) == revid


def test_an_upload_is_no_edit_that_added_a_text() -> None:
    assert added_by("GlocBot", "Location", _history(("GlocBot", LOCATED))) is None
