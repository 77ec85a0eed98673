"""The camera's heading from true north, from what EXIF says relative to some north."""

import math
from datetime import date
from functools import lru_cache

from pygeomag import GeoMag

from glocbot.evidence.exif import GpsEvidence
from glocbot.location import FULL_CIRCLE

#: The World Magnetic Models that `pygeomag` carries start here; each covers five years.
_FIRST_MODEL = 2010
_MODEL_YEARS = 5


def true_heading(evidence: GpsEvidence) -> float | None:
    """Return the heading in degrees clockwise from true north, 0 up to but not including 360.

    A magnetic heading is turned by the declination of the World Magnetic Model at the photo's place
    and date. None where EXIF gives no direction or does not say from which north, where a magnetic
    heading has no date that a model covers, and near the magnetic poles, where the model's own
    documentation calls the declination inaccurate and a compass unreliable (horizontal field below
    6000 nT).
    """
    if evidence.img_direction is None or evidence.img_direction_ref is None:
        return None
    if evidence.img_direction_ref == "T":
        return evidence.img_direction % FULL_CIRCLE
    day = evidence.taken.date() if evidence.taken else evidence.gps_date
    if day is None:
        return None
    turn = declination(evidence.latitude, evidence.longitude, day)
    if turn is None:
        return None
    # Twice, since the rest of a tiny negative number is rounded up to 360 itself.
    return (evidence.img_direction + turn) % FULL_CIRCLE % FULL_CIRCLE


def declination(latitude: float, longitude: float, day: date) -> float | None:
    """Return magnetic declination in degrees, east positive, at sea level.

    None where no model covers the day, or near a magnetic pole.
    """
    model = _model(day.year - day.year % _MODEL_YEARS)
    if model is None:
        return None
    year = day.year + (day - date(day.year, 1, 1)).days / 366
    field = model.calculate(glat=latitude, glon=longitude, alt=0, time=year)
    if field.in_blackout_zone or field.in_caution_zone or not math.isfinite(field.d):
        return None
    return float(field.d)


@lru_cache
def _model(epoch: int) -> GeoMag | None:
    if epoch < _FIRST_MODEL:
        return None
    try:
        model = GeoMag(base_year=epoch)
        model.calculate(glat=0, glon=0, alt=0, time=epoch)  # reads the coefficients
    except ValueError:  # later than the last model
        return None
    return model
