"""JSON Lines: whole lines, on the disk at once, whatever happened to the file before."""

import json
from pathlib import Path

import pytest

from glocbot.proposals.jsonlines import JsonLines


def test_each_line_is_on_the_disk_at_once(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    with JsonLines(path) as lines:
        lines.write({"title": "File:Lake ä\n\u2028.jpg"})
        assert path.read_bytes().endswith(b"}\n")
        lines.write({"title": "B"})
    titles = [json.loads(line)["title"] for line in path.read_text("utf-8").split("\n")[:-1]]
    assert titles == ["File:Lake ä\n\u2028.jpg", "B"]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text("old\n")
    with JsonLines(path):
        pass
    assert path.read_text() == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, '{"a": 1}\n'),
        ("", '{"a": 1}\n'),
        ('{"b": 2}\n', '{"b": 2}\n{"a": 1}\n'),
        ('{"b": "ä', '{"b": "ä\n{"a": 1}\n'),
    ],
)
def test_an_old_file_is_continued_on_a_line_of_its_own(
    tmp_path: Path, before: str | None, after: str
) -> None:
    """A full disk cut the last line off; the next one must not be lost with it."""
    path = tmp_path / "outcomes.jsonl"
    if before is not None:
        path.write_text(before, "utf-8")
    with JsonLines(path, append=True) as lines:
        lines.write({"a": 1})
    assert path.read_text("utf-8") == after


def test_a_file_that_is_not_open(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is not open"):
        JsonLines(tmp_path / "d.jsonl").write({})
