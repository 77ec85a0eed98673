"""`glocbot convert` as people and programs call it."""

import io
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from glocbot import cli

ROOT = Path(__file__).parents[2]


def main(arguments: Sequence[str]) -> int:
    """Call the command; returns the exit status."""
    return cli.main(["convert", *arguments])


@pytest.fixture(name="stdin")
def _stdin(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdin", stream)
    return stream


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (["48.20849, 16.37208"], "{{Location|48.20849|16.37208}}"),
        (["-33.8568,151.2153"], "{{Location|-33.8568|151.2153}}"),
        (["-33.8568 151.2153", "--object"], "{{Object location|-33.8568|151.2153}}"),
        (["--dms", "- 33.5, 151.25"], "{{Location|33|30|0|S|151|15|0|E}}"),
        (["--heading", "142.4", "48.2,16.3"], "{{Location|48.2|16.3|heading:142}}"),
        (["--heading=359.5", "48.2,16.3"], "{{Location|48.2|16.3|heading:0}}"),
        (["{{Location|48.2|16.3|heading:90}}"], "{{Location|48.2|16.3|heading:90}}"),
        (["--heading", "5", "{{Location|48.2|16.3|heading:90}}"], "{{Location|48.2|16.3|heading:5}}"),
        (["--gcj02", "39.91334545536069, 116.38404722455657"], "{{Location|39.911954|116.377817}}"),
        (["--", "-33.8568,151.2153"], "{{Location|-33.8568|151.2153}}"),
        (["-heading:142", "-dms", "48.2,16.3"], "{{Location|48|12|0|N|16|18|0|E|heading:142}}"),
    ],
)  # fmt: skip
def test_prints_the_template(
    argv: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == (0 if line else 1)
    assert capsys.readouterr().out == (f"{line}\n" if line else "")


def test_several_inputs_are_answered_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["48.20849,16.37208", "95, 200", "1.123456,2.123456"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "{{Location|48.20849|16.37208}}",
        "",
        "{{Location|1.123456|2.123456}}",
    ]
    assert err.startswith("refused: “95, 200”: the latitude 95")


def test_notes_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["https://www.google.com/maps/@48.2082,16.3738,17z"]) == 0
    assert capsys.readouterr().err.startswith("note: the link shows the centre of a map")


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["--json", "{{Location|48.20849049|-0.0000001|heading:142.5}}", "Wien", "1.111,2"])
        == 1
    )
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert answers[0] == {
        "input": "{{Location|48.20849049|-0.0000001|heading:142.5}}",
        "latitude": 48.20849,
        "longitude": 0,
        "heading": 143,
        "wikitext": "{{Location|48.20849|0|heading:143}}",
        "notes": [],
    }
    assert list(answers[1]) == ["input", "error"]
    assert answers[2]["heading"] is None
    assert answers[2]["notes"]


def test_standard_input_is_read_a_line_at_a_time(
    stdin: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin.write("48.20849,16.37208\r\n\nnowhere\n-1.123456,2.123456")
    stdin.seek(0)
    assert main(["--json", "3.123456,4.123456", "-"]) == 1
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer.get("latitude") for answer in answers] == [
        3.123456,
        48.20849,
        None,
        None,
        -1.123456,
    ]
    assert [answer["input"] for answer in answers][1:4] == ["48.20849,16.37208", "", "nowhere"]


def test_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--table", "48.20849,16.37208", "0,\t0", "no\tplace"]) == 1
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == ["48.20849,16.37208", "{{Location|48.20849|16.37208}}", ""]
    assert "Gulf of Guinea" in rows[1][2]
    assert rows[2][:2] == ["no place", ""]
    assert all(len(row) == 3 for row in rows)


UNQUOTED = {
    "48.20849, 16.37208": "{{Location|48.20849|16.37208}}",
    "48.20849 16.37208": "{{Location|48.20849|16.37208}}",
    "48,20849 16,37208": "{{Location|48.20849|16.37208}}",
    "48,20849; 16,37208": "{{Location|48.20849|16.37208}}",
    "-33.85681 151.21531 --object": "{{Object location|-33.85681|151.21531}}",
    "--heading 90 − −33.85681 +151.21531": "",
    "−33.85681 +151.21531": "{{Location|-33.85681|151.21531}}",
}


