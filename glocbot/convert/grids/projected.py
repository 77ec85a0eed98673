"""Metres of a projection to degrees, by pyproj."""

import warnings
from functools import cache
from typing import Any

from glocbot.convert.reading import PASTE_COORDINATES, Refused

#: Metres: of a system that lies within as much of WGS 84, as most of Europe's do.
_BEST = 1.0
_WGS84 = 4326


def to_degrees(epsg: int, name: str, east: float, north: float) -> tuple[float, float, float]:
    """Convert metres of a projection to WGS 84.

    Args:
        epsg: the projection's number in the EPSG's register.
        name: the grid's name, for messages.
        east: metres.
        north: metres.

    Returns:
        Latitude and longitude in degrees, and the accuracy of the transformation in metres: 1 at
        best. PROJ's wheels lack the grid files of some countries, and then it is 2 or 3.

    Raises:
        Refused: when pyproj is not installed, or the metres are none of the projection.
    """
    to_wgs84 = transformer(epsg, name)
    longitude, latitude = to_wgs84.transform(east, north)
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise Refused(f"these numbers do not lie in the grid {name}", PASTE_COORDINATES)
    accuracy = to_wgs84.get_last_used_operation().accuracy
    return latitude, longitude, max(accuracy, _BEST)


@cache
def transformer(epsg: int, name: str) -> Any:  # noqa: ANN401 - pyproj may be absent
    """Return pyproj's transformation of a projection to WGS 84; kept, as making one takes 0.1 s.

    Raises:
        Refused: when pyproj is not installed.
    """
    try:
        from pyproj import Transformer  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise Refused(
            f"{name} is converted by the package pyproj, which is not installed",
            "install it with `pip install glocbot[grids]`, or paste latitude and longitude",
        ) from error
    with warnings.catch_warnings():
        # It warns that a better transformation would need a file; the accuracy says as much.
        warnings.simplefilter("ignore")
        return Transformer.from_crs(epsg, _WGS84, always_xy=True)
