"""``glocbot apply`` from its call to its end, on a wiki in memory."""

import json
from pathlib import Path

import pytest
from pywikibot import config

from glocbot.apply import command
from glocbot.cli import main
from glocbot.proposals.jsonlines import JsonLines
from glocbot.proposals.proposal import Proposal
from tests.editing.fakewiki import LOCATED, TITLE, FakeWiki
from tests.editing.in_memory import put_in_place
from tests.making import held, proposed

SITE = "commons:commons"


class AppliedWiki(FakeWiki):
    """A wiki in memory.

    Attributes:
        logins: how often somebody logged in.
    """

    logins = 0


@pytest.fixture(autouse=True)
def wiki(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AppliedWiki:
    """Put a wiki in memory in the place of all that makes requests."""
    wiki = AppliedWiki(proposed().facts, site=SITE)

    def log_in() -> None:
        wiki.logins += 1

    monkeypatch.chdir(tmp_path)
    put_in_place(monkeypatch, command, wiki, SITE, log_in)
    return wiki


@pytest.fixture(autouse=True)
def proposals(wiki: AppliedWiki) -> Proposal:
    """Write a file of one clean proposal."""
    return write(Proposal.of(proposed(), wiki.addresses(TITLE), "Add it"))


def write(proposal: Proposal, more: str = "") -> Proposal:
    with JsonLines(Path("p.jsonl")) as file:
        file.write(proposal.to_json())
    with Path("p.jsonl").open("a") as text:
        text.write(more)
    return proposal


def approve(proposal: Proposal, site: str = SITE) -> None:
    entry = {"title": TITLE, "revid": proposal.revid, "wikitext": proposal.wikitext}
    content = {
        "version": 1,
        "site": site,
        "reviewer": "Kim",
        "saved": "2024-05-11T10:00:00Z",
        "approved": [entry],
        "rejected": [],
    }
    Path("approved.json").write_text(json.dumps(content))


def apply(*arguments: str) -> int:
    return main(["apply", "p.jsonl", *arguments])


def test_what_is_clean_is_saved(wiki: AppliedWiki, capsys: pytest.CaptureFixture[str]) -> None:
    assert apply("-all-clean", "--outcomes", "o.jsonl") == 0
    assert wiki.logins == 1
    assert "{{Location|" in wiki.text
    [outcome] = [json.loads(line) for line in Path("o.jsonl").read_text().splitlines()]
    assert (outcome["title"], outcome["outcome"]) == (TITLE, "saved")
    assert "\n\nProcessed 1 of 1 proposal with 0 requests in " in capsys.readouterr().err


def test_what_was_approved_is_saved(wiki: AppliedWiki, proposals: Proposal) -> None:
    approve(proposals)
    assert apply("--approved=approved.json") == 0
    assert wiki.history[0].comment == "Add it"


def test_what_is_held_is_left(wiki: AppliedWiki, capsys: pytest.CaptureFixture[str]) -> None:
    write(Proposal.of(held(), wiki.addresses(TITLE), "Add it"))
    assert apply("-all-clean") == 0
    assert wiki.edits == ["Kim"]
    assert "Left for a person" in capsys.readouterr().err


def test_a_simulation_needs_no_account(wiki: AppliedWiki, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(config.usernames, "commons", {})
    assert apply("-all-clean", "-simulate") == 0
    assert (wiki.logins, wiki.edits) == (0, ["Kim"])


def test_a_trial_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert apply("-all-clean", "-trial") == 0
    said = capsys.readouterr().out
    assert said.startswith("=== Trial run ===")
    assert "[[User:Glocbot|Glocbot]] made 1 test edit:" in said
    assert "A person looked at each edit" not in said


def test_a_trial_of_what_was_approved_says_so(
    proposals: Proposal, capsys: pytest.CaptureFixture[str]
) -> None:
    approve(proposals)
    assert apply("-approved:approved.json", "-trial") == 0
    assert "A person looked at each edit" in capsys.readouterr().out


def test_a_bad_line_is_named_and_the_others_are_applied(
    wiki: AppliedWiki, proposals: Proposal, capsys: pytest.CaptureFixture[str]
) -> None:
    write(proposals, "nonsense\n")
    assert apply("-all-clean") == 1
    assert "{{Location|" in wiki.text
    assert "p.jsonl, line 2: " in capsys.readouterr().err


def test_an_empty_file_is_no_fault(wiki: AppliedWiki, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody logs in to do nothing."""
    Path("p.jsonl").write_text("")
    assert apply("-all-clean") == 0
    assert wiki.logins == 0
    said = capsys.readouterr().err
    assert "p.jsonl is empty" in said
    assert "Processed 0 of 0 proposals" in said


WRONG = {
    "no account": "no account to save with on commons:commons",
    "no file": "cannot read p.jsonl: No such file or directory",
    "no approvals": "cannot read approved.json: No such file or directory",
    "another wiki's approvals": "approved.json is about commons:beta, and this is commons:commons",
    "another wiki's proposals": "nothing to apply in p.jsonl",
    "no proposals": "p.jsonl is a decisions file",
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_found_before_the_first_request(
    name: str,
    wiki: AppliedWiki,
    proposals: Proposal,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    approve(proposals, "commons:beta" if name == "another wiki's approvals" else SITE)
    match name:
        case "no account":
            monkeypatch.setitem(config.usernames, "commons", {})
        case "no file":
            Path("p.jsonl").unlink()
        case "no approvals":
            Path("approved.json").unlink()
        case "another wiki's proposals":
            write(Proposal.of(proposed(), FakeWiki(site="x:y").addresses(TITLE), ""))
        case "no proposals":
            Path("p.jsonl").write_text('{"title": "File:A.jpg", "verdict": "skip"}\n')
    assert apply("-approved:approved.json") == 2
    assert WRONG[name] in capsys.readouterr().err
    assert (wiki.logins, wiki.asked) == (0, [])


def test_located(wiki: AppliedWiki, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that was located meanwhile is left alone, and that is no failure."""
    wiki.save(LOCATED)
    assert apply("-all-clean") == 0
    assert wiki.edits == ["Kim", "Kim"]
    assert "is left alone" in capsys.readouterr().err
