"""What people write around a link or a template: it may say that the camera was elsewhere."""

from glocbot.convert.reading import Reading, Refused
from glocbot.convert.text.notations import read_text
from glocbot.convert.text.signs import clean
from glocbot.convert.text.surroundings import check_around
from glocbot.convert.text.tokens import COMMA_SEPARATES, cut

#: Degrees, some 20 m: apps share one place as a link and as text, which round it differently.
_SAME_PLACE = 2e-4


def check_text_around(text: str, reading: Reading) -> Reading:
    """Check the text around a link or template that has been read; return the reading with notes.

    Raises:
        Refused: when a word says that the camera was elsewhere, or the text has coordinates of its
            own that are other ones.
    """
    if not text.strip():
        return reading
    notes = check_around(cut(clean(text), COMMA_SEPARATES))
    try:
        other = read_text(text)
    except Refused:
        return reading.noting(*notes)
    if not reading.agrees_with(other, _SAME_PLACE):
        raise Refused(
            "the text has coordinates of its own, and they are others than those of its link or "
            "template",
            "paste only the ones of the place where the camera stood",
        )
    return reading.noting(*notes)
