"""What an edit changes, by lines and words, as MediaWiki's inline diff shows it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, zip_longest
from typing import Literal, TypeAlias

#: Unchanged lines shown around a change; MediaWiki shows as many.
CONTEXT = 2
#: Two lines less alike than this, of 1, share their words by chance: shown as one out, one in.
ALIKE = 0.5
#: Between more lines than this no pairs are sought, since that takes quadratic time. A proposal
#: changes one or two; only a file edited by hand changes hundreds.
MOST_LINES = 400
#: Words, runs of blanks, and other characters one by one.
_WORDS = re.compile(r"\w+|\s+|.", re.DOTALL)

Kind: TypeAlias = Literal["same", "out", "in"]


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
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    core = _changes(before[head : len(before) - tail], after[head : len(after) - tail])
    lines = [
        *(_whole("same", text) for text in before[:head]),
        *core,
        *(_whole("same", text) for text in before[len(before) - tail :]),
    ]
    return tuple(_hunks(lines))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the lines in which two texts begin alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    if max(len(before), len(after)) > MOST_LINES:
        yield from _out_and_in(before, after)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield from (_whole("same", text) for text in before[start:end])
        else:
            yield from _replaced(before[start:end], after[new_start:new_end])


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    """Pair the lines of a change one by one, where they are alike."""
    pairs = [
        _words(old, new) if old is not None and new is not None else None
        for old, new in zip_longest(before, after)
    ]
    if all(pair is None for pair in pairs):
        yield from _out_and_in(before, after)
        return
    for (old, new), pair in zip(zip_longest(before, after), pairs, strict=True):
        if pair is None:
            yield from _out_and_in(*([] if text is None else [text] for text in (old, new)))
        else:
            yield from pair


def _out_and_in(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    outs = (_whole("out", text) for text in before)
    return chain(outs, (_whole("in", text) for text in after))


def _words(old: str, new: str) -> tuple[Line, Line] | None:
    """Mark the words in which two lines differ; None when they are too unlike."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(before), len(after)) > MOST_LINES:
        return None
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return None
    outs, ins = [], []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        outs.append(Span("".join(before[start:end]), tag != "equal"))
        ins.append(Span("".join(after[new_start:new_end]), tag != "equal"))
    return _line("out", outs), _line("in", ins)


def _line(kind: Kind, spans: Sequence[Span]) -> Line:
    return Line(kind, tuple(span for span in spans if span.text))


def _whole(kind: Kind, text: str) -> Line:
    return Line(kind, (Span(text),))


def _hunks(lines: Sequence[Line]) -> Iterator[Hunk]:
    """Leave out the lines that are far from any change."""
    shown = [False] * len(lines)
    for at, line in enumerate(lines):
        if line.kind != "same":
            start, end = max(0, at - CONTEXT), min(len(lines), at + CONTEXT + 1)
            shown[start:end] = [True] * (end - start)
    number, first = 1, 1
    hunk: list[Line] = []
    for line, show in zip(lines, shown, strict=True):
        if show:
            first = first if hunk else number
            hunk.append(line)
        elif hunk:
            yield Hunk(first, tuple(hunk))
            hunk = []
        number += line.kind != "in"
    if hunk:
        yield Hunk(first, tuple(hunk))
