"""The bands of latitude that UTM and MGRS name with letters."""

_BANDS = "CDEFGHJKLMNPQRSTUVWX"
_BAND_DEGREES = 8


def in_band(letter: str, latitude: float, margin: float) -> bool:
    """Tell whether a latitude lies in a band.

    Args:
        letter: C to X, without I and O.
        latitude: degrees.
        margin: degrees by which it may lie outside.
    """
    south = _BANDS.index(letter) * _BAND_DEGREES - 80
    north = south + (_BAND_DEGREES if letter != "X" else 12)
    return south - margin <= latitude <= north + margin
