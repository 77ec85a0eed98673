"""The wrong file is named as such, in one sentence that says what to give instead."""

import json
from pathlib import Path
from typing import Any

import pytest

from glocbot.proposals.approvals import read_approvals
from glocbot.proposals.decisions import decision_json
from glocbot.proposals.file import read_proposals
from glocbot.proposals.kinds import EmptyFileError, WrongFileError
from glocbot.report.page import page
from tests.making import held, proposed, skipped
from tests.proposals.samples import line, sample

APPROVED = {"version": 1, "site": "commons:commons", "approved": [], "rejected": []}
OUTCOME = {"title": "File:A.jpg", "outcome": "saved", "revid": 7, "time": "2024-05-11T10:12:44"}


def lines(*values: dict[str, Any]) -> str:
    return "".join(json.dumps(each) + "\n" for each in values)


PROPOSALS = lines(line(), line(title="File:Abbey.jpg"))
FILES = {
    "decisions": (lines(decision_json(skipped()), decision_json(held())), "a decisions file"),
    "decisions, a proposal first": (lines(decision_json(proposed())), "a decisions file"),
    "outcomes": (lines(OUTCOME, OUTCOME), "an outcomes file"),
    "a report": (page([sample()], "found.jsonl"), "a page in HTML"),
    "a page with blanks before it": ("\ufeff\n\n <html>\n", "a page in HTML"),
    "what convert wrote": (lines({"input": "48, 16", "error": "?"}), "`glocbot convert --json`"),
}
NOT_PROPOSALS = {
    **FILES,
    "approvals": (json.dumps(APPROVED, indent=2), "a reviewer's approved.json"),
    "approvals on one line": (lines(APPROVED), "a reviewer's approved.json"),
}
NOT_APPROVALS = {**FILES, "proposals": (PROPOSALS, "a proposals file")}


def written(folder: Path, text: str) -> Path:
    path = folder / "given"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(("text", "what"), NOT_PROPOSALS.values(), ids=NOT_PROPOSALS)
def test_what_is_given_as_proposals(tmp_path: Path, text: str, what: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(WrongFileError) as caught:
        read_proposals(path)
    words = str(caught.value)
    assert words.startswith(f"{path} is ")
    assert what in words
    assert words.endswith(
        ", not a proposals file: give the file that `glocbot sweep -proposals:FILE` wrote"
    )


@pytest.mark.parametrize(("text", "what"), NOT_APPROVALS.values(), ids=NOT_APPROVALS)
def test_what_is_given_as_approvals(tmp_path: Path, text: str, what: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(WrongFileError) as caught:
        read_approvals(path)
    words = str(caught.value)
    assert words.startswith(f"{path} is ")
    assert what in words
    assert words.endswith(": give the approved.json that the reviewer's page saved")


def test_a_file_of_another_program_is_named_once(tmp_path: Path) -> None:
    path = written(tmp_path, "title;latitude;longitude\n" * 99)
    with pytest.raises(WrongFileError) as caught:
        read_proposals(path)
    assert str(caught.value) == (
        f"{path} is no proposals file, since no line of it is a JSON object: give the file that "
        "`glocbot sweep -proposals:FILE` wrote"
    )


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", " \r\n"])
def test_an_empty_file_may_be_of_a_sweep_that_proposed_nothing(tmp_path: Path, text: str) -> None:
    with pytest.raises(EmptyFileError, match="is empty: the sweep that wrote it proposed nothing"):
        read_proposals(written(tmp_path, text))


def test_empty_approvals(tmp_path: Path) -> None:
    with pytest.raises(EmptyFileError, match=r"is empty: give the approved\.json"):
        read_approvals(written(tmp_path, ""))


@pytest.mark.parametrize("name", sorted(line()))
def test_a_proposal_that_lacks_a_field_is_still_recognised(tmp_path: Path, name: str) -> None:
    values = line()
    del values[name]
    proposals, errors = read_proposals(written(tmp_path, lines(values, line())))
    assert (len(proposals), [error.line for error in errors]) == (1, [1])
