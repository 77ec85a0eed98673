"""Links within links, links of unknown services, and links that say two things."""

import pytest

from glocbot.convert import PositionKind, convert
from tests.convert.positions import assert_at, refusal

WRAPPED = [
    "https://maps.app.goo.gl/?link=https%3A%2F%2Fwww.google.com%2Fmaps%2Fplace%2F48.20849%2C16.37208&apn=com.google.android.apps.maps",
    "https://www.google.com/url?q=https%3A%2F%2Fwww.openstreetmap.org%2F%3Fmlat%3D48.20849%26mlon%3D16.37208&sa=D&source=editors",
    "https://www.google.com/url?sa=t&url=https://maps.google.com/?q%3D48.20849,16.37208",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fmaps.google.com%2F%3Fq%3D48.20849%2C16.37208&h=AT0abc",
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Fmaps%2F%4048.20849%2C16.37208%2C17z&data=05%7C01",
    "https://urldefense.com/v3/__https://www.google.com/maps/@48.20849,16.37208,17z__;!!abc$",
    "https://vk.com/away.php?to=https%3A%2F%2Fyandex.ru%2Fmaps%2F%3Fpt%3D16.37208%2C48.20849",
    "https://consent.google.com/m?continue=https://www.google.com/maps/@48.20849,16.37208,17z&gl=DE",
    "https%3A%2F%2Fwww.google.com%2Fmaps%2F%4048.20849%2C16.37208%2C17z",
    "https%253A%252F%252Fwww.google.com%252Fmaps%252F%254048.20849%252C16.37208%252C17z",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fosm.org%252F%253Fmlat%253D48.20849%2526mlon%253D16.37208",
    '<a href="https://www.openstreetmap.org/?mlat=48.20849&amp;mlon=16.37208">Map</a>',
    "[Map](https://www.openstreetmap.org/?mlat=48.20849&mlon=16.37208)",
    "@48.20849,16.37208,17z",
    "@48.20849,16.37208,350m",
    # a message around a link
    "I am here: https://www.openstreetmap.org/?mlat=48.20849&mlon=16.37208 see you soon!",
    "Stephansdom\nhttps://maps.google.com/?q=48.20849,16.37208",
    "Stephansplatz 3, 1010 Wien https://maps.google.com/?q=48.20849,16.37208",
    "48.20849, 16.37208 https://www.openstreetmap.org/#map=17/48.20849/16.37208",
    "https://example.org/event and https://maps.google.com/?q=48.20849,16.37208",
]  # fmt: skip


@pytest.mark.parametrize("given", WRAPPED)
def test_a_link_within_something_else(given: str) -> None:
    assert_at(given, 48.20849, 16.37208)


def test_a_message_of_an_app_with_a_link_to_the_app() -> None:
    given = (
        "Hey, see my current location on the Organic Maps map! http://ge0.me/44TvlEGXf-/Kyiv or "
        "om://44TvlEGXf-/Kyiv Don't have offline maps installed? Download here: "
        "https://omaps.app/get"
    )
    assert_at(given, 50.450034, 30.524135)


