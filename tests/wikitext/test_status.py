"""What a page's wikitext says about locations: as MediaWiki 1.39.17 transcludes."""

import pytest
from hypothesis import given, settings

from glocbot.wikitext.names import COMMONS_NAMES
from glocbot.wikitext.parse import parsed
from glocbot.wikitext.status import PageStatus, may_give_coordinates, read_status
from tests.wikitext.fragments import PAGES

NOTHING = PageStatus(
    located=False,
    object_located=False,
    other_coordinates=False,
    opted_out=False,
    nested_infobox=False,
    unreadable=False,
)


def _status(text: str) -> PageStatus:
    return read_status(parsed(text, COMMONS_NAMES))


@pytest.mark.parametrize("name", sorted(COMMONS_NAMES.location))
def test_every_alias_locates(name: str) -> None:
    assert _status(f"{{{{{name}|48.1|16.2}}}}").located
    assert _status(f"{{{{Information|description={{{{{name}}}}}}}}}").located


@pytest.mark.parametrize(
    "text",
    [
        "{{Location|\n}}",
        "{{Location|1|2}\n}}",
        "{{Location|1=<!-- }} -->2}}",
        "{{Location|{{{1|}}}}}",
        "{{{Location|1}}",
        "{{#if:1|{{Location}}}}",
        "[[File:A.jpg|thumb|{{Location}}]]",
        "[[{{Location}}]]",
        "[https://x.example {{Location}}]",
        "https://x.example/{{Location}}",
        "== {{Location}} ==",
        "{|\n| {{Location}}\n|}",
        "{| {{Location}}\n|}",
        "<table><tr><td>{{Location}}</table>",
        "<div>{{Location}}",
        "<div {{Location}}>",
        "<ref>{{Location}}</ref>",
        "<poem>{{Location}}</poem>",
        "<noinclude>{{Location}}</noinclude>",
        "<onlyinclude>a</onlyinclude>{{Location}}",
        "a</includeonly>{{Location}}",
        "<nowiki>{{Location}}",
        "<pre>{{Location}}",
        "<gallery>{{Location}}",
        "<nowiki />{{Location}}<nowiki/>",
        "<!-- <nowiki> -->{{Location}}<!-- </nowiki> -->",
        "<nowiki><!-- </nowiki>{{Location}}<nowiki>--></nowiki>",
        "{{a|[[b}}{{Location}}]]",
        "{{a|b={{Location}}",
        "-{ {{Location}} }-",
        "''a '''b {{Location}} c",
        "{{Photograph|camera coord=48.1, 16.2}}",
        "{{Photograph|Camera_coord = {{Coord|1|2}}}}",
        "{{Art Photo|camera coordinates=<nowiki>1</nowiki>}}",
        "{{Wrapper|{{Photograph|camera coord=x}}}}",
    ],
)
def test_located(text: str) -> None:
    assert _status(text).located
    assert not _status(text).unreadable


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Location: Vienna",
        "[[Location]] {{Location possible}} {{GPS EXIF}}",
        "[[:Category:Location not applicable]]",
        "{{:Location}} {{User:Location}} {{Allocation}} {{Records}} {{A|location=x|Coord}}",
        "{{{Location}}}",
        "<!--{{Location}}-->",
        "<!-- {{Location}}",
        "<!-- a --><!-- {{Location withheld}} {{Information",
        "<nowiki>{{Location}}</nowiki>",
        "<NoWiki x='1'>{{Location withheld}}</nowiki >",
        "<pre>{{Location}}</pre>",
        "<math>{{Location}}</math>",
        "<syntaxhighlight lang='x'>{{Location}}</syntaxhighlight>",
        "{{a|<nowiki>}}{{Location}}</nowiki>}}",
        "{{Photograph|camera coord=}}",
        "{{Photograph|camera coord= <!-- 48.1, 16.2 --> \n}}",
        "{{Photograph|object coord=|camera coord=}}",
        "{{Photograph|camera=48.1}}",
        "{{int:filedesc}} {{#if:1|2}} {{DEFAULTSORT:Location}}",
        "<nowiki>[[Category:Location not applicable]]</nowiki>",
        "{{GPS EXIF",
        "{{Location possible|a}",
        "<div><noinclude>{{Information}}</noinclude></div>",
        "{{Wrapper|{{Information}}}} {{Artwork}}",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert _status(text) == NOTHING


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *(
            (f"{{{{{name}|1|2}}}}", "object_located")
            for name in sorted(COMMONS_NAMES.object_location)
        ),
        *(
            (f"{{{{{name}|1|2}}}}", "other_coordinates")
            for name in sorted(COMMONS_NAMES.other_coordinates)
        ),
        *((f"{{{{a|{{{{{name}}}}}}}}}", "opted_out") for name in sorted(COMMONS_NAMES.opt_out)),
        *(
            (f"[[Category:{name}]]", "opted_out")
            for name in sorted(COMMONS_NAMES.opt_out_categories)
        ),
        ("{{Artwork|object coord=1, 2}}", "object_located"),
        ("{{#coordinates:1|2}}", "other_coordinates"),
        ("{{#Coordinates: 1|2}}", "other_coordinates"),
        *(
            (f"{{{{{name}|1|2}}}}", "other_coordinates")
            for name in (
                "LOCATION",
                "Locations",
                "Location/doc",
                "Camera location dms",
                "Location map",
                "CoordDMS",
                "#invoke:Coordinates",
                "#invoke: Location",
            )
        ),
        ("{{Wrapper|{{Information}}}}", "nested_infobox"),
        ("{|\n| {{Information}}\n|}", "nested_infobox"),
        ("<ref>{{Information}}</ref>", "nested_infobox"),
        ("[[File:A.jpg|thumb|{{Information}}]]", "nested_infobox"),
        ("<includeonly>{{Information}}</includeonly>", "nested_infobox"),
        ("{{Location|48.1|16.2}", "unreadable"),
        ("{{Location", "unreadable"),
        ("{{Information\n|description={{en|x}\n}}", "unreadable"),
        ("<gallery>\nA.jpg|{{Location}}\n</gallery>", "unreadable"),
        ("{{Location withheld", "unreadable"),
        ("{{a|[[b|" * 28 + "{{Location}}" + "]]}}" * 28, "unreadable"),
        ("<div>" * 301, "unreadable"),
    ],
)
def test_one_thing_is_said(text: str, said: str) -> None:
    status = _status(text)
    assert {name for name in PageStatus.__slots__ if getattr(status, name)} == {said}


@pytest.mark.parametrize(
    "text",
    [
        "{{Information|description={{en|a}}}}",
        "{{Location possible}} {{GPS EXIF}} {{Location withheld}}",
        "{{Object location|1|2}} [[Category:Location not applicable]]",
        "Location: here, {Location}",
        "{{Allocation}} {{Records}} {{:Location}}",
    ],
)
def test_a_harmless_text_is_known_without_parsing(text: str) -> None:
    assert not may_give_coordinates(text, COMMONS_NAMES)


@given(PAGES)
@settings(max_examples=500, deadline=None)
def test_whatever_gives_coordinates_is_parsed(text: str) -> None:
    status = _status(text)
    if status.located or status.other_coordinates:
        assert may_give_coordinates(text, COMMONS_NAMES)


def test_a_long_row_of_things_is_readable() -> None:
    """Many things one after the other are no tangle."""
    text = "{{en|1=[[a]]}} <div>b</div> a < b <br>\n" * 50
    assert _status(text) == NOTHING
