"""What became of an edit. Every failure is one of these, with its reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Titled:
    """What became of one page's edit.

    Attributes:
        title: the page.
    """

    title: str


@dataclass(frozen=True, slots=True)
class Saved(_Titled):
    """The edit is on the wiki.

    Attributes:
        revid: the new revision.
    """

    revid: int


@dataclass(frozen=True, slots=True)
class Done(_Titled):
    """This account made the very edit before, as in a run that was interrupted.

    Attributes:
        revid: the revision that it made then.
    """

    revid: int


@dataclass(frozen=True, slots=True)
class Simulated(_Titled):
    """The edit would have been made, had this not been a simulation."""


@dataclass(frozen=True, slots=True)
class Held(_Titled):
    """A person must decide, and none was asked."""


@dataclass(frozen=True, slots=True)
class Declined(_Titled):
    """A person said no."""


@dataclass(frozen=True, slots=True)
class Changed(_Titled):
    """The page is not what it was when the edit was proposed, and was left alone.

    Attributes:
        why: what changed.
    """

    why: str


@dataclass(frozen=True, slots=True)
class Conflict(_Titled):
    """Somebody edited the page at the same moment, twice.

    Attributes:
        why: what the wiki said.
    """

    why: str


@dataclass(frozen=True, slots=True)
class Protected(_Titled):
    """The wiki does not let this account edit the page.

    Attributes:
        why: what the wiki said.
    """

    why: str


@dataclass(frozen=True, slots=True)
class Failed(_Titled):
    """The wiki refused the edit for another reason, such as a filter's.

    Attributes:
        why: what the wiki said.
    """

    why: str


#: The edit should have been made and was not.
Failure = Conflict | Protected | Failed
Outcome = Saved | Done | Simulated | Held | Declined | Changed | Failure
