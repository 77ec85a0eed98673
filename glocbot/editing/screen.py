"""What a person sees of an edit and of what became of it, and what they choose."""

import sys
from difflib import unified_diff
from enum import Enum
from itertools import islice
from typing import assert_never

import pywikibot

from glocbot.decision.answers import Answer
from glocbot.decision.decide import Hold, Propose
from glocbot.editing.outcomes import (
    AlreadySaved,
    Conflict,
    Declined,
    Failed,
    Held,
    Outcome,
    Outdated,
    Protected,
    Saved,
    Simulated,
)

#: Lines around a change, enough to see the end of the infobox.
_CONTEXT = 2
_QUESTION = "Do you want to accept these changes?"


class Choice(Enum):
    """What a person says at the prompt: the choice's name there and its letter."""

    YES = "Yes", "y"
    NO = "No", "n"
    ALL = "All", "a"
    QUIT = "Quit", "q"
    BROWSER = "open in Browser", "b"


def choose() -> Choice:
    """Ask until there is a valid choice; nobody there to make one means "quit"."""
    options = {choice.value[1]: choice for choice in Choice}
    try:
        letter = pywikibot.input_choice(
            _QUESTION, [choice.value for choice in Choice], default="n", automatic_quit=False
        )
    except EOFError:
        return Choice.QUIT
    return options[letter]


def show(change: Propose | Hold | Answer) -> None:
    """Show an edit, with what speaks against it or for it."""
    say_title(change.facts.title)
    match change:
        case Hold(doubts=doubts):
            for doubt in doubts:
                pywikibot.info(f"Doubtful ({doubt.reason}): {doubt.words}")
        case Answer(why=why):
            pywikibot.info(f"Answers the request: {why}")
    _show_diff(change.page.text, change.new_text)


def say_title(title: str) -> None:
    """Say which page comes next."""
    pywikibot.info(f"\n>>> {title} <<<")


def say(outcome: Outcome, *, simulate: bool) -> None:
    """Say what became of an edit."""
    match outcome:
        case Saved(revid=revid):
            pywikibot.info(f"Saved as revision {revid}.")
        case AlreadySaved(revid=revid):
            pywikibot.info(f"{outcome.title} was saved before, as revision {revid}.")
        case Simulated():
            pywikibot.info("Would save this.")
        case Held():
            would = "Would ask" if simulate else "Left for"
            pywikibot.info(f"{would} a person.")
        case Declined():
            pywikibot.info("Not saved.")
        case Outdated(why=why):
            pywikibot.info(f"{outcome.title} is left alone: {why}.")
        case Conflict() | Protected() | Failed():
            pywikibot.error(f"{outcome.title} failed: {outcome.why}")
        case _:
            assert_never(outcome)


def _show_diff(old: str, new: str) -> None:
    """Show a diff as Pywikibot does; in a log, without the asterisks it puts for colours there."""
    if sys.stderr.isatty():
        pywikibot.showDiff(old, new, context=_CONTEXT)
        return
    lines = unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=_CONTEXT)
    pywikibot.info("\n".join(islice(lines, 2, None)))  # without the names of the files
