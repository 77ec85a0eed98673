"""What ``glocbot apply`` is called with."""

from dataclasses import replace
from pathlib import Path

import pytest
from pywikibot import config

from glocbot.apply.options import COMMAND_LINE, ApplyOptions, understand
from glocbot.editing.options import PeoplesWords
from glocbot.options import UsageError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


KEPT = PeoplesWords(Path(config.base_dir, "rejected.jsonl"))
PLAIN = ApplyOptions(Path("p.jsonl"), KEPT)
UNDERSTOOD = {
    "": PLAIN,
    "--approved a.json": replace(PLAIN, approved=Path("a.json")),
    "-approved:a.json": replace(PLAIN, approved=Path("a.json")),
    "--approved=-a.json": replace(PLAIN, approved=Path("-a.json")),
    "--all-clean": replace(PLAIN, all_clean=True),
    "-all-clean": replace(PLAIN, all_clean=True),
    "-outcomes:o.jsonl": replace(PLAIN, outcomes=Path("o.jsonl")),
    "-limit:1": replace(PLAIN, limit=1),
    "--limit 5000": replace(PLAIN, limit=5000),
    "-rejected:r.jsonl": replace(PLAIN, people=PeoplesWords(Path("r.jsonl"))),
    "-summary:a:b=c": replace(PLAIN, summary="a:b=c"),
    "-trial": replace(PLAIN, trial=True, limit=20),
    "--trial -limit:5": replace(PLAIN, trial=True, limit=5),
    "--trial -limit:500": replace(PLAIN, trial=True, limit=20),
    "--trial --all-clean": replace(PLAIN, trial=True, all_clean=True, limit=20),
    "--simulate --site=commons:commons -putthrottle 10": PLAIN,
}


@pytest.mark.parametrize("call", UNDERSTOOD)
def test_understood(call: str) -> None:
    for arguments in (["p.jsonl", *call.split()], [*call.split(), "p.jsonl"]):
        assert understand(COMMAND_LINE.read(arguments)) == UNDERSTOOD[call]


def test_a_file_may_be_named_like_an_option() -> None:
    assert understand(COMMAND_LINE.read(["-trial", "--", "-p"])).proposals == Path("-p")


WRONG = {
    "p.jsonl -approved": "-approved needs a value: -approved:approved.json",
    "p.jsonl --approved --all-clean": "-approved needs a value: -approved:approved.json",
    "p.jsonl -limit:0": "-limit takes a whole number of edits, 1 or more, not '0'",
    "p.jsonl -limit:all": "-limit takes a whole number of edits, 1 or more, not 'all'",
    "p.jsonl --trial:yes": "-trial takes no value: write just -trial",
    "p.jsonl --aproved=a.json": "there is no option --aproved; did you mean -approved?",
    "p.jsonl --allclean": "there is no option --allclean; did you mean -all-clean?",
    "p.jsonl -Trial": "there is no option -Trial; did you mean -trial?",
    "p.jsonl -always": "there is no option -always; ",
    "": "name one file of proposals, such as proposals.jsonl",
    "--all-clean": "name one file of proposals, such as proposals.jsonl",
    "p.jsonl q.jsonl": "name one file of proposals, such as proposals.jsonl",
    "p.jsonl -approved:a.json -all-clean": "-approved and -all-clean exclude each other",
    "p.jsonl -trial --simulate": "-trial makes edits to show, which -simulate does not",
    "p.jsonl -outcomes:./p.jsonl": "-outcomes cannot write p.jsonl, which is to be read",
    "p.jsonl -approved:a -outcomes:a": "-outcomes cannot write a, which is to be read",
    "p.jsonl -outcomes:no/o": "cannot write no/o: No such file or directory",
}


@pytest.mark.parametrize("call", WRONG)
def test_a_wrong_call(call: str, folder: Path) -> None:
    """One line that says what is wrong and what would be right."""
    with pytest.raises(UsageError) as caught:
        understand(COMMAND_LINE.read(call.split()))
    assert str(caught.value).startswith(WRONG[call])
    assert list(folder.iterdir()) == []
