"""Templates and parser functions that hold coordinates, and lines of parameters."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mwparserfromhell.nodes import Template, Text

from glocbot.convert.around import check_text_around
from glocbot.convert.reading import EXAMPLE, PASTE_COORDINATES, Reading, Refused
from glocbot.convert.wikitext.named import read_named
from glocbot.convert.wikitext.values import LETTERS, read_function, read_values
from glocbot.location import Location
from glocbot.template import location_template
from glocbot.wikitext.names import COMMONS_NAMES
from glocbot.wikitext.parse import ParsedText


def _compared(name: str) -> str:
    """Write a template's name without case, blanks and underscores: people paste many spellings."""
    return re.sub(r"[\s_]++", "", name).casefold()


_CAMERA = frozenset(map(_compared, COMMONS_NAMES.location))
_OBJECT = frozenset(map(_compared, COMMONS_NAMES.object_location))
_FUNCTION = "#coordinates:"
#: Of Wikipedias in many languages; all have the order of `{{coord}}`.
_OTHER = re.compile(
    "coords?|coordinates?|(?:coor|coord)(?:title|at|inline)?(?:d|dm|dms|dec)?(?:/new)?"
    "|inlinecoordinates|geocoordinates?|geocoordenadas|coordenadas|coordenades|coordonnées"
    "|coordinaten|coördinaten|koord|koordinaten?|koordinat|koordinater|koordinaatit|koordináta"
    "|koordinatid|koordinātas|souřadnice|súradnice|współrzędne|координаты|координати|coordinate"
    "|坐标|座標|좌표|निर्देशांक|mapframe|geo"
)
_GLOBES = re.compile("lunar|moon|mars|venus|mercury|globe|celestial|sky")

_OBJECT_NOTE = (
    "the template was for the location of the object: use it only if the camera stood there too"
)
_EXAMPLE_LOCATION = Location(*map(float, EXAMPLE.split(", ")))


#: The parser makes an object of each of these, at up to a tenth of a millisecond. Their most in a
#: text keeps any input below 50 ms, and leaves room for a whole infobox.
_MOST_OBJECTS = 250
_OBJECTS = re.compile(r"[|<&\[]|\{\{|\n[*#:;=]|://")


@dataclass(frozen=True, slots=True)
class _Found:
    """A position in a template, and whether that is a camera's, an object's or neither's."""

    reading: Reading
    role: str


def read_templates(text: str) -> Reading:
    """Read the one position of the templates or parameters in a text.

    Of a page with a camera's and an object's location it is the camera's.

    Raises:
        Refused: when there is none, or there are several that differ.
    """
    if len(_OBJECTS.findall(text)) > _MOST_OBJECTS:
        raise Refused(
            "there is more wikitext here than is read at once",
            "paste only the template with the coordinates",
        )
    lines = text.startswith("|")
    page = ParsedText("{{parameters" + text + "\n}}" if lines else text, COMMONS_NAMES)
    if page.tangled:
        raise Refused("too many brackets are open here", PASTE_COORDINATES)
    found = [position for _, template in page.templates for position in _positions(template)]
    if not found:
        raise _nothing(text, page)
    outside = "" if lines else "".join(str(n) for n in page.code.nodes if isinstance(n, Text))
    return check_text_around(outside, _only_one(found))


def _only_one(found: list[_Found]) -> Reading:
    roles = {position.role for position in found}
    role = next(role for role in ("camera", "other", "object") if role in roles)
    readings = [f.reading for f in found if f.role == role or "camera" not in roles]
    best = min(readings, key=lambda reading: reading.step)
    if not all(best.agrees_with(reading) for reading in readings):
        raise Refused(
            f"there are {len(readings)} templates with different coordinates",
            "paste only the one of the place where the camera stood",
        )
    return best.noting(_OBJECT_NOTE) if roles == {"object"} else best


def _nothing(text: str, page: ParsedText) -> Refused:
    names = [name for name, _ in page.templates if name]
    if not names:
        return Refused(
            "this is not one whole template",
            "paste only the one with the coordinates, such as "
            f"{location_template(_EXAMPLE_LOCATION)}",
        )
    if text.startswith("|"):
        return Refused("these parameters hold no coordinates", PASTE_COORDINATES)
    return Refused(
        f"{{{{{names[0]}}}}} is not a template with coordinates that is known here",
        f"paste the coordinates alone, such as {EXAMPLE}",
    )


def _positions(template: Template) -> Iterator[_Found]:
    """Read a template's own position, if it has one; nested templates have theirs."""
    written = _plain(str(template.name))
    name = _compared(COMMONS_NAMES.template(written))
    if name.startswith(_FUNCTION):
        values = [written.strip()[len(_FUNCTION) :], *_in_order(template)]
        yield _Found(read_function(values), "other")
    elif name in _CAMERA:
        yield _Found(read_values(_in_order(template)), "camera")
    elif name in _OBJECT:
        yield _Found(read_values(_in_order(template)), "object")
    elif (reading := _by_parts(template, name)) is not None:
        yield _Found(reading, "other")


def _by_parts(template: Template, name: str) -> Reading | None:
    """Read what has named parts, or else the order of `{{coord}}`."""
    named = {_plain(str(p.name)): _plain(str(p.value)) for p in template.params if p.showkey}
    reading = read_named({key: value for key, value in named.items() if "{{" not in value})
    if reading is not None or _GLOBES.search(name):
        return reading
    values = _in_order(template)
    letters = {value.upper() for value in values if value.upper() in LETTERS}
    lettered = letters & {"N", "S"} and letters & {"E", "W"}
    return read_values(values) if lettered or _OTHER.fullmatch(name) else None


def _plain(text: str) -> str:
    """Leave out comments, and read character references, such as that of a minus."""
    before, *behind = text.split("<!--")
    shown = before + "".join(piece.partition("-->")[2] for piece in behind)
    return html.unescape(shown).strip()


def _in_order(template: Template) -> list[str]:
    """Return the positional values, in order, then the named ones as `name:value`."""
    numbered: dict[int, str] = {}
    named: list[str] = []
    for parameter in template.params:
        name, value = _plain(str(parameter.name)), _plain(str(parameter.value))
        if name.isdecimal() and name.isascii():
            numbered[int(name)] = value
        elif parameter.showkey:
            named.append(f"{name.casefold()}:{value}")
    return [*(numbered[i] for i in sorted(numbered)), *named]
