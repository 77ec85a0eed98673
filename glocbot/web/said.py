"""The converter's notes and refusals in the reader's language, as far as somebody translated them.

The converter speaks English, with figures and quotations in its sentences. A catalogue has them
with ``{0}``, ``{1}`` in place of the figures and quotations, in their order.
"""

import re

from markupsafe import Markup

from glocbot.web.languages import SOURCE, catalogue, language

#: What differs from one sentence to the next of its kind: quotations, templates, numbers.
_VALUE = re.compile(r"“[^”]*”|\{\{[^{}]*\}\}|(?<![\w.])-?\d[\d.,]*(?<![.,])")


def pattern(sentence: str) -> str:
    """Return a sentence as the catalogues have it.

    >>> pattern("the dilution of precision is 25, over 20")
    'the dilution of precision is {0}, over {1}'
    """
    numbers = iter(range(len(sentence)))
    return _VALUE.sub(lambda _match: f"{{{next(numbers)}}}", sentence)


def said(sentence: str) -> Markup | str:
    """Translate a sentence; one that nobody translated is marked as English."""
    code = language()
    if code == SOURCE:
        return sentence
    messages = catalogue(code)
    if (translated := messages.gettext(sentence)) != sentence:
        return translated
    known = pattern(sentence)
    if (translated := messages.gettext(known)) == known:
        return Markup('<span lang="en" dir="ltr">{}</span>').format(sentence)
    for index, value in enumerate(_VALUE.findall(sentence)):
        translated = translated.replace(f"{{{index}}}", value)
    return translated


def N_(sentence: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a sentence for the catalogues; `said` translates it when it is shown."""
    return sentence
