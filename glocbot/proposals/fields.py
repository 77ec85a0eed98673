"""Take typed values out of a JSON object that anybody may have written."""

import codecs
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

#: Characters of a wrong value that a message quotes.
MAX_SHOWN = 60


class FieldError(ValueError):
    """A value that is missing or of the wrong kind; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A JSON object.

    Each method takes one value by its name.

    Raises:
        FieldError: when the value is missing, or is not what the method promises.
    """

    values: Mapping[str, Any]

    @classmethod
    def parse(cls, text: bytes) -> Self:
        """Read a JSON object."""
        try:
            values = json.loads(text.removeprefix(codecs.BOM_UTF8).decode())
            # JSON can write half a character (a lone surrogate), which no file or wiki takes.
            json.dumps(values, ensure_ascii=False).encode()
        except UnicodeError as error:
            raise FieldError("it is not valid Unicode") from error
        except (ValueError, RecursionError) as error:
            raise FieldError("it is not valid JSON") from error
        return cls.of(values)

    @classmethod
    def of(cls, values: object) -> Self:
        """Make sure that a JSON value is an object."""
        if not isinstance(values, dict):
            raise FieldError("it is not a JSON object")
        return cls(values)

    def text(self, name: str, *, empty: bool = True) -> str:
        """Take a string; null counts as the empty one."""
        value = self._given(name)
        text = "" if value is None else value
        if not isinstance(text, str) or not (text or empty):
            raise self._wrong(name, "a text")
        return text

    def one_of(self, name: str, choices: Iterable[str]) -> str:
        """Take a string that is one of a few."""
        choices = tuple(choices)
        value = self.text(name)
        if value not in choices:
            raise self._wrong(name, " or ".join(choices))
        return value

    def whole(self, name: str, *, minimum: int) -> int:
        """Take a whole number, not below a minimum."""
        value = self._given(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < minimum:
            raise self._wrong(name, f"a whole number from {minimum}")
        return value

    def whole_or_none(self, name: str) -> int | None:
        """Take a whole number from 0, or null."""
        return None if self._given(name) is None else self.whole(name, minimum=0)

    def number(self, name: str) -> float:
        """Take a finite number."""
        value = self._given(name)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self._wrong(name, "a number")
        try:
            number = float(value)
        except OverflowError as error:
            raise self._wrong(name, "a number") from error
        if not math.isfinite(number):
            raise self._wrong(name, "a number")
        return number

    def number_or_none(self, name: str) -> float | None:
        """Take a finite number, or null."""
        return None if self._given(name) is None else self.number(name)

    def texts(self, name: str) -> tuple[str, ...]:
        """Take a list of strings."""
        values = self._list(name)
        if not all(isinstance(value, str) for value in values):
            raise self._wrong(name, "a list of texts")
        return tuple(values)

    def object(self, name: str) -> Self:
        """Take an object."""
        value = self._given(name)
        if not isinstance(value, dict):
            raise self._wrong(name, "an object")
        return type(self)(value)

    def objects(self, name: str) -> tuple[Self, ...]:
        """Take a list of objects."""
        return tuple(self.of(value) for value in self._list(name))

    def _list(self, name: str) -> list[Any]:
        value = self._given(name)
        if not isinstance(value, list):
            raise self._wrong(name, "a list")
        return value

    def _given(self, name: str) -> Any:  # noqa: ANN401 - JSON
        if name not in self.values:
            raise FieldError(f"it lacks {name!r}")
        return self.values[name]

    def _wrong(self, name: str, wanted: str) -> FieldError:
        shown = repr(self.values[name])
        short = shown if len(shown) <= MAX_SHOWN else shown[:MAX_SHOWN] + "…"
        return FieldError(f"{name!r} is not {wanted}: {short}")
