"""Why a file is skipped or held: the slugs other programs read, and the words people read."""

from enum import StrEnum
from typing import Self


class Slug(StrEnum):
    """A short name that other programs read, with its words for people.

    Attributes:
        words: what it means, without a full stop.
    """

    words: str

    def __new__(cls, slug: str, words: str) -> Self:
        """Make a member whose value is the slug."""
        member = str.__new__(cls, slug)
        member._value_ = slug
        member.words = words
        return member


class SkipReason(Slug):
    """Why a file needs no edit, or must not have one."""

    MISSING = "missing", "the page or its file does not exist on this wiki"
    REDIRECT = "redirect", "the page is a redirect"
    NO_GPS = "no-gps", "the file's EXIF has no GPS position"
    HALF_POSITION = "half-position", "the EXIF has only one of latitude and longitude"
    OUT_OF_RANGE = "out-of-range", "the EXIF position is not on the Earth"
    NULL_ISLAND = "null-island", "the EXIF position is 0°, 0°, a placeholder"
    LOCATED = "located", "the page has a location already"
    LOCATED_SDC = "located-sdc", "the structured data has a point of view (P1259) already"
    OPTED_OUT = (
        "opted-out",
        "the page asks not to be located, or not to be edited by this bot, or its uploader does",
    )
    PROTECTED = "protected", "the page is protected against this account"
    REMOVED_BEFORE = "removed-before", "a location was there before and somebody took it away"
    REJECTED = "rejected", "a reviewer has rejected this location"


class HoldReason(Slug):
    """Why a person must decide; never saved on the bot's own word."""

    LEFT_OUT = (
        "left-out",
        "UploadWizard fills in the EXIF's position, but the uploader's page began without one",
    )
    FAR_FROM_CATEGORY = (
        "far-from-category",
        "the position is far from the others of its category",
    )
    IMPOSSIBLE_SPEED = (
        "impossible-speed",
        "the camera cannot have travelled from the photo before, or to the next, in that time",
    )
    OBJECT_LOCATION = (
        "object-location",
        "the page says where the subject is, maybe instead of where the camera was",
    )
    OTHER_COORDINATES = "other-coordinates", "the page gives coordinates in another template"
    HIDDEN_HISTORY = "hidden-history", "a part of the page's history is hidden from view"
    UNCLEAR_PLACE = "unclear-place", "it is not clear where on the page the template belongs"
    DATUM = "datum", "the position is in another datum than WGS 84"
    VOID_FIX = "void-fix", "the receiver marked its position as void"
    POOR_FIX = "poor-fix", "the receiver reported a poor precision"
    STALE_FIX = "stale-fix", "the position was measured long before the photo was taken"
    WHOLE_DEGREES = "whole-degrees", "both coordinates are whole degrees"
    ZERO_AXIS = "zero-axis", "one coordinate is exactly zero"


class RejectionReason(Slug):
    """Why a reviewer rejects an edit."""

    WRONG_PLACE = "wrong-place", "the camera was not there"
    PRIVATE = "private", "the place is nobody's business"
    NOT_USEFUL = "not-useful", "a location is of no use for this file"
    OTHER = "other", "another reason"


#: What no operator can accept beforehand: nobody knows what the hidden part of a history says, and
#: an edit at a wrong place breaks the page.
NEVER_ACCEPTED = frozenset({HoldReason.HIDDEN_HISTORY, HoldReason.UNCLEAR_PLACE})


def acceptable(slug: str) -> HoldReason:
    """Return the hold that an operator may accept beforehand, by its slug.

    Raises:
        ValueError: when there is no such hold, or none that may be accepted; the message says so.
    """
    known = {str(reason): reason for reason in HoldReason}
    if slug not in known:
        named = ", ".join(slug for slug, reason in known.items() if reason not in NEVER_ACCEPTED)
        raise ValueError(f"{slug!r} is no hold; those that can be accepted are {named}")
    if known[slug] in NEVER_ACCEPTED:
        raise ValueError(f"{slug} always needs a person: {known[slug].words}")
    return known[slug]
