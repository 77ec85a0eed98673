"""Words around one pair: labels, sentences, what Wikipedia and Commons show when it is copied."""

import pytest

from glocbot.convert import convert
from tests.convert.positions import assert_at, refusal

STEPHANSDOM = [
    # labels
    "GPS Position : 48 deg 12' 30.564\" N, 16 deg 22' 19.488\" E",
    "GPS Latitude : 48 deg 12' 30.564\" N GPS Longitude : 16 deg 22' 19.488\" E",
    "GPS Latitude                    : 48 deg 12' 30.564\" N\nGPS Longitude                   : 16 deg 22' 19.488\" E",
    "GPS-Koordinaten: 48.20849, 16.37208",
    "GPS-Koordinaten: 48,20849 N; 16,37208 O",
    "GPS-Position 48.20849 16.37208",
    "Koordinaten: 48° 12′ 30,564″ N, 16° 22′ 19,488″ O",
    "Coordonnées : 48° 12′ 30,564″ nord, 16° 22′ 19,488″ est",
    "Lat/Lon: 48.20849/16.37208",
    "Lat, Long: 48.20849, 16.37208",
    "Longitude, Latitude: 16.37208, 48.20849",
    "Latitude and longitude: 48.20849, 16.37208",
    "lat,lng\n48.20849,16.37208",
    "Latitude,48.20849\nLongitude,16.37208",
    "latitude 48.20849 and longitude 16.37208",
    "lat/lng: (48.20849,16.37208)",
    "LatLng(48.20849, 16.37208)",
    "Position (WGS84): 48.20849, 16.37208",
    "WGS 84: N 48.20849° E 16.37208°",
    "EPSG:4326 48.20849, 16.37208",
    "Dropped pin: 48.20849, 16.37208",
    "Breitengrad 48,20849 Längengrad 16,37208",
    # what stands beside coordinates in apps
    "48.20849, 16.37208, 171m",
    "48.20849, 16.37208 (±5 m)",
    "48.20849° N, 16.37208° E, elevation 171 m",
    "Lat: 48.20849 Lon: 16.37208 Alt: 171 m Acc: 5 m",
    "Latitude: 48.20849 | Longitude: 16.37208 | Altitude: 171.0 m",
    # sentences
    "I am at 48.20849, 16.37208",
    "I'm at 48.20849, 16.37208!",
    "My position is 48.20849, 16.37208.",
    "The coordinates of the place are 48.20849, 16.37208.",
    "Meet me here: 48.20849,16.37208 😀",
    "📍 48.20849, 16.37208",
    "📍48.20849, 16.37208 📷",
    "• 48.20849, 16.37208",
    "Ich stand bei 48.20849, 16.37208",
    "Ma position est 48.20849, 16.37208",
    "Mi posición es 48.20849, 16.37208",
    "La mia posizione è 48.20849, 16.37208",
    "Jestem tutaj: 48.20849, 16.37208",
    "Я здесь: 48.20849, 16.37208",
    "我在48.20849, 16.37208",
    # the name of a place
    "St. Stephen's Cathedral\n48.20849, 16.37208",
    "Stephansdom, Wien: 48.20849, 16.37208",
    "Stephansdom – 48.20849, 16.37208",
    "48.20849, 16.37208 – Stephansplatz",
    "48.20849N 16.37208E Stephansplatz",
    "48.20849,16.37208 (Stephansdom)",
    "Wien (48.20849, 16.37208)",
    "N 48° 12.5094' E 016° 22.3248' Parkplatz am Wald",
    "North Tower, 48.20849, 16.37208",
    # Commons, Wikidata
    "Camera location48° 12′ 30.564″ N, 16° 22′ 19.488″ E View all coordinates using: OpenStreetMap",
    "Camera location\t48° 12′ 30.564″ N, 16° 22′ 19.488″ E\tView this and other nearby images on: OpenStreetMap",
    "Kamerastandort48° 12′ 30,564″ N, 16° 22′ 19,488″ O Alle Koordinaten anzeigen bei: OpenStreetMap",
    "Object location48° 12′ 30.564″ N, 16° 22′ 19.488″ E View all coordinates using: OpenStreetMap",
    "coordinate location\n48°12'30.564\"N, 16°22'19.488\"E\nedit\n1 reference\nimported from Wikimedia project\nEnglish Wikipedia\nadd reference",
    "geographische Koordinaten\n48°12'30.564\"N, 16°22'19.488\"E\n0 Fundstellen",
    # several notations of it
    "48°12′31″N 16°22′19″E / 48.20849°N 16.37208°E / 48.20849; 16.37208",
    "48°12′30.6″N 16°22′19.5″E\ufeff / \ufeff48.20849°N 16.37208°E\ufeff / 48.20849; 16.37208",
    "Coordinates: 48°12′31″N 16°22′19″E / 48.20849°N 16.37208°E",
    "48°12'30.6\"N 16°22'19.5\"E\n48.208490, 16.372080",
    "48°12'30.6\"N 16°22'19.5\"E (48.208490, 16.372080)",
    "48.208490, 16.372080\n48.208490, 16.372080",
    "48° 12.5094′ N, 16° 22.3248′ E = 48.20849, 16.37208",
]  # fmt: skip


