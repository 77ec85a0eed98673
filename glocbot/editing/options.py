"""The options that commands which edit share."""

from dataclasses import dataclass
from pathlib import Path

from pywikibot import config

from glocbot.options import FILE, TEXT, Given, Option, ValueKind
from glocbot.proposals.rejections import REJECTIONS_FILE
from glocbot.reasons import HoldReason, acceptable


def _read_reasons(text: str) -> frozenset[HoldReason]:
    try:
        return frozenset(acceptable(slug.strip()) for slug in text.split(","))
    except ValueError as error:
        raise ValueError(f"holds with commas between ({error})") from error


SUMMARY = Option("summary", TEXT, "The edit summary, in place of glocbot's own.")
REJECTED = Option(
    "rejected",
    FILE,
    "Where rejections are kept, if not in Pywikibot's folder.",
    REJECTIONS_FILE,
)
ACCEPT = Option(
    "accept",
    ValueKind("REASON,...", _read_reasons),
    "Holds that the bot's permission covers: they count as clean.",
    "left-out,whole-degrees",
)
OPT_OUT = Option(
    "optout",
    ValueKind("PAGE|FILE", str),
    "Who wants no location: a page or file with links to users.",
    "User:ExampleBot/Opt-out",
)


@dataclass(frozen=True, slots=True)
class PeoplesWords:
    """Where a call finds what people have said beforehand.

    Attributes:
        rejected: the file in which rejections are kept.
        opt_out: a page of the wiki, or a file, that links to users who want no location; None for
            none.
        accepted: holds that the operator's permission covers.
    """

    rejected: Path
    opt_out: str | None = None
    accepted: frozenset[HoldReason] = frozenset()


def peoples_words(given: Given) -> PeoplesWords:
    """Return where a call finds what people have said."""
    return PeoplesWords(
        rejected=given.get(REJECTED) or Path(config.base_dir, REJECTIONS_FILE),
        opt_out=given.get(OPT_OUT),
        accepted=given.get(ACCEPT) or frozenset(),
    )
