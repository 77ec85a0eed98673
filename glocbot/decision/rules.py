"""What decisions depend on beside the file itself."""

from dataclasses import dataclass, field

from glocbot.decision.rejections import Rejections
from glocbot.reasons import HoldReason, acceptable
from glocbot.wikitext.names import COMMONS_NAMES, Names

#: The rights that an ordinary bot account has to pass protection levels with.
BOT_RIGHTS = frozenset({"editsemiprotected", "autoconfirmed"})
#: The levels whose right has another name than the level itself.
LEVEL_RIGHTS = {"sysop": "editprotected", "autoconfirmed": "editsemiprotected"}


@dataclass(frozen=True, slots=True)
class Rules:
    """What decisions depend on beside the file: the wiki's names, the account, people's words.

    Attributes:
        names: which templates and categories decide.
        account: the user name that would save; None without an account.
        rights: that account's rights.
        rejections: what reviewers rejected.
        accepted: holds that the operator's permission covers: they let an edit pass as clean.
        opted_out: users who want no location on their uploads, as MediaWiki writes their names.

    Raises:
        ValueError: when a hold is accepted that always needs a person.
    """

    names: Names = COMMONS_NAMES
    account: str | None = None
    rights: frozenset[str] = BOT_RIGHTS
    rejections: Rejections = field(default_factory=Rejections)
    accepted: frozenset[HoldReason] = frozenset()
    opted_out: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for reason in self.accepted:
            acceptable(reason)
