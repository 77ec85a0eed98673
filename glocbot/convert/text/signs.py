"""Write the many signs that people use for one thing alike, and take away what surrounds them."""

import re


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
#: What stands before coordinates that are copied from a page or a phone, and says nothing of them.
_INTRODUCTION = re.compile(
    r"\A(?:coordinates?|coords?|koordinaten|coordonnées|coordenadas|gps|position|location"
    r"|wgs ?84)(?![^\W_])\s*+:?+\s*+",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """Write every sign the one way the tokens know, and take away what only surrounds them."""
    plain = text.translate(CHARACTERS).replace("''", '"').strip().removesuffix(".").rstrip()
    plain = _INTRODUCTION.sub("", plain, count=1).replace(_MIDDLE_DOT, " | ")
    plain = _BLANK_AFTER_POINT.sub("", plain)
    if plain[:1] in _QUOTES and plain[:1] == plain[-1:]:
        return plain[1:-1].strip()
    if plain.startswith("{") and plain.endswith("}"):
        return re.sub(r'"([^\W\d_]++)"', r"\1", plain[1:-1]).strip()
    if plain.startswith("(") and plain.endswith(")"):
        return plain[1:-1].strip()
    return plain
