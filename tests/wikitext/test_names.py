"""Which template or category a name means: what MediaWiki 1.39.17 said when asked."""

import pytest

from glocbot.wikitext.names import COMMONS_NAMES, normal_title


@pytest.mark.parametrize(
    "name",
    [
        "Location", "location", " Location ", "_Location_", "\nLocation\n", "Location#x",
        "Template:Location", "template : location", "TEMPLATE:Location", ":Template:Location",
        "Location<!--x-->", "<!--x-->Location", "Loc<!--x-->ation", "Location <!-- x\ny -->\n",
        "safesubst:Location", "SAFESUBST: location", "msg:Location", "msgnw:Location",
        "raw:Location", "RAW: Template:Location", "Locatio&#110;", "Location&#x20;",
        "Location\u200e", "\u200fLocation", "Location\u00a0",
        "T:Location", "10:Location",  # other bots take them for it: docs/facts.md §1.3
    ],
)  # fmt: skip
def test_names_of_location(name: str) -> None:
    assert COMMONS_NAMES.template(name) == "Location"


@pytest.mark.parametrize(
    "name",
    [
        "LOCATION", "Loca tion", ":Location", "::Location", "Template:Template:Location",
        "subst:Location", "int:Location", "Location/doc", "/Location", "#Location", "Locatio%6E",
        "Category:Location", "User:Location", "File:Location", "Talk:Location", "Location''",
        "Location:x", "DEFAULTSORT:Location", "commons:Template:Location", "ʟocation", "", ":",
        "Template:", "Location possible", "Location{{!}}1",
    ],
)  # fmt: skip
def test_names_of_something_else(name: str) -> None:
    assert COMMONS_NAMES.template(name) not in COMMONS_NAMES.location


@pytest.mark.parametrize(
    "name", ["Location dec", "Location_dec", "location  dec", "Location&nbsp;dec", "Location__dec"]
)
def test_blanks_in_a_name(name: str) -> None:
    assert COMMONS_NAMES.template(name) == "Location dec"


def test_a_parser_function_keeps_its_name() -> None:
    assert COMMONS_NAMES.template(" #coordinates:48.1") == "#coordinates:48.1"


NOT_APPLICABLE = "Location not applicable"


@pytest.mark.parametrize(
    "title",
    [
        "Category:Location not applicable", "category:location not applicable",
        " Category : Location_not  applicable ", "CATEGORY:Location not applicable",
        "Category:Location%20not%20applicable", "Category:Location&nbsp;not applicable",
        "Category:Location not applicable<!-- x -->", "<!-- x -->Category:Location not applicable",
        "Category:Location\u200e not applicable", "Category:Location not applicable#x",
    ],
)  # fmt: skip
def test_names_of_a_category(title: str) -> None:
    assert COMMONS_NAMES.category(title) == NOT_APPLICABLE


@pytest.mark.parametrize(
    "title",
    [
        ":Category:Location not applicable", "Location not applicable",
        "File:Location not applicable", "14:Location not applicable",
        "Category:Location Not Applicable", "Category talk:Location not applicable", "",
    ],
)  # fmt: skip
def test_names_of_no_such_category(title: str) -> None:
    assert COMMONS_NAMES.category(title) != NOT_APPLICABLE


@pytest.mark.parametrize(
    ("title", "normal"),
    [("a_b", "A b"), (" a \n b ", "A b"), ("éa", "Éa"), ("A", "A"), ("", ""), ("aB", "AB")],
)
def test_normal_title(title: str, normal: str) -> None:
    assert normal_title(title) == normal


def test_the_wikis_own_aliases_count() -> None:
    names = COMMONS_NAMES.with_aliases(
        [frozenset({"Location", "Standort"}), frozenset({"Info", "Information"}), frozenset({"X"})]
    )
    assert names.location == COMMONS_NAMES.location | {"Standort"}
    assert names.infoboxes == COMMONS_NAMES.infoboxes | {"Info"}
    assert names.requests == COMMONS_NAMES.requests
    assert "X" not in names.templates


def test_every_known_name_is_written_as_mediawiki_writes_it() -> None:
    for name in COMMONS_NAMES.templates | COMMONS_NAMES.opt_out_categories:
        assert name == normal_title(name)


def test_no_template_decides_twice() -> None:
    kinds = [
        COMMONS_NAMES.location,
        COMMONS_NAMES.object_location,
        COMMONS_NAMES.other_coordinates,
        COMMONS_NAMES.opt_out,
        COMMONS_NAMES.exif_requests,
        COMMONS_NAMES.place_requests,
        COMMONS_NAMES.infoboxes,
        COMMONS_NAMES.without_coordinates,
    ]
    assert sum(map(len, kinds)) == len(COMMONS_NAMES.templates | COMMONS_NAMES.without_coordinates)
    assert COMMONS_NAMES.positioned <= COMMONS_NAMES.infoboxes


def test_all_names_and_some_categories_are_asked_about_in_one_request() -> None:
    """Which is 50 titles; a known redirect is found with its target."""
    assert len(COMMONS_NAMES.asked) <= 45
    assert {"Location", "GPS EXIF", "Location possible", "Information"} <= COMMONS_NAMES.asked
    assert {"Painting", "Reqgeotag"} <= COMMONS_NAMES.templates - COMMONS_NAMES.asked


LOCATION = (
    "Location|Location dec|Location dms|Camera Location|Koordynaty|Camera location|"
    "Camera location dec|Location Dec|Locationdec|Locationdms"
)
OBJECT = (
    "Object location|Object location dec|Object Location|Object Location dec|Object location dms"
)
INFOBOXES = (
    "Information|Artwork|Photograph|Art photo|Book|Map|Musical work|Information2|COAInformation|"
    "Bus-Information|Infobox aircraft image|Spoken article|Specimen"
)


@pytest.mark.parametrize(
    ("known", "listed"),
    [
        (COMMONS_NAMES.location, LOCATION),
        (COMMONS_NAMES.object_location, OBJECT),
        (COMMONS_NAMES.infoboxes, INFOBOXES),
    ],
)
def test_the_lists_of_facts_1(known: frozenset[str], listed: str) -> None:
    assert set(listed.split("|")) <= known
