"""Templates, GeoHack's parameters and WKT."""

import pytest

from glocbot.convert import convert
from glocbot.template import dms_template, location_template
from tests.convert.positions import assert_at, refusal


@pytest.mark.parametrize(
    ("given", "latitude", "longitude", "heading"),
    [
        ("{{Location|48.20849|16.37208}}", 48.20849, 16.37208, None),
        ("{{Location|48.20849|16.37208|source:exif_heading:142}}", 48.20849, 16.37208, 142),
        ("{{location dec|48.20849|-16.37208|heading:142.25}}", 48.20849, -16.37208, 142.25),
        ("{{Location_dec|48.20849|−16.37208}}", 48.20849, -16.37208, None),
        ("{{ Location\n| 48.20849 \n| 16.37208 \n}}", 48.20849, 16.37208, None),
        ("{{Template:Location|48.20849|16.37208}}", 48.20849, 16.37208, None),
        ("{{Camera location dec|48.208490|16.372080}}", 48.20849, 16.37208, None),
        ("{{Location|1=48.8583|2=-2.2944}}", 48.8583, -2.2944, None),
        ("{{Location|48.8583|-2.2944|0.0F}}", 48.8583, -2.2944, None),
        ("{{Location|48.8583|-2.2944|heading:?}}", 48.8583, -2.2944, None),
        ("{{Location|48.8583|-2.2944|heading:NW}}", 48.8583, -2.2944, 315),
        ("{{Location|48.8583|-2.2944|heading:360}}", 48.8583, -2.2944, 0),
        ("{{Location|48.8583|-2.2944|heading=90|prec=100}}", 48.8583, -2.2944, 90),
        ("{{Location|48.2<!-- here -->|16.3}}", 48.2, 16.3, None),
        ("{{Location|48|51|29.88|N|2|17|39.84|W|alt:35.5_source:exif_heading:142.25}}", 48.8583, -2.2944, 142.25),
        ("{{Location dms|48|51||N|2|17||w}}", 48.85, -2.283333, None),
        ("{{Object location|48.20849|16.37208}}", 48.20849, 16.37208, None),
        ("{{Coord|57|18|22|N|4|27|32|W|display=title}}", 57.306111, -4.458889, None),
        ("{{coord|44.112|N|87.913|W}}", 44.112, -87.913, None),
        ("{{coord|44.112|-87.913|type:city_region:US|name=X}}", 44.112, -87.913, None),
        ("{{coord|43|29|N|79|23|W|}}", 43.483333, -79.383333, None),
        ("{{Coord|12.5|N|4.5|E|globe:earth}}", 12.5, 4.5, None),
        ("{{#coordinates:48.2|16.3|primary}}", 48.2, 16.3, None),
        ("{{#coordinates:48|12|30|N|16|22|30|E|heading=90}}", 48.208333, 16.375, 90),
        # GeoData: `primary` and empty values anywhere, numbers without letters
        ("{{#coordinates: primary|48.2|16.3}}", 48.2, 16.3, None),
        ("{{#coordinates: 48.2 | | 16.3 }}", 48.2, 16.3, None),
        ("{{#coordinates:-48|12|16|30}}", -48.2, 16.5, None),
        ("{{#coordinates:48|12|30|-0|22|30|type:city heading:90}}", 48.208333, -0.375, 90),
        ("{{#coordinates:48.2|16,3}}", 48.2, 16.3, None),
        ("{{Location|48,2|16,3}}", 48.2, 16.3, None),
        ("{{Location|48.5|0|0|N|16.25|0|0|E}}", 48.5, 16.25, None),
        ("params=38_53_52_N_77_02_11_W_type:landmark_heading:NW", 38.897778, -77.036389, 315),
        ("38_53_52_N_77_02_11_W_type:landmark_region:US-DC", 38.897778, -77.036389, None),
        ("params=48.2_N_16.3_E_globe:earth", 48.2, 16.3, None),
        ("params=48.2;16.3_type:city", 48.2, 16.3, None),
        ("Point(16.37208 48.20849)", 48.20849, 16.37208, None),
        ("POINT (-16.37208 -48.20849)", -48.20849, -16.37208, None),
        ("SRID=4326;POINT(16.37208 48.20849)", 48.20849, 16.37208, None),
        ("<http://www.wikidata.org/entity/Q2> Point(16.3 48.2)", 48.2, 16.3, None),
    ],
)  # fmt: skip
def test_is_read(given: str, latitude: float, longitude: float, heading: float | None) -> None:
    assert_at(given, latitude, longitude, heading)


