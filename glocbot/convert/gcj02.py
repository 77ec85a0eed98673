"""GCJ-02, the shifted coordinates that maps of mainland China are drawn in.

The formulas are those published with the analyses of the obfuscation (for instance
https://en.wikipedia.org/wiki/Restrictions_on_geographic_data_in_China#GCJ-02); there is no official
text. They are good to a metre or so, against a shift of 50 to 700 m.
"""

import math
from dataclasses import replace

from glocbot.convert.reading import Datum, Reading
from glocbot.location import Location

#: The Krasovsky 1940 ellipsoid: its half axis in metres and the square of its eccentricity.
_HALF_AXIS = 6_378_245.0
_ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943

#: The point that the shift is computed from.
_ORIGIN_LATITUDE = 35.0
_ORIGIN_LONGITUDE = 105.0

#: Each round divides the error by about 1,000; three leave less than a millimetre.
_ROUNDS = 4

#: Mainland China as (longitude, latitude), drawn by hand in steps of a degree or so: within about
#: 50 km of a land border the outline may be wrong either way, which is why it only makes a note
#: unless somebody asks for the conversion. Hong Kong, Macau and Taiwan do not use GCJ-02.
_BORDER = (
    (73.5, 39.4), (74.9, 40.5), (80.2, 42.0), (80.3, 45.0), (82.5, 45.2), (83.0, 47.2),
    (85.5, 47.1), (85.8, 48.4), (87.4, 49.1), (90.8, 46.9), (91.0, 45.2), (95.4, 44.3),
    (96.4, 42.7), (101.0, 42.6), (105.0, 41.6), (109.5, 42.5), (111.9, 43.7), (112.0, 45.1),
    (115.5, 45.5), (119.8, 46.7), (116.0, 47.8), (115.6, 48.0), (116.7, 49.8), (119.3, 50.1),
    (120.8, 53.2), (123.6, 53.6), (126.0, 52.8), (127.6, 50.0), (130.6, 48.9), (130.9, 47.8),
    (134.8, 48.4), (133.1, 45.1), (131.8, 45.3), (131.1, 42.9), (130.5, 42.6), (129.7, 42.4),
    (128.1, 42.0), (126.9, 41.8), (124.3, 40.0), (121.2, 38.6), (122.9, 37.4), (119.5, 34.9),
    (122.6, 31.5), (122.9, 29.9), (120.9, 27.0), (119.6, 25.0), (118.2, 24.2), (116.5, 22.8),
    (114.6, 22.6), (114.25, 22.56), (114.0, 22.5), (113.7, 22.25), (113.56, 22.22),
    (113.53, 22.21), (113.53, 22.1), (113.5, 21.9),
    (110.8, 20.9), (111.3, 19.7), (109.6, 18.0), (108.5, 18.5), (108.6, 21.3), (107.9, 21.6),
    (106.6, 22.3), (105.4, 23.3), (103.9, 22.6), (102.2, 22.5), (101.7, 21.2), (99.9, 22.1),
    (98.8, 24.2), (97.6, 24.0), (98.6, 27.6), (97.3, 28.2), (94.0, 29.2), (91.7, 27.8),
    (89.0, 27.4), (88.8, 28.0), (86.0, 28.0), (81.5, 30.3), (78.8, 31.5), (79.4, 32.6),
    (78.0, 35.5), (76.0, 36.0), (74.6, 37.2),
)  # fmt: skip

_SHIFT_NOTE = (
    "the position lies in mainland China, where this service shifts positions by some hundred "
    "metres (GCJ-02): check it on an aerial image, or convert it with --gcj02"
)
CONVERTED_NOTE = (
    "the position was converted from GCJ-02, which maps of mainland China use, to WGS 84"
)


def in_mainland_china(latitude: float, longitude: float) -> bool:
    """Whether a position lies in mainland China, to within some 50 km of the border."""
    inside = False
    previous = _BORDER[-1]
    for corner in _BORDER:
        (x1, y1), (x2, y2) = previous, corner
        if (y1 > latitude) != (y2 > latitude) and longitude < x1 + (x2 - x1) * (latitude - y1) / (
            y2 - y1
        ):
            inside = not inside
        previous = corner
    return inside


def noted_for_china(reading: Reading) -> Reading:
    """Add a note where the service shifts positions there."""
    location = reading.location
    if reading.datum is not Datum.GCJ02 or not in_mainland_china(
        location.latitude, location.longitude
    ):
        return reading
    return reading.noting(_SHIFT_NOTE)


def converted_from_gcj02(reading: Reading) -> Reading:
    """Convert what lies in mainland China, unless its service is known not to shift it."""
    location = reading.location
    if reading.datum is Datum.WGS84 or not in_mainland_china(location.latitude, location.longitude):
        return reading
    latitude, longitude = to_wgs84(location.latitude, location.longitude)
    converted = replace(reading, location=Location(latitude, longitude, location.heading))
    return converted.noting(CONVERTED_NOTE)


def to_wgs84(latitude: float, longitude: float) -> tuple[float, float]:
    """Convert degrees from GCJ-02 to WGS 84 by undoing the shift until nothing is left of it."""
    north, east = latitude, longitude
    for _ in range(_ROUNDS):
        shifted = to_gcj02(north, east)
        north, east = north + latitude - shifted[0], east + longitude - shifted[1]
    return north, east


def to_gcj02(latitude: float, longitude: float) -> tuple[float, float]:
    """Convert degrees from WGS 84 to GCJ-02."""
    x, y = longitude - _ORIGIN_LONGITUDE, latitude - _ORIGIN_LATITUDE
    sine = math.sin(math.radians(latitude))
    curvature = 1 - _ECCENTRICITY_SQUARED * sine * sine
    per_north = _HALF_AXIS * (1 - _ECCENTRICITY_SQUARED) / curvature**1.5
    per_east = _HALF_AXIS / math.sqrt(curvature) * math.cos(math.radians(latitude))
    return (
        latitude + math.degrees(_metres_north(x, y) / per_north),
        longitude + math.degrees(_metres_east(x, y) / per_east),
    )


def _waves(value: float, *amplitudes_and_rates: tuple[float, float]) -> float:
    return (
        sum(
            amplitude * math.sin(value * rate * math.pi) for amplitude, rate in amplitudes_and_rates
        )
        * 2
        / 3
    )


def _metres_north(x: float, y: float) -> float:
    polynomial = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
    return (
        polynomial
        + _waves(x, (20, 6), (20, 2))
        + _waves(y, (20, 1), (40, 1 / 3))
        + _waves(y, (160, 1 / 12), (320, 1 / 30))
    )


def _metres_east(x: float, y: float) -> float:
    polynomial = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
    return (
        polynomial
        + _waves(x, (20, 6), (20, 2))
        + _waves(x, (20, 1), (40, 1 / 3))
        + _waves(x, (150, 1 / 12), (300, 1 / 30))
    )
