"""Metres that services write into links in place of degrees."""

import math

#: Half of the equator of the sphere that web maps are drawn on: EPSG:3857.
_HALF_EQUATOR = 20_037_508.342789244


def from_web_mercator(x: float, y: float) -> tuple[float, float] | None:
    """Return latitude and longitude in degrees; None where the metres lie outside the map.

    >>> from_web_mercator(0, 0)
    (0.0, 0.0)
    """
    if abs(x) > _HALF_EQUATOR or abs(y) > _HALF_EQUATOR:
        return None
    latitude = math.degrees(2 * math.atan(math.exp(y / _HALF_EQUATOR * math.pi)) - math.pi / 2)
    return latitude, x / _HALF_EQUATOR * 180
