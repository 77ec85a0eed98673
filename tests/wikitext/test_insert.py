"""A location is put in, and nothing else changes by a byte."""

import time

import pytest
from hypothesis import assume, given, settings

from glocbot.wikitext.insert import insert_location
from glocbot.wikitext.names import COMMONS_NAMES
from glocbot.wikitext.parse import parsed
from glocbot.wikitext.status import read_status
from tests.wikitext.fragments import PAGES

LINE = "{{Location|48.20849|16.37208|source:exif}}"


def _insert(text: str) -> str:
    return insert_location(parsed(text, COMMONS_NAMES), LINE)


def _located(text: str) -> bool:
    return read_status(parsed(text, COMMONS_NAMES)).located


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"{LINE}\n"),
        ("x", f"{LINE}\nx"),
        ("{{Information}}", f"{{{{Information}}}}\n{LINE}"),
        ("{{Information}}\n", f"{{{{Information}}}}\n{LINE}\n"),
        ("{{Information}}\n\n\nx", f"{{{{Information}}}}\n{LINE}\n\n\nx"),
        ("{{Information}} \t\nx", f"{{{{Information}}}} \t\n{LINE}\nx"),
        ("{{Information}}<!-- a --> <!-- b -->\nx",
         f"{{{{Information}}}}<!-- a --> <!-- b -->\n{LINE}\nx"),
        ("{{Information}}<!-- a\nb -->\nx", f"{{{{Information}}}}\n{LINE}\n<!-- a\nb -->\nx"),
        ("{{Information}}[[Category:X]]", f"{{{{Information}}}}\n{LINE}\n[[Category:X]]"),
        ("* {{Information}}\nx", f"* {{{{Information}}}}\n{LINE}\nx"),
        ("\n\n{{Information}}\r\nx", f"\n\n{{{{Information}}}}\n{LINE}\n\r\nx"),
        ("{{Map}}{{Information}}", f"{{{{Map}}}}\n{LINE}\n{{{{Information}}}}"),
        ("{{Information}}{{Information}}", f"{{{{Information}}}}\n{LINE}\n{{{{Information}}}}"),
        ("== Summary ==\nx", f"== Summary ==\n{LINE}\nx"),
        ("a\n=={{Int:filedesc}}==", f"a\n=={{{{Int:filedesc}}}}==\n{LINE}"),
        ("=== {{ int: filedesc }} === <!-- c -->\nx",
         f"=== {{{{ int: filedesc }}}} === <!-- c -->\n{LINE}\nx"),
        ("== Description ==\nx", f"{LINE}\n== Description ==\nx"),
        ("== Summary of it ==\nx", f"{LINE}\n== Summary of it ==\nx"),
        ("==Licensing==\n\n==Summary==\n", f"{LINE}\n==Licensing==\n\n==Summary==\n"),
        ("=={{int:license}}==\n==Summary==\n", f"{LINE}\n=={{{{int:license}}}}==\n==Summary==\n"),
        ("[[Category:X]]\n==Summary==\n", f"{LINE}\n[[Category:X]]\n==Summary==\n"),
        ("[[:Category:X]]\n==Summary==\n", f"[[:Category:X]]\n==Summary==\n{LINE}\n"),
        ("[[File:X.jpg]]\n==Summary==\n", f"[[File:X.jpg]]\n==Summary==\n{LINE}\n"),
        ("<center>\n{{Information}}\n</center>",
         f"<center>\n{{{{Information}}}}\n{LINE}\n</center>"),
        ("{|\n| {{Information}} || b\n|}\nx",
         f"{{|\n| {{{{Information}}}} || b\n|}}\n{LINE}\nx"),
        ("{{Wrapper|{{Information}}}} {{Map}}",
         f"{{{{Wrapper|{{{{Information}}}}}}}} {{{{Map}}}}\n{LINE}"),
        ("{{Wrapper|{{Information}}}}\nx", f"{{{{Wrapper|{{{{Information}}}}}}}}\n{LINE}\nx"),
        ("<includeonly>{{Map}}</includeonly>x",
         f"<includeonly>{{{{Map}}}}</includeonly>\n{LINE}\nx"),
        ("<div>{{Information}}</div>", f"<div>{{{{Information}}}}\n{LINE}\n</div>"),
        ("{{GPS EXIF}}", f"{LINE}\n"),
        ("{{GPS EXIF}}\n", f"{LINE}\n"),
        ("a {{GPS EXIF}} b", f"{LINE}\na  b"),
        ("a\n \t{{Location possible}} \nb", f"{LINE}\na\nb"),
        ("{{a|{{GPS EXIF}}}}", f"{LINE}\n{{{{a|}}}}"),
        ("{{GPS EXIF|{{GPS EXIF}}}}\na", f"{LINE}\na"),
        ("{{GPS EXIF}} {{GPS EXIF}}\na {{GPS EXIF}}", f"{LINE}\na "),
        ("<nowiki>{{GPS EXIF}}</nowiki>", f"{LINE}\n<nowiki>{{{{GPS EXIF}}}}</nowiki>"),
        ("<!-- {{GPS EXIF}}", f"{LINE}\n<!-- {{{{GPS EXIF}}}}"),
        ("{{GPS EXIF}}\n<!-- {{Information}}", f"{LINE}\n<!-- {{{{Information}}}}"),
        ("<!-- {{Information}} -->{{Artwork}}",
         f"<!-- {{{{Information}}}} -->{{{{Artwork}}}}\n{LINE}"),
        ("\U000f0000{{Information}}\U000f0000",
         f"\U000f0000{{{{Information}}}}\n{LINE}\n\U000f0000"),
        ("<nowiki/>{{Information}}\n</nowiki>",
         f"<nowiki/>{{{{Information}}}}\n{LINE}\n</nowiki>"),
        ("{{ART PHOTO}}", f"{LINE}\n{{{{ART PHOTO}}}}"),  # only the first letter has no case
        ("{{Information/doc}}", f"{LINE}\n{{{{Information/doc}}}}"),
    ],
)  # fmt: skip
def test_a_location_goes_in(before: str, after: str) -> None:
    assert _insert(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "{{Location}}",
        "{{Information}}\n{{Location|1|2}}\n{{GPS EXIF}}",
        "{{Information|description={{Camera location|1|2}}}}",
        "{{Location|48.1|16.2}",
        "{{Location|48.1|16.2",
        "{{Information\n|description={{en|x}\n}}\n",
        "<includeonly>{{Information}}",
        "<gallery>\nA.jpg|{{Location|1|2}}\n</gallery>",
        "{{a|" * 35 + "{{Location|1|2}}" + "}}" * 35,
        "{{a|b=" * 100 + "\n{{Information}}\n",
    ],
)
def test_unsure_means_the_same_text_back(text: str) -> None:
    assert _insert(text) == text


