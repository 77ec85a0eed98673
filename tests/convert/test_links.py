"""URIs and links of map services; the positions are those that the services themselves show."""

import pytest

from glocbot.convert import Datum, PositionKind, convert
from tests.convert.positions import assert_at

DMS = "48%C2%B012'30.0%22N+16%C2%B022'30.0%22E"
PLACE = "!8m2!3d48.2081743!4d16.3738189"

PINS = [
    # RFC 5870 and Android
    ("geo:53.666,-27.666", 53.666, -27.666),
    ("geo:53.666,-27.666,1000", 53.666, -27.666),
    ("geo:53.666, -27.666", 53.666, -27.666),
    ("GEO:53.666,-27.666", 53.666, -27.666),
    ("geo:48.198634,16.371648;crs=wgs84;u=40", 48.198634, 16.371648),
    ("geo:53.666%2C-27.666%2C+1000", 53.666, -27.666),
    ("geo:-32.899583,139.043969&z=12", -32.899583, 139.043969),
    ("geo:0,0?z=14&q=-54.683486138,25.289361259", -54.683486, 25.289361),
    ("geo:0,0?q=34.5,-106.5(Treasure+Island)", 34.5, -106.5),
    ("geo:0,0?q=34.5,-106.5 (Treasure Island)", 34.5, -106.5),
    ("geo:34.99,-106.61?z=11 (Treasure Island)", 34.99, -106.61),
    ("geo:48.1,16.1?q=48.2,16.3", 48.2, 16.3),
    ("geo:?q=35.20488357543945, 33.345027923583984", 35.204884, 33.345028),
    ("geo:0,0?q=86HJV99P%2B29", 41.867562, -87.614063),
    ("google.navigation:q=34.99393,-106.61568&mode=w", 34.99393, -106.61568),
    # Google Maps
    ("https://www.google.com/maps?q=55.751809,-37.6130029", 55.751809, -37.613003),
    ("https://maps.google.com/?q=48.2,16.3&ll=48.5,16.5", 48.2, 16.3),
    ("https://maps.google.co.uk/?q=48.2,16.3", 48.2, 16.3),
    ("http://www.google.com.tr/maps?q=48.2%2C16.3", 48.2, 16.3),
    ("maps.google.de/maps?q=48.2,16.3", 48.2, 16.3),
    ("https://www.google.com/maps/search/?api=1&query=47.5951518,-122.3316393", 47.595152, -122.331639),
    ("https://www.google.com/maps/search/48.2,+16.3?entry=tts", 48.2, 16.3),
    ("https://www.google.com/maps/place/48.2,16.3", 48.2, 16.3),
    ("https://maps.google.com/maps?q=loc:34.99393,-106.61568 (Name)", 34.99393, -106.61568),
    ("https://maps.google.com/maps?q=loc:34.9,-106.6/data=!4m4!2s-23.2776,-45.8", 34.9, -106.6),
    ("http://maps.google.com/maps/q=loc:34,-106&z=11", 34, -106),
    ("https://maps.google.com/maps?q=48.2,16.3(Here)&z=3", 48.2, 16.3),
    ("https://maps.google.com/maps?z=16&q=Mezza9%401.3067198,103.83282", 1.30672, 103.83282),
    ("http://maps.google.com/maps?q=N34.99393,W106.61568", 34.99393, -106.61568),
    ("https://www.google.com/maps?daddr=Platz+3,+Chur@46.853582,9.529903", 46.853582, 9.529903),
    ("http://maps.google.com?saddr=Current+Location&daddr=34,-106", 34, -106),
    ("https://www.google.com/maps/dir//48.2082,16.3738/@48.3,16.4,15z", 48.2082, 16.3738),
    ("https://www.google.com/maps/dir/?api=1&destination=48.2082,16.3738", 48.2082, 16.3738),
    (f"https://www.google.com/maps/place/{DMS}/@48.3,16.4,17z", 48.208333, 16.375),
    (f"https://www.google.com/maps/place/{DMS}/@48.3,16.4,17z/data=!3m1{PLACE}", 48.208174, 16.373819),
    (f"https://www.google.com/maps/place/Wien/@48.22,16.3,12z/data=!4m5{PLACE}?hl=de", 48.208174, 16.373819),
    (f"https://www.google.com/maps/place/A/data=!3d1!4d2!4m5{PLACE}", 48.208174, 16.373819),
    ("https://consent.google.com/ml?continue=https://maps.google.com/?q%3D48.2,16.3", 48.2, 16.3),
    ("comgooglemaps://?q=48.2,16.3&zoom=14", 48.2, 16.3),
    # OpenStreetMap and programs for its maps
    ("https://www.openstreetmap.org/?mlat=34.9939330&mlon=-106.6156807#map=11/34/-106", 34.993933, -106.615681),
    ("https://www.openstreetmap.org/index.html?mlat=48.277222&mlon=24.152222&zoom=15", 48.277222, 24.152222),
    ("http://www.openstreetmap.org/search?query=48.2%2C16.3#map=5/10/10", 48.2, 16.3),
    ("https://www.openstreetmap.org/export/embed.html?bbox=1&marker=48.2%2C16.3", 48.2, 16.3),
    ("https://osm.org/go/0EEQjE==?m=", 51.510773, 0.054932),
    ("http://download.osmand.net/go?lat=34.99393&lon=-110.12345#x", 34.99393, -110.12345),
    ("http://www.osmand.net/go.html?lat=34.99393&lon=-110.12345&z=11", 34.99393, -110.12345),
    ("https://osmand.net/map?pin=48.2,16.3#15/48.3/16.4", 48.2, 16.3),
    ("http://ge0.me/44TvlEGXf-/Kyiv", 50.450034, 30.524135),
    ("ge0://44TvlEGXf-/Kyiv", 50.450034, 30.524135),
    ("om://44TvlEGXf-", 50.450034, 30.524135),
    ("https://omaps.app/44TvlEGXf-/Kyiv", 50.450034, 30.524135),
    ("https://comaps.at/44TvlEGXf-/Kyiv", 50.450034, 30.524135),
    ("om://map?v=1&ll=48.2,16.3&n=Name", 48.2, 16.3),
    ("mapsme://map?ll=48.2,16.3", 48.2, 16.3),
    ("https://magicearth.com/?show_on_map&lat=50.06&lon=14.42&name=x", 50.06, 14.42),
    ("magicearth://?lat=50.06&lon=14.42", 50.06, 14.42),
    # Apple, Bing, HERE, Waze
    ("https://maps.apple.com/?ll=48.2,16.3&q=Name", 48.2, 16.3),
    ("http://maps.apple.com/?lsp=7618&q=40.738065,-73.988898&sll=1,2", 40.738065, -73.988898),
    ("https://maps.apple.com/place?coordinate=48.2,16.3&name=X", 48.2, 16.3),
    ("https://maps.apple.com/?daddr=48.2,16.3&dirflg=w", 48.2, 16.3),
    ("https://bing.com/maps/default.aspx?sp=point.47.6_-122.1_Title&cp=1~2", 47.6, -122.1),
    ("https://www.bing.com/maps?where1=47.6,-122.1", 47.6, -122.1),
    ("https://share.here.com/l/52.5134272,13.3778416,Hannah-Arendt?z=16.0", 52.513427, 13.377842),
    ("https://waze.com/ul?ll=48.2%2C16.3&navigate=yes", 48.2, 16.3),
    ("waze://?ll=48.2,16.3&z=10", 48.2, 16.3),
    ("https://www.waze.com/live-map/directions?to=ll.48.2%2C16.3", 48.2, 16.3),
    ("https://www.waze.com/ul/hu4pruydqqvj", 57.649111, 10.407440),
    ("https://www.waze.com/live-map?h=u4pruydqqvj", 57.649111, 10.407440),
    # longitude first: Yandex, 2GIS, Mapy
    ("https://yandex.ru/maps/?whatshere[point]=37.6,55.7&whatshere[zoom]=17&ll=37,55", 55.7, 37.6),
    ("https://yandex.com/maps/?whatshere%5Bpoint%5D=37.6%2C55.7", 55.7, 37.6),
    ("https://yandex.ru/maps/?pt=37.6,55.7,pm2rdm&ll=37.0,55.0", 55.7, 37.6),
    ("https://yandex.ru/maps/?mode=routes&rtext=~55.7,37.6", 55.7, 37.6),
    ("https://yandex.ru/maps/?text=55.7,37.6&ll=37,55", 55.7, 37.6),
    ("https://2gis.ru/geo/37.6,55.7", 55.7, 37.6),
    ("https://2gis.ru/ufa/geo/2393172957201846%2C56.12686%2C54.773242/firm/23", 54.773242, 56.12686),
    ("https://2gis.ru/moscow/geo/4504127908589159/37.6186,55.7601", 55.7601, 37.6186),
    ("dgis://2gis.ru/routeSearch/rsType/car/to/37.6,55.7", 55.7, 37.6),
    ("https://mapy.cz/zakladni?x=14.4&y=50.1&z=15&source=coor&id=14.5%2C50.2", 50.2, 14.5),
    # Amap, which writes the latitude first but for position=
    ("http://www.amap.com/#!poi!!q=38.174596,114.995033|2|%E5%AE%BE&radius=1000", 38.174596, 114.995033),
    ("http://wb.amap.com/?p=B013706PJN,38.179456,114.98577,x", 38.179456, 114.98577),
    ("https://wb.amap.com/?p=P0JANYX6NL%2C45.82895%2C1.26669%2Cx", 45.82895, 1.26669),
    # shared places of HERE: text in base 64
    ("https://wego.here.com/p/s-aWQ9MTtsYXQ9NDguMjA4Mjtsb249MTYuMzczODtuPVdpZW4=", 48.2082, 16.3738),
    ("https://share.here.com/p/s-aWQ9MTtsYXQ9NDguMjA4Mjtsb249MTYuMzczODtuPVdpZW4?map=1,2,3", 48.2082, 16.3738),
    ("https://share.here.com/p/e-eyJsYXRpdHVkZSI6LTMzLjg2LCJsb25naXR1ZGUiOjE1MS4yMTUzfQ==", -33.86, 151.2153),
    # a route that begins where it ends
    ("https://maps.google.com/maps?saddr=48.2,16.3&daddr=48.2,16.3", 48.2, 16.3),
    # GeoHack
    ("https://geohack.toolforge.org/geohack.php?params=38_53_52_N_77_02_11_W_type:x", 38.897778, -77.036389),
]  # fmt: skip

