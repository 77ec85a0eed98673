"""The one place where ``{{Location}}`` is written; the sweep and the converter share it.

The format is the one that the import into structured data reads (docs/facts.md §5.4): decimal
degrees, the attributes in the order ``source:…_heading:…``, no spaces, and neither ``alt:`` nor
``region:``.
"""

from decimal import ROUND_HALF_UP, Decimal

from glocbot.location import FULL_CIRCLE, Location

#: 0.1 m at the equator, and what UploadWizard writes (docs/facts.md §1.1).
PLACES = 6

#: 3 cm of latitude, so that the form loses nothing of the 6 places.
SECOND_PLACES = 3


def location_template(
    location: Location, *, source: str | None = None, name: str = "Location"
) -> str:
    """Write a location in decimal degrees.

    >>> location_template(Location(48.20849, 16.37208, 142.25), source="exif")
    '{{Location|48.20849|16.37208|source:exif_heading:142}}'

    Args:
        location: what to write; rounded to 6 decimal places and a whole degree of heading.
        source: the value of the ``source:`` attribute, such as ``exif``.
        name: the template; ``Object location`` for where the subject is.
    """
    parts = [
        name,
        decimal_degrees(location.latitude),
        decimal_degrees(location.longitude),
        _attributes(location.heading, source),
    ]
    return "{{" + "|".join(part for part in parts if part) + "}}"


def dms_template(location: Location, *, name: str = "Location") -> str:
    """Write a location in degrees, minutes and seconds, for a person who asks for this form.

    >>> dms_template(Location(48.20849, -16.37208, 142.25))
    '{{Location|48|12|30.564|N|16|22|19.488|W|heading:142}}'

    Args:
        location: what to write; seconds are rounded to 3 places, 3 cm.
        name: the template; ``Object location`` for where the subject is.
    """
    latitude = _dms(location.latitude, "NS")
    longitude = _dms(location.longitude, "EW")
    attributes = _attributes(location.heading, None)
    parts = [name, *latitude, *longitude, *([attributes] if attributes else [])]
    return "{{" + "|".join(parts) + "}}"


def _dms(degrees: float, letters: str) -> tuple[str, str, str, str]:
    """Split degrees; rounding the whole at once never leaves 60 seconds."""
    seconds = Decimal(repr(abs(float(degrees)))) * 3600
    rounded = seconds.quantize(Decimal(1).scaleb(-SECOND_PLACES), ROUND_HALF_UP)
    minutes, second = divmod(rounded, 60)
    whole, minute = divmod(minutes, 60)
    text = f"{second:f}".rstrip("0").rstrip(".")
    return f"{whole:f}", f"{minute:f}", text or "0", letters[degrees < 0 and rounded > 0]


def decimal_degrees(degrees: float) -> str:
    """Write degrees with at most 6 decimal places, rounded half away from zero.

    >>> decimal_degrees(-0.00000049), decimal_degrees(12.50), decimal_degrees(1e-05)
    ('0', '12.5', '0.00001')
    """
    rounded = Decimal(repr(float(degrees))).quantize(Decimal(1).scaleb(-PLACES), ROUND_HALF_UP)
    text = f"{rounded:f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def whole_heading(heading: float) -> int:
    """Round a heading to whole degrees, 0 to 359; 359.5 and above is north again."""
    return int(Decimal(repr(float(heading))).quantize(Decimal(1), ROUND_HALF_UP)) % int(FULL_CIRCLE)


def _attributes(heading: float | None, source: str | None) -> str:
    attributes = {"source": source, "heading": None if heading is None else whole_heading(heading)}
    return "_".join(f"{key}:{value}" for key, value in attributes.items() if value is not None)
