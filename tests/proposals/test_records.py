"""Decisions and proposals as other programs read them (docs/design.md, Contracts)."""

import json
from pathlib import Path

import pytest

from glocbot.proposals.records import (
    Addresses,
    JsonLines,
    decision_record,
    edit_summary,
    proposal_record,
)
from tests.making import TEXT, held, proposed, skipped

LOCATION = "{{Location|48.20849|16.37208|source:exif_heading:142}}"
ADDRESSES = Addresses("commons:commons", "https://example.org/Lake", "https://example.org/thumb")


def test_a_proposal() -> None:
    assert decision_record(proposed()) == {
        "title": "File:Lake ä.jpg",
        "pageid": 7,
        "revid": 70,
        "verdict": "propose",
        "reasons": [],
        "latitude": 48.20849,
        "longitude": 16.37208,
        "heading": 142,
        "wikitext": LOCATION,
        "new_text": TEXT.replace("}}\n", f"}}}}\n{LOCATION}\n", 1),
    }


def test_a_hold_has_all_its_reasons_and_its_text() -> None:
    record = decision_record(held())
    assert (record["verdict"], record["reasons"]) == ("hold", ["datum", "void-fix"])
    assert record["heading"] is None
    assert record["wikitext"] in record["new_text"]


def test_a_skip_with_a_position() -> None:
    record = decision_record(skipped(48.20849))
    assert (record["verdict"], record["reasons"]) == ("skip", ["located"])
    assert record["wikitext"] == "{{Location|48.20849|16.37208|source:exif}}"
    assert "new_text" not in record


def test_a_skip_without_a_position() -> None:
    assert decision_record(skipped()) == {
        "title": "File:Lake ä.jpg",
        "pageid": 7,
        "revid": 70,
        "verdict": "skip",
        "reasons": ["no-gps"],
    }


def test_what_a_reviewer_needs() -> None:
    record = proposal_record(held(), ADDRESSES, "because")
    assert decision_record(held()).items() <= record.items()
    assert (record["old_text"], record["summary"]) == (TEXT, "because")
    assert [doubt["reason"] for doubt in record["doubts"]] == record["reasons"]
    assert all(doubt["words"] for doubt in record["doubts"])
    assert (record["evidence"]["datum"], record["evidence"]["status"]) == ("TOKYO", "V")
    assert (record["url"], record["thumbnail"]) == (ADDRESSES.page, ADDRESSES.thumbnail)
    assert (record["user"], record["sha1"], record["mime"]) == ("Kim", "e88a", "image/jpeg")
    assert json.loads(json.dumps(record)) == record


def test_the_summary_names_what_from_what_and_where_it_is_explained() -> None:
    assert edit_summary(proposed().location) == (
        "Add {{[[Template:Location|Location]]}} 48.20849, 16.37208 "
        "from the GPS position in the file's EXIF ([[Commons:Geocoding]])"
    )


class TestJsonLines:
    def test_each_line_is_on_the_disk_at_once(self, tmp_path: Path) -> None:
        path = tmp_path / "d.jsonl"
        with JsonLines(path) as lines:
            lines.write({"title": "File:Lake ä\n\u2028.jpg"})
            assert path.read_bytes().endswith(b"}\n")
            lines.write({"title": "B"})
        titles = [json.loads(line)["title"] for line in path.read_text("utf-8").split("\n")[:-1]]
        assert titles == ["File:Lake ä\n\u2028.jpg", "B"]

    def test_an_old_file_is_replaced(self, tmp_path: Path) -> None:
        path = tmp_path / "d.jsonl"
        path.write_text("old\n")
        with JsonLines(path):
            pass
        assert path.read_text() == ""

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (None, '{"a": 1}\n'),
            ("", '{"a": 1}\n'),
            ('{"b": 2}\n', '{"b": 2}\n{"a": 1}\n'),
            ('{"b": "ä', '{"b": "ä\n{"a": 1}\n'),
        ],
    )
    def test_an_old_file_is_continued_on_a_line_of_its_own(
        self, tmp_path: Path, before: str | None, after: str
    ) -> None:
        """A full disk cut the last line off; the next one must not be lost with it."""
        path = tmp_path / "outcomes.jsonl"
        if before is not None:
            path.write_text(before, "utf-8")
        with JsonLines(path, append=True) as lines:
            lines.write({"a": 1})
        assert path.read_text("utf-8") == after

    def test_a_file_that_is_not_open(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="is not open"):
            JsonLines(tmp_path / "d.jsonl").write({})
