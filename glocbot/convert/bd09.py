"""BD-09, the coordinates of Baidu's maps: those of GCJ-02, shifted once more.

The formulas and numbers are those of Baidu's own scripts, as many converters repeat them; there is
no official text. `map.baidu.com` writes metres of a Mercator projection of its own.
"""

import math

from glocbot.convert.gcj02 import in_mainland_china, to_wgs84

NOTE = "the position was converted from BD-09, which Baidu's maps use, to WGS 84"

_SHIFT = math.pi * 3000 / 180

#: For each band, from the pole on: where it begins in metres, and ten coefficients.
_BANDS = (
    (12890594.86, (1.410526172116255e-8, 8.98305509648872e-6, -1.9939833816331, 200.9824383106796,
                   -187.2403703815547, 91.6087516669843, -23.38765649603339, 2.57121317296198,
                   -0.03801003308653, 17337981.2)),
    (8362377.87, (-7.435856389565537e-9, 8.983055097726239e-6, -0.78625201886289, 96.32687599759846,
                  -1.85204757529826, -59.36935905485877, 47.40033549296737, -16.50741931063887,
                  2.28786674699375, 10260144.86)),
    (5591021.0, (-3.030883460898826e-8, 8.98305509983578e-6, 0.30071316287616, 59.74293618442277,
                 7.357984074871, -25.38371002664745, 13.45380521110908, -3.29883767235584,
                 0.32710905363475, 6856817.37)),
    (3481989.83, (-1.981981304930552e-8, 8.983055099779535e-6, 0.03278182852591, 40.31678527705744,
                  0.65659298677277, -4.44255534477492, 0.85341911805263, 0.12923347998204,
                  -0.04625736007561, 4482777.06)),
    (1678043.12, (3.09191371068437e-9, 8.983055096812155e-6, 0.00006995724062, 23.10934304144901,
                  -0.00023663490511, -0.6321817810242, -0.00663494467273, 0.03430082397953,
                  -0.00466043876332, 2555164.4)),
    (0.0, (2.890871144776878e-9, 8.983055095805407e-6, -3.068298e-8, 7.47137025468032,
           -0.00000353937994, -0.02145144861037, -0.00001234426596, 0.00010322952773,
           -0.00000323890364, 826088.5)),
)  # fmt: skip


def bd09_to_wgs84(latitude: float, longitude: float) -> tuple[float, float] | None:
    """Convert degrees from BD-09 to WGS 84; None outside mainland China, where BD-09 is none.

    >>> [round(degrees, 5) for degrees in bd09_to_wgs84(39.915, 116.404) or ()]
    [39.90725, 116.39139]
    """
    gcj02 = bd09_to_gcj02(latitude, longitude)
    return to_wgs84(*gcj02) if in_mainland_china(*gcj02) else None


def bd09_to_gcj02(latitude: float, longitude: float) -> tuple[float, float]:
    """Convert degrees from BD-09 to GCJ-02."""
    x, y = longitude - 0.0065, latitude - 0.006
    radius = math.hypot(x, y) - 0.00002 * math.sin(y * _SHIFT)
    angle = math.atan2(y, x) - 0.000003 * math.cos(x * _SHIFT)
    return radius * math.sin(angle), radius * math.cos(angle)


def mercator_to_bd09(x: float, y: float) -> tuple[float, float]:
    """Convert metres of Baidu's projection to degrees of latitude and longitude of BD-09."""
    factors = next(factors for start, factors in _BANDS if abs(y) >= start)
    longitude = factors[0] + factors[1] * abs(x)
    part = abs(y) / factors[9]
    latitude = sum(factor * part**power for power, factor in enumerate(factors[2:9]))
    return math.copysign(latitude, y), math.copysign(longitude, x)
