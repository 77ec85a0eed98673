"""A simulated sweep: what it says and writes, and that it leaves the wiki alone."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.mediawiki.embedded import EmbeddedWiki
from tests.mediawiki.pwb import configure
from tests.mediawiki.samples import SAMPLES, reject
from tests.mediawiki.sweeping import (
    LOCATED,
    PAGE,
    SUMMARY,
    Gallery,
    Swept,
    read_records,
    sound,
    sweep,
)

POSITION = {"latitude", "longitude", "heading", "wikitext"}
COMMON = {"title", "pageid", "revid", "verdict", "reasons"}
REVIEW = {
    *("version", "site", "url", "thumbnail", "category", "old_text", "summary", "doubts"),
    *("evidence", "user", "uploaded", "sha1", "mime"),
}
VERDICTS = {sample.title: sample.reason for sample in SAMPLES}


@pytest.fixture(scope="module")
def folder(wiki_for_all: EmbeddedWiki, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return configure(tmp_path_factory.mktemp("simulate"), wiki_for_all.url, None)


@pytest.fixture(scope="module")
def swept(wiki_for_all: EmbeddedWiki, folder: Path, samples: str) -> Swept:
    """The sample category, swept without an account."""
    reject(wiki_for_all, folder)
    options = [f"-cat:{samples}", "-simulate", f"-proposals:{folder / 'proposals.jsonl'}"]
    return sweep(wiki_for_all, folder, *options)


@pytest.fixture(scope="module")
def proposals(swept: Swept, folder: Path) -> dict[str, dict[str, Any]]:
    assert swept.status == 0
    return {record["title"]: record for record in read_records(folder / "proposals.jsonl")}


def test_every_sample_is_decided_as_its_data_say(swept: Swept) -> None:
    reasons = {record["title"]: "".join(record["reasons"]) for record in swept.records}
    assert reasons == VERDICTS


def test_one_decision_for_each_file(swept: Swept) -> None:
    assert sorted(record["title"] for record in swept.records) == sorted(VERDICTS)


def test_nothing_is_saved(swept: Swept) -> None:
    assert {request.action for request in swept.requests} == {"query"}
    assert swept.status == 0
    assert "Saved" not in swept.output


def test_it_says_would(swept: Swept) -> None:
    verdicts = Counter(record["verdict"] for record in swept.records)
    assert swept.output.count("Would save this.") == verdicts["propose"]
    assert swept.output.count("Would ask a person.") == verdicts["hold"]


def test_the_summary_agrees_with_the_decisions(swept: Swept) -> None:
    verdicts = Counter(record["verdict"] for record in swept.records)
    assert f"Examined {len(SAMPLES)} files with {len(swept.requests)} requests" in swept.output
    assert {name: swept.figure(name) for name in ("skipped", "held", "proposed")} == {
        "skipped": verdicts["skip"],
        "held": verdicts["hold"],
        "proposed": verdicts["propose"],
    }
    assert swept.output.rstrip().endswith(
        f"would save {verdicts['propose']}, would ask about {verdicts['hold']} held."
    )
    for reason, number in Counter(VERDICTS.values()).items():
        assert not reason or f" {reason} {number}" in swept.output


def test_a_decision_has_the_fields_that_others_rely_on(swept: Swept) -> None:
    for record in swept.records:
        located = POSITION if "latitude" in record else set()
        edit = set() if record["verdict"] == "skip" else {"new_text"}
        assert record.keys() == COMMON | located | edit
        assert record["verdict"] == "skip" or located


def test_a_skip_with_a_position_says_it(swept: Swept) -> None:
    # MediaWiki answers for a redirect with the file that it leads to.
    with_position = {"located", "opted-out", "protected", "removed-before", "redirect", "rejected"}
    skips = {r["reasons"][0]: r for r in swept.records if r["verdict"] == "skip"}
    assert {reason for reason, r in skips.items() if "latitude" in r} == with_position


def test_a_proposal_has_what_a_reviewer_needs(
    swept: Swept, proposals: dict[str, dict[str, Any]], wiki: EmbeddedWiki
) -> None:
    decided = {r["title"]: r for r in swept.records if r["verdict"] != "skip"}
    assert proposals.keys() == decided.keys()
    for title, proposal in proposals.items():
        assert proposal.keys() == decided[title].keys() | REVIEW
        assert {name: proposal[name] for name in decided[title]} == decided[title]
        newest = wiki.revisions(title)[0]
        assert (proposal["old_text"], proposal["revid"]) == (newest.text, newest.id)
        assert [doubt["reason"] for doubt in proposal["doubts"]] == proposal["reasons"]
        assert proposal["wikitext"] in proposal["new_text"]


def test_a_proposal_of_one_file(gallery: Gallery, anonymous_pwb_dir: Path) -> None:
    [title] = gallery.add({"A": sound()})
    file = anonymous_pwb_dir / "p.jsonl"
    swept = gallery.sweep(anonymous_pwb_dir, "-simulate", f"-proposals:{file}")
    [proposal] = read_records(file)
    wanted = {
        "title": title,
        "verdict": "propose",
        "reasons": [],
        "latitude": 48.20849,
        "longitude": 16.37208,
        "heading": None,
        "old_text": gallery.page(PAGE),
        "new_text": gallery.page(LOCATED),
        "summary": SUMMARY,
        "user": "Alex Example",
        "mime": "image/jpeg",
        "site": "embedded:en",
    }
    assert wanted.items() <= proposal.items()
    assert "Examined 1 file with" in swept.output


def test_an_account_is_not_used(gallery: Gallery, pwb_dir: Path) -> None:
    """Not even where one is configured, as its password may be wrong or asked for."""
    gallery.add({"A": sound()})
    (pwb_dir / "user-password.py").unlink()
    swept = gallery.sweep(pwb_dir, "-simulate")
    assert swept.status == 0
    assert "login" not in {request.action for request in swept.requests}


def test_always_does_not_save_either(gallery: Gallery, pwb_dir: Path) -> None:
    [title] = gallery.add({"A": sound()})
    swept = gallery.sweep(pwb_dir, "-simulate", "-always")
    assert "would save 1" in swept.output
    assert len(gallery.wiki.revisions(title)) == 1


def test_without_the_history(gallery: Gallery, anonymous_pwb_dir: Path) -> None:
    """``-nohistory`` proposes what a look into the history would have kept back."""
    [title] = gallery.add({"A": sound()}, LOCATED)
    gallery.wiki.edit(title, gallery.page(), user="Kim", summary="I live there")
    without = gallery.sweep(anonymous_pwb_dir, "-simulate", "-nohistory")
    assert without.reasons == {title: "propose"}
    assert "nobody can tell what was removed before, or left out" in without.output
    looked = gallery.sweep(anonymous_pwb_dir, "-simulate")
    assert looked.reasons == {title: "skip removed-before"}
    assert "nobody can tell" not in looked.output


def test_the_output_of_another_run_is_replaced(gallery: Gallery, anonymous_pwb_dir: Path) -> None:
    gallery.add({"A": sound()})
    file = anonymous_pwb_dir / "p.jsonl"
    file.write_text("old\n")
    gallery.sweep(anonymous_pwb_dir, "-simulate", f"-proposals:{file}")
    assert len(read_records(file)) == 1
