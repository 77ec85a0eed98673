"""What a reviewer rejected is not proposed the next night."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.mediawiki.pwb import run
from tests.mediawiki.sweeping import Gallery, sound
from tests.photos import make_photo


@pytest.fixture
def titles(gallery: Gallery) -> list[str]:
    return gallery.add({"A": sound(), "B": sound()})


def review(gallery: Gallery, folder: Path, **why: str) -> tuple[Path, Path]:
    """Sweep, and reject all; returns the proposals and the decisions."""
    proposals, approved = folder / "proposals.jsonl", folder / "approved.json"
    gallery.sweep(folder, "-simulate", f"-proposals:{proposals}")
    found = [json.loads(line) for line in proposals.read_text().splitlines()]
    edits: list[Any] = [{key: one[key] for key in ("title", "revid", "wikitext")} for one in found]
    decisions = {
        "version": 2,
        "site": "embedded:en",
        "reviewer": "Robin",
        "approved": [],
        "rejected": [edit | why for edit in edits],
    }
    approved.write_text(json.dumps(decisions))
    return proposals, approved


def apply(folder: Path, proposals: Path, approved: Path) -> str:
    done = run(folder, "glocbot", "apply", str(proposals), f"-approved:{approved}")
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_a_rejection_survives_a_second_sweep(
    gallery: Gallery, titles: list[str], pwb_dir: Path
) -> None:
    said = apply(pwb_dir, *review(gallery, pwb_dir))
    assert f"Remembered 2 rejections in {pwb_dir / 'rejected.jsonl'}" in said
    swept = gallery.sweep(pwb_dir, "-always")
    assert swept.reasons == dict.fromkeys(titles, "skip rejected")
    assert swept.saves == 0
    assert "rejected 2" in swept.output


def test_it_is_remembered_once(gallery: Gallery, titles: list[str], pwb_dir: Path) -> None:
    files = review(gallery, pwb_dir)
    apply(pwb_dir, *files)
    assert "Remembered" not in apply(pwb_dir, *files)
    assert len((pwb_dir / "rejected.jsonl").read_text().splitlines()) == len(titles)


def test_another_position_is_another_question(
    gallery: Gallery, titles: list[str], pwb_dir: Path
) -> None:
    apply(pwb_dir, *review(gallery, pwb_dir))
    gallery.wiki.replace_file(titles[0], make_photo(48.5, 16.5, seed=77_001))
    gallery.wiki.replace_file(titles[1], sound())  # of the same place
    swept = gallery.sweep(pwb_dir, "-simulate")
    assert swept.reasons == {titles[0]: "propose", titles[1]: "skip rejected"}


def test_a_private_place_stays_private(gallery: Gallery, titles: list[str], pwb_dir: Path) -> None:
    apply(pwb_dir, *review(gallery, pwb_dir, why="private"))
    gallery.wiki.replace_file(titles[0], make_photo(48.5, 16.5, seed=77_002))
    swept = gallery.sweep(pwb_dir, "-simulate")
    assert swept.reasons == dict.fromkeys(titles, "skip rejected")


def test_by_hand_and_back(gallery: Gallery, titles: list[str], pwb_dir: Path) -> None:
    done = run(pwb_dir, "glocbot", "reject", titles[0], "-why:private", "-by:Robin")
    assert done.returncode == 0, done.stderr
    assert "Remembered the rejection of 1 file" in done.stderr
    [line] = (pwb_dir / "rejected.jsonl").read_text().splitlines()
    kept = json.loads(line)
    assert (kept["title"], kept["why"], kept["by"]) == (titles[0], "private", "Robin")
    swept = gallery.sweep(pwb_dir, "-simulate")
    assert swept.reasons == {titles[0]: "skip rejected", titles[1]: "propose"}
    assert run(pwb_dir, "glocbot", "reject", titles[0], "-undo").returncode == 0
    assert gallery.sweep(pwb_dir, "-simulate").reasons == dict.fromkeys(titles, "propose")


def test_apply_leaves_alone_what_was_rejected_since(
    gallery: Gallery, titles: list[str], pwb_dir: Path
) -> None:
    proposals = pwb_dir / "proposals.jsonl"
    gallery.sweep(pwb_dir, "-simulate", f"-proposals:{proposals}")
    run(pwb_dir, "glocbot", "reject", titles[0])
    done = run(pwb_dir, "glocbot", "apply", str(proposals), "-all-clean")
    assert f"{titles[0]} is left alone: rejected by Glocbot on" in done.stderr
    assert "{{Location" not in gallery.wiki.text(titles[0])
    assert "{{Location" in gallery.wiki.text(titles[1])


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["File:Nowhere at all.jpg"], 1, "there is no such page"),
        (["Nowhere.jpg"], 1, "write it with its namespace"),
        (["File:A[.jpg"], 1, "is refused"),
        (["File:Nowhere at all.jpg", "-undo"], 1, "there is no such page"),
        ([], 2, "name the files"),
    ],
)
def test_what_is_refused(pwb_dir: Path, words: list[str], status: int, said: str) -> None:
    done = run(pwb_dir, "glocbot", "reject", *words)
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (pwb_dir / "rejected.jsonl").exists()


def test_a_file_that_cannot_be_read_stops_the_sweep(
    gallery: Gallery, titles: list[str], pwb_dir: Path
) -> None:
    (pwb_dir / "rejected.jsonl").write_text("{\n")
    swept = gallery.sweep(pwb_dir, "-always")
    assert swept.status == 2
    assert "line 1: it is not valid JSON; mend or delete this line" in swept.output
    assert swept.saves == 0
    assert titles
