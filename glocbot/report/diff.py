"""What an edit changes, by lines and words, as MediaWiki's inline diff shows it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, zip_longest
from typing import Literal, TypeAlias

#: Unchanged lines shown around a change; MediaWiki shows as many.
CONTEXT = 2
#: Two lines less alike than this, of 1, share their words by chance: shown as one out, one in.
ALIKE = 0.5
#: Words, runs of blanks, and other characters one by one.
_WORDS = re.compile(r"\w+|\s+|.", re.DOTALL)

Kind: TypeAlias = Literal["same", "out", "in"]
#: What `SequenceMatcher` says: a word, where in the old text, where in the new one.
_Opcode: TypeAlias = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line.

    Attributes:
        text: of it.
        marked: it is what differs from the line that this one replaces, or is replaced by.
    """

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        kind: unchanged, taken out, or put in.
        spans: its text; one span when no words of it are marked.
    """

    kind: Kind
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines that change, with some around them.

    Attributes:
        number: of its first line in the old text, from 1.
        lines: in order.
    """

    number: int
    lines: tuple[Line, ...]


def diff(old: str, new: str) -> tuple[Hunk, ...]:
    """Compare two texts; nothing when they are the same."""
    before, after = old.split("\n"), new.split("\n")
    # In long texts it looks past lines that are frequent, which bounds the time it takes.
    groups = SequenceMatcher(None, before, after).get_grouped_opcodes(CONTEXT)
    return tuple(Hunk(group[0][1] + 1, tuple(_lines(group, before, after))) for group in groups)


def _lines(group: Sequence[_Opcode], before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    for tag, start, end, new_start, new_end in group:
        if tag == "equal":
            yield from (_whole("same", text) for text in before[start:end])
        else:
            yield from _replaced(before[start:end], after[new_start:new_end])


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    """Pair the lines of a change one by one, where they are alike."""
    lines = list(zip_longest(before, after))
    pairs = [None if None in texts else _words(*texts) for texts in lines]
    if not any(pairs):
        yield from _out_and_in(before, after)
        return
    for texts, pair in zip(lines, pairs, strict=True):
        yield from pair or _out_and_in(texts[:1], texts[1:])


def _out_and_in(before: Iterable[str | None], after: Iterable[str | None]) -> Iterator[Line]:
    outs = (_whole("out", text) for text in before if text is not None)
    return chain(outs, (_whole("in", text) for text in after if text is not None))


def _words(old: str, new: str) -> tuple[Line, Line] | None:
    """Mark the words in which two lines differ; None when they are too unlike."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, before, after)
    if matcher.ratio() < ALIKE:
        return None
    outs, ins = [], []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        outs.append(Span("".join(before[start:end]), tag != "equal"))
        ins.append(Span("".join(after[new_start:new_end]), tag != "equal"))
    return _line("out", outs), _line("in", ins)


def _line(kind: Kind, spans: Iterable[Span]) -> Line:
    return Line(kind, tuple(span for span in spans if span.text))


def _whole(kind: Kind, text: str) -> Line:
    return Line(kind, (Span(text),))
