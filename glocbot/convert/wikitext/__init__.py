"""Wikitext: templates, lines of parameters, and GeoHack's parameters."""

import re

from glocbot.convert.reading import Reading

#: A line of parameters, as infoboxes have them: | latd = 48
_PARAMETER = re.compile(r"\|\s*+[^\W\d][^=|\n]{0,60}=")


def read_wikitext(text: str) -> Reading | None:
    """Read the one position of a template, of several that agree, or of lines of parameters.

    Raises:
        Refused: when they hold none, several that differ, or one that is not of the Earth.
    """
    plain = text.strip()
    if "{{" not in plain and not _PARAMETER.match(plain):
        return None
    from glocbot.convert.wikitext import templates  # noqa: PLC0415 - loads a parser, for few

    return templates.read_templates(plain)
