"""``approved.json``: what is read from it, what is refused, and which proposals it chooses."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from glocbot.decision.rejections import Rejection
from glocbot.proposals.approvals import (
    Approvals,
    ApprovedEdit,
    RejectedEdit,
    chosen,
    read_approvals,
    rejections,
)
from glocbot.proposals.kinds import WrongFileError
from glocbot.reasons import RejectionReason
from tests.proposals.samples import sample

ABBEY: dict[str, Any] = {
    "title": "File:Abbey.jpg",
    "revid": 70,
    "wikitext": "{{Location|48.2|16.37|source:exif}}",
}
BRIDGE = {**ABBEY, "title": "File:Bridge.jpg"}
SAVED = {
    "version": 1,
    "site": "commons:commons",
    "reviewer": "Robin",
    "reviewed_at": "2026-05-11T10:00:00.000Z",
    "approved": [ABBEY],
    "rejected": [BRIDGE],
}
VERSION_2 = {
    "version": 2,
    "site": "commons:commons",
    "reviewer": "Robin",
    "saved": "2026-11-24T10:00:00.000Z",
    "approved": [ABBEY],
    "rejected": [
        {
            **BRIDGE,
            "by": "Kim",
            "when": "2026-11-24T09:00:00.000Z",
            "note": "a garden",
            "why": "private",
        }
    ],
    "later": [{**ABBEY, "title": "File:Castle.jpg"}],
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
        {**SAVED, "version": 3},
        "its version is 3, and this glocbot reads up to 2: update glocbot",
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
    "another reason": (
        {**VERSION_2, "rejected": [{**BRIDGE, "why": "bored"}]},
        "Invalid value in 'rejected[0].why'",
    ),
    "approved and put off": (
        {**VERSION_2, "later": [ABBEY]},
        "File:Abbey.jpg is both approved and put off",
    ),
    "both": ({**SAVED, "rejected": [ABBEY]}, "File:Abbey.jpg is both approved and rejected"),
}
READ: dict[str, Any] = {
    "as saved": SAVED,
    "with what a later glocbot may add": {**SAVED, "comment": "all seen"},
    "without what is not applied": without("rejected"),
    "as version 2 has it": VERSION_2,
}


def written(path: Path, content: Any) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


@pytest.mark.parametrize("content", READ.values(), ids=READ)
def test_what_is_read(tmp_path: Path, content: Any) -> None:
    approvals = read_approvals(written(tmp_path / "approved.json", content))
    approval = ApprovedEdit(**ABBEY)
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
APPROVED = [
    ApprovedEdit(title=each.title, revid=each.revid, wikitext=each.wikitext) for each in PROPOSALS
]


def choose(*approved: ApprovedEdit) -> tuple[list[str], list[str]]:
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


def test_a_correction_is_not_applied_as_if_there_were_none() -> None:
    titles, errors = choose(replace(APPROVED[0], corrected="{{Location|1|2}}"), APPROVED[1])
    assert titles == ["File:Bridge.jpg"]
    assert errors == ["File:Abbey.jpg was corrected, which this glocbot cannot apply"]


NOW = datetime(2026, 11, 25, tzinfo=UTC)
REJECTED = RejectedEdit(
    title=PROPOSALS[1].title,
    revid=PROPOSALS[1].revid,
    wikitext=PROPOSALS[1].wikitext,
    by="Kim",
    when=datetime(2026, 11, 24, tzinfo=UTC),
    why=RejectionReason.PRIVATE,
)


def remembered(*rejected: RejectedEdit) -> list[Rejection]:
    approvals = Approvals("commons:commons", (), rejected, reviewer="Robin")
    return rejections(PROPOSALS, approvals, NOW)


def test_what_was_rejected_is_remembered_with_its_page() -> None:
    bridge = PROPOSALS[1]
    assert remembered(REJECTED) == [
        Rejection(
            site="commons:commons",
            pageid=bridge.pageid,
            title=bridge.title,
            sha1=bridge.sha1,
            wikitext=bridge.wikitext,
            why=RejectionReason.PRIVATE,
            by="Kim",
            time=datetime(2026, 11, 24, tzinfo=UTC),
        )
    ]


def test_a_rejection_of_version_1_is_the_reviewers_and_of_now() -> None:
    [rejection] = remembered(replace(REJECTED, by="", when=None, why=RejectionReason.OTHER))
    assert (rejection.by, rejection.time, rejection.why) == ("Robin", NOW, RejectionReason.OTHER)


@pytest.mark.parametrize("changed", [{"revid": 71}, {"title": "File:Nowhere.jpg"}])
def test_a_rejection_of_another_edit_is_not_remembered(changed: dict[str, Any]) -> None:
    assert remembered(replace(REJECTED, **changed)) == []
