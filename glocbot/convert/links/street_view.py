"""Pictures of streets, whose camera has a position and looks somewhere."""

import re

from glocbot.convert.links.sources import NUMBER, Found
from glocbot.location import FULL_CIRCLE

NOTE = (
    "the link is of Street View or its like: the position and heading are those of its camera, so "
    "check that yours stood and looked the same way"
)


def panorama(latitude: str, longitude: str, turn: str) -> Found:
    """Return where a picture was taken.

    Args:
        latitude: decimal degrees.
        longitude: decimal degrees.
        turn: degrees from true north, any turn; anything else leaves the heading out.
    """
    heading = float(turn) % FULL_CIRCLE if re.fullmatch(NUMBER, turn) else None
    return Found(latitude, longitude, heading=heading, notes=(NOTE,))