def _without(text: str, line: str) -> list[str]:
    """List what can be left when the line goes with a line break of its own, or with two."""
    spans = (f"\n{line}\n", f"\n{line}", f"{line}\n")
    return [text.replace(span, "", 1) for span in spans if span in text]


@given(PAGES)
@settings(max_examples=400, deadline=None)
def test_taking_the_line_out_gives_the_old_text(text: str) -> None:
    assume(not any(request in text for request in ("{{GPS", "possible}}")))
    new = _insert(text)
    if new != text:
        assert new.count(LINE) == 1
        assert text in _without(new, LINE)


@given(PAGES)
@settings(max_examples=400, deadline=None)
def test_inserting_twice_is_inserting_once(text: str) -> None:
    """And what was not located is located after, unless the text came back as it was."""
    new = _insert(text)
    assert _insert(new) == new
    if new != text:
        assert not _located(text)
        assert _located(new)


INFOBOX = "\n{{Information\n|description={{en|1=A hill}}\n}}\n"


@pytest.mark.parametrize(
    "tangle",
    [
        "{{" * 2000,
        "{{a|b=" * 2000,
        "{{a|" * 2000 + "}}" * 2000,
        "}}" * 4000 + "{{a|b=" * 2000,
        "[[a|" * 2000,
        "[https://x.example " * 2000,
        "<div {{" * 2000,
        "<a {{b}} " * 2000,
        "<div>" * 20_000,
        "<nowiki>" * 12_000,
        "<nowiki " * 12_000,
        "{|\n|\n" * 2000,
        "<!--{{a|" * 2000,
        "{{a|<!--" * 2000,
        "{{GPS EXIF}}\n" * 500,
        "Lorem ''ipsum [[File:X|dolor]] {{en|sit}}. " * 2400,
        "<br>\n" * 10_000,
    ],
    ids=lambda tangle: tangle[:12],
)
def test_a_long_or_broken_page_is_quick(tangle: str) -> None:
    """In well under the seconds that an edit waits anyway; the parser alone can need minutes."""
    start = time.process_time()
    _insert(tangle + INFOBOX)
    assert time.process_time() - start < 5
