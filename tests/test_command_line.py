"""Reading a call's arguments by a table of options, and the help from the same table."""

from pathlib import Path
from typing import Any

import pytest

from glocbot.command_line import HELP_ALL, CommandLine, Section, Style
from glocbot.options import FILE, FLAG, TEXT, Option, UsageError, optional, whole_number

ALWAYS = Option("always", FLAG, "Save without asking.")
DEPTH = Option("depth", whole_number("levels", 0), "How deep to go.", example="3")
REPORT = Option("report", FILE, "Write the page.", example="report.html", letter="r")
SUMMARY = Option("summary", TEXT, "The edit summary.")
SIMULATE = Option("simulate", optional(TEXT), "Never save.", pywikibot=True)
CATEGORY = Option("cat", TEXT, "The files of a category.", pywikibot=True)
STEP = Option("step", whole_number("pages", 1), pywikibot=True)
SECTIONS = (
    Section("Options", (ALWAYS, DEPTH, REPORT, SUMMARY, HELP_ALL)),
    Section("More", (SIMULATE, CATEGORY, STEP), more=True),
)
LINE = CommandLine(Style.PYWIKIBOT, "Usage: it", SECTIONS, "The end.", "All the rest.")
GNU_LINE = CommandLine(Style.GNU, "Usage: it", SECTIONS)

SPELLINGS: dict[str, tuple[Option[Any], object]] = {
    "-always": (ALWAYS, True),
    "--always": (ALWAYS, True),
    "-depth:3": (DEPTH, 3),
    "--depth:3": (DEPTH, 3),
    "-depth=0": (DEPTH, 0),
    "--depth=0": (DEPTH, 0),
    "-depth 3": (DEPTH, 3),
    "--depth 3": (DEPTH, 3),
    "-report:a=b.html": (REPORT, Path("a=b.html")),
    "--report=a:b.html": (REPORT, Path("a:b.html")),
    "--report=-b.html": (REPORT, Path("-b.html")),
    "-r page.html": (REPORT, Path("page.html")),
    "-r:page.html": (REPORT, Path("page.html")),
    "--summary -": (SUMMARY, "-"),
    "--summary -33.86": (SUMMARY, "-33.86"),
    "-simulate": (SIMULATE, True),
    "--simulate": (SIMULATE, True),
    "-simulate:": (SIMULATE, True),
    "--simulate=fully": (SIMULATE, "fully"),
    "--depth 1 -depth:2": (DEPTH, 2),
}


@pytest.mark.parametrize("line", [LINE, GNU_LINE])
@pytest.mark.parametrize("call", SPELLINGS)
def test_every_spelling_is_taken(line: CommandLine, call: str) -> None:
    option, value = SPELLINGS[call]
    given = line.read(call.split())
    assert given.values == {option: value}
    assert given.get(option) == value
    assert option in given
    assert given.inputs == ()


def test_what_is_not_given() -> None:
    given = LINE.read([])
    assert ALWAYS not in given
    assert given.get(DEPTH) is None


INPUTS = {
    "page -always other": ("page", "other"),
    "- -always": ("-",),
    "-33.86,151.2 -always": ("-33.86,151.2",),
    "-.5 -always": ("-.5",),
    "-always -- -depth -- x": ("-depth", "--", "x"),
    "-always --": (),
    "-simulate x -always": ("x",),
}


@pytest.mark.parametrize("call", INPUTS)
def test_what_is_no_option(call: str) -> None:
    """Numbers below zero, a single dash, and all that follows two."""
    given = LINE.read(call.split())
    assert given.inputs == INPUTS[call]
    assert ALWAYS in given


def test_a_number_may_have_a_blank_after_its_sign() -> None:
    assert LINE.read(["- 33.86, 151.2"]).inputs == ("- 33.86, 151.2",)


def test_options_for_pywikibot_go_on_in_its_spelling() -> None:
    call = ["--cat", "A b", "--simulate", "--cat=C:d=e", "-always", "-cat:F", "--step=5"]
    given = LINE.read(call)
    assert given.pywikibot == ("-cat:A b", "-simulate", "-cat:C:d=e", "-cat:F", "-step:5")
    assert given.get(CATEGORY) == "F"


