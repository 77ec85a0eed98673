"""What ``glocbot reject`` is called with."""

from dataclasses import dataclass

from glocbot.command_line import HELP_ALL, CommandLine, Section, Style
from glocbot.editing.options import REJECTED, PeoplesWords, peoples_words
from glocbot.options import FLAG, TEXT, Given, Option, UsageError, ValueKind
from glocbot.reasons import RejectionReason
from glocbot.wiki.options import MORE_SECTIONS, SITE

_INTRODUCTION = """\
Usage: glocbot reject TITLE... [OPTION...]

Remember that files shall not get the location that their EXIF has, or forget that again.

Later sweeps skip these files, and `glocbot apply` leaves them alone, until a file's EXIF has
another position. A private place is never proposed again."""

_CONCLUSION = """\
For example:
  glocbot reject "File:Our garden.jpg" -why:private -by:Robin
  glocbot reject "File:Our garden.jpg" -undo

Exit status: 0 all went well; 1 some title was refused; 2 the call was wrong; 130 interrupted."""


_REASONS = {str(reason): reason for reason in RejectionReason}


def _read_why(text: str) -> RejectionReason:
    if text not in _REASONS:
        raise ValueError(" or ".join(_REASONS))
    return _REASONS[text]


_WHY = Option(
    "why",
    ValueKind("REASON", _read_why),
    f"Why: {', '.join(_REASONS)}; other without this.",
    "private",
)
_BY = Option("by", TEXT, "Who says so; the account of user-config.py without this.", "Robin")
_UNDO = Option("undo", FLAG, "Take the files' rejections back.")
COMMAND_LINE = CommandLine(
    Style.PYWIKIBOT,
    _INTRODUCTION,
    (Section("Options", (_WHY, _BY, _UNDO, REJECTED, SITE, HELP_ALL)), *MORE_SECTIONS),
    _CONCLUSION,
)


@dataclass(frozen=True, slots=True)
class RejectOptions:
    """What the call asks for, beside Pywikibot's options.

    Attributes:
        titles: of the files' pages.
        people: where it stands what people have said beforehand.
        why: the reason.
        by: who says so; None for the configured account.
        undo: take the rejections back.
    """

    titles: tuple[str, ...]
    people: PeoplesWords
    why: RejectionReason = RejectionReason.OTHER
    by: str | None = None
    undo: bool = False


def understand(given: Given) -> RejectOptions:
    """Check all of a call that can be checked without the wiki.

    Raises:
        UsageError: when the call is wrong.
    """
    if not given.inputs:
        raise UsageError('name the files, such as "File:Our garden.jpg"')
    if _UNDO in given and _WHY in given:
        raise UsageError("-undo takes rejections back whatever their reason: leave -why out")
    return RejectOptions(
        titles=given.inputs,
        people=peoples_words(given),
        why=given.get(_WHY) or RejectionReason.OTHER,
        by=given.get(_BY),
        undo=_UNDO in given,
    )