@pytest.mark.parametrize("words", UNQUOTED)
def test_two_lone_numbers_are_one_position(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What a shell makes of a position without quotation marks."""
    template = UNQUOTED[words]
    assert main(words.split()) == (0 if template else 1)
    out, err = capsys.readouterr()
    assert out.strip() == template
    assert ("note: the two numbers are read as one position: quotes" in err) == bool(template)


def test_the_note_on_two_lone_numbers_is_for_programs_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--json", "48.20849,", "16.37208"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["input"] == "48.20849, 16.37208"
    assert result["notes"] == [
        "the two numbers are read as one position: quotes around both are safer"
    ]


@pytest.mark.parametrize(
    "words", ["48.2,16.3 48.3,16.4", "48.2N 16.3E", "48.2 16.3 150", "48.2° 16.3°", "48.2, 16.3,"]
)
def test_other_inputs_are_read_one_by_one(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--json", *words.split()])
    results = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [result["input"] for result in results] == words.split()


def test_two_lone_numbers_that_are_no_position(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["95.5", "200.5"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("refused: “95.5 200.5”: the latitude 95.5 is not between")


WRONG = {
    "": "name an input, such as 48.20849,16.37208",
    "--nonsense 1,2": "there is no option --nonsense",
    "--heading x 1,2": "--heading takes a number of degrees from 0 to 360, not 'x'",
    "--heading 361 1,2": "--heading takes a number of degrees from 0 to 360, not '361'",
    "--heading -5 1,2": "--heading takes a number of degrees from 0 to 360, not '-5'",
    "--heading nan 1,2": "--heading takes a number of degrees from 0 to 360, not 'nan'",
    "--heading": "--heading needs a value: --heading 142",
    "--json --table 1,2": "--json and --table exclude each other",
    "- -": "standard input (-) can be read only once",
    "--head 5 1,2": "there is no option --head; did you mean --heading?",
    "--json=yes 1,2": "--json takes no value: write just --json",
}


@pytest.mark.parametrize("words", WRONG)
def test_a_wrong_call(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"glocbot convert: {WRONG[words]}")


def test_help_is_complete(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-h"]) == 0
    text = capsys.readouterr().out
    for word in ("--json", "--table", "--heading", "--object", "--dms", "--copy", "--gcj02",
                 "--online", "Examples:", "Exit status:"):  # fmt: skip
        assert word in text


def test_is_a_command_of_glocbot(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["convert", "48.20849,16.37208"]) == 0
    assert capsys.readouterr().out == "{{Location|48.20849|16.37208}}\n"


@pytest.mark.parametrize("name", ["wl-copy", "xclip", "xsel", "pbcopy"])
def test_copy_uses_the_program_that_is_there(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, copied = tmp_path / name, tmp_path / "copied"
    program.write_text(f"#!/bin/sh\n/bin/cat > {copied}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["--copy", "48.20849,16.37208", "1.123456,2.123456"]) == 0
    assert copied.read_text() == "{{Location|48.20849|16.37208}}\n{{Location|1.123456|2.123456}}"


@pytest.mark.parametrize("broken", [True, False])
def test_copy_says_when_there_is_no_clipboard(
    broken: bool,  # noqa: FBT001
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if broken:
        (tmp_path / "xclip").write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / "xclip").chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["--copy", "48.20849,16.37208"]) == 1
    out, err = capsys.readouterr()
    assert out == "{{Location|48.20849|16.37208}}\n"
    assert ("since xclip failed" if broken else "there is none of wl-copy") in err


def run(argv: list[str], given: bytes, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "glocbot", "convert", *argv],
        input=given,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **environment},
    )


def test_a_refusal_names_its_input_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["Vienna", "95, 200"]) == 1
    err = capsys.readouterr().err.splitlines()
    assert err[0].startswith("refused: “Vienna” holds no coordinates")
    assert err[1].startswith("refused: “95, 200”: the latitude 95")


def test_folders_and_other_files_are_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("")
    (tmp_path / "48.2, 16.3").write_text("")
    monkeypatch.chdir(tmp_path)
    assert main([".", "notes.txt", "48.2, 16.3", "x" * 300, "a\0b"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == ["", "", "{{Location|48.2|16.3}}", "", ""]
    assert "“.” is a folder" in err
    assert "“notes.txt” is a file, but no JPEG" in err


def test_a_byte_order_mark_is_no_part_of_the_input() -> None:
    done = run(["--json", "-"], "\ufeff48.20849,16.37208\n".encode())
    assert json.loads(done.stdout)["input"] == "48.20849,16.37208"


def test_arguments_are_utf_8_in_a_locale_that_is_not() -> None:
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = run(["--json", "48°12′30″N 16°22′30″E", "\udcff, 1"], b"", **environment)
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert answers[0]["wikitext"] == "{{Location|48.208333|16.375}}"
    assert answers[1]["input"] == "\\xff, 1"


@pytest.mark.parametrize(
    ("ending", "says"),
    [("- <&-", b""), ("1.2345,2.3456 >/dev/full", b"glocbot: the results cannot be written: ")],
)
def test_closed_and_full_streams_are_no_accident(ending: str, says: bytes) -> None:
    command = f"{sys.executable} -m glocbot convert {ending}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False, cwd=ROOT)
    assert done.stderr.startswith(says)
    assert b"Traceback" not in done.stderr
    assert done.returncode == (1 if says else 0)


def test_ctrl_c_ends_it_quietly() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "glocbot", "convert", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"48.20849,16.37208\n")
        process.stdin.flush()
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=10)[1] == b""
        assert process.returncode == 130


def test_speaks_utf_8_in_any_locale() -> None:
    given = "48°12′30″N 16°22′19″E\nÜber\n\xff\n".encode()[:-2] + b"\xff\n"
    done = run(["--json", "-"], given, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 1
    assert answers[0]["input"] == "48°12′30″N 16°22′19″E"
    assert answers[1]["input"] == "Über"
    assert done.stderr == b""


def test_a_reader_that_has_seen_enough_ends_it_quietly() -> None:
    lines = "48.20849,16.37208\n" * 20_000
    command = f"{sys.executable} -m glocbot convert --json - | head -n 1"
    done = subprocess.run(
        ["/bin/sh", "-c", command], input=lines.encode(), capture_output=True, check=False, cwd=ROOT
    )
    assert json.loads(done.stdout)["latitude"] == 48.20849
    assert done.stderr == b""


def test_answers_before_the_input_ends() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "glocbot", "convert", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("48.20849,16.37208\n")
        process.stdin.flush()
        assert process.stdout.readline() == "{{Location|48.20849|16.37208}}\n"
        process.stdin.close()
        assert process.wait() == 0


def test_needs_neither_pywikibot_nor_a_network() -> None:
    script = (
        "import sys; sys.modules['pywikibot'] = None; from glocbot.cli import main;"
        "main(['convert', '48.20849,16.37208']);"
        "print(sorted({'mgrs', 'utm', 'exifread', 'PIL', 'http.client'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT, text=True
    )
    assert done.stdout.splitlines()[1] == "[]"