@pytest.mark.parametrize(
    "given",
    [
        "https://example.org/map?lat=48.20849&lon=16.37208&zoom=12",
        "https://example.org/map?latitude=48.20849&longitude=16.37208",
        "https://example.org/map?lng=16.37208&lat=48.20849",
        "https://example.org/#lat=48.20849&lng=16.37208",
        "https://example.org/#/map?lat=48.20849&long=16.37208",
        "https://example.org/#zoom=5;lat=48.20849;lon=16.37208",
        "https://example.org/?lat=48.20849&lon=16.37208#map=15/48.20849/16.37208",
        "https://example.org/?lat=48.20849&lon=16.37208#map=15/16.37208/48.20849",
        "example.org/?LAT=48.20849&LON=16.37208",
    ],
)
def test_an_unknown_service_is_read_with_a_note(given: str) -> None:
    reading = assert_at(given, 48.20849, 16.37208)
    assert any("example.org is not known here" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("given", "latitude", "longitude"),
    [
        ("https://www.wikidata.org/wiki/Special:Map/13/48.2085/16.3721/en", 48.2085, 16.3721),
        ("https://de.wikipedia.org/wiki/Spezial:Karte/13/48.2085/16.3721/de", 48.2085, 16.3721),
        ("Special:Map/12/48.2085/16.3721/en", 48.2085, 16.3721),
        ("[[Special:Map/12/-33.8568/151.2153]]", -33.8568, 151.2153),
        ("https://www.opensnowmap.org/?zoom=15&lat=47.0376&lon=15.4687#map=15/15.469/47.038", 47.0376, 15.4687),
        ("https://map.baidu.com/@12958172,4825922,13z", 39.907243, 116.391359),
        ("https://map.baidu.com/mobile/webapp/place/detail/qt=inf&uid=1/act=read_share&vt=map&sharegeo=12958172%2C4825922", 39.907243, 116.391359),
        ("http://api.map.baidu.com/marker?location=39.915,116.404&coord_type=gcj02", 39.913596, 116.397756),
        ("http://api.map.baidu.com/marker?location=39.915,116.404&coord_type=wgs84", 39.915, 116.404),
        ("https://map.kakao.com/link/roadview/37.5665,126.978", 37.5665, 126.978),
        ("kakaomap://look?p=37.5665,126.978", 37.5665, 126.978),
        ("https://map.naver.com/?lng=126.978&lat=37.5665&pinType=site&pinTitle=Seoul", 37.5665, 126.978),
        ("https://map.naver.com/v5/?c=14136588.06,4518868.58,15,0,0,0,dh", 37.570075, 126.991131),
        ("https://map.naver.com/p/entry/address/14136588.06,4518868.58,Seoul?c=15.00,0,0,0,dh", 37.570075, 126.991131),
        ("https://www.komoot.com/plan/@47.9,16.4,10z?p[0][loc]=47.95123,16.45123", 47.95123, 16.45123),
        ("https://www.komoot.com/discover/Location/@46.8331821%2C15.9810184/tours?sport=racebike", 46.8331821, 15.9810184),
        ("https://www.outdooractive.com/en/map/?lat=46.85123&lon=9.53123&zoom=12", 46.85123, 9.53123),
        ("https://www.windy.com/48.208/16.374?48.2,16.3,5", 48.208, 16.374),
        ("https://www.meteoblue.com/en/weather/week/33.857S151.215E", -33.857, 151.215),
        ("https://www.meteoblue.com/en/weather/maps/index#coords=4/48.66/14.17&map=wind", 48.66, 14.17),
        ("https://zoom.earth/#48.2085,16.3721,11z,sat", 48.2085, 16.3721),
        ("https://earth.nullschool.net/#current/wind/surface/level/orthographic=16.37,48.21,3000", 48.21, 16.37),
        ("https://hiking.waymarkedtrails.org/#route?id=123&map=12.0/48.2085/16.3721", 48.2085, 16.3721),
        ("https://hiking.waymarkedtrails.org/#?map=12!48.2085!16.3721", 48.2085, 16.3721),
        ("https://www.refuges.info/nav#lat=47.08286&lon=15.44726&zoom=17", 47.08286, 15.44726),
        ("https://www.suncalc.net/#/48.2085,16.3721,13/2024.06.01/12:00", 48.2085, 16.3721),
        ("https://www.inaturalist.org/taxa/map?taxa=1#12/48.2085/16.3721", 48.2085, 16.3721),
        ("https://map.qq.com/?type=marker&markertype=1&pointx=116.4074&pointy=39.9042&name=x", 39.9042, 116.4074),
        ("https://www.google.com/maps/d/viewer?mid=abc&ll=48.2085%2C16.3721&z=15", 48.2085, 16.3721),
        ("https://www.openstreetmap.org/note/new?lat=48.2085&lon=16.3721#map=19/48.2085/16.3721", 48.2085, 16.3721),
        ("https://www.openstreetmap.org/edit?editor=id#map=18/48.2085/16.3721", 48.2085, 16.3721),
        ("https://www.strava.com/heatmap#7.00/-120.90/38.36/hot/all", 38.36, -120.9),
    ],
)  # fmt: skip
def test_other_forms(given: str, latitude: float, longitude: float) -> None:
    assert_at(given, latitude, longitude)


