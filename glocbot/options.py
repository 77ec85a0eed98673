"""An option of a command, what its value may be, and what a call gives."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class UsageError(Exception):
    """The call itself is wrong; the message is one line that says what and what to do."""


@dataclass(frozen=True, slots=True)
class ValueKind(Generic[T]):
    """What an option's value must be.

    Attributes:
        word: stands for the value in the help; "" where the option has none.
        read: turns the text into the value; the words of its `ValueError` say what it takes.
        optional: the option may stand without a value.
    """

    word: str
    read: Callable[[str], T]
    optional: bool = False


FLAG = ValueKind("", bool)
TEXT = ValueKind("TEXT", str)
FILE = ValueKind("FILE", Path)


def whole_number(what: str, minimum: int) -> ValueKind[int]:
    """Make the kind of a whole number.

    Args:
        what: it counts, in the plural.
        minimum: the least that is taken.
    """

    def read(text: str) -> int:
        # No wiki has as many pages as this, and Python refuses to read thousands of digits.
        if not re.fullmatch(r"[0-9]{1,18}", text) or int(text) < minimum:
            raise ValueError(f"a whole number of {what}, {minimum} or more")
        return int(text)

    return ValueKind("N", read)


def optional(kind: ValueKind[T]) -> ValueKind[T]:
    """Make the kind of a value that may be left out."""
    return replace(kind, optional=True)


@dataclass(frozen=True, slots=True, eq=False)
class Option(Generic[T]):
    """One option of a command; it is also the key to its value in a `Given`.

    Attributes:
        name: without dashes.
        kind: what its value must be.
        help: what it does; an option without this is not shown in the help.
        example: a value for messages; "" takes the kind's word.
        letter: its short form; "" for none.
        pywikibot: it is handed on to Pywikibot.
    """

    name: str
    kind: ValueKind[T]
    help: str = ""
    example: str = ""
    letter: str = ""
    pywikibot: bool = False


def of_pywikibot(
    name: str,
    kind: ValueKind[T],
    help: str = "",  # noqa: A002 - as in `Option`
    example: str = "",
) -> Option[T]:
    """Make an option that is handed on to Pywikibot."""
    return Option(name, kind, help, example, pywikibot=True)


@dataclass(frozen=True, slots=True)
class Given:
    """What a call gives.

    Attributes:
        inputs: the arguments that are no options, in their order.
        pywikibot: the options for Pywikibot, in its spelling.
        values: the value of each option that was given; `True` for one without.
    """

    inputs: tuple[str, ...]
    pywikibot: tuple[str, ...]
    values: Mapping[Option[Any], Any]

    def __contains__(self, option: Option[Any]) -> bool:
        return option in self.values

    def get(self, option: Option[T]) -> T | None:
        """Return an option's value; None when it was not given."""
        value: T | None = self.values.get(option)
        return value


def check_outputs(paths: Mapping[str, Path | None], inputs: Iterable[Path] = ()) -> None:
    """Check that each file can be written, and that no two files of a call are one.

    Args:
        paths: of the files to write, by the option that names each.
        inputs: the files to read.

    Raises:
        UsageError: for the first that fails.
    """
    read = {path.resolve() for path in inputs}
    named: dict[Path, str] = {}
    for option, path in paths.items():
        if path is None:
            continue
        if path.resolve() in read:
            raise UsageError(f"{option} cannot write {path}, which is to be read")
        _check_writable(path)
        other = named.setdefault(path.resolve(), option)
        if other != option:
            raise UsageError(f"{other} and {option} cannot both write {path}")


def _check_writable(path: Path) -> None:
    """Try to open a file for writing, leaving all as it was for now."""
    existed = path.exists()
    try:
        path.open("a", encoding="utf-8").close()
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    if not existed:
        path.unlink()
