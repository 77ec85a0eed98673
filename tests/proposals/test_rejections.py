"""Rejections are kept in a file that only grows."""

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from glocbot.proposals.rejections import RejectionsError, read_rejections, write_rejections
from tests.decision.test_rejections import HERE, PRIVATE, REJECTED, SITE


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rejected.jsonl"
    write_rejections(path, [REJECTED])
    write_rejections(path, [PRIVATE, replace(REJECTED, site="x:en")])
    assert read_rejections(path, SITE).of(7) == (REJECTED, PRIVATE)
    assert len(read_rejections(path, SITE)) == 2


def test_what_is_taken_back_stays_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "rejected.jsonl"
    write_rejections(path, [REJECTED])
    write_rejections(path, [replace(REJECTED, undone=True)])
    assert read_rejections(path, SITE).against(7, HERE) is None
    assert path.read_text().count("\n") == 2


def test_the_keys_of_a_line(tmp_path: Path) -> None:
    path = tmp_path / "rejected.jsonl"
    write_rejections(path, [REJECTED, replace(REJECTED, undone=True)])
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    keys = {"site", "pageid", "title", "sha1", "wikitext", "why", "by", "time"}
    assert [set(line) for line in lines] == [keys, keys | {"undone"}]
    assert lines[0]["why"] == "wrong-place"
    assert lines[1]["undone"] is True


def test_only_the_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "rejected.jsonl"
    write_rejections(path, [REJECTED])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_no_file_has_no_rejections(tmp_path: Path) -> None:
    assert len(read_rejections(tmp_path / "rejected.jsonl", SITE)) == 0


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "it is not valid JSON"),
        ("[]", "it is not a JSON object"),
        ('{"site": "commons:commons"}', "it lacks 'pageid'"),
        (json.dumps({"why": "bored"}), "Invalid value in 'why'"),
    ],
)
def test_a_line_that_is_none_stops_the_call(tmp_path: Path, line: str, problem: str) -> None:
    """Passed over, it might be the one that says "private"."""
    path = tmp_path / "rejected.jsonl"
    write_rejections(path, [REJECTED])
    with path.open("a") as file:
        file.write(line + "\n")
    with pytest.raises(RejectionsError) as error:
        read_rejections(path, SITE)
    assert str(error.value) == f"{path}, line 2: {problem}; mend or delete this line, and run again"


def test_a_line_that_was_cut_off_does_not_swallow_the_next(tmp_path: Path) -> None:
    path = tmp_path / "rejected.jsonl"
    path.write_text('{"site": "comm')
    write_rejections(path, [REJECTED])
    assert path.read_text().count("\n") == 2
