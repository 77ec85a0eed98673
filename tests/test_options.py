"""The files that a call names."""

from pathlib import Path

import pytest

from glocbot.options import UsageError, check_outputs


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_files_that_can_be_written_are_left_as_they_were(folder: Path) -> None:
    Path("old").write_text("kept")
    check_outputs({"-a": Path("new"), "-b": Path("old"), "-c": None})
    assert [path.name for path in folder.iterdir()] == ["old"]
    assert Path("old").read_text() == "kept"


WRONG: dict[str, tuple[dict[str, Path | None], list[Path]]] = {
    "cannot write no/such: No such file or directory": ({"-a": Path("no/such")}, []),
    "cannot write .: Is a directory": ({"-a": Path()}, []),
    "-a and -b cannot both write y/../x": ({"-a": Path("x"), "-b": Path("y/../x")}, []),
    "-a cannot write x, which is to be read": ({"-a": Path("x")}, [Path("y/../x")]),
}


@pytest.mark.parametrize("words", WRONG)
def test_files_that_cannot_be_written(words: str) -> None:
    paths, inputs = WRONG[words]
    Path("y").mkdir()
    with pytest.raises(UsageError) as caught:
        check_outputs(paths, inputs)
    assert str(caught.value) == words
