"""Coordinates without blanks that devices write: ISO 6709 and NMEA."""

import re

from glocbot.convert.reading import EXAMPLE, Reading, Refused, written_step
from glocbot.convert.text.notations import read_text
from glocbot.convert.text.signs import CHARACTERS
from glocbot.location import sexagesimal

#: Annex H of ISO 6709:2008: ±DD[MM[SS]][.d] ±DDD[MM[SS]][.d], an altitude, a reference system, `/`.
_ISO_6709 = re.compile(
    r"([+-])([0-9]{2}|[0-9]{4}|[0-9]{6})((?:\.[0-9]++)?)"
    r"([+-])([0-9]{3}|[0-9]{5}|[0-9]{7})((?:\.[0-9]++)?)"
    r"(?:[+-][0-9]++(?:\.[0-9]++)?)?(?:CRSWGS_?84)?(/?+)",
    re.IGNORECASE,
)

#: NMEA 0183, as in a GGA or RMC sentence: 4807.038,N,01131.000,E.
_NMEA = re.compile(
    r"([0-9]{4}(?:\.[0-9]++)?),([NS]),([0-9]{5}(?:\.[0-9]++)?),([EW])", re.IGNORECASE
)


def read_iso_6709(text: str) -> Reading | None:
    """Read `+27.5916+086.5640+8850/`, as phones write it; the altitude is left out.

    Raises:
        Refused: when minutes or seconds are 60 or more, or a number is out of range.
    """
    match = _ISO_6709.fullmatch(text.translate(CHARACTERS))
    if match is None or len(match[2]) + 1 != len(match[5]):
        return None
    degrees, steps = zip(
        _packed(match[1], match[2], match[3], width=2),
        _packed(match[4], match[5], match[6], width=3),
        strict=True,
    )
    return Reading.at(*degrees, step=max(steps))


def read_nmea(text: str) -> Reading | None:
    """Read the position of an NMEA sentence, which has a comma before each letter."""
    match = _NMEA.fullmatch(text)
    return read_text(f"{match[1]}{match[2]} {match[3]}{match[4]}") if match else None


def _packed(sign: str, whole: str, decimals: str, *, width: int) -> tuple[float, float]:
    parts = [whole[:width], *(whole[i : i + 2] for i in range(width, len(whole), 2))]
    if any(int(part) >= 60 for part in parts[1:]):
        raise Refused(
            f"{sign}{whole}{decimals} is degrees, minutes and seconds in ISO 6709, but minutes and"
            " seconds lie below 60",
            f"paste it in decimal degrees, such as {EXAMPLE}",
        )
    parts[-1] += decimals
    size = sexagesimal(*map(float, parts))
    return (-size if sign == "-" else size), written_step(*parts)