VIEWS = [
    ("https://www.google.com/maps/@48.2082,16.3738,17z", 48.2082, 16.3738),
    ("https://www.google.com/maps/@48.2082,16.3738,17.5z?entry=ttu&g_ep=abc", 48.2082, 16.3738),
    ("https://www.google.com/maps/place/Falafel+M.+Sahyoun/@33.8904447,35.5044618,16z", 33.890445, 35.504462),
    ("https://www.google.com/maps/@48.2082,16.3738,200m/data=!3m1!1e3", 48.2082, 16.3738),
    ("https://www.google.com/maps/@48.2082,16.3738,200a,35y,133h,45t/data=!3m1!1e3", 48.2082, 16.3738),
    ("https://earth.google.com/web/@48.2082,16.3738,3a,1000d,35y,20h,60t,0r", 48.2082, 16.3738),
    ("https://www.google.com/maps/@?api=1&map_action=map&center=-33.712206%2C150.311941", -33.712206, 150.311941),
    ("https://maps.google.com/?ll=48.2082,16.3738&z=12", 48.2082, 16.3738),
    ("http://maps.google.com/maps/ll=34.99393,-106.61568,z=11", 34.99393, -106.61568),
    ("http://www.google.com/maps/search/food/34.99393,-106.61568,14z", 34.99393, -106.61568),
    ("https://www.google.com/maps/embed?pb=!1m3!1d2658.9!2d16.3738!3d48.2082!2m3", 48.2082, 16.3738),
    ("https://www.openstreetmap.org/#map=16/33.89041/35.50664", 33.89041, 35.50664),
    ("https://www.openstreetmap.org/way/45394171#map=10/34.67379/33.04422&layers=T", 34.67379, 33.04422),
    ("https://openstreetmap.org/#11/34.99393/-106.61568", 34.99393, -106.61568),
    ("https://www.openstreetmap.de/karte.html?zoom=11&lat=34.99393&lon=-106.61568", 34.99393, -106.61568),
    ("https://openstreetmap.de/zoom=11&lat=34.99393&lon=-106.61568", 34.99393, -106.61568),
    ("https://osm.org/go/0EEQjE==", 51.510773, 0.054932),
    ("https://opentopomap.org/#map=15/48.2082/16.3738", 48.2082, 16.3738),
    ("https://www.bing.com/maps?cp=47.677797~-122.122013&lvl=15", 47.677797, -122.122013),
    ("https://wego.here.com/?map=52.5134272,13.3778416,16,normal", 52.513427, 13.377842),
    ("https://yandex.ru/maps/213/moscow/?ll=37.625%2C55.755&z=10", 55.755, 37.625),
    ("https://2gis.ru/moscow/firm/4504127908589159/center/37.6186,55.7601/zoom/15.9", 55.7601, 37.6186),
    ("https://2gis.ru/moscow/firm/4504127908589159?m=37.618632%2C-55.760069%2F15", -55.760069, 37.618632),
    ("https://2gis.ru/barnaul?queryState=center%2F83.797531%2C53.357314%2Fzoom%2F12", 53.357314, 83.797531),
    ("https://mapy.cz/zakladni?x=14.4123&y=50.1234&z=15&source=base&id=12345", 50.1234, 14.4123),
    ("https://hapticke.mapy.com/en/zakladni?x=14.4123&y=50.1234&z=9", 50.1234, 14.4123),
    ("https://maps.apple.com/?sll=48.2082,16.3738&q=Cafe", 48.2082, 16.3738),
    ("https://www.mapillary.com/app/?lat=48.2082&lng=16.3738&z=17&pKey=123", 48.2082, 16.3738),
    ("https://www.geoportail.gouv.fr/carte?c=2.35123,48.85123&z=17&l0=x", 48.85123, 2.35123),
    ("https://www.strava.com/heatmap#7.00/-120.90000/38.36000/hot/all", 38.36, -120.9),
    ("https://www.strava.com/maps/global-heatmap?sport=All#9.7/51.3196/-0.4579", 51.3196, -0.4579),
    ("https://wikimapia.org/#lang=en&lat=50.4455&lon=30.4455&z=19", 50.4455, 30.4455),
    ("geo:48.2082,16.3738?q=Cafe", 48.2082, 16.3738),
]  # fmt: skip


