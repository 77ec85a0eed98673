"""What a page's wikitext says about locations: as MediaWiki 1.39.17 transcludes."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings

from glocbot.wikitext.names import COMMONS_NAMES
from glocbot.wikitext.parse import parsed
from glocbot.wikitext.status import PageStatus, may_give_coordinates, read_status
from tests.wikitext.fragments import PAGES

NOTHING = PageStatus(
    located=False,
    object_located=False,
    other_coordinates=False,
    unlisted_coordinates=False,
    opted_out=False,
    unreadable=False,
)


def _status(text: str) -> PageStatus:
    return read_status(parsed(text, COMMONS_NAMES))


#: Parameters whose value is coordinates in range, whoever's.
GIVEN = [
    "latitude=48.2", "longitude=16.3", "lat=48.2|lon=16.3", "Lat=-48|long=0", "LAT = 90 ",
    "lng=-180", "longitude=180", "latitude=48,20849", "lat=48°", "lat=48° 12\u2032 30.5\u2033 N",
    "lat=48°12'30\"N", "lat=N 48 12 30", "lon=16° 22\u2032 O", "lon=\u221216.3",
    "lon=<!-- x -->16.3",
    "coordinates=48.2, 16.3", "Coordinates=48.20849,16.37208", "coordinate=48.2; 16.3",
    "coords=48,20849 16,37208", "coord=48° 12\u2032 30\u2033 N, 16° 22\u2032 19\u2033 E",
    "coordinates=48°12\u203230\u2033N 16°22\u203219\u2033E", "coordinates=48/12/30/N/16/22/19/E",
    "coordinates=E 120.5, N 30.2", "coordinates=-33.9 18.4", "coordinates=0 0",
]  # fmt: skip


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
        # Parameters of an infobox that say where the camera was.
        "{{Specimen|camera location=48.2, 16.3}}",
        "{{Specimen|Camera_location={{Coord|48.2|16.3}}}}",
        "{{Information2|camera coord=48.2, 16.3}}",
        "{{Map|latitude=48.2|longitude=16.3}}",
        "{{Map-description|Latitude=48.2|Longitude=16.3}}",
        "{{map|latitude=48° 12\u2032 N|longitude=16° 22\u2032 E|heading=N}}",
        "{{BANQ media|title=x|latitude=45.5|longitude=-73.6}}",
        # How the Commons app takes a location off a page.
        "{{Location|0.0|0.0|0.0f}}",
        "{{Location|0.0|0.0|0.0F}}",
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
        "{{Wrapper|{{Information}}}}",
        "{{Wrapper|{{Information}}}} {{Artwork}}",
        # Named like coordinates, but none.
        "{{Location/i18n}}",
        "{{Information field|name={{ucfirst:{{location/i18n}}}}|value=Linz}}",
        "{{I18n/location|de}}",
        "{{i18n/location}}",
        "{{Geograph|123|Fern Fellwalker}}",
        "{{Location estimated}}",
        "{{Lagewunsch}} {{Reqgeotag}} {{No Location}} {{GPS-EXIF}}",
        # Parameters without coordinates.
        "{{Map|latitude=|longitude=|heading=}}",
        "{{Map|latitude= <!-- 48.2 --> |longitude=}}",
        "{{Map|heading=120}}",
        "{{BANQ media|latitude=|longitude=}}",
        "{{Specimen|camera location=}}",
        "{{Sheet|coordinates=HG-1.13}}",
        "{{Sheet|coordinates=1.13}}",
        "{{Sheet|coordinates=B4}}",
        "{{Sheet|coordinates=see the map}}",
        "{{Sheet|lat=|lon=}}",
        "{{Sheet|lat=unknown|lon=n/a}}",
        "{{Sheet|lat=Lacerta agilis}}",
        "{{Sheet|latitude=91}}",
        "{{Sheet|longitude=180.5}}",
        "{{Sheet|lat=48.60.1}}",
        "{{Sheet|lat=48° 75\u2032}}",
        "{{Sheet|coordinates=91, 181}}",
        "{{Sheet|coordinates=2019-07-21}}",
        "{{Sheet|coordinates=12-15}}",
        "{{Sheet|latin=48.2}}",
        "{{Sheet|platitude=48.2}}",
        "{{Sheet|<!-- lat -->x=48.2}}",
        "<nowiki>{{Sheet|lat=48.2|lon=16.3}}</nowiki>",
        "<!-- {{Map|latitude=48.2|longitude=16.3}} -->",
        "lat=48.2 lon=16.3 coordinates=48.2, 16.3",
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
        *((f"{{{{Sheet|{given}}}}}", "other_coordinates") for given in GIVEN),
        ("{{Information|description={{Sheet|lat=48.2|lon=16.3}}}}", "other_coordinates"),
        ("{{Information|latitude=48.2}}", "other_coordinates"),
        ("{{Map|latitude=48.2|longitude=}}", "other_coordinates"),
        ("{{GeoPolygon}}", "other_coordinates"),
        ("{{Rare species location}}", "opted_out"),
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
@example("{{={{Object location|1|2}}}}")
@settings(max_examples=500, deadline=None)
def test_whatever_gives_coordinates_is_parsed(text: str) -> None:
    status = _status(text)
    if status.located or status.other_coordinates:
        assert may_give_coordinates(text, COMMONS_NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "{{#coordinates:1|2}}",
        "{{#Coordinates: 1|2}}",
        "{{LOCATION|1|2}}",
        "{{LOCATION}}",
        "{{Locations|1|2}}",
        "{{Location/doc|1|2}}",
        "{{Camera location dms|1|2}}",
        "{{Location map|Austria|lat=48|long=16}}",
        "{{Location map}}",
        "{{CoordDMS|1|2}}",
        "{{My coords}}",
        "{{#invoke:Coordinates|1|2}}",
        "{{#invoke: Location|1|2}}",
        "{{Hill location|48.2|16.3}}",
        "{{Hill_location|grid=SU 123}}",
    ],
)
def test_an_unlisted_template_is_named_like_coordinates(text: str) -> None:
    status = _status(text)
    assert status == replace(NOTHING, unlisted_coordinates=True, other_coordinates=True)


@pytest.mark.parametrize(
    "text",
    [
        "{{Kunsthalle location}}",
        "{{Kunsthalle location|on view}}",
        "{{Nordfriedhof_location|section=Alte Arkaden|row=}}",
        "{{nordfriedhof location|row= <!-- 5 --> }}",
    ],
)
def test_a_museum_without_a_number_gives_no_coordinates(text: str) -> None:
    """But in a history such a template may have been a wrapper."""
    assert _status(text) == replace(NOTHING, unlisted_coordinates=True)


def test_a_long_row_of_things_is_readable() -> None:
    """Many things one after the other are no tangle."""
    text = "{{en|1=[[a]]}} <div>b</div> a < b <br>\n" * 50
    assert _status(text) == NOTHING
