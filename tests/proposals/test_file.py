"""What is read back from a proposals file, and what is refused, with its line."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from glocbot.decision.decide import Hold, Propose
from glocbot.decision.facts import FileFacts, PageContent
from glocbot.evidence.doubts import Doubt
from glocbot.evidence.exif import GpsEvidence
from glocbot.location import Location
from glocbot.proposals.file import read_proposals
from glocbot.proposals.records import Addresses, JsonLines, proposal_record
from glocbot.reasons import HoldReason
from glocbot.template import location_template
from tests.report.records import line, write_lines


def one_error(path: Path) -> str:
    records, errors = read_proposals(path)
    assert len(errors) == 1
    assert str(errors[0]).startswith(f"{path}, line {errors[0].line}: ")
    del records
    return errors[0].why


def test_what_the_sweep_writes_is_read_back(tmp_path: Path) -> None:
    """The writer and the reader agree on every field, for a proposal and for a hold."""
    location = Location(-33.85966, 151.22229, 293.4)
    template = location_template(location, source="exif")
    facts = FileFacts("File:A.jpg", 1, 2, user="Kari", category="Category:B", mime="image/jpeg")
    page = PageContent(2, datetime(2024, 1, 1, tzinfo=UTC), "old")
    evidence = GpsEvidence(-33.85966, 151.22229, 293.4, "T", dop=2.5, camera="Example 1")
    text = f"old\n{template}"
    other = FileFacts("File:B.jpg", 3, 4)
    edits: list[Propose | Hold] = [
        Propose(facts, page, evidence, location, text),
        Hold(other, page, evidence, location, text, (Doubt(HoldReason.DATUM, "odd"),)),
    ]
    path = tmp_path / "proposals.jsonl"
    with JsonLines(path) as file:
        for edit in edits:
            file.write(proposal_record(edit, Addresses("commons:commons", "p", "t"), "why"))
    records, errors = read_proposals(path)
    assert not errors
    clean, held = records
    assert (clean.title, clean.revid, clean.user, clean.category) == (
        *("File:A.jpg", 2, "Kari", "Category:B"),
    )
    assert (clean.latitude, clean.longitude, clean.heading) == (-33.85966, 151.22229, 293)
    assert (clean.old_text, clean.new_text, clean.summary) == ("old", text, "why")
    assert (clean.evidence.dop, clean.evidence.img_direction_ref) == (2.5, "T")
    assert (held.verdict, held.reasons, held.doubts[0].words) == ("hold", ("datum",), "odd")
    assert held.category == ""


def test_good_lines_around_a_bad_one_are_kept(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "p", [line(title=f"File:{n}.jpg") for n in "abc"])
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([lines[0], "nonsense", "", *lines[1:]]), "utf-8")
    records, errors = read_proposals(path)
    assert [record.title for record in records] == ["File:a.jpg", "File:b.jpg", "File:c.jpg"]
    assert [(error.line, error.why) for error in errors] == [(2, "it is not valid JSON")]


def test_a_file_that_was_cut_off_says_so(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "p", [line(title="File:a.jpg"), line(title="File:b.jpg")])
    path.write_bytes(path.read_bytes()[:-40])
    records, errors = read_proposals(path)
    assert [record.title for record in records] == ["File:a.jpg"]
    assert errors[0].line == 2
    assert "cut off" in errors[0].why


def test_a_missing_last_line_feed_is_no_fault(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "p", [line()])
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    records, errors = read_proposals(path)
    assert (len(records), errors) == (1, [])


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "p", [line(title="File:a.jpg"), line(title="File:b.jpg")])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    records, errors = read_proposals(path)
    assert (len(records), errors) == (2, [])


def test_unicode_line_separators_do_not_split_a_line(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "p", [line(user="a\u2028b\u2029c\x85d")])
    records, errors = read_proposals(path)
    assert (records[0].user, errors) == ("a\u2028b\u2029c\x85d", [])


def test_null_counts_as_no_text(tmp_path: Path) -> None:
    evidence = {**line()["evidence"], "taken": None, "img_direction_ref": None}
    path = write_lines(tmp_path / "p", [line(category=None, evidence=evidence)])
    records, errors = read_proposals(path)
    assert (records[0].category, records[0].evidence.taken, errors) == ("", "", [])


def test_a_newer_version_asks_for_a_newer_glocbot(tmp_path: Path) -> None:
    assert "update glocbot" in one_error(write_lines(tmp_path / "p", [line(version=2)]))


def test_another_wikis_line_is_refused(tmp_path: Path) -> None:
    lines = [line(title="File:a.jpg"), line(site="test:test", title="File:b.jpg")]
    why = one_error(write_lines(tmp_path / "p", lines))
    assert why == "it is from test:test, not from commons:commons"


def test_a_file_for_another_wiki_than_asked_for_is_refused(tmp_path: Path) -> None:
    records, errors = read_proposals(write_lines(tmp_path / "p", [line()]), site="test:test")
    assert (records, len(errors)) == ([], 1)


def test_a_title_that_stands_twice_is_refused_the_second_time(tmp_path: Path) -> None:
    why = one_error(write_lines(tmp_path / "p", [line(), line(revid=71)]))
    assert why == "File:Bridge.jpg stands on line 1 already"


NONSENSE: dict[str, tuple[dict[str, Any], str]] = {
    "latitude out of range": ({"latitude": 95.0}, "latitude 95"),
    "latitude as text": ({"latitude": "48.2"}, "'latitude' is not a number"),
    "latitude true": ({"latitude": True}, "'latitude' is not a number"),
    "latitude endless": ({"latitude": float("inf")}, "'latitude' is not a number"),
    "latitude huge": ({"latitude": 10**400}, "'latitude' is not a number"),
    "position changed alone": ({"latitude": 48.3}, "its position gives {{Location|48.3|"),
    "template changed alone": ({"wikitext": "{{Location|1|2}}"}, "its position gives"),
    "heading of 400": ({"heading": 400}, "heading 400"),
    "heading halved": ({"heading": 4.5}, "'heading' is not a whole number"),
    "text without the template": ({"new_text": "emptied"}, "lacks the template"),
    "verdict made up": ({"verdict": "maybe"}, "'verdict' is not propose or hold"),
    "skips have no place here": ({"verdict": "skip"}, "'verdict' is not propose or hold"),
    "held for nothing": ({"verdict": "hold"}, "held for no reason"),
    "reasons without doubts": ({"reasons": ["datum"]}, "reasons and its doubts differ"),
    "proposed in spite of doubts": (
        {"reasons": ["datum"], "doubts": [{"reason": "datum", "words": "odd"}]},
        "proposed, but has doubts",
    ),
    "revision of 0": ({"revid": 0}, "'revid' is not a whole number"),
    "revision as text": ({"revid": "70"}, "'revid' is not a whole number"),
    "empty title": ({"title": ""}, "'title' is not a text"),
    "title that ends a gallery": ({"title": "File:</gallery>.jpg"}, "not the title"),
    "title over two lines": ({"title": "File:a\nb.jpg"}, "not the title"),
    "title without namespace": ({"title": "Bridge.jpg"}, "not the title"),
    "empty site": ({"site": ""}, "'site' is not a text"),
    "evidence as list": ({"evidence": []}, "'evidence' is not an object"),
    "doubts as text": ({"doubts": "none"}, "'doubts' is not a list"),
    "doubt as text": ({"doubts": ["odd"]}, "it is not a JSON object"),
    "reasons as numbers": ({"reasons": [1]}, "'reasons' is not a list of texts"),
    "half a character": ({"user": "\ud800"}, "not valid Unicode"),
}


@pytest.mark.parametrize(("changes", "why"), NONSENSE.values(), ids=NONSENSE)
def test_nonsense_is_refused_with_its_reason(
    changes: dict[str, Any], why: str, tmp_path: Path
) -> None:
    path = tmp_path / "p"
    path.write_text(json.dumps(line(**changes)) + "\n", "utf-8")
    assert why in one_error(path)


@pytest.mark.parametrize("name", sorted(line()))
def test_every_field_is_needed(name: str, tmp_path: Path) -> None:
    values = line()
    del values[name]
    assert one_error(write_lines(tmp_path / "p", [values])) == f"it lacks {name!r}"


RAW: dict[str, Callable[[], bytes]] = {
    "a list": lambda: b"[]\n",
    "a number": lambda: b"1\n",
    "wrong bytes": lambda: b'{"title": "\xff"}\n',
    "deeply nested": lambda: b"[" * 200_000 + b"\n",
    "a number too long": lambda: b"[" + b"9" * 5000 + b"]\n",
    "zeros": lambda: b"\0" * 64 + b"\n",
}


@pytest.mark.parametrize("name", RAW)
def test_what_is_no_object_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "p"
    path.write_bytes(RAW[name]())
    assert one_error(path).startswith("it is not")


def test_a_hold_without_a_place_for_the_template_is_read(tmp_path: Path) -> None:
    """Where the place is unclear, the sweep leaves the text alone for the person to edit."""
    doubt = {"reason": "unclear-place", "words": "unclear"}
    values = line(
        verdict="hold", reasons=["unclear-place"], doubts=[doubt], new_text=line()["old_text"]
    )
    records, errors = read_proposals(write_lines(tmp_path / "p", [values]))
    assert (len(records), errors) == (1, [])


def test_an_unknown_doubt_is_read(tmp_path: Path) -> None:
    """Doubts are added as they are found; an older glocbot shows their words."""
    doubt = {"reason": "moon-phase", "words": "it was full"}
    values = line(verdict="hold", reasons=["moon-phase"], doubts=[doubt])
    records, _ = read_proposals(write_lines(tmp_path / "p", [values]))
    assert records[0].doubts[0].words == "it was full"


def test_an_empty_file_has_neither_records_nor_errors(tmp_path: Path) -> None:
    path = tmp_path / "p"
    path.touch()
    assert read_proposals(path) == ([], [])


def test_a_file_that_is_not_there_is_the_callers_matter(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_proposals(tmp_path / "p")