@pytest.mark.parametrize(("given", "latitude", "longitude"), PINS)
def test_a_pin(given: str, latitude: float, longitude: float) -> None:
    assert assert_at(given, latitude, longitude).kind is not PositionKind.VIEW


@pytest.mark.parametrize(
    ("given", "latitude", "longitude"),
    [
        ("ge0://Byqqqqqqqq/Name", 45, 0),
        ("ge0://Bzqqqqqqqq/Name", 45, 45),
        ("ge0://BaF6F6F6F6/Name", -20, 20),
        ("ge0://B4srhdHVVt/Name", 64.5234, 12.1234),
        ("ge0://Bqqqqqqqqq/Name", 90, -180),
        ("ge0://BVVVVVVVVV/Name", -90, 180),
    ],
)
def test_a_ge0_code_is_good_to_its_square(given: str, latitude: float, longitude: float) -> None:
    """Nine characters of three bits a coordinate: 2.7e-6 degrees of longitude, and half of it."""
    location = convert(given).location
    assert location.latitude == pytest.approx(latitude, abs=1e-6)
    assert location.longitude == pytest.approx(longitude, abs=1.4e-6)


@pytest.mark.parametrize(("given", "latitude", "longitude"), VIEWS)
def test_the_centre_of_a_map_is_noted_as_such(
    given: str, latitude: float, longitude: float
) -> None:
    reading = assert_at(given, latitude, longitude)
    assert reading.kind is PositionKind.VIEW
    assert any("centre of a map" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("given", "heading"),
    [
        ("https://www.google.com/maps/@48.2,16.3,3a,75y,123.4h,90t/data=!3m6!1e1!3m4!1sa", 123.4),
        ("https://www.google.com/maps/@48.2,16.3,3a,75y,359.99h,90t", 359.99),
        ("https://www.google.com/maps/@48.2,16.3,3a,75y,90t/data=!3m6!1e1", None),
        ("https://www.google.com/maps/place/X/@48.2,16.3,3a,75y,10h,90t/data=!8m2!3d48.3!4d16.4", 10),
        ("https://www.google.com/maps/@?api=1&map_action=pano&viewpoint=48.2,16.3&heading=-45", 315),
        ("https://maps.google.com/maps?q=&layer=c&cbll=48.2,16.3&cbp=12,20.09,,0,5", 20.09),
        ("google.streetview:cbll=48.2,16.3&cbp=0,30,0,0,-15", 30),
    ],
)  # fmt: skip
def test_street_view_is_where_its_camera_stood(given: str, heading: float | None) -> None:
    reading = assert_at(given, 48.2, 16.3, heading)
    assert any("Street View" in note for note in reading.notes)


