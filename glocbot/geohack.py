"""GeoHack, the page that leads to all maps of a place: its address is written here alone."""

from urllib.parse import quote, urlencode

from glocbot.location import Location
from glocbot.template import decimal_degrees, whole_heading

_PAGE = "https://geohack.toolforge.org/geohack.php"


def geohack(location: Location, title: str) -> str:
    """Return GeoHack's address for where a photo was taken.

    >>> geohack(Location(-33.85966, 151.22229, 293), "File:A b.jpg")
    'https://geohack.toolforge.org/geohack.php?pagename=File%3AA%20b.jpg&params=33.85966_S_151...'

    Args:
        location: in the parameters as `{{Location}}` on Commons gives them (docs/facts.md §1.1).
        title: of the file's page, to which GeoHack links back. It is encoded so that the address
            can stand in wikitext too.
    """
    parts = [
        decimal_degrees(abs(location.latitude)),
        "S" if location.latitude < 0 else "N",
        decimal_degrees(abs(location.longitude)),
        "W" if location.longitude < 0 else "E",
        "globe:Earth",
        "type:camera",
    ]
    if location.heading is not None:
        parts.append(f"heading:{whole_heading(location.heading)}")
    query = {"pagename": title, "params": "_".join(parts), "language": "en"}
    return f"{_PAGE}?{urlencode(query, safe=':', quote_via=quote)}"
