"""What is refused. A refusal is forgiven, a wrong position is not; so this is the longest table."""

import contextlib
import time

import pytest

from glocbot.convert import LONGEST, Refused, convert
from tests.convert.positions import refusal

#: what the message has to say -> inputs
REFUSED = {
    "is not between -90 and 90": [
        "95, 200", "-90.0001, 0", "91N 10E", "9900N 01234E", "151.2, -33.8", "geo:91,10",
        "{{Location|91|10}}", "mapswithme:123.33,32.22/showmethemagic", "144442800, -266842800", "Point(10 95)",
    ],
    "is not between -180 and 180": [
        "0.0 181", "0.0 361", "45, -180.5", "45N 181E", "10, 200", "+10-200/", "1, 234",
    ],
    "only one": [
        "Route 66",         "1,", "48.2", "48.2°", "48° 12′ 30″ N", "N 48.2", ",5", "-33.8", "Lat: 48.2",
    ],
    "two latitudes": ["S 27.45.34 S 23.23.23", "48.2 N 16.3 N", "N55°45′20″ S37°37′3″", "48 north 16 south", "30s 40s"],
    "clear which letter": ["27.45.34 S S 23.23.23", "48 N 12 16 E 22"],
    "two longitudes": ["48.2E, 16.3E", "55°45′20″W, 37°37′3″E", "Lon: 5 Lon: 6"],
    "not both": [
        "41.5 N -81.0 W", "-41.5 S;81.0 E", "-23.3245° S / 28.2344° E", "+48.2N +16.3E",
        "N -48.2 E 16.3", "-89*15.5' N; 120*30'50.5\" e",
    ],
    "not below 60": [
        "48° 60' N 16° E", "48° 12' 60\" N 16° E", "N 51* 33.217 E 11* 60.113", "4060N 01234E",
        "48 75, 16 12", "40°99'N 10°E", "8°83S 35°67E",
    ],
    "have a fraction": [
        "40.5° 30' N 10° E", "40° 30.5' 10\" N 10° E", "40.5 30, 10.5 30", "48.2 16.3 48.3 16.4",
    ],
    "numbers": ["(555) 123-4567", "POINT Z(16.3738 48.2082 10)", "1 2 3", "40 7 22", "1 2 3 4 5", "1 2 3 4", "40 7 22 74 7 22", "+43 1 58858"],
    "values": [
        "1,2,3", "48.2, 16.3, 150", "1,2,3,4", "10.0, 20,0", "48.2;16.3;150", "12/05/2024",
        "48.2,16.3;48.3,16.4", "48.2,, 16.3", "51 19m 12.9s N, 0 1m 24.95s E, 15",
    ],
    "several points": [
        "1.2.3", "192.168.1.1", "10.0.0.1 10.0.0.2", "-27.15.45 18.32.53", "12.05.2024",
        "2.10.1, 3.4", "48.20849.16.37208",
    ],
    "joins": ["10:30 AM", "40.123-74.123", "48.2 - 16.3", "12:30", "16:9", "10-20", "2024-01", "+1-555"],
    "a date, a fraction or times": ["12/05", "1/2", "7:15, 8:20", "12:30:00, 14:45:00", "3 / 4"],
    "is not a number of degrees": [
        "NaN, NaN", "nan 5", "inf, inf", "1e400", "1e400, 5", "5 E-5", "1e2,3e2", "0x10,5", "12e5, 3",
        "-Infinity 3",
    ],
    "may be one number": ["1,134.5", "-12,500.25", "10,20", "46,8", "-12,5", "10,120", "1,234", "10,200", "-90,180"],
    "too many digits for": [
        "1 000, 2 000", "1 000, 2", "1 000 000, 2 000 000", "N 48 012 E 16 022", "48 007, 16 012",
        "12 000 N 13 000 E", "48°100′N 16°E", "48° 12′ 030″ N 16° 22′ 19″ E",
    ],
    "two different positions": ["1,5 2", "48,5 16"],
    "O is east in German": [
        "48° 12′ 30″ N, 16° 22′ 23″ O", "40°25′08″N 3°41′31″O", "48 nord 16 O", "O 16 N 48", "33S 70O",
    ],
    "only the digits 0 to 9": ["٤٨٫٢, ١٦٫٣", "８.5, 16.3", "४८.2, १६.3", "¼, 2", "48.2², 16", "48.2 m², 16.3"],
    "names of places are not looked up": ["Vienna", "Wien, Stephansplatz", "Eiffel Tower", "東京"],
    "has more in it than coordinates": [
        "75 5th Avenue, NYC, USA", "40.123N foo 74.123W", "2.0 sadas 2.0", "48.2 and 16.3", "1920x1080",
        "€12.50 13.50", "12 May 2024", "48.2%, 16.3%", "u2edk8", "x=1, y=2", "<b>48.2, 16.3</b>", "5 ft 6",
        "///filled.count.soap", "48.2085, 16.3721 km", "48.2085, 16.3721km", "$48.2085, 16.3721", "a48.2085, 16.3721",
        "48.2085, 16.3721 O", "v48.2085, 16.3721", "48.2085 to 16.3721", "48.2085 x 16.3721 cm",
    ],
    "among the words may be something else": [
        "model: iphone 7,1", "48.2, 16.3 (Vienna)", "Vienna: 48.2, 16.3", "GPSX 48.2, 16.3", "'; DROP TABLE 1,2",
        "Prices: 12.50, 13.50", "rooms 12, 14", "lat 12 lon 12 foo", "Section 3.4, 5.6", "Version 2.10, 3.11",
    ],
    "square brackets": ["[48.2, 16.3]", "[16.3721, 48.2085]", "[48.2085,16.3721]"],
    "there are no coordinates": ["N", "geo:", "lat lon", "GPS", "latitude, longitude"],
    "a direction": ["48.2 N 16.3", "48.2, 16.3 E", "N 48.2, -16.3", "Lat 48.2, 16.3", "48.2, 16.3e"],
    "digits, where": ["12345N 01234E", "02505.99S 7438.28E", "123456789N 1E"],
    "may belong to the number before": ["N 48 .5 E 16 .3", "N 48° .5 E 16° .3", "S 40 25-.0999 E 74 38"],
    "different ways": [
        "40.1N 7 4.1W", "400723N 07407W", "1.;3 2.4", "48 12 N 16 22 30 E", "N 51 23.1 W 17.1", "48.2°, 16.3", "4007N 74W", "48, 5°", "48,5°", "48 12,5", "Location 48 is 2, 3"],
    "stands": [
        "23°45'12.2''S 18.33'56.7''E",
        '50°, 30"', "50', -50°", "N 33.217' E 11* 10.113", 'N 51* 33.217 E 11* 10.113"', "5'10\"",
        "50* 40*, 30*", "48.2 m, 16.3 m", "N 51* -33.217 E 11* 10.113", "--48.2, 16.3", "48.2, --16",
        "12.5 m 13.5 m", "48°12″30′N 16°E", "16°°E 48°N", "48°12′′′N 16°22′E",
    ],
    "another globe": [
        "{{Coord|44.112|N|87.913|W|globe:moon}}", "{{Coord|44.1|87.9|globe=mars}}",
        "params=44_N_87_W_globe:moon", "<http://www.wikidata.org/entity/Q405> Point(16.3 48.2)",
        "SRID=3857;POINT(16.3 48.2)",
    ],
    "reference system": ["geo:48.2,16.3;crs=moon-2011", "geo:48.2,16.3;crs=nad27"],
    "no coordinates": [
        "https://www.google.com/maps/place/760+West+Genesee+Street+Syracuse+NY+13204",
        "https://www.google.com/maps?cid=123456", "https://maps.google.com/?q=Vienna",
        "https://www.google.com/maps/search/?api=1&query=pizza&query_place_id=ChIJ",
        "https://www.google.com/maps/place/?q=place_id:ChIJ", "http://maps.google.com/maps?q=24+7",
        "https://www.openstreetmap.org/node/123", "https://www.openstreetmap.org/search?query=Wien",
        "https://maps.apple.com/?q=Bargou,+Tunisien", "https://www.waze.com/ul?q=Vienna",
        "https://yandex.ru/maps/org/123456", "https://2gis.ru/moscow/firm/4504127908589159",
        "https://www.mapillary.com/app/?pKey=123", "https://www.bing.com/maps?ss=ypid.YN1", "geo:",
        "google.navigation:q=Vienna", "geo:0,0?q=Kyrenia%20Castle&z=15", "geo:0,0garbage", "geo:53.6",
        "geo:random,garbage", "https://www.google.com/maps", "https://mapy.cz/",
        "https://omaps.app/privacy", "ge0://Byqqqqqqq/Name", "ge0:///wAAAAAAAA/Name",
        "https://ge0.me/AwAAAAAAAAs", "https://www.google.com/maps/dir//Vienna/@48.2,16.3,15z",
    ],
    "two points": [
        "https://www.google.com/maps/dir/48.2,16.3/48.3,16.4/@48.2,16.3,15z",
        "https://www.google.com/maps/dir/Vienna/Graz/@47.6,15.9,9z",
        "https://www.google.com/maps/dir/?api=1&origin=48.2,16.3&destination=48.3,16.4",
        "https://maps.google.com/maps?saddr=48.2,16.3&daddr=48.3,16.4",
        "https://maps.google.com/maps?daddr=48.2,16.3+to:48.3,16.4",
        "https://www.openstreetmap.org/directions?from=48.2%2C16.3&to=48.3%2C16.4",
        "https://www.openstreetmap.org/directions?route=48.2%2C16.3%3B48.3%2C16.4#map=9/48/16",
        "https://maps.apple.com/?saddr=48.2,16.3&daddr=48.3,16.4",
        "https://yandex.ru/maps/?rtext=55.7,37.6~55.8,37.7&ll=37,55",
        "https://yandex.ru/maps/?pt=37.6,55.7~37.7,55.8",
        "https://wego.here.com/directions/mix/A:52,13/B:53,14?map=52.5,13.5,10,normal",
        "https://www.bing.com/maps?rtp=pos.47.6_-122.3~pos.47.7_-122.4&cp=47.6~-122.3",
        "om://route?sll=48.2,16.3&saddr=A&dll=48.3,16.4&daddr=B&type=vehicle",
        "https://osmand.net/map?start=48.2,16.3&end=48.3,16.4#9/48/16",
        "https://2gis.ru/moscow/directions/points/37.6,55.7?m=37.6,55.7/12",
        "https://www.waze.com/live-map/directions?from=ll.48.2%2C16.3&to=ll.48.3%2C16.4",
        "https://www.google.com/maps/place/A/data=!3d48.2!4d16.3!3d48.3!4d16.4",
    ],
    "is a short link": [
        "https://maps.app.goo.gl/abcDEF", "http://goo.gl/maps/Cji0V", "maps.app.goo.gl/abcDEF",
        "http://maps.yandex.com/-/CVCXEKYW", "https://yandex.ru/maps/-/CVCXEKYW",
        "https://mapy.cz/s/abc", "http://her.is/vLCEXE", "https://maps.apple/p/abc",
        "https://go.2gis.com/abc", "Look here: https://maps.app.goo.gl/abcDEF nice",
    ],
    "Gulf of Guinea": [
        "0, 0", "0,0", "0N 0E", "0.0000, 0.0000", "0°0′0″N 0°0′0″E", "{{Location|0|0}}",
        "geo:0,0", "geo:0,0?q=", "https://www.openstreetmap.org/#map=0/0/0", "geo:0.0001,0.0001",
        "https://www.google.com/maps/@0,0,3z", "https://maps.google.com/?q=0,0",
        "https://osm.org/go/wAAA",
    ],
    "more than once": ["mapswithme://map?ll=1.2,3.4&ll=5.6,7.8", "https://maps.apple.com/?q=1.5,2.5&q=3.5,4.5"],
    "only one of": ["https://www.openstreetmap.org/?mlat=48.2", "https://osmand.net/go?lat=34.9"],
    "not decimal degrees": ["https://www.openstreetmap.org/?mlat=48.2&mlon=abc"],
    "are not read": [
        "https://example.com/@48.2,16.3", "https://google.com.evil.com/maps/@48.2,16.3,17z",
        "https://evilgoogle.com/maps/@48.2,16.3,17z", "https://what3words.com/filled.count.soap",
        "https://openstreetmap.org.evil.com/#map=17/48.2/16.3", "example.com/map/48.2/16.3",
    ],
    "not of its maps": ["https://www.google.com/search?q=48.2082,16.3738"],
    "2 links to different places": [
        "geo:48.2,16.3 https://osm.org/?mlat=48.3&mlon=16.3",
        "geo:48.2,16.3 https://maps.app.goo.gl/abcDEF",
        "https://osm.org/go/0EEQjE https://osm.org/go/0EEQjF",
    ],
    "copy it again": [
        "https://[bad/", "33XAB12", "33UXP123", "33U XP 123 12", "33V XP 02080 40360", "https://osm.org/go/$$$$", "ge0://!wAAAAAAA1/Name",
        "https://www.google.com:x/maps/@48.2,16.3,17z",
    ],
    "is a plus code with a place name": ["6937+QR", "6937+QR Vienna", "Vienna 6937+QR"],
    "outside the band": ["33T 601000 5340000"],
    "S after the zone": ["33S 601000 3600000"],
    "no UTM coordinates": [
        "99U 500000 5000000", "33U 999999 99999999", "33U 1000000 5000000", "33U 60100 5340000",
    ],
    "template": [
        "{{Location}}", "{{Location|}}", "{{Location|48.2}}", "{{Coordinate|NS=|EW=}}",
        "{{Location|48.2|16.3", "{{Information|date=2020}}",
        "{{coord|40|26|46|N}}", "{{coord|40|26|46|E|79|58|56|N}}", "{{Location|{{{1}}}|{{{2}}}}}",
    ],
    "a further number follows": [
        "{{coord|40|26|46|79|58|56}}", "{{Location|48.2|16.3|150}}", "{{Location|48.2|16.3|-5}}",
        "{{#coordinates:1|2|3}}", "{{#coordinates:1|2|3|4|5}}", "{{#coordinates:1|2|3|4|5|6|7}}",
    ],
    "so one is missing": ["{{coord|40|26|46|N|79|58|W}}", "{{Location|48|N|16|22|E}}", "{{coord|N|15|E}}"],
    "is not degrees, minutes and seconds": ["{{coord|-40|26|N|79|58|W}}", "{{coord|a|N|b|W}}", "{{#coordinates:10|-1|20|0}}"],
    "not below 60; paste": ["{{coord|40|26|46|N|79|58|66|W}}", "{{#coordinates:25|60|10|0}}"],
    "before the last part; paste": ["{{coord|40.5|26|N|79|58|W}}", "{{#coordinates:10.5|1|20|0}}"],
    "minutes and seconds lie below 60": ["+4060-07400/", "+404560-0740000/"],
    "is empty": ["", " ", "\n\t ", "\u200e\ufeff"],
    "more than any coordinates": ["1" * (LONGEST + 1), "48.2, 16.3" + " " * LONGEST],
}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "says"), [(given, says) for says, inputs in REFUSED.items() for given in inputs]
)
def test_is_refused_with_the_reason(given: str, says: str) -> None:
    assert says in refusal(given)


