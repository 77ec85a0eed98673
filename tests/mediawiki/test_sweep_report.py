"""``-report``: the sweep leaves the reviewer's page, whatever else it leaves, however it ends."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from glocbot.sweep.command import _reporting
from tests.mediawiki.embedded import EmbeddedWiki
from tests.mediawiki.sweeping import Gallery, blank, doubtful, read_records, sound
from tests.proposals.samples import sample


def items(page: Path) -> dict[str, Any]:
    """Read the proposals out of a page: verdict by title."""
    data = re.search(r'id="data">(.*?)</script>', page.read_text("utf-8"), re.DOTALL)
    assert data
    return {item["title"]: item["verdict"] for item in json.loads(data[1])["items"]}


def test_a_sweep_leaves_a_page_of_proposals_and_holds(
    wiki: EmbeddedWiki, anonymous_pwb_dir: Path, tmp_path: Path
) -> None:
    gallery = Gallery(wiki, "Report alone")
    clean, held, _ = gallery.add({"Clean": sound(), "Held": doubtful(), "None": blank()})
    page = tmp_path / "page.html"
    swept = gallery.sweep(anonymous_pwb_dir, "-simulate", f"-report:{page}")
    assert swept.status == 0
    assert items(page) == {clean: "propose", held: "hold"}
    assert wiki.url in page.read_text("utf-8").partition("img-src")[2].partition(";")[0]


def test_the_page_shows_what_the_proposals_file_says(
    wiki: EmbeddedWiki, anonymous_pwb_dir: Path, tmp_path: Path
) -> None:
    gallery = Gallery(wiki, "Report and proposals")
    gallery.add({"Clean": sound(), "Held": doubtful()})
    page, proposals = tmp_path / "page.html", tmp_path / "proposals.jsonl"
    gallery.sweep(anonymous_pwb_dir, "-simulate", f"-report:{page}", f"-proposals:{proposals}")
    written = {record["title"]: record["verdict"] for record in read_records(proposals)}
    assert items(page) == written
    assert len(written) == 2


def test_a_sweep_that_finds_nothing_leaves_a_page_that_says_so(
    wiki: EmbeddedWiki, anonymous_pwb_dir: Path, tmp_path: Path
) -> None:
    gallery = Gallery(wiki, "Report of nothing")
    gallery.add({"None": blank()})
    page = tmp_path / "page.html"
    assert gallery.sweep(anonymous_pwb_dir, "-simulate", f"-report:{page}").status == 0
    assert items(page) == {}


def test_a_sweep_that_is_ended_leaves_a_page_of_what_it_had(tmp_path: Path) -> None:
    page = tmp_path / "page.html"

    def sweep() -> None:
        with _reporting(page) as shown:
            shown.proposals.append(sample("Before"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sweep()
    assert items(page) == {"File:Before.jpg": "propose"}
