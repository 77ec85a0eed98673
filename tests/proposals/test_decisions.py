"""Decisions as other programs read them (docs/design.md, Contracts)."""

from dataclasses import replace

from glocbot.proposals.decisions import decision_json
from tests.making import TEXT, held, proposed, skipped

LOCATION = "{{Location|48.20849|16.37208|source:exif_heading:142}}"


def test_a_proposal() -> None:
    assert decision_json(proposed()) == {
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
    values = decision_json(held())
    assert (values["verdict"], values["reasons"]) == ("hold", ["datum", "void-fix"])
    assert values["heading"] is None
    assert values["wikitext"] in values["new_text"]


def test_what_an_operator_accepted_beforehand() -> None:
    values = decision_json(replace(proposed(), accepted=("left-out",)))
    assert values == decision_json(proposed()) | {"accepted": ["left-out"]}
    values = decision_json(replace(held(), accepted=("left-out",)))
    assert values == decision_json(held()) | {"accepted": ["left-out"]}


def test_a_skip_with_a_position() -> None:
    values = decision_json(skipped(48.20849))
    assert (values["verdict"], values["reasons"]) == ("skip", ["located"])
    assert values["wikitext"] == "{{Location|48.20849|16.37208|source:exif}}"
    assert "new_text" not in values


def test_a_skip_without_a_position() -> None:
    assert decision_json(skipped()) == {
        "title": "File:Lake ä.jpg",
        "pageid": 7,
        "revid": 70,
        "verdict": "skip",
        "reasons": ["no-gps"],
    }