@pytest.mark.parametrize("given", STEPHANSDOM)
def test_one_pair_among_words(given: str) -> None:
    assert_at(given, 48.20849, 16.37208)


def test_commons_shows_the_heading() -> None:
    given = (
        "Camera location48° 12′ 30.564″ N, 16° 22′ 19.488″ E Heading=142° View all coordinates "
        "using: OpenStreetMap"
    )
    assert_at(given, 48.20849, 16.37208, 142)


@pytest.mark.parametrize(
    "given",
    [
        "I am at 48.20849, 16.37208 (approx.)",
        "about 48.20849, 16.37208",
        "~48.20849, 16.37208",
        "etwa 48.20849, 16.37208",
        "48.20849, 16.37208 environ",
    ],
)
def test_what_is_approximate_is_noted(given: str) -> None:
    assert any("only approximate" in note for note in convert(given).notes)


#: What the message has to say, then the inputs.
STAYS_REFUSED = {
    "somewhere else": [
        "Near 48.20849, 16.37208", "close to 48.20849, 16.37208", "nahe 48.20849, 16.37208",
        "not at 48.20849, 16.37208", "across from 48.20849, 16.37208", "between here and 48.20849, 16.37208",
        "the tower north of 48.20849, -16.37208", "au nord de 48.20849, -16.37208", "nördlich von 48.20849, 16.37208",
        "près de 48.20849, 16.37208", "cerca de 48.20849, 16.37208", "perto de 48.20849, 16.37208",
        "vicino a 48.20849, 16.37208", "niedaleko 48.20849, 16.37208", "рядом с 48.20849, 16.37208",
        "48.20849, 16.37208附近", "opposite 48.20849, 16.37208", "NE of 48.20849, 16.37208",
        "two miles away: 48.20849, 16.37208", "yakınında 48.20849, 16.37208", "Moon: 48.20849, 16.37208",
        "Datum Tokyo 48.20849, 16.37208", "GCJ 48.20849, 16.37208",
        "near https://www.openstreetmap.org/#map=15/48.20849/16.37208",
        "It is 2 km north of https://www.openstreetmap.org/#map=15/48.20849/16.37208",
        "near {{coord|48.20849|16.37208}}", "nahe 8FWR6937+QR",
    ],
    "which side of the Earth": ["South Street, 40.70600, 74.00300", "South Park 40.70600, 74.00300"],
    "different positions": [
        "57°18′22″N 4°27′32″W / 57.30611°N 4.45889°W / 57.40611; -4.45889", "10, 20\n10.5, 20.5",
        "48.21, 16.37\n48.22, 16.38", "48.20849, 16.37208\n48.20850, 16.37308",
        "48.20849, 16.37208 (48.30849, 16.37208)", "1.23456, 2.34567 / 1.33456, 2.34567",
    ],
    "coordinates of its own": [
        "48.3, 16.4 https://www.openstreetmap.org/#map=15/48.20849/16.37208",
        "48.3, 16.4: {{coord|48.20849|16.37208}}",
    ],
    "has more in it than coordinates": [
        "2 km from 48.20849, 16.37208", "48.20849, 16.37208 km", "5th floor 48.20849, 16.37208",
        "ED50 48.20849, 16.37208", "room 12b 48.20849, 16.37208", "48.20849 foo 16.37208",
        "48.20849 16.37208€", "1010 Wien 48.20849, 16.37208",
    ],
    "may be the width and length": ["Länge: 120, Breite: 20", "Breite 20, Länge 30 Kiste", "szerokość 20, długość 30"],
    "may be two coordinates": ["40 74", "12 05", "48 16.3721", "-48 16.3", "+40 74", "0 0"],
    "different ways": ["12:30 48.20849, 16.37208"],
    "numbers": ["48.20849, 16.37208 2024-05-01"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "says"), [(given, says) for says, inputs in STAYS_REFUSED.items() for given in inputs]
)
def test_what_stays_refused(given: str, says: str) -> None:
    assert says in refusal(given)
