"""A proposal's whole way: sweep, page, a reviewer's keys, approved.json, a saved edit."""

from pathlib import Path

import pytest

from tests.browser.reviewer import Reviewer
from tests.mediawiki.applying import Reviewed
from tests.mediawiki.embedded import Account
from tests.mediawiki.pwb import CODE, FAMILY
from tests.mediawiki.sweeping import (
    LATITUDE,
    LOCATED,
    LONGITUDE,
    SUMMARY,
    Gallery,
    doubtful,
    read_records,
    sound,
)
from tests.photos import make_photo

PICTURES = """
return [...document.querySelectorAll(".row img")].every((image) => image.naturalWidth > 0)
"""
WIDTHS = 'return [...document.querySelectorAll(".row img")].map((image) => image.naturalWidth)'


@pytest.mark.browser
def test_from_a_sweep_to_saved_edits(
    reviewer: Reviewer, gallery: Gallery, pwb_dir: Path, bot_account: Account
) -> None:
    """What a person approved on the page is saved, a hold too, and nothing else."""
    large = make_photo(LATITUDE, LONGITUDE, seed=1, size=(800, 600))
    photos = {"A": large, "B": sound(), "C": sound(), "D": doubtful(), "E": doubtful()}
    gallery.add(photos)
    proposals, page = pwb_dir / "proposals.jsonl", pwb_dir / "report.html"
    swept = gallery.sweep(pwb_dir, "-simulate", f"-proposals:{proposals}", f"-report:{page}")
    assert (swept.status, swept.saves) == (0, 0)

    reviewer.visit(page)
    reviewer.choose("sort", "title")
    reviewer.run("document.activeElement.blur()")
    assert reviewer.titles() == [f"{gallery.name} {name}" for name in photos]
    reviewer.until(PICTURES)
    assert reviewer.run(WIDTHS) == [320, *[64] * 4]
    reviewer.press("jajrjja")  # A: approved, B: rejected, D, which is held: approved
    decisions = reviewer.save("Robin Reviewer")
    assert {entry["title"] for entry in decisions["approved"]} == {*map(gallery.title, "AD")}
    assert {entry["title"] for entry in decisions["rejected"]} == {gallery.title("B")}
    assert decisions["site"] == f"{FAMILY}:{CODE}"

    records = {record["title"]: record for record in read_records(proposals)}
    reviewed = Reviewed(gallery, pwb_dir, {name: records[gallery.title(name)] for name in photos})
    approved = reviewer.folder / "approved.json"
    applied = reviewed.apply(proposals, "--approved", approved)
    assert (applied.status, applied.saves, applied.figure("saved")) == (0, 2, 2)
    assert [name for name in photos if reviewed.edits(name)] == ["A", "D"]
    told = {record["title"]: record for record in applied.records}
    for name in "AD":
        edit, _ = gallery.wiki.revisions(gallery.title(name))
        assert edit.text == gallery.page(LOCATED) == reviewed.proposals[name]["new_text"]
        assert (edit.user, edit.summary, edit.bot) == (bot_account.name, SUMMARY, True)
        assert told[gallery.title(name)]["revid"] == edit.id
        assert f"Saved as revision {edit.id}." in applied.said(gallery.title(name))
