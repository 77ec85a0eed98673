"""One proposal: made from a decision, written, read back, and refused when it cannot be trusted."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from glocbot.proposals.checking import FormatError
from glocbot.proposals.decisions import decision_json
from glocbot.proposals.file import read_proposals
from glocbot.proposals.proposal import Addresses, Proposal, edit_summary
from tests.making import TEXT, held, proposed
from tests.proposals.samples import line

ADDRESSES = Addresses("commons:commons", "https://example.org/Lake", "https://example.org/thumb")
WRITTEN_BY_0_1 = Path(__file__).with_name("written-by-0.1.jsonl")


def test_what_a_reviewer_needs() -> None:
    values = Proposal.of(held(), ADDRESSES, "because").to_json()
    assert decision_json(held()).items() <= values.items()
    assert (values["old_text"], values["summary"]) == (TEXT, "because")
    assert [doubt["reason"] for doubt in values["doubts"]] == values["reasons"]
    assert all(doubt["words"] for doubt in values["doubts"])
    assert (values["evidence"]["datum"], values["evidence"]["status"]) == ("TOKYO", "V")
    assert (values["url"], values["thumbnail"]) == (ADDRESSES.page, ADDRESSES.thumbnail)
    assert (values["user"], values["sha1"], values["mime"]) == ("Kim", "e88a", "image/jpeg")


@pytest.mark.parametrize(
    "edit",
    [proposed(), held(), replace(proposed(), accepted=("left-out",))],
    ids=["clean", "held", "accepted"],
)
def test_what_is_written_is_read_back_the_same(edit: Any) -> None:
    """Its position is rounded once, when it is made, and not again."""
    evidence = replace(edit.evidence, latitude=48.208490049)
    proposal = Proposal.of(replace(edit, evidence=evidence), ADDRESSES, "because")
    values = json.loads(json.dumps(proposal.to_json()))
    assert Proposal.from_json(values) == proposal
    assert proposal.wikitext == edit.wikitext
    assert (proposal.evidence.latitude, proposal.location.heading) == (48.20849, proposal.heading)


def test_what_0_1_wrote_is_read_and_written_the_same() -> None:
    proposals, errors = read_proposals(WRITTEN_BY_0_1)
    assert errors == []
    written = [json.loads(json.dumps(proposal.to_json())) for proposal in proposals]
    assert written == list(map(json.loads, WRITTEN_BY_0_1.read_text("utf-8").splitlines()))


def test_the_summary_names_what_from_what_and_where_it_is_explained() -> None:
    assert edit_summary(proposed().location) == (
        "Add {{[[Template:Location|Location]]}} 48.20849, 16.37208 "
        "from the GPS position in the file's EXIF ([[Commons:Geocoding]])"
    )


DATUM = {"reason": "datum", "words": "odd"}
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "latitude out of range": ({"latitude": 95.0}, "the latitude 95 is not between -90 and 90"),
    "latitude as text": ({"latitude": "48.2"}, "a number, got a text in 'latitude'"),
    "latitude true": ({"latitude": True}, "a number, got true or false in 'latitude'"),
    "latitude null": ({"latitude": None}, "a number, got null in 'latitude'"),
    "latitude huge": ({"latitude": 10**400}, "Number out of range in 'latitude'"),
    "position changed alone": ({"latitude": 48.3}, "its position gives {{Location|48.3|"),
    "template changed alone": ({"wikitext": "{{Location|1|2}}"}, "its position gives"),
    "template of another type": ({"wikitext": 7}, "the template is 7, but its position gives"),
    "heading of 400": ({"heading": 400}, "the heading 400 is not between 0 and 360 degrees"),
    "heading of 360": ({"heading": 360}, "the heading 360 is not a whole number from 0 to 359"),
    "heading halved": ({"heading": 4.5}, "a whole number or null, got a number in 'heading'"),
    "text without the template": ({"new_text": "emptied"}, "the new text lacks the template"),
    "verdict made up": ({"verdict": "maybe"}, "its verdict is not propose or hold"),
    "skips have no place here": ({"verdict": "skip"}, "its verdict is not propose or hold"),
    "a list of verdicts": ({"verdict": ["hold"]}, "its verdict is not propose or hold"),
    "held for nothing": ({"verdict": "hold"}, "it is held for no reason"),
    "reasons without doubts": ({"reasons": ["datum"]}, "its reasons and its doubts differ"),
    "doubts without reasons": ({"doubts": [DATUM]}, "its reasons and its doubts differ"),
    "proposed in spite of doubts": (
        {"reasons": ["datum"], "doubts": [DATUM]},
        "it is proposed, but has doubts",
    ),
    "a doubt without a name": (
        {"verdict": "hold", "reasons": [""], "doubts": [{"reason": "", "words": ""}]},
        "a doubt has no reason",
    ),
    "revision of 0": ({"revid": 0}, "a whole number from 1 in 'revid'"),
    "revision as text": ({"revid": "70"}, "a whole number, got a text in 'revid'"),
    "empty title": ({"title": ""}, "Expected a text of length >= 1 in 'title'"),
    "title that ends a gallery": ({"title": "File:</gallery>.jpg"}, "not the title"),
    "title over two lines": ({"title": "File:a\nb.jpg"}, r"'File:a\nb.jpg' is not the title"),
    "title without namespace": ({"title": "Bridge.jpg"}, "not the title of a file's page"),
    "empty site": ({"site": ""}, "a text of length >= 1 in 'site'"),
    "evidence as list": ({"evidence": []}, "an object, got a list in 'evidence'"),
    "evidence of another time": (
        {"evidence": {**line()["evidence"], "taken": "yesterday"}},
        "Invalid RFC3339 encoded datetime in 'evidence.taken'",
    ),
    "evidence of another north": (
        {"evidence": {**line()["evidence"], "img_direction_ref": "`x` - at `$.y`" * 99}},
        "Invalid value in 'evidence.img_direction_ref'",
    ),
    "doubts as text": ({"doubts": "none"}, "a list, got a text in 'doubts'"),
    "doubt as text": ({"doubts": ["odd"]}, "an object, got a text in 'doubts[0]'"),
    "doubt without words": ({"doubts": [{"reason": "datum"}]}, "doubts[0] lacks 'words'"),
    "no version": ({"version": None}, "a whole number, got null in 'version'"),
    "a newer version": ({"version": 2}, "its version is 2, and this glocbot reads up to 1"),
}


@pytest.mark.parametrize(("changes", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_trusted_is_refused_with_its_reason(
    changes: dict[str, Any], why: str
) -> None:
    with pytest.raises(FormatError) as caught:
        Proposal.from_json(line(**changes))
    assert why in str(caught.value)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("name", sorted(line()))
def test_every_field_is_needed(name: str) -> None:
    values = line()
    del values[name]
    with pytest.raises(FormatError, match=f"^it lacks '{name}'$"):
        Proposal.from_json(values)


def test_fields_of_a_later_glocbot_do_no_harm() -> None:
    assert Proposal.from_json(line(weather="fine")) == Proposal.from_json(line())


def test_a_hold_without_a_place_for_the_template_is_read() -> None:
    """Where the place is unclear, the sweep leaves the text alone for the person to edit."""
    doubt = {"reason": "unclear-place", "words": "unclear"}
    values = line(
        verdict="hold", reasons=["unclear-place"], doubts=[doubt], new_text=line()["old_text"]
    )
    assert Proposal.from_json(values).reasons == ("unclear-place",)


def test_an_unknown_doubt_is_read() -> None:
    """Doubts are added as they are found; an older glocbot shows their words."""
    doubt = {"reason": "moon-phase", "words": "it was full"}
    proposal = Proposal.from_json(line(verdict="hold", reasons=["moon-phase"], doubts=[doubt]))
    assert (proposal.reasons, proposal.doubts[0].words) == (("moon-phase",), "it was full")
