"""National grids and UPS, which pyproj converts; without it a sentence says so."""

import sys

import pytest

from glocbot.convert import PositionKind, convert
from glocbot.convert.grids import projected
from tests.convert.positions import refusal

#: Degrees, some 3 m: PROJ's wheels lack the files for the last metres of Britain and Germany.
CLOSE = 3e-5

GRIDS = [
    # Great Britain: the Ordnance Survey's own example is TG 51409 13177
    ("TG 51409 13177", 52.657979, 1.716052),
    ("TG5140913177", 52.657979, 1.716052),
    ("OSGB36 651409 313177", 52.657979, 1.716052),
    ("British National Grid: E 651409 N 313177", 52.657979, 1.716052),
    ("EPSG:27700 651409, 313177", 52.657979, 1.716052),
    ("OS grid reference TG 51409 13177", 52.657979, 1.716052),
    ("TQ 30034 80381", 51.507407, -0.127724),
    # Ireland
    ("O 15904 34671", 53.349796, -6.260249),
    ("Irish grid O1590434671", 53.349796, -6.260249),
    ("Irish Grid 315904 234671", 53.349796, -6.260249),
    # Switzerland
    ("LV95: 2600072.37, 1199545.49", 46.946994, 7.439583),
    ("2600072.37 1199545.49", 46.946994, 7.439583),
    ("2'600'072 / 1'199'545", 46.94699, 7.43958),
    ("E 2600072 N 1199545", 46.94699, 7.43958),
    ("CH1903+ / LV95 2600072, 1199545", 46.94699, 7.43958),
    ("LV03 600072 199545", 46.94699, 7.43958),
    ("600'072 / 199'545", 46.94699, 7.43958),
    ("CH1903 Y=600072 X=199545", 46.94699, 7.43958),
    ("Swiss grid 600 072 / 199 545", 46.94699, 7.43958),
    # Austria
    ("MGI / Austria GK M34 2903 341257", 48.209708, 16.371194),
    ("GK M34: 2903, 5341257", 48.209708, 16.371194),
    ("BMN M34 752903 341257", 48.209708, 16.371194),
    ("EPSG:31256 2903 341257", 48.209708, 16.371194),
    ("Austria Lambert 625000 483000", 48.206841, 16.361285),
    # Germany
    ("Gauss-Krüger 4468503 5333317", 48.1371, 11.575362),
    ("R 4468503 H 5333317", 48.1371, 11.575362),
    ("Gauß-Krüger Zone 4: Rechtswert 4468503, Hochwert 5333317", 48.1371, 11.575362),
    ("GK3 3433000 5800000", 52.329296, 8.016133),
    # the Netherlands, France
    ("RD 155000 463000", 52.155172, 5.387204),
    ("Rijksdriehoek X: 155000 Y: 463000", 52.155172, 5.387204),
    ("Lambert-93 652381 6862047", 48.856699, 2.350999),
    ("RGF93 / Lambert 93: X=652381 Y=6862047", 48.856699, 2.350999),
    # Sweden and Finland, which write the north first
    ("SWEREF 99 TM N 6580822 E 674032", 59.330231, 18.05919),
    ("SWEREF99TM 6580822, 674032", 59.330231, 18.05919),
    ("ETRS-TM35FIN N=6671000 E=385500", 60.159833, 24.937025),
    ("ETRS-TM35FIN 6671000, 385500", 60.159833, 24.937025),
    # the poles, and UTM by its number
    ("UPS North 2222979.5 1797474.9", 87.287330, 47.752142),
    ("EPSG:25833 601974 5340472", 48.20928, 16.372601),
    ("EPSG:32733 601974 4659528", -48.20928, 16.372601),
    ("MGRS: 33U XP 02080 40360", 48.20826, 16.374007),
    ("UTM: 33U 601974 5340472", 48.20928, 16.372601),
]  # fmt: skip


@pytest.mark.parametrize(("given", "latitude", "longitude"), GRIDS)
def test_a_grid(given: str, latitude: float, longitude: float) -> None:
    location = convert(given).location
    assert location.latitude == pytest.approx(latitude, abs=CLOSE)
    assert location.longitude == pytest.approx(longitude, abs=CLOSE)


def test_the_accuracy_is_noted() -> None:
    assert "Gauss-Krüger zone 4, to within about 3 m" in convert("GK4 4468503 5333317").notes[0]
    assert "Swiss LV95, to within about 1 m" in convert("LV95 2600072 1199545").notes[0]


@pytest.mark.parametrize(
    ("given", "size"), [("TG 514 131", "100 m"), ("TG 5140 1317", "10 m"), ("OSGB TG51", "10000 m")]
)
def test_a_square_is_noted(given: str, size: str) -> None:
    if given == "OSGB TG51":
        refusal(given)
        return
    reading = convert(given)
    assert reading.kind is PositionKind.AREA
    assert any(f"a square of {size}" in note for note in reading.notes)


STAYS_REFUSED = [
    # metres without a name
    "600072 199545", "155000 463000", "652381 6862047", "4468503 5333317", "625000, 483000",
    # named, and elsewhere
    "RD 600000 900000", "LV95 600072 199545", "Lambert-93 48.8, 2.3", "SWEREF 99 TM 100 200",
    "GK 9468503 5333317", "OSGB 930034 1980381",
    # letters that may be anything
    "SE 1234", "AB 123456", "XY 12345 67890", "N 1234 5678", "N 4007 7407", "TQ 123 45", "OSGB TQ 123 45",
    "OSGB AA 12345 67890", "TG51", "O 159 346", "A4 12345", "W 1234567",
    "UPS North 601974 5340472", "UPS A 2222979 1797474", "2600072", "EPSG:99999 1 2", "EPSG:3857 1822531 6141610",
]  # fmt: skip


@pytest.mark.parametrize("given", STAYS_REFUSED)
def test_what_stays_refused(given: str) -> None:
    refusal(given)


@pytest.mark.parametrize(
    "given",
    ["TG 51409 13177", "LV95: 2600072.37, 1199545.49", "RD 155000 463000", "UPS North 2222979 1797474",
     "https://map.geo.admin.ch/#/map?center=2600072.37,1199545.49&z=9"],
)  # fmt: skip
def test_without_pyproj_a_sentence_says_what_to_install(
    given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    projected.transformer.cache_clear()
    monkeypatch.setitem(sys.modules, "pyproj", None)
    message = refusal(given)
    assert "pyproj, which is not installed; install it with `pip install glocbot[grids]`" in message


def test_other_grids_need_no_pyproj(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyproj", None)
    for given in ("33U XP 02080 40360", "33U 601974 5340472", "8FWR6937+QR", "48.2085, 16.3721"):
        assert convert(given)
    assert convert("https://atlas.bayern.de/?c=725303,5434470&z=16")
