"""Tell [[Commons:Bots/Requests]] of a trial run: what was done, the diffs, and what was left.

Commons asks for 5 to 20 test edits before it approves a bot (docs/facts.md §2.1).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from glocbot.editing.outcomes import AlreadySaved, Outcome, Saved
from glocbot.proposals.proposal import Proposal
from glocbot.wikitext.escape import escape

#: The most edits of a trial run.
TRIAL_EDITS = 20
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial run.

    Attributes:
        account: who made the edits.
        day: when, as YYYY-MM-DD.
        seconds_between: the least time between two edits.
        looked_at: a person looked at each edit before it was made.
        done: each proposal that was taken up, with what became of it.
        reviewed: all proposals and holds of the sweep behind it.
    """

    account: str
    day: str
    seconds_between: float
    looked_at: bool
    done: Sequence[tuple[Proposal, Outcome]]
    reviewed: Sequence[Proposal]


def trial_wikitext(trial: Trial) -> str:
    """Write a trial run down as wikitext, to paste into the bot's request."""
    saved = [
        (record, outcome.revid)
        for record, outcome in trial.done
        if isinstance(outcome, Saved | AlreadySaved)
    ]
    left = Counter(
        outcome.slug.value
        for _, outcome in trial.done
        if not isinstance(outcome, Saved | AlreadySaved)
    )
    return "\n".join(
        [
            "=== Trial run ===",
            _story(trial, len(saved)) + _left(left),
            "",
            *_table(saved),
            "",
            f"'''Edit rate:''' {_rate(trial.seconds_between)}, with <code>maxlag</code>.",
            "",
            *_reasons(trial.reviewed),
            "",
        ]
    )


def _story(trial: Trial, saved: int) -> str:
    looked = " A person looked at each edit before it was made." if trial.looked_at else ""
    return (
        f"On {trial.day}, [[User:{trial.account}|{escape(trial.account)}]] made {saved} test "
        f"{_edits(saved)}: it added {{{{tl|Location}}}} from the GPS position in the files' EXIF."
        f"{looked} The page and its history were read anew just before each save."
    )


def _edits(number: int) -> str:
    return "edit" if number == 1 else "edits"


def _left(left: Counter[str]) -> str:
    if not left:
        return ""
    parts = ", ".join(f"{count} {name}" for name, count in left.most_common())
    return f" Not saved: {parts}."


def _table(saved: Sequence[tuple[Proposal, int]]) -> list[str]:
    rows = (
        f"|-\n| [[:{record.title}|{escape(_name(record))}]] "
        f"|| <code><nowiki>{record.wikitext}</nowiki></code> "
        f"|| [[Special:Diff/{revid}|diff]]"
        for record, revid in saved
    )
    return ['{| class="wikitable sortable"', "! File !! Added !! Edit", *rows, "|}"]


def _name(record: Proposal) -> str:
    return record.title.partition(":")[2]


def _rate(seconds: float) -> str:
    return f"at most {round(_MINUTE / seconds, 2):g} a minute" if seconds > 0 else "not limited"


def _reasons(records: Sequence[Proposal]) -> list[str]:
    clean = sum(record.verdict == "propose" for record in records)
    held = Counter(reason for record in records for reason in record.reasons)
    story = f"The sweep behind it proposed {clean} clean {_edits(clean)}"
    if not held:
        return [f"{story} and held none for a person."]
    return [
        f"{story} and held {len(records) - clean} for a person:",
        *(f"* <code>{reason}</code>: {count}" for reason, count in held.most_common()),
    ]
