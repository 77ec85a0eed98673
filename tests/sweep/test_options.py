"""The sweep's own options."""

from pathlib import Path

import pytest

from glocbot.options import UsageError, unknown
from glocbot.sweep.options import Options, parse_options

UNDERSTOOD = {
    "-always": Options(always=True),
    "-nohistory": Options(history=False),
    "-depth:0": Options(depth=0),
    "-depth:12": Options(depth=12),
    "-summary:Add {{Location}}: see [[a:b]]": Options(summary="Add {{Location}}: see [[a:b]]"),
    "-decisions:d.jsonl": Options(decisions=Path("d.jsonl")),
    "-proposals:a b/p:1.jsonl": Options(proposals=Path("a b/p:1.jsonl")),
    "-report:r.html": Options(report=Path("r.html")),
}
REFUSED = {
    "-always:yes": "-always takes no value: write just -always",
    "-nohistory:": "-nohistory takes no value: write just -nohistory",
    "-depth": "-depth needs a value: -depth:3",
    "-depth:": "-depth needs a value: -depth:3",
    "-depth:-1": "-depth takes a whole number of levels, 0 or more, not '-1'",
    "-depth:1.5": "-depth takes a whole number of levels, 0 or more, not '1.5'",
    "-depth:²": "-depth takes a whole number of levels, 0 or more, not '²'",
    "-summary:": "-summary needs a value: -summary:TEXT",
    "-decisions": "-decisions needs a value: -decisions:decisions.jsonl",
    "-proposals:": "-proposals needs a value: -proposals:proposals.jsonl",
    "-report": "-report needs a value: -report:report.html",
}
OTHERS = ["-cat:Views", "-simulate", "always", "-Always", "-alwaysx", "--depth:3", "-", ""]


@pytest.mark.parametrize("argument", UNDERSTOOD)
def test_an_option(argument: str) -> None:
    assert parse_options([argument]) == (UNDERSTOOD[argument], [])


@pytest.mark.parametrize("argument", REFUSED)
def test_a_wrong_value(argument: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_options(["-cat:Views", argument])
    assert str(caught.value) == REFUSED[argument]


def test_all_else_is_left_in_its_order() -> None:
    options, rest = parse_options([OTHERS[0], "-always", *OTHERS[1:]])
    assert options == Options(always=True)
    assert rest == OTHERS


def test_the_last_one_counts() -> None:
    assert parse_options(["-depth:1", "-depth:2"])[0].depth == 2


KNOWN = ["always", "nohistory", "simulate", "cat", "catr", "decisions"]
UNKNOWN = {
    "-similate": "there is no option -similate; did you mean -simulate?",
    "-Simulate": "there is no option -Simulate; did you mean -simulate?",
    "--simulate": "there is no option --simulate; did you mean -simulate?",
    "-decision:d.jsonl": "there is no option -decision; did you mean -decisions?",
    "-cta:Views": "there is no option -cta; did you mean -cat?",
    "-zzzz": "there is no option -zzzz; -help lists them all",
    "-": "there is no option -; -help lists them all",
    "Views": "'Views' is no option; for a category write -cat:'Views'",
}


@pytest.mark.parametrize("argument", UNKNOWN)
def test_what_nobody_knows(argument: str) -> None:
    assert str(unknown(argument, KNOWN)) == UNKNOWN[argument]
