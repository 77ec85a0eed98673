"""Grid references, each read by the library that is made for it.

Plus codes, MGRS and UTM are always read, the national grids and UPS where pyproj is installed.
"""

from glocbot.convert.grids.letters import read_lettered
from glocbot.convert.grids.mgrs import read_mgrs
from glocbot.convert.grids.national import read_national
from glocbot.convert.grids.plus_code import read_plus_code
from glocbot.convert.grids.polar import read_ups
from glocbot.convert.grids.utm import read_utm
from glocbot.convert.reading import Reading

__all__ = ["read_grid", "read_plus_code"]

_READERS = (read_plus_code, read_mgrs, read_utm, read_ups, read_lettered, read_national)


def read_grid(text: str) -> Reading | None:
    """Read a reference of any grid; None where the text is none.

    Raises:
        Refused: when it is one and is wrong.
    """
    for reader in _READERS:
        reading = reader(text)
        if reading is not None:
            return reading
    return None
