"""``glocbot report``: what it writes, what it refuses, how it ends."""

import subprocess
import sys
from pathlib import Path

import pytest

from glocbot.cli import main
from tests.proposals.samples import line, write_lines


@pytest.fixture
def proposals(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "found.jsonl", [line()])


def test_a_page_is_written(proposals: Path, tmp_path: Path) -> None:
    assert main(["report", str(proposals), "-o", str(tmp_path / "page.html")]) == 0
    assert "<!doctype html>" in (tmp_path / "page.html").read_text("utf-8")


def test_without_a_name_the_page_stands_beside_the_proposals(proposals: Path) -> None:
    assert main(["report", str(proposals)]) == 0
    assert proposals.with_suffix(".html").exists()


def test_wikitext_is_printed(proposals: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(proposals), "--wikitext"]) == 0
    assert "<gallery" in capsys.readouterr().out


def test_wikitext_goes_to_a_file_when_asked_to(proposals: Path, tmp_path: Path) -> None:
    assert main(["report", str(proposals), "--wikitext", "-o", str(tmp_path / "w")]) == 0
    assert "<gallery" in (tmp_path / "w").read_text("utf-8")


def test_a_bad_line_is_named_and_the_others_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_lines(tmp_path / "p.jsonl", [line(title="File:a.jpg"), line(latitude=95)])
    assert main(["report", str(path)]) == 1
    assert f"{path}, line 2: " in capsys.readouterr().err
    assert "File:a.jpg" in path.with_suffix(".html").read_text("utf-8")


def test_a_file_of_something_else_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text("no\n", "utf-8")
    assert main(["report", str(path)]) == 1
    assert "nothing was written" in capsys.readouterr().err
    assert not path.with_suffix(".html").exists()


def test_the_wrong_file_is_named_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decisions = [{"title": f"File:{name}.jpg", "verdict": "skip"} for name in "abc"]
    path = write_lines(tmp_path / "decisions.jsonl", decisions)
    assert main(["report", str(path)]) == 2
    assert capsys.readouterr().err == (
        f"glocbot report: {path} is a decisions file, not a proposals file: give the file that "
        "`glocbot sweep -proposals:FILE` wrote\n"
    )
    assert not path.with_suffix(".html").exists()


def test_a_sweep_that_found_nothing_has_a_page_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_lines(tmp_path / "p.jsonl", [])
    assert main(["report", str(path)]) == 0
    assert f"{path} is empty: the sweep that wrote it proposed nothing" in capsys.readouterr().err


WRONG = {
    "no file": [],
    "a file that is not there": ["nowhere.jsonl"],
    "an unknown option": ["found.jsonl", "--pdf"],
    "a folder": ["."],
    "a page in no folder": ["found.jsonl", "-o", "nowhere/page.html"],
    "the proposals themselves": ["found.jsonl", "-o", "found.jsonl"],
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_a_wrong_call_ends_with_2(
    arguments: list[str],
    proposals: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(proposals.parent)
    before = proposals.read_bytes()
    assert main(["report", *arguments]) == 2
    assert "glocbot report" in capsys.readouterr().err
    assert proposals.read_bytes() == before


SPELLINGS = ["-o {}", "--output {}", "--output={}", "-output:{}", "--output:{}", "-output {}"]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_page_goes_where_it_is_told_however_that_is_spelled(
    spelling: str, proposals: Path, tmp_path: Path
) -> None:
    page = tmp_path / "a" / "page.html"
    page.parent.mkdir()
    assert main(["report", str(proposals), *spelling.format(page).split()]) == 0
    assert [path.name for path in page.parent.iterdir()] == ["page.html"]


def test_no_pywikibot_is_needed(proposals: Path) -> None:
    """A reviewer's laptop has no configuration, and importing Pywikibot makes folders."""
    code = (
        "import sys; sys.modules['pywikibot'] = None; from glocbot.cli import main; "
        f"sys.exit(main(['report', {str(proposals)!r}]))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