WRONG = {
    "-always:yes": "-always takes no value: write just -always",
    "--always=": "-always takes no value: write just -always",
    "-depth": "-depth needs a value: -depth:3",
    "-depth:": "-depth needs a value: -depth:3",
    "--depth=": "-depth needs a value: -depth:3",
    "--depth -always": "-depth needs a value: -depth:3",
    "--depth --": "-depth needs a value: -depth:3",
    "-summary": "-summary needs a value: -summary:TEXT",
    "-r": "-report needs a value: -report:report.html",
    "-depth:-1": "-depth takes a whole number of levels, 0 or more, not '-1'",
    "--depth -1": "-depth takes a whole number of levels, 0 or more, not '-1'",
    "-depth:1.5": "-depth takes a whole number of levels, 0 or more, not '1.5'",
    "-depth:²": "-depth takes a whole number of levels, 0 or more, not '²'",
    "-depth:٣": "-depth takes a whole number of levels, 0 or more, not '٣'",
    f"-depth:{'9' * 5000}": f"-depth takes a whole number of levels, 0 or more, not '{'9' * 5000}'",
    "-step:0": "-step takes a whole number of pages, 1 or more, not '0'",
    "-similate": "there is no option -similate; did you mean -simulate?",
    "--similate": "there is no option --similate; did you mean -simulate?",
    "-Simulate:x": "there is no option -Simulate; did you mean -simulate?",
    "--reprot=x.html": "there is no option --reprot; did you mean -report?",
    "-reportx.html": "there is no option -reportx.html; did you mean -report?",
    "-rpage.html": "there is no option -rpage.html; -help lists them all",
    "--zzzz": "there is no option --zzzz; -help lists them all",
    "--5": "there is no option --5; -help lists them all",
}


@pytest.mark.parametrize("call", WRONG, ids=lambda call: call[:30])
def test_one_line_says_what_is_wrong(call: str) -> None:
    with pytest.raises(UsageError) as caught:
        LINE.read(call.split())
    assert str(caught.value) == WRONG[call]


def test_messages_spell_options_in_the_commands_style() -> None:
    with pytest.raises(UsageError, match="--depth needs a value: --depth 3"):
        GNU_LINE.read(["-depth"])
    with pytest.raises(UsageError, match="; did you mean --simulate"):
        GNU_LINE.read(["-similate"])


ASKED = ["-h", "-help", "--help", "x -always --help", "-nonsense -h", "-depth -help", "-help:"]


@pytest.mark.parametrize("call", ASKED)
def test_help_is_given_whatever_else_is_said(call: str) -> None:
    assert LINE.help_for(call.split()) == LINE.help()


@pytest.mark.parametrize("call", ["-help:all", "--help=all", "-h:all"])
def test_help_on_everything(call: str) -> None:
    assert LINE.help_for([call]) == LINE.help(everything=True)


@pytest.mark.parametrize("call", ["", "-always", "help", "-- -help", "-summary:-help", "-helpful"])
def test_help_is_not_asked_for(call: str) -> None:
    assert LINE.help_for(call.split()) is None


def test_the_help_shows_each_option_in_its_style() -> None:
    assert LINE.help() == (
        "Usage: it\n"
        "\n"
        "Options:\n"
        "  -always                 Save without asking.\n"
        "  -depth:N                How deep to go.\n"
        "  -r, -report:FILE        Write the page.\n"
        "  -summary:TEXT           The edit summary.\n"
        "  -h, -help[:all]         Show this page, or all options.\n"
        "\n"
        "The end."
    )
    assert "\n  -r, --report FILE       Write" in GNU_LINE.help()
    assert "\n  -h, --help[=all]        Show" in GNU_LINE.help()


def test_the_help_on_everything_has_more_and_leaves_out_what_has_no_words() -> None:
    said = LINE.help(everything=True)
    assert "\n\nMore:\n  -simulate[:TEXT]        Never save.\n  -cat:TEXT               The" in said
    assert said.endswith("\n\nThe end.\n\nAll the rest.")
    assert "-step" not in said


def test_long_words_are_wrapped_under_each_other() -> None:
    long = Option("a-name-that-is-rather-long", FLAG, "word " * 30)
    lines = CommandLine(Style.GNU, "Usage", (Section("Options", (long,)),)).help().splitlines()
    assert lines[3] == "  --a-name-that-is-rather-long"
    assert all(line.startswith(" " * 26 + "word") and len(line) <= 98 for line in lines[4:])
    assert len(lines) == 7