AT_STEPHANSDOM = [
    # named parts, of the German and French Wikipedias and of infoboxes
    "{{Coordinate|NS=48/12/31/N|EW=16/22/23/E|type=landmark|region=AT-9}}",
    "{{Coordinate|article=/|NS=48.208611|EW=16.373056|type=landmark}}",
    "{{Infobox church|name=Stephansdom|latd=48|latm=12|lats=31|latNS=N|longd=16|longm=22|longs=23|longEW=E}}",
    "| latd = 48 | latm = 12 | lats = 31 | latNS = N | longd = 16 | longm = 22 | longs = 23 | longEW = E",
    "| lat_deg = 48 | lat_min = 12 | lat_sec = 31 | lat_dir = N\n| lon_deg = 16 | lon_min = 22 | lon_sec = 23 | lon_dir = E",
    "|Breitengrad = 48/12/31/N\n|Längengrad = 16/22/23/E",
    "| latitude = 48.208611\n| longitude = 16.373056",
    "| latitude = 48° 12′ 31″ N\n| longitude = 16° 22′ 23″ E",
    "| latitude = 48/12/31/N | longitude = 16/22/23/E | date = 1137",
    "|stopniN = 48 |minutN = 12 |sekundN = 31 |stopniE = 16 |minutE = 22 |sekundE = 23",
    "{{see|name=Stephansdom|lat=48.208611|long=16.373056|url=|phone=}}",
    # the order of {{coord}}, in other languages and spellings
    "{{Coor dms|48|12|31|N|16|22|23|E|type:landmark}}",
    "{{coor title dms|48|12|31|N|16|22|23|E|}}",
    "{{Souřadnice|48|12|31|N|16|22|23|E}}",
    "{{coord|48/12/31/N|16/22/23/E}}",
    "{{coord|48°12′31″N|16°22′23″E|display=inline}}",
    "{{współrzędne|48°12'31\"N 16°22'23\"E|umieść=na górze}}",
    "{{geocoordenadas|48_12_31_N_16_22_23_E_type:landmark}}",
    "{{ウィキ座標2段度分秒|48|12|31|N|16|22|23|E|}}",
    "{{coord|48.208611|&#49;6.373056}}",
    "{{mapframe|48.208611|16.373056|zoom=15}}",
    # among other things
    "| coordinates = {{coord|48|12|31|N|16|22|23|E|display=inline,title}}",
    "| coordinates      = {{coord|48|12|31|N|16|22|23|E}} <!-- the tower -->\n| image = Dom.jpg",
    "* {{coord|48.208611|16.373056}} St. Stephen's",
    "The cathedral is at {{coord|48|12|31|N|16|22|23|E}}.",
    "{{Location|48.208611|16.373056}}\n{{Object location|48.3|16.4}}",
    "{{Information|description={{en|1=A photo}}|date=2020}}\n{{Location|48.208611|16.373056}}\n[[Category:Wien]]",
    # several that agree
    "{{coord|48.208611|16.373056}} {{coord|48|12|31|N|16|22|23|E}}",
    "{{coord|48.209|16.373}}\n{{coord|48.208611|16.373056}}",
]  # fmt: skip


@pytest.mark.parametrize("given", AT_STEPHANSDOM)
def test_many_templates_of_one_place(given: str) -> None:
    assert_at(given, 48 + 12 / 60 + 31 / 3600, 16 + 22 / 60 + 23 / 3600)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("{{coord|48.2085|16.3721}} {{coord|48|12|31|N|17|22|20|E}}", "2 templates with different"),
        ("{{Location|48.2085|16.3721}}{{Location|48.2085|16.3822}}", "2 templates with different"),
        ("{{Infobox|lat=48.2|image=x}}", "a latitude, but no longitude"),
        ("| latd = 48 | latm = 12 | latNS = N", "a latitude, but no longitude"),
        ("| latd=48 | lat_d=49 | longd=16", "two different values for the latitude"),
        ("{{Infobox ship|Länge=120|Breite=20}}", "is not a template with coordinates"),
        ("| Länge = 120 | Breite = 20", "these parameters hold no coordinates"),
        ("| population = 12 | area = 3", "these parameters hold no coordinates"),
        ("| latd = 48 | latm = 72 | longd = 16", "not below 60"),
        ("| latd = 48 | latNS = X | longd = 16", "X is no direction"),
        ("{{Mars coord|48.2|N|16.3|E}}", "is not a template with coordinates"),
        ("{{unknown|48.2|16.3}}", "is not a template with coordinates"),
        ("{{coord|38.89|N|-77.03|W}}", "a minus and the letter W"),
        ("params=38.89_N_-77.03_W", "a minus and the letter W"),
        ("{{" * 40, "too many brackets"),
        ("{{x}}" * 300, "more wikitext here than is read"),
    ],
)  # fmt: skip
def test_what_stays_refused(given: str, says: str) -> None:
    assert says in refusal(given)


def test_geohack_has_signs_beside_letters() -> None:
    assert_at("params=38.89_N_-77.03_E", 38.89, -77.03)
    assert_at("https://geohack.toolforge.org/geohack.php?params=-38.89_N_77.03_E", -38.89, 77.03)


def test_an_object_location_is_noted_as_such() -> None:
    notes = convert("{{Object location|48.20849|16.37208}}").notes
    assert any("location of the object" in note for note in notes)


@pytest.mark.parametrize("given", ["{{Location|-48.20849|16.37208|heading:142}}", "0.5S 0.25W"])
def test_what_we_write_is_read_back(given: str) -> None:
    location = convert(given).location
    for write in (location_template, dms_template):
        assert_at(write(location), location.latitude, location.longitude, location.heading)
