"""Check JSON that anybody may have written, and say in plain words what is wrong with it."""

import codecs
import re
import reprlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias, TypeVar

import msgspec

#: A text that must not be empty.
Text: TypeAlias = Annotated[str, msgspec.Meta(min_length=1)]
#: The number of a page or a revision.
Number: TypeAlias = Annotated[int, msgspec.Meta(ge=1)]

#: msgspec's names of JSON's types, in plain words.
_TYPES = {
    "int": "a whole number",
    "float": "a number",
    "str": "a text",
    "bool": "true or false",
    "object": "an object",
    "array": "a list",
}
_LACKS = re.compile(r"Object missing required field `(\w+)`")
#: msgspec says what is wrong, then where, as in "... - at `$.evidence.dop`".
_PLACED = re.compile(r"(?P<problem>.*?)(?: - at `\$\.?(?P<field>[\w.\[\]]*)`)?", re.DOTALL)
_QUOTED = re.compile(r"`([^`]+)`")
_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 100

T = TypeVar("T")


class FormatError(ValueError):
    """JSON that is not what it should be; the message says what is wrong with which field."""


@dataclass(frozen=True, slots=True)
class _Versioned:
    version: Number


def parse_object(text: bytes) -> dict[str, Any]:
    """Read a JSON object, with or without a byte order mark.

    Raises:
        FormatError: when the text is none.
    """
    try:
        values = msgspec.json.decode(text.removeprefix(codecs.BOM_UTF8))
    except UnicodeError as error:
        raise FormatError("it is not valid Unicode") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise FormatError("it is not valid JSON") from error
    if not isinstance(values, dict):
        raise FormatError("it is not a JSON object")
    return values


def check_version(values: Mapping[str, Any], newest: int) -> None:
    """Refuse a format that is newer than this glocbot.

    Raises:
        FormatError: when it is, or when the version is no whole number from 1.
    """
    version = checked(values, _Versioned).version
    if version > newest:
        raise FormatError(
            f"its version is {version}, and this glocbot reads up to {newest}: update glocbot"
        )


def checked(values: Mapping[str, Any], kind: type[T]) -> T:
    """Turn a JSON object into a dataclass; fields that the class does not have are ignored.

    Raises:
        FormatError: when a field is missing, or is not what the class says.
    """
    try:
        return msgspec.convert(values, kind)
    except msgspec.ValidationError as error:
        raise FormatError(_plain(str(error))) from error


def short(value: object) -> str:
    """Quote a value for a message, on one line and not too long."""
    return _SHORT.repr(value)


def _plain(message: str) -> str:
    """Put msgspec's message into plain words, the field first."""
    match = _PLACED.fullmatch(message)
    problem, field = match.group("problem", "field") if match else (message, None)
    if lacks := _LACKS.fullmatch(problem):
        return f"{field or 'it'} lacks {lacks[1]!r}"
    if problem.startswith("Invalid enum value"):  # with the value, which may be of any length
        problem = "Invalid value"
    words = _QUOTED.sub(_in_words, problem).replace("number >=", "number from")
    return f"{words} in {field!r}" if field else words


def _in_words(types: re.Match[str]) -> str:
    """Name what msgspec calls ``int | null``."""
    return " or ".join(_TYPES.get(name, name) for name in types[1].split(" | "))