STAYS_REFUSED = {
    "two different positions": [
        "https://www.openstreetmap.org/?lat=48.2&lon=16.3#map=15/48.3/16.4",
        "https://www.opensnowmap.org/?zoom=15&lat=47.03757&lon=15.4687#map=15/15.353/47.055",
        "https://example.org/?lat=48.20849&lon=16.37208#map=15/48.3/16.4",
        "https://example.org/?lat=48.20849&lon=16.37208#lat=48.3&lon=16.4",
        "https://example.org/?lat=48.2&latitude=48.3&lon=16.3",
    ],
    "a search or a route": [
        "https://example.org/search?lat=48.20849&lon=16.37208",
        "https://example.org/?q=pizza&lat=48.20849&lon=16.37208",
        "https://example.org/?from=a&to=b&lat=48.2&lon=16.3",
        "https://example.org/directions?lat=48.2&lon=16.3",
    ],
    "two points": [
        "https://www.komoot.com/plan/@47.9,16.4,10z?p[0][loc]=47.95,16.45&p[1][loc]=47.96,16.5",
        "https://www.komoot.com/plan/@47.9,16.4,13z?sport=hiking&to=47.96,16.5",
        "nmap://route/walk?slat=37.5&slng=127&dlat=37.6&dlng=127.1",
        "https://citymapper.com/directions?startcoord=48.2,16.3&endcoord=48.3,16.4",
    ],
    "are not read": [
        "https://example.org/#map=15/48.2/16.3", "https://example.org/15/48.2/16.3", "https://example.org/?lat=48.20849",
        "https://example.org/?lat=abc&lon=def", "https://example.org/?x=16.3&y=48.2", "https://example.org/@48.2,16.3",
        "https://example.org/?ll=48.2,16.3", "https://example.org/?center=48.2,16.3",
    ],
    "not between -90 and 90": ["https://example.org/#!?layers=1002&zoom=11&lat=6947649.55&lon=32630.40"],
    "is a short link": [
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fgoo.gl%2Fmaps%2Fabc&h=AT0", "https://kko.to/abc",
        "https://naver.me/abc", "https://surl.amap.com/abc", "https://j.map.baidu.com/abc",
    ],
    "has no coordinates": [
        "https://www.komoot.com/tour/1234", "https://map.naver.com/p/search/Seoul?c=15.00,0,0,0,dh",
        "https://map.kakao.com/link/search/Seoul", "https://map.baidu.com/?newmap=1&s=inf%26uid%3D1",
        "https://map.baidu.com/dir/A/B/@12614173,2630534,16z", "https://de.wikipedia.org/wiki/Wien",
        "https://www.flickr.com/photos/a/123", "https://www.inaturalist.org/observations/123",
        "https://www.windy.com/", "https://www.alpenvereinaktiv.com/de/tour/1", "https://www.strava.com/activities/1",
        "https://en.wikipedia.org/wiki/Vienna#/maplink/0",
    ],
    "in mainland China": ["https://map.baidu.com/@1580909.4439,5303807.42,6.99z"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "says"), [(given, says) for says, inputs in STAYS_REFUSED.items() for given in inputs]
)
def test_what_stays_refused(given: str, says: str) -> None:
    assert says in refusal(given)


def test_a_pin_is_no_view() -> None:
    assert convert("nmap://place?lat=37.5665&lng=126.978").kind is PositionKind.POINT
    assert convert("https://www.windy.com/?48.2085,16.3721,5").kind is PositionKind.VIEW
