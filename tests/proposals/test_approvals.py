"""``approved.json``: what is read from it, what is refused, and which proposals it chooses."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from glocbot.proposals.approvals import Approvals, ReviewedEdit, chosen, read_approvals
from glocbot.proposals.kinds import WrongFileError
from tests.proposals.samples import sample

ABBEY = {"title": "File:Abbey.jpg", "revid": 70, "wikitext": "{{Location|48.2|16.37|source:exif}}"}
BRIDGE = {**ABBEY, "title": "File:Bridge.jpg"}
SAVED = {
    "version": 1,
    "site": "commons:commons",
    "reviewer": "Robin",
    "reviewed_at": "2026-05-11T10:00:00.000Z",
    "approved": [ABBEY],
    "rejected": [BRIDGE],
}


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in SAVED.items() if key != name}


REFUSED: dict[str, tuple[Any, str]] = {
    "cut off": (json.dumps(SAVED).encode()[:-30], "it is not valid JSON"),
    "no text at all": (b"\x89PNG\r\n\x1a\n\x00\xff", "it is not valid JSON"),
    "nested without end": (b"[" * 200_000, "it is not valid JSON"),
    "a figure without end": (b"9" * 5000, "it is not valid JSON"),
    "a list": ([SAVED], "it is not a JSON object"),
    "nothing": (None, "it is not a JSON object"),
    "no version": (without("version"), "it lacks 'version'"),
    "a version of words": ({**SAVED, "version": "1"}, "a whole number, got a text in 'version'"),
    "a newer version": (
        {**SAVED, "version": 2},
        "its version is 2, and this glocbot reads up to 1: update glocbot",
    ),
    "no site": (without("site"), "it lacks 'site'"),
    "an empty site": ({**SAVED, "site": ""}, "a text of length >= 1 in 'site'"),
    "approvals that are none": ({**SAVED, "approved": "all"}, "a list, got a text in 'approved'"),
    "an approval that is none": (
        {**SAVED, "approved": [ABBEY, None]},
        "an object, got null in 'approved[1]'",
    ),
    "an approval of titles": ({**SAVED, "approved": ["File:A.jpg"]}, "an object, got a text"),
    "no title": ({**SAVED, "approved": [{**ABBEY, "title": ""}]}, "in 'approved[0].title'"),
    "no revision": ({**SAVED, "approved": [{**ABBEY, "revid": None}]}, "got null in"),
    "half a revision": ({**SAVED, "approved": [{**ABBEY, "revid": 1.5}]}, "got a number in"),
    "a true revision": ({**SAVED, "approved": [{**ABBEY, "revid": True}]}, "got true or false"),
    "no wikitext": ({**SAVED, "approved": [{**ABBEY, "wikitext": ""}]}, "'approved[0].wikitext'"),
    "half a character": ({**SAVED, "approved": [{**ABBEY, "title": "\ud800"}]}, "not valid JSON"),
    "both": ({**SAVED, "rejected": [ABBEY]}, "File:Abbey.jpg is both approved and rejected"),
}
READ: dict[str, Any] = {
    "as saved": SAVED,
    "with what a later glocbot may add": {**SAVED, "comment": "all seen"},
    "without what is not applied": without("rejected"),
}


def written(path: Path, content: Any) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


@pytest.mark.parametrize("content", READ.values(), ids=READ)
def test_what_is_read(tmp_path: Path, content: Any) -> None:
    approvals = read_approvals(written(tmp_path / "approved.json", content))
    approval = ReviewedEdit(ABBEY["title"], ABBEY["revid"], ABBEY["wikitext"])  # type: ignore[arg-type]
    assert (approvals.site, approvals.approved) == ("commons:commons", (approval,))


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = written(tmp_path / "approved.json", b"\xef\xbb\xbf" + json.dumps(SAVED).encode())
    assert len(read_approvals(path).approved) == 1


@pytest.mark.parametrize(("content", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(tmp_path: Path, content: Any, why: str) -> None:
    """One line that names the file, what is wrong, and what to do."""
    path = written(tmp_path / "approved.json", content)
    with pytest.raises(WrongFileError) as caught:
        read_approvals(path)
    words = str(caught.value)
    assert words.startswith(f"{path} is not what the reviewer's page saves: ")
    assert why in words
    assert words.endswith("; save the decisions again")
    assert len(words) < 400
    assert words.isprintable()


PROPOSALS = [sample("Abbey"), sample("Bridge", reasons=["datum"]), sample("Castle")]
APPROVED = [ReviewedEdit(each.title, each.revid, each.wikitext) for each in PROPOSALS]


def choose(*approved: ReviewedEdit) -> tuple[list[str], list[str]]:
    proposals, errors = chosen(PROPOSALS, Approvals("commons:commons", approved))
    return [each.title for each in proposals], errors


def test_just_what_was_approved_is_chosen_in_the_reviewers_order() -> None:
    assert choose(APPROVED[2], APPROVED[1]) == (["File:Castle.jpg", "File:Bridge.jpg"], [])
    assert choose() == ([], [])


def test_what_was_approved_twice_is_chosen_once() -> None:
    assert choose(APPROVED[0], APPROVED[0]) == (["File:Abbey.jpg"], [])


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"revid": 71}, "was approved with another proposal than this file's"),
        ({"wikitext": "{{Location|1|2}}"}, "was approved with another proposal than this file's"),
        ({"wikitext": APPROVED[0].wikitext + " "}, "was approved with another proposal"),
        ({"title": "File:abbey.jpg"}, "was approved, but is not in the proposals file"),
        ({"title": "File:Abbey.jpg "}, "was approved, but is not in the proposals file"),
    ],
)
def test_an_approval_of_another_edit_chooses_nothing(changed: dict[str, Any], why: str) -> None:
    titles, errors = choose(replace(APPROVED[0], **changed), APPROVED[1])
    assert titles == ["File:Bridge.jpg"]
    assert len(errors) == 1
    assert why in errors[0]
