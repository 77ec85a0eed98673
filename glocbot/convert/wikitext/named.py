"""Coordinates whose parts have names: `latd=48|latm=12|latNS=N`, `NS=48/12/30/N|EW=…`."""

import re
from collections.abc import Mapping

from glocbot.convert.reading import PASTE_COORDINATES, Reading, Refused
from glocbot.convert.text.notations import read_text
from glocbot.convert.wikitext.values import LETTERS, Angle, angle

#: What the two coordinates are called, without case, blanks, hyphens and underscores, in infoboxes
#: and templates of Wikipedia, Wikivoyage and OpenStreetMap's wiki. The words that also mean width
#: and length, such as Breite and Länge, are left out: infoboxes of ships have them.
_LATITUDE = (
    "lat latitude latitud latitudine latitudo breitengrad breddegrad breddgrad breedtegraad ns "
    "geolat szélességi szerokośćgeograficzna zeměpisnášířka zemepisnášírka широта enlem "
    "leveysaste leveyspiiri γεωγραφικόπλάτος अक्षांश 纬度 緯度 위도 북위"
)
_LONGITUDE = (
    "lon long lng longitude longitud longitudine longitudo längengrad laengengrad lengdegrad "
    "længdegrad längdgrad lengtegraad ew geolon geolong hosszúsági długośćgeograficzna "
    "zeměpisnádélka zemepisnádĺžka долгота довгота boylam pituusaste pituuspiiri "
    "γεωγραφικόμήκος देशांतर 经度 経度 經度 경도 동경"
)
#: What follows the name of a coordinate for its parts.
_PARTS = {
    "degrees": "d deg degs degree degrees g gr grad grados gradi grau graus st fok decimal dec",
    "minutes": "m min mins minute minutes minutos minuti perc ívperc",
    "seconds": "s sec secs second seconds seg sek secondes segundos secondi mp másodperc "
    "ívmásodperc",
    "letter": "ns ew dir direction h hem hemisphere p letter we snowe",
}
_PART_OF = {suffix: part for part, suffixes in _PARTS.items() for suffix in suffixes.split()}
_AXIS_OF = dict.fromkeys(_LATITUDE.split(), "latitude") | dict.fromkeys(
    _LONGITUDE.split(), "longitude"
)
#: Longest first, so that `longitude` is not `long` and a part called `itude`.
_NAMES = sorted(_AXIS_OF, key=len, reverse=True)
_BETWEEN = re.compile(r"[\s_.\-]++")

#: Polish infoboxes put the letter last: `stopniN`, `minutN`, `sekundE`.
_POLISH = {
    f"{word}{letter}": (axis, part)
    for letter, axis in (("n", "latitude"), ("e", "longitude"))
    for word, part in (("stopni", "degrees"), ("minut", "minutes"), ("sekund", "seconds"))
}

Parts = dict[str, dict[str, str]]


def read_named(values: Mapping[str, str]) -> Reading | None:
    """Read the coordinates among named values; None where there is no pair of them.

    Args:
        values: by their names as written.

    Raises:
        Refused: when there is only one coordinate, or they are no degrees, minutes and seconds.
    """
    parts = _sorted(values)
    found = [axis for axis in ("latitude", "longitude") if "degrees" in parts[axis]]
    if not found:
        return None
    if len(found) == 1:
        missing = "longitude" if found == ["latitude"] else "latitude"
        raise Refused(f"there is a {found[0]}, but no {missing}", PASTE_COORDINATES)
    plain = [parts[axis]["degrees"] for axis in found]
    if all(len(parts[axis]) == 1 for axis in found) and not all(map(_is_number, plain)):
        return read_text(" ".join(_with_letter(value) for value in plain))
    latitude, longitude = (_angle(parts[axis]) for axis in found)
    return Reading.at(latitude.degrees, longitude.degrees, step=max(latitude.step, longitude.step))


def _sorted(values: Mapping[str, str]) -> Parts:
    """Sort the values by coordinate and part; empty ones are as if they were not there."""
    parts: Parts = {"latitude": {}, "longitude": {}}
    for name, value in values.items():
        place = _part(name)
        if place is None or not value.strip():
            continue
        axis, part = place
        other = parts[axis].setdefault(part, value.strip())
        if other != value.strip():
            raise Refused(f"there are two different values for the {axis}", PASTE_COORDINATES)
    return parts


def _part(name: str) -> tuple[str, str] | None:
    """Tell which part of which coordinate a name means."""
    plain = _BETWEEN.sub("", name.casefold()).removeprefix("coord")
    if plain in _POLISH:
        return _POLISH[plain]
    for word in _NAMES:
        if plain.startswith(word):
            suffix = plain[len(word) :]
            part = "degrees" if not suffix else _PART_OF.get(suffix)
            return (_AXIS_OF[word], part) if part else None
    return None


def _is_number(value: str) -> bool:
    return re.fullmatch(r"[+-]?[0-9]++(?:\.[0-9]++)?", value.replace("−", "-")) is not None


def _with_letter(value: str) -> str:
    """Write `48/12/30/N` as it is written in a text."""
    return re.sub("[/_]", " ", value)


def _angle(parts: Mapping[str, str]) -> Angle:
    values = [parts.get(name, "") for name in ("degrees", "minutes", "seconds")]
    while len(values) > 1 and not values[-1]:
        values.pop()
    letter = parts.get("letter", "").upper()
    if letter not in LETTERS | {""}:
        raise Refused(f"{letter} is no direction N, S, E or W", PASTE_COORDINATES)
    return angle([value.replace("−", "-").replace(",", ".") for value in values], letter)
