"""The options of ``glocbot apply``."""

from dataclasses import replace
from pathlib import Path

import pytest

from glocbot.apply.options import Options, parse_options
from glocbot.options import UsageError

PLAIN = Options(Path("p.jsonl"))
UNDERSTOOD = {
    "": PLAIN,
    "--approved a.json": replace(PLAIN, approved=Path("a.json")),
    "--approved=a.json": replace(PLAIN, approved=Path("a.json")),
    "-approved:a.json": replace(PLAIN, approved=Path("a.json")),
    "-approved a.json": replace(PLAIN, approved=Path("a.json")),
    "--approved=-a.json": replace(PLAIN, approved=Path("-a.json")),
    "--approved=a:b.json": replace(PLAIN, approved=Path("a:b.json")),
    "-approved:a=b.json": replace(PLAIN, approved=Path("a=b.json")),
    "--all-clean": replace(PLAIN, all_clean=True),
    "-all-clean": replace(PLAIN, all_clean=True),
    "-outcomes:o.jsonl": replace(PLAIN, outcomes=Path("o.jsonl")),
    "--outcomes o.jsonl": replace(PLAIN, outcomes=Path("o.jsonl")),
    "-limit:1": replace(PLAIN, limit=1),
    "--limit 5000": replace(PLAIN, limit=5000),
    "-limit:1 -limit:2": replace(PLAIN, limit=2),
    "-summary:a:b=c": replace(PLAIN, summary="a:b=c"),
    "--trial": replace(PLAIN, trial=True, limit=20),
    "--trial -limit:5": replace(PLAIN, trial=True, limit=5),
    "--trial -limit:500": replace(PLAIN, trial=True, limit=20),
    "--trial --all-clean": replace(PLAIN, trial=True, all_clean=True, limit=20),
}
VALUE = "needs a value; -help shows how to write it"
LIMIT = "-limit takes a whole number of edits from 1, not"
REFUSED = {
    "p.jsonl --approved": f"--approved {VALUE}",
    "p.jsonl --approved=": f"--approved= {VALUE}",
    "p.jsonl -approved:": f"-approved: {VALUE}",
    "p.jsonl --approved --all-clean": f"--approved {VALUE}",
    "p.jsonl -outcomes": f"-outcomes {VALUE}",
    "p.jsonl -summary:": f"-summary: {VALUE}",
    "p.jsonl -limit": f"-limit {VALUE}",
    "p.jsonl -limit:0": f"{LIMIT} '0'",
    "p.jsonl -limit:-3": f"{LIMIT} '-3'",
    "p.jsonl -limit:1.5": f"{LIMIT} '1.5'",
    "p.jsonl -limit:²": f"{LIMIT} '²'",
    "p.jsonl -limit:٣": f"{LIMIT} '٣'",
    "p.jsonl -limit:all": f"{LIMIT} 'all'",
    f"p.jsonl -limit:{'9' * 5000}": LIMIT,
    "p.jsonl --trial:yes": "-trial takes no value: write just -trial",
    "p.jsonl --all-clean=no": "-all-clean takes no value: write just -all-clean",
    "p.jsonl --aproved a.json": "there is no option --aproved; did you mean -approved?",
    "p.jsonl --aproved=a.json": "there is no option --aproved; did you mean -approved?",
    "p.jsonl --allclean": "there is no option --allclean; did you mean -all-clean?",
    "p.jsonl --simulate": "there is no option --simulate; did you mean -simulate?",
    "p.jsonl -Trial": "there is no option -Trial; did you mean -trial?",
    "p.jsonl -always": "there is no option -always; -help lists them all",
    "p.jsonl -": "there is no option -; -help lists them all",
    "p.jsonl --": "there is no option --; -help lists them all",
    "": "name one file of proposals, such as proposals.jsonl",
    "--all-clean": "name one file of proposals, such as proposals.jsonl",
    "p.jsonl q.jsonl": "name one file of proposals, such as proposals.jsonl",
    "p.jsonl --approved a.json --all-clean": "--approved and --all-clean exclude each other",
}


@pytest.mark.parametrize("call", UNDERSTOOD)
def test_understood(call: str) -> None:
    assert parse_options(["p.jsonl", *call.split()]) == UNDERSTOOD[call]
    assert parse_options([*call.split(), "p.jsonl"]) == UNDERSTOOD[call]


@pytest.mark.parametrize("call", REFUSED, ids=lambda call: call[:40])
def test_refused(call: str) -> None:
    """One line that says what is wrong and what would be right."""
    with pytest.raises(UsageError) as caught:
        parse_options(call.split())
    assert str(caught.value).startswith(REFUSED[call])
