"""What people have said beforehand: opt-outs on a page or in a file, and accepted holds."""

import json
from pathlib import Path

import pytest

from tests.mediawiki.embedded import EmbeddedWiki
from tests.mediawiki.pwb import run
from tests.mediawiki.sweeping import Gallery, doubtful, sound

LIST = "Please add yourself.\n* [[User talk:Anna Vandrar]] ~~~~~\n"


@pytest.fixture
def titles(gallery: Gallery) -> list[str]:
    return [
        *gallery.add({"A": sound()}, user="Anna Vandrar"),
        *gallery.add({"B": sound()}, user="Kim"),
    ]


def test_an_opt_out_on_a_page(
    gallery: Gallery, titles: list[str], wiki: EmbeddedWiki, pwb_dir: Path
) -> None:
    wiki.edit("User:Glocbot/Opt-out", LIST)
    swept = gallery.sweep(pwb_dir, "-simulate", "-optout:User:Glocbot/Opt-out")
    assert swept.reasons == {titles[0]: "skip opted-out", titles[1]: "propose"}


def test_an_opt_out_in_a_file_counts_in_apply_too(
    gallery: Gallery, titles: list[str], pwb_dir: Path
) -> None:
    (pwb_dir / "opt-out.txt").write_text(LIST)
    proposals = pwb_dir / "proposals.jsonl"
    swept = gallery.sweep(pwb_dir, "-simulate", f"-proposals:{proposals}")
    assert swept.reasons == dict.fromkeys(titles, "propose")
    done = run(pwb_dir, "glocbot", "apply", str(proposals), "-all-clean", "-optout:opt-out.txt")
    assert f"{titles[0]} is left alone" in done.stderr
    assert "{{Location" not in gallery.wiki.text(titles[0])
    assert "{{Location" in gallery.wiki.text(titles[1])


def test_the_first_uploader_counts_as_well_as_the_last(
    gallery: Gallery, titles: list[str], pwb_dir: Path
) -> None:
    gallery.wiki.replace_file(titles[0], sound())  # by somebody else
    (pwb_dir / "opt-out.txt").write_text(LIST)
    swept = gallery.sweep(pwb_dir, "-simulate", "-optout:opt-out.txt")
    assert swept.reasons == {titles[0]: "skip opted-out", titles[1]: "propose"}


@pytest.mark.usefixtures("titles")
def test_without_the_list_nothing_is_swept(gallery: Gallery, pwb_dir: Path) -> None:
    swept = gallery.sweep(pwb_dir, "-always", "-optout:User:Glocbot/Nowhere")
    assert swept.status == 2
    assert "-optout: there is neither a file nor a page User:Glocbot/Nowhere" in swept.output
    assert swept.saves == 0


def test_an_accepted_hold_is_clean_from_the_sweep_to_the_edit(
    gallery: Gallery, pwb_dir: Path
) -> None:
    [title] = gallery.add({"A": doubtful()})
    proposals = pwb_dir / "proposals.jsonl"
    swept = gallery.sweep(
        pwb_dir, "-simulate", "-accept:void-fix,poor-fix", f"-proposals:{proposals}"
    )
    [record] = swept.records
    assert (record["verdict"], record["reasons"]) == ("propose", [])
    assert record["accepted"] == ["void-fix"]
    assert "  accepted        1   void-fix 1" in swept.output
    assert json.loads(proposals.read_text())["accepted"] == ["void-fix"]
    done = run(pwb_dir, "glocbot", "apply", str(proposals), "-all-clean")
    assert "Saved as revision" in done.stderr
    assert "{{Location" in gallery.wiki.text(title)


def test_an_accepted_hold_is_saved_without_asking(gallery: Gallery, pwb_dir: Path) -> None:
    [title] = gallery.add({"A": doubtful()})
    assert gallery.sweep(pwb_dir, "-always").figure("left held") == 1
    assert gallery.sweep(pwb_dir, "-always", "-accept:void-fix").figure("saved") == 1
    assert "{{Location" in gallery.wiki.text(title)
