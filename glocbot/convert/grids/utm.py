"""UTM coordinates, read by the library utm."""

import re

from glocbot.convert.grids.bands import in_band
from glocbot.convert.reading import Reading, Refused

_UTM = re.compile(
    r"(?:UTM(?: zone)?\s*+:?\s*+)?(?:ZONE\s*+)?([0-9]{1,2})\s*+([C-HJ-NP-X]|NORTH|SOUTH)[\s,;:]++"
    r"E?+:?+\s*+([0-9]{5,8}(?:\.[0-9]++)?)(?:\s*+(?:M\s*+E|M|E))?[\s,;/]++"
    r"N?+:?+\s*+([0-9]{1,8}(?:\.[0-9]++)?)(?:\s*+(?:M\s*+N|M|N))?"
)
#: The northings of band S, 32 to 40° N; a little wider than they are.
_BAND_S = (3_530_000.0, 4_440_000.0)
#: The EPSG's numbers of UTM's zones, of WGS 84 and of Europe's ETRS89.
_EPSG = re.compile(r"EPSG:? ?(?:(258|326)|327)([0-9]{2})(?![0-9])[,;:]?")


def read_utm(text: str) -> Reading | None:
    """Read UTM coordinates with their zone, such as `33U 601000 5340000`.

    Raises:
        Refused: when they lie outside the zone, or S may be the band or the southern hemisphere.
    """
    match = _UTM.fullmatch(_EPSG.sub(_named_zone, text.upper(), count=1))
    if match is None:
        return None
    letter = match[2]
    easting, northing = float(match[3]), float(match[4])
    if letter == "S" and _BAND_S[0] <= northing <= _BAND_S[1]:
        raise Refused(
            "S after the zone may be the band S, north of the equator, or the southern hemisphere",
            "write North or South in its place",
        )
    northern = letter == "NORTH" or (letter != "S" and letter >= "N" and letter != "SOUTH")
    latitude, longitude = from_utm(easting, northing, int(match[1]), northern=northern)
    _check_band(letter, latitude)
    return Reading.at(latitude, longitude)


def _named_zone(match: re.Match[str]) -> str:
    return f"{match[2]} {'NORTH' if match[1] else 'SOUTH'}"


def from_utm(easting: float, northing: float, zone: int, *, northern: bool) -> tuple[float, float]:
    """Convert metres of a zone to degrees of latitude and longitude.

    Raises:
        Refused: when they lie outside the zone.
    """
    import utm  # noqa: PLC0415 - loads numpy where there is one

    try:
        latitude, longitude = utm.to_latlon(easting, northing, zone, northern=northern)
    except utm.OutOfRangeError as error:
        raise Refused(
            f"these are no UTM coordinates ({error})",
            "paste zone, easting and northing, such as 33U 601000 5340000",
        ) from error
    return float(latitude), float(longitude)


def _check_band(letter: str, latitude: float) -> None:
    """Refuse a latitude outside the band that was written: a digit of the northing is wrong."""
    if letter in {"NORTH", "SOUTH", "N", "S"}:
        return
    if not in_band(letter, latitude, 0.01):
        raise Refused(
            f"the northing leads to latitude {latitude:.2f}, outside the band {letter}",
            "copy the zone, easting and northing again",
        )
