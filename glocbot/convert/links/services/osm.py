"""OpenStreetMap and maps made of its data, most of which write the fragment `#map=17/48.2/16.3`."""

from glocbot.convert.links.codes import osm_code
from glocbot.convert.links.link import Link
from glocbot.convert.links.places import place_in
from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import (
    HASH,
    LAT,
    LON,
    Found,
    both,
    in_fragment,
    in_path,
    in_value,
    pair,
    single,
    swapped,
)
from glocbot.convert.reading import PositionKind

VIEW, POINT = PositionKind.VIEW, PositionKind.POINT
VIENNA = (48.2085, 16.3721)


def _code(link: Link) -> Found | None:
    """Read `osm.org/go/0EEQjE==`, which `?m=` marks as a pin."""
    if len(link.path) < 2 or link.path[0] != "go":
        return None
    return osm_code(link.path[-1], POINT if "m" in link.query else VIEW)


SERVICES = (
    Service(
        name="OpenStreetMap",
        hosts="openstreetmap.* osm.org",
        sources=(
            single("route", separator=";"),
            both("mlat", "mlon"),
            _code,
            pair("marker"),
            place_in("query", "to"),
            both("lat", "lon", VIEW),
            HASH,
            in_path(rf"[/&?]lat={LAT}&lon={LON}(?![0-9.])", VIEW),
        ),
        routes=("from", "to"),
        example="https://www.openstreetmap.org/?mlat=48.2085&mlon=16.3721#map=17/48.20801/16.37135",
        at=VIENNA,
    ),
    Service(
        name="OpenTopoMap",
        hosts="opentopomap.org",
        sources=(in_fragment(rf"marker=[0-9.]++/{LAT}/{LON}(?![0-9.])", POINT), HASH),
        example="https://opentopomap.org/#marker=15/48.2085/16.3721",
        at=VIENNA,
    ),
    Service(
        name="CyclOSM",
        hosts="cyclosm.org",
        sources=(HASH,),
        example="https://www.cyclosm.org/#map=15/48.2085/16.3721/cyclosm",
        at=VIENNA,
    ),
    Service(
        name="OpenCycleMap",
        hosts="opencyclemap.org",
        sources=(both("lat", "lon", VIEW), HASH),
        example="https://www.opencyclemap.org/?zoom=17&lat=48.2085&lon=16.3721&layers=B0000",
        at=VIENNA,
    ),
    Service(
        name="OpenRailwayMap",
        hosts="openrailwaymap.org",
        sources=(both("lat", "lon", VIEW), HASH),
        example="https://www.openrailwaymap.org/?style=standard&lat=48.2085&lon=16.3721&zoom=13",
        at=VIENNA,
    ),
    Service(
        name="OpenSnowMap",
        hosts="opensnowmap.org",
        # The longitude first: this map is in the Apennines.
        sources=(both("lat", "lon", VIEW), swapped(HASH)),
        example="https://www.opensnowmap.org/#map=12/14.017/41.819&b=snowmap&m=false&h=false",
        at=(41.819, 14.017),
    ),
    Service(
        name="OpenSeaMap",
        hosts="openseamap.org",
        sources=(both("mlat", "mlon"), both("lat", "lon", VIEW), HASH),
        example="https://map.openseamap.org/?zoom=13.5&lon=10.81721&lat=54.10776&layers=TFTF",
        at=(54.10776, 10.81721),
    ),
    Service(
        name="OpenHistoricalMap",
        hosts="openhistoricalmap.org",
        sources=(both("mlat", "mlon"), both("lat", "lon", VIEW), HASH),
        example="https://www.openhistoricalmap.org/#map=10/48.2085/16.3721&layers=O&date=1890",
        at=VIENNA,
    ),
    Service(
        name="OpenSkiMap",
        hosts="openskimap.org opencampingmap.org openinframap.org opentripmap.com openlevelup.net",
        sources=(both("lat", "lon", VIEW), HASH),
        example="https://openskimap.org/#15.01/47.47717/15.75636",
        at=(47.47717, 15.75636),
    ),
    Service(
        name="uMap",
        hosts="umap.openstreetmap.fr umap.openstreetmap.de",
        sources=(HASH,),
        example="https://umap.openstreetmap.fr/en/map/campermap_514529#15/47.4796/15.7503",
        at=(47.4796, 15.7503),
    ),
    Service(
        name="ÖPNVKarte",
        hosts="xn--pnvkarte-m4a.de öpnvkarte.de",
        sources=(in_fragment(rf"{LON};{LAT};[0-9.]++"),),
        example="https://www.xn--pnvkarte-m4a.de/?#16.3721;48.2085;15",
        at=VIENNA,
    ),
    Service(
        name="Overpass Turbo",
        hosts="overpass-turbo.eu",
        sources=(pair("c", VIEW),),
        example="https://overpass-turbo.eu/?Q=&C=48.2085;16.3721;15",
        at=VIENNA,
    ),
    Service(
        name="Freemap Slovakia",
        hosts="freemap.sk",
        sources=(in_value("map", rf"^[0-9.]++/{LAT}/{LON}(?![0-9.])", VIEW), HASH),
        example="https://www.freemap.sk/?map=14/48.14389/17.10972&layers=X",
        at=(48.14389, 17.10972),
    ),
    Service(
        name="indoor=",
        hosts="indoorequal.org americanamap.org openstreetbrowser.org waterwaymap.org mapwith.ai "
        "rapideditor.org map.hotosm.org gpx.studio",
        sources=(HASH,),
        example="https://indoorequal.org/#map=17.5/48.2085/16.3721&level=0",
        at=VIENNA,
    ),
)
