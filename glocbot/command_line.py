"""Read a command's arguments by its table of options, and write its help from the same table.

Every option is taken in three spellings: ``-name:value``, as Pywikibot's users know it,
``--name=value`` and, where the value must be there, ``--name value``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from itertools import takewhile
from textwrap import wrap
from typing import Any, TypeVar

from glocbot.options import FLAG, Given, Option, UsageError, ValueKind, optional

T = TypeVar("T")

#: The columns of a help page.
_WIDTH = 98
#: The column where the words about an option begin.
_INDENT = 26
#: An argument that begins like an option and is a number, such as -33.86,151.2.
_NEGATIVE = re.compile(r"-\s*[.0-9]")
#: All that follows this argument is input, whatever it looks like.
_END_OF_OPTIONS = "--"

HELP = Option("help", FLAG, "Show this page.", letter="h")
#: Of a command that has more options than its first page shows.
HELP_ALL = Option(
    "help", optional(ValueKind("all", str)), "Show this page, or all options.", letter="h"
)


class Style(Enum):
    """How help and messages spell options: the dashes, the separator, that of an optional value.

    Attributes:
        PYWIKIBOT: ``-name:value``.
        GNU: ``--name value``.
    """

    PYWIKIBOT = ("-", ":", ":")
    GNU = ("--", " ", "=")


@dataclass(frozen=True, slots=True)
class Section:
    """Options that stand together in the help.

    Attributes:
        title: the line above them.
        options: in the order of the help.
        more: shown by ``-help:all`` only.
    """

    title: str
    options: tuple[Option[Any], ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class CommandLine:
    """All that a command takes.

    Attributes:
        style: how its help and messages spell options; all spellings are taken.
        introduction: the help above the options.
        sections: the options.
        conclusion: the help below the options.
        appendix: what ``-help:all`` adds at the end.
    """

    style: Style
    introduction: str
    sections: tuple[Section, ...]
    conclusion: str = ""
    appendix: str = ""

    def help_for(self, arguments: Sequence[str]) -> str | None:
        """Return the help that the arguments ask for; None when they do not."""
        for argument in takewhile(lambda argument: argument != _END_OF_OPTIONS, arguments):
            if _is_option(argument):
                name, _, value = _split(argument)
                if name in {HELP.name, HELP.letter}:
                    return self.help(everything=bool(value))
        return None

    def help(self, *, everything: bool = False) -> str:
        """Write the help.

        Args:
            everything: with all options, as ``-help:all`` asks.
        """
        parts = [self.introduction]
        for section in self.sections:
            shown = [option for option in section.options if option.help]
            if shown and (everything or not section.more):
                parts.append("\n".join([f"{section.title}:", *map(self._described, shown)]))
        parts += [self.conclusion, self.appendix if everything else ""]
        return "\n\n".join(part.strip("\n") for part in parts if part)

    def read(self, arguments: Iterable[str]) -> Given:
        """Read the arguments of a call.

        Raises:
            UsageError: for the first one that is wrong.
        """
        inputs: list[str] = []
        for_pywikibot: list[str] = []
        values: dict[Option[Any], Any] = {}
        rest = iter(arguments)
        for argument in rest:
            if argument == _END_OF_OPTIONS:
                inputs += rest
            elif not _is_option(argument):
                inputs.append(argument)
            else:
                option, text = self._option(argument, rest)
                values[option] = self._value(option, text) if text else True
                if option.pywikibot:
                    for_pywikibot.append(f"-{option.name}:{text}" if text else f"-{option.name}")
        return Given(tuple(inputs), tuple(for_pywikibot), values)

    def spelled(self, option: Option[Any], value: str = "") -> str:
        """Return how an option, with a value, is written in this command's style."""
        dashes, separator, _ = self.style.value
        return f"{dashes}{option.name}" + (f"{separator}{value}" if value else "")

    def _option(self, argument: str, rest: Iterator[str]) -> tuple[Option[Any], str]:
        """Find the option that an argument names, and the text of its value, maybe in the next."""
        name, separator, text = _split(argument)
        option = self._options().get(name)
        if option is None:
            raise self._unknown(argument)
        if option.kind is FLAG:
            if separator:
                spelled = self.spelled(option)
                raise UsageError(f"{spelled} takes no value: write just {spelled}")
            return option, ""
        if not (separator or option.kind.optional):
            text = next(rest, "")
            # An option in a value's place: the value was forgotten, and no file is called so.
            text = "" if _is_option(text) else text
        if not (text or option.kind.optional):
            example = self.spelled(option, option.example or option.kind.word)
            raise UsageError(f"{self.spelled(option)} needs a value: {example}")
        return option, text

    def _value(self, option: Option[T], text: str) -> T:
        try:
            return option.kind.read(text)
        except ValueError as error:
            words = f"{self.spelled(option)} takes {error}, not {text!r}"
            raise UsageError(words) from error

    def _options(self) -> dict[str, Option[Any]]:
        options = [option for section in self.sections for option in section.options]
        letters = {option.letter: option for option in options if option.letter}
        return letters | {option.name: option for option in options}

    def _unknown(self, argument: str) -> UsageError:
        """Make the error for an option that does not exist, with the nearest that does."""
        options = self._options()
        name, separator, _ = _split(argument)
        near = nearest(name, options)
        hint = f"did you mean {self.spelled(options[near])}?" if near else "-help lists them all"
        written = argument.partition(separator)[0] if separator else argument
        return UsageError(f"there is no option {written}; {hint}")

    def _described(self, option: Option[Any]) -> str:
        letter = f"-{option.letter}, " if option.letter else ""
        name = self.spelled(option, option.kind.word)
        if option.kind.optional and option.kind.word:
            name = f"{self.spelled(option)}[{self.style.value[2]}{option.kind.word}]"
        head = f"  {letter}{name}  "
        first, *others = wrap(option.help, _WIDTH - _INDENT)
        if len(head) > _INDENT:
            head, first, others = head.rstrip(), "", [first, *others]
        return "\n".join([head.ljust(_INDENT) + first, *(" " * _INDENT + line for line in others)])


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that looks most like another; "" when none does."""
    return next(iter(get_close_matches(word.lower(), known, n=1)), "")


def _is_option(argument: str) -> bool:
    return argument.startswith("-") and argument != "-" and not _NEGATIVE.match(argument)


def _split(argument: str) -> tuple[str, str, str]:
    """Split an option into name, separator and value; the last two may be ""."""
    found = re.search("[:=]", argument)
    separator = found[0] if found else ""
    name, _, value = argument.partition(separator) if separator else (argument, "", "")
    return name.removeprefix("-").removeprefix("-"), separator, value
