"""What became of an edit, and how that is written down. Every failure is one, with its reason."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar

from glocbot.reasons import Slug

#: What glocbot 0.1 wrote in place of slugs: its classes' names.
_NAMES_OF_0_1 = {"done": "already-saved", "changed": "outdated"}


class OutcomeSlug(Slug):
    """The outcomes' names in files."""

    SAVED = "saved", "the edit was saved"
    ALREADY_SAVED = "already-saved", "this account had saved the edit before"
    SIMULATED = "simulated", "the edit would have been saved"
    HELD = "held", "a person must decide, and none was asked"
    DECLINED = "declined", "a person decided against the edit"
    OUTDATED = "outdated", "the page is not as it was when the edit was decided on"
    CONFLICT = "conflict", "somebody else edited the page at the same moment, twice"
    PROTECTED = "protected", "the page is protected against this account"
    FAILED = "failed", "the wiki refused the edit"

    @classmethod
    def read(cls, written: str) -> "OutcomeSlug":
        """Return the outcome that a file names.

        Args:
            written: a slug, or a name that glocbot 0.1 wrote.

        Raises:
            ValueError: when there is no such outcome.
        """
        slug = _NAMES_OF_0_1.get(written, written)
        found = next((each for each in cls if each == slug), None)
        if found is None:
            raise ValueError(f"there is no outcome {written!r}")
        return found


@dataclass(frozen=True, slots=True)
class _Titled:
    """What became of one page's edit.

    Attributes:
        slug: the outcome's name in files, with its words.
        title: the page.
    """

    slug: ClassVar[OutcomeSlug]
    title: str


@dataclass(frozen=True, slots=True)
class Saved(_Titled):
    """The edit is on the wiki.

    Attributes:
        revid: the new revision.
    """

    slug = OutcomeSlug.SAVED
    revid: int


@dataclass(frozen=True, slots=True)
class AlreadySaved(_Titled):
    """This account made the very edit before, as in a run that was interrupted.

    Attributes:
        revid: the revision that it made then.
    """

    slug = OutcomeSlug.ALREADY_SAVED
    revid: int


@dataclass(frozen=True, slots=True)
class Simulated(_Titled):
    """The edit would have been made, had this not been a simulation."""

    slug = OutcomeSlug.SIMULATED


@dataclass(frozen=True, slots=True)
class Held(_Titled):
    """A person must decide, and none was asked."""

    slug = OutcomeSlug.HELD


@dataclass(frozen=True, slots=True)
class Declined(_Titled):
    """A person said no."""

    slug = OutcomeSlug.DECLINED


@dataclass(frozen=True, slots=True)
class Outdated(_Titled):
    """The page is not what it was when the edit was decided on, and is left alone.

    Attributes:
        why: what changed.
    """

    slug = OutcomeSlug.OUTDATED
    why: str


@dataclass(frozen=True, slots=True)
class Conflict(_Titled):
    """Somebody edited the page at the same moment, twice.

    Attributes:
        why: what happened.
    """

    slug = OutcomeSlug.CONFLICT
    why: str = OutcomeSlug.CONFLICT.words


@dataclass(frozen=True, slots=True)
class Protected(_Titled):
    """The wiki does not let this account edit the page.

    Attributes:
        why: what the wiki said.
    """

    slug = OutcomeSlug.PROTECTED
    why: str = OutcomeSlug.PROTECTED.words


@dataclass(frozen=True, slots=True)
class Failed(_Titled):
    """The wiki refused the edit for another reason, such as a filter's.

    Attributes:
        why: what the wiki said.
    """

    slug = OutcomeSlug.FAILED
    why: str


#: The edit should have been made and was not.
Failure = Conflict | Protected | Failed
Outcome = Saved | AlreadySaved | Simulated | Held | Declined | Outdated | Failure


def outcome_record(outcome: Outcome) -> dict[str, Any]:
    """Write what became of one page, for other programs: one object of an outcomes file."""
    record: dict[str, Any] = {"title": outcome.title, "outcome": outcome.slug.value}
    if isinstance(outcome, Saved | AlreadySaved):
        record["revid"] = outcome.revid
    if isinstance(outcome, Outdated | Failure):
        record["why"] = outcome.why
    return {**record, "time": datetime.now(UTC).isoformat(timespec="seconds")}
