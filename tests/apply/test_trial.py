"""The wikitext of a trial run, for the bot's request."""

from glocbot.apply.trial import Trial, trial_wikitext
from glocbot.editing.outcomes import AlreadySaved, Failed, Held, Outcome, Outdated, Saved
from glocbot.proposals.proposal import Proposal
from tests.proposals.samples import sample

ABBEY, BRIDGE = sample("Abbey"), sample("Bridge", reasons=["datum", "poor-fix"])
CASTLE, DAM = sample("Castle", -33.8, 151.2, heading=7), sample("Dam", reasons=["datum"])
ALL = [ABBEY, BRIDGE, CASTLE, DAM]


def written(
    *done: tuple[Proposal, Outcome],
    reviewed: list[Proposal] = ALL,
    seconds: float = 10,
    looked_at: bool = True,
) -> str:
    return trial_wikitext(Trial("Glocbot", "2026-05-11", seconds, looked_at, done, reviewed))


def test_a_trial_run() -> None:
    saved = (ABBEY, Saved(ABBEY.title, 101)), (CASTLE, Saved(CASTLE.title, 102))
    left = (BRIDGE, Outdated(BRIDGE.title, "why")), (DAM, Failed(DAM.title, "why"))
    assert written(*saved, *left) == (
        "=== Trial run ===\n"
        "On 2026-05-11, [[User:Glocbot|Glocbot]] made 2 test edits: it added {{tl|Location}} "
        "from the GPS position in the files' EXIF. A person looked at each edit before it was "
        "made. The page and its history were read anew just before each save. "
        "Not saved: 1 outdated, 1 failed.\n"
        "\n"
        '{| class="wikitable sortable"\n'
        "! File !! Added !! Edit\n"
        "|-\n"
        "| [[:File:Abbey.jpg|Abbey.jpg]] || "
        "<code><nowiki>{{Location|48.2|16.37|source:exif}}</nowiki></code>"
        " || [[Special:Diff/101|diff]]\n"
        "|-\n"
        "| [[:File:Castle.jpg|Castle.jpg]] || "
        "<code><nowiki>{{Location|-33.8|151.2|source:exif_heading:7}}</nowiki></code>"
        " || [[Special:Diff/102|diff]]\n"
        "|}\n"
        "\n"
        "'''Edit rate:''' at most 6 a minute, with <code>maxlag</code>.\n"
        "\n"
        "The sweep behind it proposed 2 clean edits and held 2 for a person:\n"
        "* <code>datum</code>: 2\n"
        "* <code>poor-fix</code>: 1\n"
    )


def test_edits_of_a_part_that_was_interrupted_are_told_too() -> None:
    text = written((ABBEY, AlreadySaved(ABBEY.title, 99)), (CASTLE, Saved(CASTLE.title, 102)))
    assert "made 2 test edits" in text
    assert "[[Special:Diff/99|diff]]" in text
    assert "Not saved" not in text


def test_one_edit_is_not_many() -> None:
    text = written((ABBEY, Saved(ABBEY.title, 1)), reviewed=[ABBEY])
    assert "made 1 test edit:" in text
    assert "proposed 1 clean edit and held none for a person." in text


def test_nobody_is_said_to_have_looked_who_did_not() -> None:
    assert "A person looked" not in written((ABBEY, Saved(ABBEY.title, 1)), looked_at=False)


def test_what_was_left() -> None:
    done = [(each, Held(each.title)) for each in (BRIDGE, DAM)]
    assert "made 0 test edits" in written(*done)
    assert "Not saved: 2 held." in written(*done)


def test_rates() -> None:
    assert "at most 8.57 a minute" in written(seconds=7)
    assert "at most 120 a minute" in written(seconds=0.5)
    assert "'''Edit rate:''' not limited" in written(seconds=0)
