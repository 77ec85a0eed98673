"""What is read back from a proposals file, and what is refused, with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from glocbot.proposals.file import read_proposals
from tests.proposals.samples import line, write_lines


def one_error(path: Path) -> str:
    _, errors = read_proposals(path)
    assert len(errors) == 1
    assert str(errors[0]).startswith(f"{path}, line {errors[0].line}: ")
    return errors[0].why


def test_good_lines_around_a_bad_one_are_kept(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "p", [line(title=f"File:{n}.jpg") for n in "abc"])
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([lines[0], "nonsense", "", *lines[1:]]), "utf-8")
    proposals, errors = read_proposals(path)
    assert [each.title for each in proposals] == ["File:a.jpg", "File:b.jpg", "File:c.jpg"]
    assert [(error.line, error.why) for error in errors] == [(2, "it is not valid JSON")]


def test_a_file_that_was_cut_off_says_so(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "p", [line(title="File:a.jpg"), line(title="File:b.jpg")])
    path.write_bytes(path.read_bytes()[:-40])
    proposals, errors = read_proposals(path)
    assert [proposal.title for proposal in proposals] == ["File:a.jpg"]
    assert errors[0].line == 2
    assert "cut off" in errors[0].why


def test_a_missing_last_line_feed_is_no_fault(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "p", [line()])
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    proposals, errors = read_proposals(path)
    assert (len(proposals), errors) == (1, [])


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "p", [line(title="File:a.jpg"), line(title="File:b.jpg")])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    proposals, errors = read_proposals(path)
    assert (len(proposals), errors) == (2, [])


def test_unicode_line_separators_do_not_split_a_line(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "p", [line(user="a\u2028b\u2029c\x85d")])
    proposals, errors = read_proposals(path)
    assert (proposals[0].user, errors) == ("a\u2028b\u2029c\x85d", [])


def test_a_newer_version_asks_for_a_newer_glocbot(tmp_path: Path) -> None:
    assert "update glocbot" in one_error(write_lines(tmp_path / "p", [line(version=2)]))


def test_another_wikis_line_is_refused(tmp_path: Path) -> None:
    lines = [line(title="File:a.jpg"), line(site="test:test", title="File:b.jpg")]
    why = one_error(write_lines(tmp_path / "p", lines))
    assert why == "it is from test:test, not from commons:commons"


def test_a_file_for_another_wiki_than_asked_for_is_refused(tmp_path: Path) -> None:
    proposals, errors = read_proposals(write_lines(tmp_path / "p", [line()]), site="test:test")
    assert (proposals, len(errors)) == ([], 1)


def test_a_title_that_stands_twice_is_refused_the_second_time(tmp_path: Path) -> None:
    why = one_error(write_lines(tmp_path / "p", [line(), line(revid=71)]))
    assert why == "File:Bridge.jpg stands on line 1 already"


RAW: dict[str, Callable[[], bytes]] = {
    "a list": lambda: b"[]\n",
    "a number": lambda: b"1\n",
    "wrong bytes": lambda: b'{"title": "\xff"}\n',
    "half a character": lambda: b'{"user": "\\ud800"}\n',
    "the other half": lambda: b'{"user": "\\udc00 and more"}\n',
    "an endless number": lambda: b'{"latitude": Infinity}\n',
    "no number": lambda: b'{"latitude": NaN}\n',
    "deeply nested": lambda: b"[" * 200_000 + b"\n",
    "a number too long": lambda: b"[" + b"9" * 5000 + b"]\n",
    "zeros": lambda: b"\0" * 64 + b"\n",
}


@pytest.mark.parametrize("name", RAW)
def test_what_is_no_object_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "p"
    path.write_bytes(RAW[name]())
    assert one_error(path).startswith("it is not")


def test_a_file_that_is_not_there_is_the_callers_matter(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_proposals(tmp_path / "p")