def test_yandex_panorama_has_a_heading() -> None:
    given = (
        "https://yandex.ru/maps/?l=stv&panorama[point]=37.6,55.7&panorama[direction]=123.4,5&ll=1,2"
    )
    assert_at(given, 55.7, 37.6, 123.4)


@pytest.mark.parametrize(
    "given",
    [
        "https://osm.org/go/0EEQjE==",
        "http://osm.org/go/0EEQjE==",
        "HTTPS://OSM.ORG/go/0EEQjE==",
        "www.openstreetmap.org/go/0EEQjE==",
        "Look: https://osm.org/go/0EEQjE== nice!",
        "<https://osm.org/go/0EEQjE==>",
        "(https://osm.org/go/0EEQjE==)",
        "https://osm.org/go/0EEQjE==.",
        "https://osm.org/go/0EEQjE==\nhttps://osm.org/go/0EEQjE==",
    ],
)
def test_one_link_in_a_message(given: str) -> None:
    assert_at(given, 51.510773, 0.054932)


def test_two_links_to_one_place_are_one() -> None:
    """Apps share both; they round differently, and a pin wins over a map."""
    given = "geo:50.45004,30.52414?z=9\nhttps://omaps.app/44TvlEGXf-/Kyiv"
    assert_at(given, 50.45004, 30.52414)
    given = "https://www.google.com/maps/@50.45,30.5241,9z geo:50.450034,30.524135"
    assert assert_at(given, 50.450034, 30.524135).kind is PositionKind.POINT


