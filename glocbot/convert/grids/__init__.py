"""Grid references: plus codes, MGRS and UTM, each read by the library that is made for it."""

from glocbot.convert.grids.mgrs import read_mgrs
from glocbot.convert.grids.plus_code import read_plus_code
from glocbot.convert.grids.utm import read_utm

__all__ = ["read_mgrs", "read_plus_code", "read_utm"]
