"""Who left a location out on purpose, and who asks for one all the same."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from glocbot.decision.case import Case
from glocbot.decision.consent import OpenQuestions, open_questions
from glocbot.decision.decide import Decision, Hold, Propose, Skip, decide
from glocbot.decision.facts import FileFacts, PageContent, Revision, Upload
from glocbot.decision.rules import Rules
from glocbot.reasons import HoldReason

BARE = "{{Information|description=x}}\n"
REQUEST = "{{GPS EXIF}}\n"
WIZARD = "User created page with UploadWizard"
HERE = (48.20849, 16.37208)
UPLOADED = "2015-05-11T10:20:30Z"
RULES = Rules(account="GlocBot")


def _metadata(position: tuple[object, object] | None = HERE) -> tuple[dict[str, Any], ...]:
    if position is None:
        return ()
    names = "GPSLatitude", "GPSLongitude"
    return tuple(
        {"name": name, "value": value} for name, value in zip(names, position, strict=True)
    )


def _facts(**changes: Any) -> FileFacts:
    facts = FileFacts("File:X.jpg", pageid=1, metadata=_metadata(), user="Anna", uploaded=UPLOADED)
    return replace(facts, **changes)


def _first(**changes: Any) -> Revision:
    """Make the revision with which Anna uploaded the file."""
    made = datetime(2015, 5, 11, 10, 20, 35, tzinfo=UTC)
    return replace(Revision(1, "Anna", WIZARD, BARE, timestamp=made), **changes)


def _history(*later: tuple[str, str | None], **first: Any) -> list[Revision]:
    """Make a history, newest first, from later edits in the order that they were made."""
    edits = [Revision(n, user, "", text) for n, (user, text) in enumerate(later, start=2)]
    return [*reversed(edits), _first(**first)]


def _upload(
    user: str = "Anna", position: tuple[object, object] | None = HERE, **changes: Any
) -> Upload:
    return replace(Upload(UPLOADED, user, "e88a", _metadata(position)), **changes)


def _case(history: list[Revision] | None, facts: FileFacts, rules: Rules = RULES) -> Case:
    text = (history or [_first()])[0].text or ""
    return Case(facts, PageContent(9, datetime(2026, 1, 1, tzinfo=UTC), text), history, rules)


def _decide(
    history: list[Revision] | None, facts: FileFacts | None = None, rules: Rules = RULES
) -> Decision:
    case = _case(history, facts or _facts(), rules)
    return decide(case.facts, case.page, history, rules)


def _slugs(decision: Decision) -> list[str]:
    match decision:
        case Skip(reason=reason):
            return [str(reason)]
        case Hold(doubts=doubts):
            return [str(doubt.reason) for doubt in doubts]
        case Propose():
            return []


@pytest.mark.parametrize(
    "first",
    [
        {"comment": "User created page with UploadWizard"},
        {"comment": "Uploaded own work with UploadWizard"},
        {"comment": "Uploaded a work by Kim from [https://x.example] with UploadWizard"},
        {"comment": "uploaded own work with uploadwizard"},
        {"comment": "", "tags": frozenset({"uploadwizard"})},
        {"comment": "", "tags": frozenset({"uploadwizard-flickr", "visualeditor"})},
        {"timestamp": datetime(2011, 11, 1, tzinfo=UTC)},
        {"timestamp": None},
        {"user": ""},
        {"parentid": 5},  # an older one was deleted
    ],
)
def test_a_page_of_the_wizard_began_without_a_location(first: dict[str, Any]) -> None:
    assert _slugs(_decide(_history(**first))) == ["left-out"]
    assert _slugs(_decide(_history(("Bert", BARE + "x"), ("Cora", BARE), **first))) == ["left-out"]


@pytest.mark.parametrize(
    "first",
    [
        {"comment": ""},
        {"comment": "Uploaded own work with Commonist"},
        {"comment": "Transferred from Flickr; see Category:Uploaded with UploadWizards"},
        {"comment": "", "tags": frozenset({"android app edit", "cross-wiki-upload"})},
        {"comment": "", "text": BARE + "[[Category:Uploaded with UploadWizard]]"},
        {"timestamp": datetime(2011, 10, 31, 23, 59, tzinfo=UTC)},
    ],
)
def test_others_do_not_fill_in_the_position(first: dict[str, Any]) -> None:
    assert _slugs(_decide(_history(**first))) == []


def test_a_later_edit_with_the_wizard_began_no_page() -> None:
    history = _history(comment="Uploaded with Commonist")
    later = Revision(2, "Anna", WIZARD, BARE, tags=frozenset({"uploadwizard"}))
    assert _slugs(_decide([later, *history])) == []


def test_without_the_history_nobody_can_tell() -> None:
    assert _slugs(_decide(None)) == []


def test_a_location_that_was_there_first_is_another_matter() -> None:
    located = BARE + "{{Location|1|2}}"
    assert _slugs(_decide(_history(("Anna", BARE), text=located))) == ["removed-before"]
    assert _slugs(_decide(_history(("Anna", located)))) == ["located"]


RETAKEN = "2019-01-01T00:00:00Z"


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"uploads": (_upload(),)},
        {"uploaded": RETAKEN},  # and nobody asked for the old versions
        {"uploaded": RETAKEN, "uploads": (_upload(metadata=None),)},
        # Rotated: the same position, maybe written anew.
        {"uploaded": RETAKEN, "uploads": (_upload("Rotatebot"), _upload())},
        {"uploaded": RETAKEN, "uploads": (_upload(), _upload(position=(48.2084901, 16.372079)))},
        {"uploaded": RETAKEN, "uploads": (_upload(), _upload(position=None), _upload())},
    ],
)
def test_the_wizard_saw_the_position(facts: dict[str, Any]) -> None:
    assert _slugs(_decide(_history(), _facts(**facts))) == ["left-out"]


@pytest.mark.parametrize(
    "facts",
    [
        # The version that was uploaded first had no position, or another one.
        {"uploads": (_upload(), _upload(position=None))},
        {"uploads": (_upload(), _upload(), _upload(position=(48.2, None)))},
        {"uploads": (_upload(), _upload(position=(0, 0)))},
        {"uploads": (_upload(), _upload(position=(48.21, 16.37208)))},
        {"uploads": (_upload(), _upload(position=(48.20849, 16.3722)))},
        {"uploads": (_upload(), _upload(position=(-48.20849, 16.37208)))},
        {"uploads": (_upload(), _upload(position=(95, 16)))},
    ],
)
def test_the_wizard_did_not_see_the_position(facts: dict[str, Any]) -> None:
    assert _slugs(_decide(_history(), _facts(uploaded=RETAKEN, **facts))) == []


def test_the_wizard_fills_in_no_zero() -> None:
    """Such a position is doubtful for another reason."""
    facts = _facts(metadata=_metadata((0, 16.37208)))
    assert _slugs(_decide(_history(), facts)) == ["zero-axis"]


PEOPLE = frozenset({"Bert", "Cora", "Dora", "192.0.2.7"})


@pytest.mark.parametrize(
    "history",
    [
        # By the uploader, from the start or later: no account need be known.
        _history(text=BARE + REQUEST),
        _history(("Anna", BARE + REQUEST)),
        _history(("Anna", BARE + "{{GPS-EXIF}}\n")),
        _history(("Anna", BARE + "{{Location possible}}\n")),
        _history(text=BARE + "{{Lagewunsch}}\n"),
        # By another person.
        _history(("Bert", BARE + REQUEST)),
        _history(("Bert", BARE + REQUEST), ("TagBot", BARE + REQUEST + "[[Category:X]]")),
        _history(("Bert", BARE + REQUEST), ("Cora", BARE), ("Dora", BARE + REQUEST)),
        _history(("192.0.2.7", BARE + "{{GPS_EXIF|date=2020}}\n")),
        # One of each, of which one counts.
        _history(("TagBot", BARE + REQUEST), ("Anna", BARE + REQUEST + "{{Location possible}}")),
        _history(("Bert", BARE + "{{Reqgeotag}}"), ("Bert", BARE + "{{Reqgeotag}}" + REQUEST)),
    ],
)  # fmt: skip
def test_a_person_asks_for_the_edit(history: list[Revision]) -> None:
    decision = _decide(history, _facts(people=PEOPLE))
    assert isinstance(decision, Propose)
    assert "EXIF" not in decision.new_text


@pytest.mark.parametrize(
    "history",
    [
        _history(("TagBot", BARE + REQUEST)),
        _history(("Tag_Bot", BARE + REQUEST)),
        # A bot is among those who asked: maybe a person only put back what was there.
        _history(("TagBot", BARE + REQUEST), ("Bert", BARE), ("Bert", BARE + REQUEST)),
        _history(("Bert", BARE + REQUEST), ("Cora", BARE), ("TagBot", BARE + REQUEST)),
        # Nobody knows who asked, or what they are.
        _history(("Emil", BARE + REQUEST)),
        _history(("", BARE + REQUEST)),
        _history(text=BARE + REQUEST, user=""),
        # Somebody else asks people for a location.
        _history(("Bert", BARE + "{{Location possible}}\n")),
        _history(("Bert", BARE + "{{No Location}}\n")),
        # What asked is gone, or never asked.
        _history(("Anna", BARE + REQUEST), ("Bert", BARE)),
        _history(("Anna", BARE + "<!-- {{GPS EXIF}} -->")),
        _history(("Anna", BARE + "<nowiki>{{GPS EXIF}}</nowiki>")),
        _history(("Anna", BARE + "GPS EXIF, please")),
    ],
)
def test_nobody_asks_for_the_edit(history: list[Revision]) -> None:
    assert _slugs(_decide(history, _facts(people=PEOPLE))) == ["left-out"]


NOTHING = OpenQuestions()


@pytest.mark.parametrize(
    ("history", "facts", "asked"),
    [
        (None, {}, NOTHING),
        (_history(), {}, NOTHING),
        (_history(comment=""), {"uploaded": RETAKEN}, NOTHING),
        (_history(("TagBot", BARE + REQUEST), comment=""), {}, NOTHING),
        (_history(("Anna", BARE + REQUEST)), {}, NOTHING),
        (_history(("TagBot", BARE + REQUEST), ("Bert", BARE)), {}, NOTHING),
        (_history(("Bert", BARE + REQUEST)), {"people": PEOPLE}, NOTHING),
        (_history(("TagBot", BARE + REQUEST)), {"metadata": ()}, NOTHING),
        (
            _history(("TagBot", BARE + REQUEST)),
            {"uploads": (_upload(), _upload(position=None))},
            NOTHING,
        ),
        (_history(), {"uploaded": RETAKEN, "uploads": (_upload(), _upload())}, NOTHING),
        (_history(), {"uploaded": RETAKEN}, replace(NOTHING, uploads=True)),
        (_history(), {"uploaded": ""}, replace(NOTHING, uploads=True)),
        (_history(timestamp=None), {}, replace(NOTHING, uploads=True)),
        (
            _history(("tag_Bot", BARE + REQUEST), ("Bert", BARE), ("Bert", BARE + REQUEST)),
            {},
            replace(NOTHING, accounts=frozenset({"Tag Bot", "Bert"})),
        ),
        (
            _history(("", BARE + REQUEST), user=""),
            {"uploaded": RETAKEN},
            replace(NOTHING, uploads=True),
        ),
    ],
)
def test_what_must_be_asked(
    history: list[Revision] | None, facts: dict[str, Any], asked: OpenQuestions
) -> None:
    assert open_questions(_case(history, _facts(**facts))) == asked


OPTED_OUT = replace(RULES, opted_out=frozenset({"Anna Müller"}))


@pytest.mark.parametrize(
    ("history", "facts"),
    [
        (None, {"user": "Anna Müller"}),
        (None, {"user": "anna_Müller"}),
        (_history(user="Anna Müller", comment=""), {"user": "Rotatebot"}),
        (_history(("Bert", "y"), user="Anna_Müller"), {"user": "Bert"}),
        (
            _history(user="TransferBot", comment=""),
            {"user": "Rotatebot", "uploads": (_upload("Rotatebot"), _upload("Anna Müller"))},
        ),
    ],
)
def test_an_uploader_wants_no_location(
    history: list[Revision] | None, facts: dict[str, Any]
) -> None:
    assert _slugs(_decide(history, _facts(**facts), OPTED_OUT)) == ["opted-out"]


@pytest.mark.parametrize(
    ("history", "facts"),
    [
        (None, {"user": ""}),
        (None, {"user": "Anna"}),
        (_history(("Anna Müller", BARE + "x"), comment=""), {}),
        (
            _history(comment=""),
            {"uploads": (_upload(), _upload("Anna Müller"), _upload())},
        ),
    ],
)
def test_another_users_wish_does_not_count(
    history: list[Revision] | None, facts: dict[str, Any]
) -> None:
    assert _slugs(_decide(history, _facts(**facts), OPTED_OUT)) == []


def test_an_operators_word_given_beforehand() -> None:
    rules = replace(RULES, accepted=frozenset({HoldReason.LEFT_OUT}))
    decision = _decide(_history(), rules=rules)
    assert isinstance(decision, Propose)
    assert decision.accepted == ("left-out",)
    assert _decide(_history(comment=""), rules=rules) == replace(
        decision, page=_case(_history(comment=""), _facts()).page, accepted=()
    )


def test_what_was_not_accepted_still_holds() -> None:
    rules = replace(RULES, accepted=frozenset({HoldReason.LEFT_OUT, HoldReason.WHOLE_DEGREES}))
    facts = _facts(metadata=(*_metadata((48, 16)), {"name": "GPSStatus", "value": "V"}))
    decision = _decide(_history(), facts, rules)
    assert isinstance(decision, Hold)
    assert _slugs(decision) == ["void-fix"]
    assert decision.accepted == ("left-out", "whole-degrees")


@pytest.mark.parametrize("reason", [HoldReason.HIDDEN_HISTORY, HoldReason.UNCLEAR_PLACE])
def test_some_holds_always_need_a_person(reason: HoldReason) -> None:
    with pytest.raises(ValueError, match="always needs a person"):
        Rules(accepted=frozenset({reason}))


def test_no_skip_is_accepted() -> None:
    rules = Rules(
        accepted=frozenset(HoldReason) - {HoldReason.HIDDEN_HISTORY, HoldReason.UNCLEAR_PLACE}
    )
    assert _slugs(_decide(_history(text="{{Location withheld}}"), rules=rules)) == ["opted-out"]
    assert _slugs(_decide(_history(text="{{BHL|id=1}}"), rules=rules)) == ["unclear-place"]
    assert _slugs(_decide(_history(("Bert", BARE), text=None), rules=rules)) == ["hidden-history"]