@pytest.mark.parametrize(
    ("place", "shifts"),
    [
        ("39.9042,116.4074", True),  # Beijing
        ("31.2304,121.4737", True),  # Shanghai
        ("22.5431,114.0579", True),  # Shenzhen
        ("43.8256,87.6168", True),  # Urumqi
        ("22.3000,114.1700", False),  # Hong Kong
        ("22.1900,113.5400", False),  # Macau
        ("25.0330,121.5654", False),  # Taipei
        ("37.5665,126.9780", False),  # Seoul
        ("47.9200,106.9200", False),  # Ulaanbaatar
        ("21.0285,105.8542", False),  # Hanoi
        ("48.2082,16.3738", False),
    ],
)
def test_what_is_shifted_in_mainland_china_is_noted(place: str, shifts: bool) -> None:  # noqa: FBT001
    google = convert(f"https://maps.google.com/?q={place}")
    assert google.datum is Datum.GCJ02
    assert any("GCJ-02" in note for note in google.notes) == shifts
    latitude, longitude = place.split(",")
    osm = convert(f"https://osm.org/?mlat={latitude}&mlon={longitude}")
    assert not any("GCJ-02" in note for note in osm.notes)


def test_gcj02_is_converted_where_asked_for() -> None:
    """The same three pairs of positions stand in the tests of most programs that convert these."""
    pairs = [
        (31.1774276, 121.5272106, "31.17530398364597", "121.531541859215"),
        (22.543847, 113.912316, "22.540796131694766", "113.9171764808363"),
        (39.911954, 116.377817, "39.91334545536069", "116.38404722455657"),
    ]
    for latitude, longitude, shifted_latitude, shifted_longitude in pairs:
        shifted = f"{shifted_latitude},{shifted_longitude}"
        for given in (f"https://maps.google.com/?q={shifted}", shifted):
            location = convert(given, gcj02=True).location
            assert location.latitude == pytest.approx(latitude, abs=1e-7)
            assert location.longitude == pytest.approx(longitude, abs=1e-7)


@pytest.mark.parametrize(
    "given", ["https://osm.org/?mlat=39.90689&mlon=116.3975", "48.2, 16.3", "22.3, 114.17"]
)
def test_gcj02_leaves_alone_what_is_not_shifted(given: str) -> None:
    assert convert(given, gcj02=True) == convert(given)
