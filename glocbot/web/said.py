"""The converter's notes and refusals in the reader's language, as far as somebody translated them.

The converter speaks English, with figures and quotations in its sentences. A catalogue has them
with ``{0}``, ``{1}`` in place of the figures and quotations, in their order.
"""

import re

from markupsafe import Markup, escape

from glocbot.web.languages import SOURCE, catalogue, language

#: What differs from one sentence to the next of its kind: quotations, templates, numbers.
_VALUE = re.compile(r"“[^”]*”|\{\{[^{}]*\}\}|(?<![\w.])-?\d[\d.,]*(?<![.,])")

_PLACE = re.compile(r"\{(\d+)\}")
_BETWEEN = "; "


def pattern(sentence: str) -> str:
    """Return a sentence as the catalogues have it.

    >>> pattern("the dilution of precision is 25, over 20")
    'the dilution of precision is {0}, over {1}'
    """
    numbers = iter(range(len(sentence)))
    return _VALUE.sub(lambda _match: f"{{{next(numbers)}}}", sentence)


def said(sentence: str) -> Markup:
    """Translate a sentence; what nobody translated is marked as English.

    A refusal says what is wrong and what to do, with a semicolon between; each may be known alone.
    """
    if (whole := _translated(sentence)) is not None:
        return escape(whole)
    parts = sentence.split(_BETWEEN)
    return escape(_BETWEEN).join(map(_part, parts))


def _part(sentence: str) -> Markup:
    translated = _translated(sentence)
    if translated is not None:
        return escape(translated)
    return Markup('<span lang="en" dir="ltr">{}</span>').format(sentence)


def _translated(sentence: str) -> str | None:
    code = language()
    if code == SOURCE:
        return sentence
    messages = catalogue(code)
    if (translated := messages.gettext(sentence)) != sentence:
        return translated
    known = pattern(sentence)
    if (translated := messages.gettext(known)) == known:
        return None
    values = _VALUE.findall(sentence)
    return _PLACE.sub(lambda place: values[int(place[1])], translated)


def N_(sentence: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a sentence for the catalogues; `said` translates it when it is shown."""
    return sentence