def test_a_refusal_is_one_short_line_and_harmless_on_a_terminal() -> None:
    for given in (
        "\x1b[31m1,2\x07",
        "{{Coord|1|N|2|E|globe:a\nb}}",
        "9" * 4000 + "N 1E",
        "a" * 4000,
    ):
        message = refusal(given)
        assert message.isprintable()
        assert len(message) < 400


REPEATED = [
    "1", "1.", "1,", "1 ", " ", "N", "s", "°", "'", "-", "- ", "+", "(", "{{", "|", "<!--", "!3d1!4d",
    "@1,1", "https://", "geo:", "a.", "1.1.", "1:", "/", "1e", "%2C", "\n", "=", "&q=1,1", "_1", "22", "x",
]  # fmt: skip
BEGINNINGS = [
    "", "https://www.google.com/maps/", "https://maps.google.com/?q=", "geo:", "{{Location|", "params=1_",
    "Point(", "https://osm.org/go/", "https://yandex.ru/maps/?ll=", "33U ", "https://osm.org/#map=1/",
]  # fmt: skip


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_no_input_takes_more_than_a_moment(beginning: str) -> None:
    """The longest inputs that repeat one thing, where a pattern that backtracks takes minutes."""
    for repeated in REPEATED:
        given = (beginning + repeated * LONGEST)[: LONGEST - 1] + "!"
        start = time.perf_counter()
        with contextlib.suppress(Refused):
            convert(given)
        assert time.perf_counter() - start < 1, repeated


def test_online_is_offered_only_where_it_helps() -> None:
    assert "--online" in refusal("https://maps.app.goo.gl/abcDEF")
    assert "--online" not in refusal("https://her.is/vLCEXE")
