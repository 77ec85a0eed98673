"""``glocbot apply`` and files that time or people have spoilt; calls that are wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.mediawiki.applying import Reviewed, review
from tests.mediawiki.embedded import Account, EmbeddedWiki
from tests.mediawiki.pwb import configure, run
from tests.mediawiki.sweeping import LOCATION, Gallery, doubtful, read_records, sound


@pytest.fixture(scope="module")
def swept(
    wiki_for_all: EmbeddedWiki, bot_account: Account, tmp_path_factory: pytest.TempPathFactory
) -> Reviewed:
    """Proposals that every test here may spoil; none of the pages may be edited."""
    folder = configure(tmp_path_factory.mktemp("spoilt"), wiki_for_all.url, bot_account)
    files = {"A": sound(), "B": sound(), "C": sound(), "H": doubtful()}
    return review(Gallery(wiki_for_all, "Spoilt"), files, folder)


SPOILT: dict[str, tuple[dict[str, Any], str]] = {
    "another site": ({"site": "commons:commons"}, "it is from commons:commons, not from embedded"),
    "a newer version": ({"version": 2}, "its version is 2, and this glocbot reads up to 1"),
    "a template by hand": (
        {"wikitext": "{{Location|1|2}}"},
        f"the template is '{{{{Location|1|2}}}}', but its position gives {LOCATION}",
    ),
    "a position by hand": ({"latitude": 1.5}, "but its position gives {{Location|1.5|16.37208"),
    "a text by hand": ({"new_text": "[[Buy here]]"}, "the new text lacks the template"),
    "a hold made clean": ({"reasons": [], "verdict": "hold"}, "it is held for no reason"),
    "a clean one with doubts": ({"reasons": ["datum"]}, "its reasons and its doubts differ"),
    "a title of none": ({"title": "File:A|B.jpg"}, "is not the title of a file's page"),
    "a title twice": ({}, "stands on line 1 already"),
}


def test_good_lines_are_not_lost_and_bad_ones_are_named(gallery: Gallery, pwb_dir: Path) -> None:
    """Each refusal says file, line and why; the exit status is 1."""
    reviewed = review(gallery, {"A": sound(), "B": sound(), "H": doubtful()}, pwb_dir)
    proposals = reviewed.proposals
    bad = [{**proposals["A"], **changes} for changes, _ in SPOILT.values()]
    lines = [json.dumps(proposals["A"]), *map(json.dumps, bad), json.dumps(proposals["B"])]
    file = reviewed.write_lines([*lines, json.dumps(proposals["H"])[:-20]])
    file.write_bytes(file.read_bytes().rstrip())
    applied = reviewed.apply(file, "--all-clean")
    assert (applied.status, applied.figure("saved")) == (1, 2)
    assert [name for name in "ABH" if reviewed.edits(name)] == ["A", "B"]
    for number, (_, why) in enumerate(SPOILT.values(), 2):
        [said] = [
            each for each in applied.output.splitlines() if f"{file}, line {number}: " in each
        ]
        assert why in said
    cut = f"{file}, line {len(lines) + 1}: it is not valid JSON; the file seems to be cut off here"
    assert cut in applied.output


def test_an_approval_of_another_sweep_is_named_and_the_others_are_applied(
    gallery: Gallery, pwb_dir: Path
) -> None:
    reviewed = review(gallery, {"A": sound(), "B": sound(), "C": sound()}, pwb_dir)
    approved = reviewed.approve("AB")
    content = json.loads(approved.read_text())
    content["approved"][0]["revid"] += 1
    content["approved"] += [{**content["approved"][1], "title": "File:Of another sweep.jpg"}]
    approved.write_text(json.dumps(content))
    applied = reviewed.apply(reviewed.write("ABC"), "--approved", approved)
    assert (applied.status, applied.figure("saved")) == (1, 1)
    assert [name for name in "ABC" if reviewed.edits(name)] == ["B"]
    assert f"{reviewed.title('A')} was approved with another proposal" in applied.output
    assert "File:Of another sweep.jpg was approved, but is not in the proposals file" in (
        applied.output
    )


@pytest.mark.parametrize("changes", [{"site": "commons:commons"}, {"version": 9}, {"title": "A"}])
def test_a_file_of_refusals_alone_is_a_wrong_call(swept: Reviewed, changes: dict[str, Any]) -> None:
    applied = swept.apply(swept.write("ABC", **changes), "--all-clean")
    assert applied.status == 2
    assert not any("titles" in request.params for request in applied.requests)
    assert applied.output.count(", line ") == 3
    assert f"nothing to apply in {swept.folder / 'proposals.jsonl'}" in applied.output


def test_a_hold_without_a_place_is_left_whoever_approved_it(
    gallery: Gallery, pwb_dir: Path
) -> None:
    """There is nothing that could be saved; the page says that it must be put by hand."""
    [title] = gallery.add({"A": sound()}, "{{Information|description=A lake")
    path = pwb_dir / "found.jsonl"
    gallery.sweep(pwb_dir, "-simulate", f"-proposals:{path}")
    reviewed = Reviewed(gallery, pwb_dir, {"A": read_records(path)[0]})
    applied = reviewed.apply(reviewed.write("A"), "--approved", reviewed.approve("A"))
    assert (applied.status, applied.saves, applied.figure("left held")) == (0, 0, 1)
    assert "Doubtful (unclear-place): it is not clear where" in applied.said(title)
    assert applied.outcomes == {title: "held"}


def test_nothing_to_do_is_no_failure(swept: Reviewed) -> None:
    """A sweep that found nothing; a reviewer who rejected all."""
    empty = swept.apply(swept.write_lines([]), "--all-clean")
    assert (empty.status, empty.figure("saved")) == (0, 0)
    none = swept.apply(swept.write("ABC"), "--approved", swept.approve(""))
    assert (none.status, none.figure("saved")) == (0, 0)
    assert "Processed 0 of 0 proposals" in none.output


WRONG = {
    "nothing": ([], "name one file of proposals"),
    "no file": (["--all-clean"], "name one file of proposals"),
    "two files": (["a", "b"], "name one file of proposals"),
    "no such file": (["no.jsonl", "--all-clean"], "cannot read no.jsonl: No such file"),
    "a folder": ([".", "--all-clean"], "cannot read .: Is a directory"),
    "no such approvals": (["P", "--approved", "no.json"], "cannot read no.json: No such file"),
    "proposals as approvals": (["P", "--approved", "P"], "P is a proposals file, not a reviewer's"),
    "approvals of another wiki": (["P", "--approved", "OTHER"], "is about commons:commons"),
    "both": (["P", "--approved", "A", "--all-clean"], "exclude each other"),
    "misspelt": (["P", "--all-claen"], "did you mean -all-clean?"),
    "limit": (["P", "-limit:0"], "-limit takes a whole number of edits, 1 or more"),
    "outcomes into what is read": (["P", "-outcomes:./P"], "-outcomes cannot write P, which is"),
    "outcomes into approvals": (["P", "--approved", "A", "-outcomes:A"], "cannot write A, which"),
    "outcomes nowhere": (["P", "-outcomes:no/o.jsonl"], "cannot write no/o.jsonl"),
    "a trial of nothing": (["P", "--trial", "-simulate"], "-trial makes edits to show"),
    "a throttle of words": (["P", "-putthrottle:soon"], "-putthrottle takes a number of seconds"),
    "no such wiki": (["P", "-site:nowhere:xx"], "nowhere"),
    "no account": (["P", "--all-clean"], "no account to save with on embedded:en: add -simulate"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_call(swept: Reviewed, anonymous_pwb_dir: Path, name: str) -> None:
    """One line, exit status 2, no request, nothing written."""
    (anonymous_pwb_dir / "P").write_bytes(swept.write("ABC").read_bytes())
    approved = swept.approve("A").read_text()
    (anonymous_pwb_dir / "A").write_text(approved)
    (anonymous_pwb_dir / "OTHER").write_text(approved.replace("embedded:en", "commons:commons"))
    before = {path.name: path.stat().st_size for path in anonymous_pwb_dir.glob("[!l]*")}
    arguments, words = WRONG[name]
    with swept.wiki.requests() as seen:
        done = run(anonymous_pwb_dir, "glocbot", "apply", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not done.stdout
    assert not seen
    after = {path.name: path.stat().st_size for path in anonymous_pwb_dir.glob("[!l]*")}
    assert {k: v for k, v in after.items() if k in before} == before


@pytest.mark.parametrize("call", [["-help"], ["--help"], ["-h"], ["no.jsonl", "-help"]])
def test_help(anonymous_pwb_dir: Path, call: list[str]) -> None:
    done = run(anonymous_pwb_dir, "glocbot", "apply", *call)
    assert done.returncode == 0
    for option in ("approved:", "all-clean", "outcomes:", "limit:", "summary:", "trial"):
        assert f"\n  -{option}" in done.stdout
    assert not done.stderr
