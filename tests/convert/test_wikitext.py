"""Templates, GeoHack's parameters and WKT."""

import pytest

from glocbot.convert import convert
from glocbot.template import dms_template, location_template
from tests.convert.positions import assert_at


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


def test_an_object_location_is_noted_as_such() -> None:
    notes = convert("{{Object location|48.20849|16.37208}}").notes
    assert any("location of the object" in note for note in notes)


@pytest.mark.parametrize("given", ["{{Location|-48.20849|16.37208|heading:142}}", "0.5S 0.25W"])
def test_what_we_write_is_read_back(given: str) -> None:
    location = convert(given).location
    for write in (location_template, dms_template):
        assert_at(write(location), location.latitude, location.longitude, location.heading)
