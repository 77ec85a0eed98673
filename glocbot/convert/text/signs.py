"""Write the many signs that people use for one thing alike, and take away what surrounds them."""

import re

from glocbot.location import FULL_CIRCLE


def _characters() -> dict[int, str | None]:
    """Every sign that phones, cameras and word processors write for one of ours."""
    same = {
        "°": "º˚*⁰ᵒ∘",
        "'": "′’‘´ʹʼˈ‵‛＇ʻ`",
        '"': "″”“„‟˝ʺ〃＂‶",
        "-": "−–—‐‑‒﹣－",
        "+": "＋",
        ",": "，、",
        ";": "；",
        ":": "：",
        " ": "\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
        "\u202f\u205f\u3000",
        "\n": "\r\u0085\u2028\u2029",
    }
    table: dict[int, str | None] = {
        ord(sign): ours for ours, signs in same.items() for sign in signs
    }
    return table | INVISIBLE


#: What a copy from a phone or a web page brings along, mostly to steer the direction of writing.
INVISIBLE: dict[int, str | None] = dict.fromkeys(
    (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0xAD)
)
CHARACTERS = _characters()

#: A blank that a phone's keyboard puts after a point: `N 47° 38. 933`, `47. 648883`. Not after a
#: number that could count a list, `1. 120 E 30 N`.
_BLANK_AFTER_POINT = re.compile(
    r"(?<=[0-9]\.)[ ](?=[0-9]{4,}+(?!\.))|(?<=[° ][0-9]{2}\.)[ ](?=[0-9]{3}(?![0-9.]))"
)
#: How some apps separate the two. Without the blanks it is a British decimal point.
_MIDDLE_DOT = " · "

#: No coordinate begins with a mark, so the text is only quoted.
_QUOTES = ("'", '"')
#: The names of WGS 84 have digits, which are no part of coordinates.
_WGS84 = re.compile(r"\bWGS[ _-]?(?:19)?84\b|\bEPSG: ?4326\b", re.IGNORECASE)
_NUMBER = r"[+-]?[0-9]{1,6}(?:[.,][0-9]{1,6})?"
_UNIT = r"(?:m|ft|metres?|meters?|feet|м|米)"
#: What apps write beside coordinates: how high, how sure, how near the map was.
_EXTRAS = re.compile(
    rf"[,;|]?\s*+\b(?:gps )?(?:alt|altitude|altitud|altura|elev|elevation|ele|height|höhe|quota|"
    rf"высота|accuracy|acc|genauigkeit|précision|precisión|precision|hdop|zoom)\b\.? ?[:=]? ?"
    rf"{_NUMBER} ?{_UNIT}?(?: (?:above sea level|a\.?s\.?l\.?|ü\. ?nn))?(?![\w.°'\"])"
    rf"|[,;]?\s*+[(]?(?:±|\+/-|\+-) ?{_NUMBER} ?{_UNIT}\b[)]?"
    rf"|(?<=[0-9]{{3}})(?:, ?|; ?){_NUMBER} ?{_UNIT}\Z",
    re.IGNORECASE,
)
#: What Wikidata shows below a statement.
_REFERENCES = re.compile(
    r"\n\s*+[0-9]{1,2} (?:references?|Fundstellen?|références?|referencias?|referências?"
    r"|riferiment[oi]|bron(?:nen)?)(?=\n|\Z)[^°]*+\Z",
    re.IGNORECASE,
)
#: What Commons shows behind the coordinates of a file, in any language.
_OTHER_MAPS = re.compile(r"(?<![^\W\d_])[^\W\d_]{2}[^0-9\n:]{1,70}: ?OpenStreetMap\b[^0-9\n]*+")
#: Nautical charts put the mark before the fraction: 12'.5 is 12.5'.
_MARK_BEFORE_FRACTION = re.compile(r"(?<=[0-9])(['\"])(\.[0-9]{1,6})(?![0-9.'\"])")

#: How Commons shows where the camera looked.
_HEADING = re.compile(
    r"\bheading ?[=:] ?([0-9]{1,3}(?:[.,][0-9]{1,4})?) ?(?:°|d\b)?", re.IGNORECASE
)


def clean(text: str) -> str:
    """Write every sign the one way the tokens know, and take away what only surrounds them."""
    plain = _ascii_digits(text.translate(CHARACTERS)).replace("''", '"').strip()
    plain = plain.removesuffix(".").rstrip()
    plain = _OTHER_MAPS.sub("", _REFERENCES.sub("", plain), count=1)
    plain = _WGS84.sub(" wgs ", plain).replace(_MIDDLE_DOT, " | ")
    plain = _MARK_BEFORE_FRACTION.sub(r"\2\1", plain)
    plain = _BLANK_AFTER_POINT.sub("", _EXTRAS.sub("", plain)).strip()
    if plain[:1] in _QUOTES and plain[:1] == plain[-1:]:
        return plain[1:-1].strip()
    if plain.startswith("{") and plain.endswith("}"):
        return re.sub(r'"([^\W\d_]++)"', r"\1", plain[1:-1]).strip()
    if plain.startswith("(") and plain.endswith(")"):
        return plain[1:-1].strip()
    return plain


def without_heading(text: str) -> tuple[str, float | None]:
    """Take a heading out of a cleaned text.

    Returns:
        The rest, and the heading in degrees; None where there is none up to 360.
    """
    match = _HEADING.search(text)
    heading = float(match[1].replace(",", ".")) if match else None
    if match is None or heading is None or heading > FULL_CIRCLE:
        return text, None
    return text[: match.start()] + " " + text[match.end() :], heading


#: Scripts whose digits are read, each by its zero; of others only where no script is mixed in.
_ZEROS = (0x0966, 0xFF10)  # Devanagari, and the wide digits of Chinese and Japanese keyboards
_WIDE_POINTS = {0xFF0E: ".", 0xFF0C: ","}


def _ascii_digits(text: str) -> str:
    """Write the digits of Hindi and of Japanese keyboards as 0-9, where all are of one script."""
    if text.isascii():
        return text
    digits = {ord(c) for c in text if c.isdecimal()}
    for zero in _ZEROS:
        if digits and digits <= set(range(zero, zero + 10)):
            return text.translate(
                {zero + i: str(i) for i in range(10)} | {0xFF0E: ".", 0xFF0C: ","}
            )
    return text
