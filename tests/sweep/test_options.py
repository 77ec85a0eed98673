"""What ``glocbot sweep`` is called with: all of it is checked without a wiki."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from pywikibot import config, pagegenerators

from glocbot.editing.options import PeoplesWords
from glocbot.options import FLAG, UsageError
from glocbot.reasons import HoldReason
from glocbot.sweep.generators import FILTERS, GENERATORS, OTHER_FILTERS, OTHER_GENERATORS
from glocbot.sweep.options import COMMAND_LINE, SweepOptions, understand


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def understood(*arguments: str) -> SweepOptions:
    return understand(COMMAND_LINE.read(["-cat:Views", *arguments]))


PLAIN = SweepOptions(PeoplesWords(Path(config.base_dir, "rejected.jsonl")))
UNDERSTOOD = {
    "": PLAIN,
    "-always": replace(PLAIN, always=True),
    "--always": replace(PLAIN, always=True),
    "-nohistory -simulate": replace(PLAIN, history=False),
    "--nohistory --simulate=yes": replace(PLAIN, history=False),
    "-depth:0": replace(PLAIN, depth=0),
    "--depth 12": replace(PLAIN, depth=12),
    "-summary:see:[[a=b]]": replace(PLAIN, summary="see:[[a=b]]"),
    "-decisions:d.jsonl": replace(PLAIN, decisions=Path("d.jsonl")),
    "--proposals=p:1.jsonl": replace(PLAIN, proposals=Path("p:1.jsonl")),
    "-accept:left-out,whole-degrees": replace(
        PLAIN,
        people=replace(
            PLAIN.people, accepted=frozenset({HoldReason.LEFT_OUT, HoldReason.WHOLE_DEGREES})
        ),
    ),
    "-optout:User:ExampleBot/No": replace(
        PLAIN, people=replace(PLAIN.people, opt_out="User:ExampleBot/No")
    ),
    "-rejected:r.jsonl": replace(PLAIN, people=PeoplesWords(Path("r.jsonl"))),
    "--report r.html": replace(PLAIN, report=Path("r.html")),
    "-max_retries:2 --site commons:commons -pt:1.5 -v -limit:1": PLAIN,
}


@pytest.mark.parametrize("call", UNDERSTOOD)
def test_understood(call: str) -> None:
    assert understood(*call.split()) == UNDERSTOOD[call]


WRONG = {
    "-cat:V Views": "'Views' is no option; for a category write -cat:'Views'",
    "-cat": '-cat needs a value: -cat:"Views of Vienna"',
    "-simulate": 'which files? Name a generator, such as -cat:"Views of Vienna"',
    "-titleregex:x -limit:5 -ns:6": "which files? Name a generator",
    "-catt:X": "there is no option -catt; did you mean -cat",
    "-cat:V -similate": "there is no option -similate; did you mean -simulate?",
    "-cat:V -nohistory": "-nohistory goes with -simulate only: a save always looks",
    "-cat:V -accept:unclear-place": "-accept takes holds with commas between (unclear-place always",
    "-cat:V -accept:located": "-accept takes holds with commas between ('located' is no hold",
    "-cat:V -limit:abc": "-limit takes a whole number of files, 1 or more, not 'abc'",
    "-cat:V -limit:0": "-limit takes a whole number of files, 1 or more, not '0'",
    "-cat:V -limit": "-limit needs a value: -limit:200",
    "-catr:V -depth:two": "-depth takes a whole number of levels, 0 or more, not 'two'",
    "-cat:V -titleregex:[": "-titleregex takes a regular expression (unterminated character set",
    "-cat:V -grep:not:(": "-grep takes a regular expression (missing ), unterminated",
    "-cat:V -subpage:x": "-subpage takes a whole number of levels, 0 or more, not 'x'",
    "-cat:V -redirect:maybe": "-redirect takes ",
    "-newimages:0": "-newimages takes a whole number of pages, 1 or more, not '0'",
    "-random:x": "-random takes a whole number of pages, 1 or more, not 'x'",
    "-cat:V -intersect:x": "-intersect takes no value: write just -intersect",
    "-ref": "-ref needs a value: -ref:TEXT",
    "-file:nowhere.txt": "cannot read nowhere.txt: No such file or directory",
    "-file:.": "cannot read .: Is a directory",
    "-page:Lake.jpg": '-page:"Lake.jpg" is no file page: write -page:"File:Lake.jpg"',
    "-cat:V -decisions:no/d": "cannot write no/d: No such file or directory",
    "-cat:V -decisions:a -report:./a": "-decisions and -report cannot both write a",
    "-cat:V -putthrottle:soon": "-putthrottle takes a number of seconds, 0 or more, not 'soon'",
    "-cat:V -putthrottle:-1": "-putthrottle takes a number of seconds, 0 or more, not '-1'",
    "-cat:V -maxlag:x": "-maxlag takes a whole number of seconds, 0 or more, not 'x'",
    "-cat:V -max_retries:x": "-max_retries takes a whole number, not 'x'",
}


@pytest.mark.parametrize("call", WRONG)
def test_a_wrong_call(call: str, folder: Path) -> None:
    with pytest.raises(UsageError) as caught:
        understand(COMMAND_LINE.read(call.split()))
    assert str(caught.value).startswith(WRONG[call])
    assert list(folder.iterdir()) == []


def test_a_configuration_may_simulate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "simulate", True)
    assert understood("-nohistory") == replace(PLAIN, history=False)


def test_lists_that_can_be_read(folder: Path) -> None:
    (folder / "list.txt").touch()
    os.mkfifo(folder / "pipe")  # opening it would wait for a writer
    for name in ("list.txt", "pipe", "https://example.org/list.txt"):
        assert understand(COMMAND_LINE.read([f"-file:{name}"])) == PLAIN


def test_what_is_for_pywikibot_goes_on_in_its_spelling() -> None:
    given = COMMAND_LINE.read(["--cat", "A b", "--simulate", "-always", "--newimages=5", "-ns:6"])
    assert given.pywikibot == ("-cat:A b", "-simulate", "-newimages:5", "-ns:6")


def handlers() -> Iterable[str]:
    names = dir(pagegenerators.GeneratorFactory)
    return (name.removeprefix("_handle_") for name in names if name.startswith("_handle_"))


def test_every_generator_and_filter_of_pywikibot_is_taken() -> None:
    ours = [*GENERATORS, *FILTERS, *OTHER_GENERATORS, *OTHER_FILTERS]
    assert sorted(option.name for option in ours) == sorted(handlers())
    assert all(option.pywikibot for option in ours)


def test_the_filters_are_those_that_pywikibot_calls_so() -> None:
    """Pywikibot's own help lists generators first; it leaves out other names for the same."""
    generators, _, filters = pagegenerators.parameterHelp.partition("FILTER OPTIONS")
    for option in (*GENERATORS, *OTHER_GENERATORS):
        assert f"\n-{option.name} " in generators or option.name == "category"
    for option in (*FILTERS, *OTHER_FILTERS):
        named = f"\n-{option.name} " in filters or option.name in {"namespace", "ns"}
        assert named or option.name == "sparqlendpoint"


def test_pywikibots_help_comes_with_the_help_on_everything() -> None:
    page, everything = COMMAND_LINE.help(), COMMAND_LINE.help(everything=True)
    assert everything.startswith(page.partition("\n\nFor example")[0])
    for option in (*OTHER_GENERATORS, *OTHER_FILTERS):
        if option.name not in {"category", "namespace", "ns"}:
            assert f"\n-{option.name} " in everything
            assert f"-{option.name}" not in page.split() or option.kind is FLAG
    assert "-max_retries:N" in everything
    assert "version-" not in everything


def test_the_first_page_has_all_that_is_ours() -> None:
    page = COMMAND_LINE.help()
    for name in ("simulate", "limit:N", "site:", "putthrottle:", "depth:N", "report:FILE"):
        assert f"\n  -{name}" in page
