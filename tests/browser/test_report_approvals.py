"""approved.json: what stands in it, and that it can be loaded again."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.browser.reviewer import Reviewer
from tests.proposals.samples import sample

FILES = [sample("Abbey"), sample("Bridge", reasons=["datum"]), sample("Castle")]
EMPTY = {"version": 1, "site": "commons:commons", "approved": [], "rejected": []}


def test_decisions_name_titles_revisions_reviewer_and_time(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("jajr")
    saved = reviewer.save("Robin Réviseur")
    when = datetime.fromisoformat(saved["saved"])
    assert abs(datetime.now(UTC) - when) < timedelta(minutes=1)
    said = {"revid": 70, "by": "Robin Réviseur", "when": saved["saved"], "note": ""}
    abbey = {"title": "File:Abbey.jpg", "wikitext": FILES[0].wikitext}
    bridge = {"title": "File:Bridge.jpg", "wikitext": FILES[1].wikitext, "why": "other"}
    assert saved == {
        "version": 2,
        "site": "commons:commons",
        "reviewer": "Robin Réviseur",
        "saved": saved["saved"],
        "approved": [said | abbey],
        "rejected": [said | bridge],
        "later": [],
    }


def test_what_others_said_is_saved_again(reviewer: Reviewer, tmp_path: Path) -> None:
    """A reason, a note, a correction, and what was put off; but not on another decision."""
    edits = [
        {"title": each.title, "revid": each.revid, "wikitext": each.wikitext} for each in FILES
    ]
    said = {"by": "Kim", "when": "2026-11-24T09:00:00.000Z", "note": "a garden"}
    loaded = {
        "version": 2,
        "site": "commons:commons",
        "reviewer": "Kim",
        "approved": [edits[0] | said | {"corrected": "{{Location|48.3|16.4}}"}],
        "rejected": [edits[1] | said | {"why": "private"}],
        "later": [edits[2] | said],
    }
    path = tmp_path / "theirs.json"
    path.write_text(json.dumps(loaded), "utf-8")
    reviewer.open(FILES)
    reviewer.load(path)
    saved = reviewer.save()
    assert [saved[name] for name in ("approved", "rejected", "later")] == [
        *(loaded["approved"], loaded["rejected"], loaded["later"]),
    ]
    reviewer.press("jrjjr")
    saved = reviewer.save()
    assert saved["rejected"][0]["note"] == ""
    assert "corrected" not in saved["rejected"][0]
    assert saved["later"] == []


def test_nobody_saves_without_a_name(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("s")
    reviewer.find("#reviewer").clear()
    reviewer.find("#save-go").click()
    assert "who reviewed" in reviewer.find("#save-problem").text
    assert not (reviewer.folder / "approved.json").exists()


def test_the_reviewers_name_is_remembered(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.save("Robin")
    reviewer.chromium.refresh()
    reviewer.press("s")
    assert reviewer.find("#reviewer").get_attribute("value") == "Robin"


def test_saved_decisions_can_be_loaded_again(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("jajr")
    reviewer.save()
    reviewer.press("kuju")
    assert reviewer.decided() == {}
    assert reviewer.load(reviewer.folder / "approved.json") == "2 decisions loaded."
    assert reviewer.decided() == {"Abbey": "Approved", "Bridge": "Rejected"}
    reviewer.chromium.refresh()
    assert reviewer.decided() == {"Abbey": "Approved", "Bridge": "Rejected"}


def test_loading_leaves_other_decisions_and_can_be_undone(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("ja")
    reviewer.save()
    reviewer.press("ujja")
    reviewer.load(reviewer.folder / "approved.json")
    assert reviewer.decided() == {"Abbey": "Approved", "Castle": "Approved"}
    reviewer.find("#undo").click()
    assert reviewer.decided() == {"Castle": "Approved"}


def test_a_decision_on_another_revision_or_text_is_not_taken_over(reviewer: Reviewer) -> None:
    """A person approved one text on one revision, and no other."""
    reviewer.open(FILES)
    reviewer.press("jAAA")
    reviewer.save()
    later = [replace(FILES[0], revid=99), replace(FILES[1], latitude=48.3)]
    reviewer.open(later, "later.html")
    words = reviewer.load(reviewer.folder / "approved.json")
    assert words.startswith("0 decisions loaded. 2 files changed since")
    assert "1 file not in this report" in words
    assert reviewer.decided() == {}


REFUSED: dict[str, tuple[Any, str]] = {
    "nonsense": ("{", "not valid JSON"),
    "a list": ([], "no decisions"),
    "nothing": (None, "no decisions"),
    "another wiki": ({**EMPTY, "site": "test:test"}, "for test:test"),
    "a newer version": ({**EMPTY, "version": 3}, "version is 3"),
    "a nameless decision": ({**EMPTY, "approved": [{"revid": 1}]}, "names no file"),
    "a decision that is none": ({**EMPTY, "rejected": [None]}, "names no file"),
}


@pytest.mark.parametrize(("content", "why"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_none_is_refused_and_changes_nothing(
    reviewer: Reviewer, tmp_path: Path, content: Any, why: str
) -> None:
    path = tmp_path / "some.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    reviewer.open(FILES)
    reviewer.press("ja")
    words = reviewer.load(path)
    assert words.startswith("some.json was not loaded")
    assert why in words
    assert reviewer.decided() == {"Abbey": "Approved"}
