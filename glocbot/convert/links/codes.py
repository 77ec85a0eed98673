"""Short codes that are positions in themselves: OpenStreetMap's, Organic Maps' and geohashes."""

import base64
import re

from glocbot.convert.links.sources import LAT, LON, NUMBER, Found
from glocbot.convert.reading import COPY_AGAIN, PositionKind, Refused

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#: https://wiki.openstreetmap.org/wiki/Shortlink; `@` is the older way to write `~`.
_OSM_ALPHABET = _LETTERS + "0123456789_~"
#: Base 64 for URLs, as RFC 4648 has it.
_GE0_ALPHABET = _LETTERS + "0123456789-_"
_GEOHASH_ALPHABET = "0123456789bcdefghjkmnpqrstuvwxyz"

#: A ge0 code: one character of zoom, then nine of three bits a coordinate, of 30 that it could be.
GE0_LENGTH = 10
_GE0_BITS = 30
_OSM_BITS = 32


def _bits(code: str, alphabet: str, width: int) -> str:
    try:
        return "".join(f"{alphabet.index(character):0{width}b}" for character in code)
    except ValueError as error:
        raise Refused(f"the link's short code {code} is not a whole one", COPY_AGAIN) from error


def osm_code(code: str, kind: PositionKind) -> Found:
    """Read the code of `osm.org/go/…`: bits of x and y in turn, as OpenStreetMap decodes it.

    Raises:
        Refused: when a character is not of the code.
    """
    bits = _bits(code.replace("@", "~").rstrip("-="), _OSM_ALPHABET, 6)
    if not bits or len(bits) > 2 * _OSM_BITS:
        raise Refused(f"the link's short code {code} is not a whole one", COPY_AGAIN)
    size = len(bits) // 2
    longitude = int(bits[::2], 2) * 360 / 2**size - 180
    latitude = int(bits[1::2], 2) * 180 / 2**size - 90
    return _found(latitude, longitude, kind, 360 / 2**size)


def ge0_code(code: str) -> Found:
    """Read the code of `ge0://…` and `omaps.app/…`: the zoom, then bits of latitude and longitude.

    Args:
        code: ten characters.

    Raises:
        Refused: when a character is not of the code.
    """
    bits = _bits(code, _GE0_ALPHABET, 6)[6:]
    left = _GE0_BITS - len(bits) // 2
    # A code cut short is a square, whose middle is meant.
    middle = 1 << (left - 1)
    latitude = ((int(bits[::2], 2) << left) + middle) * 180 / (2**_GE0_BITS - 1) - 90
    longitude = ((int(bits[1::2], 2) << left) + middle) * 360 / 2**_GE0_BITS - 180
    return _found(latitude, longitude, PositionKind.POINT, 360 / 2 ** (len(bits) // 2))


def geohash(code: str) -> Found:
    """Read a geohash, as Waze puts after the `h` of `waze.com/ul/h…`: bits from longitude on.

    Raises:
        Refused: when a character is not of the code.
    """
    bits = _bits(code.lower(), _GEOHASH_ALPHABET, 5)
    longitude, latitude = bits[::2], bits[1::2]
    return _found(
        (int(latitude, 2) + 0.5) * 180 / 2 ** len(latitude) - 90,
        (int(longitude, 2) + 0.5) * 360 / 2 ** len(longitude) - 180,
        PositionKind.POINT,
        360 / 2 ** len(longitude),
    )


#: In `wego.here.com/p/s-…` and `share.here.com/p/e-…`: id=;lat=48.2;lon=16.3;n=Name, or JSON.
_HERE_PLACE = re.compile(
    rf"""(?:.*;)?lat={LAT};lon={LON}(?:;.*)?
      | .*"latitude":(?P<north>{NUMBER}),"longitude":(?P<east>{NUMBER})[,}}].*""",
    re.VERBOSE | re.DOTALL,
)


def here_place(code: str) -> Found | None:
    """Read the code of a place that is shared from HERE: text in base 64, without a checksum."""
    try:
        text = base64.b64decode(code + "=" * (-len(code) % 4), validate=True).decode()
    except ValueError:  # of base64, of ASCII or of UTF-8
        return None
    match = _HERE_PLACE.fullmatch(text)
    if match is None:
        return None
    return Found(match["lat"] or match["north"], match["lon"] or match["east"])


def _found(latitude: float, longitude: float, kind: PositionKind, size: float) -> Found:
    return Found(f"{latitude:.9f}", f"{longitude:.9f}", kind, size=size)
