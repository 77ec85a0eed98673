"""Services that show the whole world: Apple, Bing, HERE and others."""

import re

from glocbot.convert.links.codes import here_place
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
)
from glocbot.convert.reading import Datum, PositionKind

VIEW = PositionKind.VIEW


def _here_place(link: Link) -> Found | None:
    code = link.path[1] if len(link.path) > 1 and link.path[0] == "p" else ""
    return here_place(code[2:]) if re.match("[a-z]-", code) else None


SERVICES = (
    Service(
        name="Apple Maps",
        hosts="maps.apple.com maps",
        sources=(
            pair("coordinate"),
            place_in("q"),
            pair("ll"),
            place_in("daddr"),
            pair("center", VIEW),
            pair("sll", VIEW),
        ),
        routes=("saddr", "daddr"),
        datum=Datum.GCJ02,
        example="https://maps.apple.com/place?coordinate=48.20849,16.37208&name=Marked%20Location",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="Bing",
        hosts="bing.com",
        sources=(
            single("rtp", separator="~"),
            in_value("sp", rf"^point\.{LAT}_{LON}(?![0-9.])"),
            place_in("where1", "q"),
            pair("cp", VIEW),
        ),
        datum=Datum.GCJ02,
        example="https://www.bing.com/maps?sp=point.48.20849_16.37208_Here&cp=48.2~16.3&lvl=15",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="HERE",
        hosts="here.com",
        sources=(
            in_path(rf"^/l/{LAT},{LON}(?![0-9.])"),
            _here_place,
            pair("map", VIEW),
        ),
        example="https://share.here.com/l/48.20849,16.37208,Stephansplatz?z=16&p=yes",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="Kagi Maps",
        hosts="kagi.com",
        sources=(
            in_value("id", rf"^point_{LAT}_{LON}$"),
            pair("ll", VIEW),
            HASH,
        ),
        example="https://kagi.com/maps/info?q=Shared%20Point&ll=53.2053,5.7836&id=point_53.20548_5.784024"
        "#17.5/53.205291/5.783568",
        at=(53.20548, 5.784024),
    ),
    Service(
        name="MapQuest",
        hosts="mapquest.com",
        sources=(in_path(rf"/latlng/{LAT},{LON}(?![0-9.])"), pair("center", VIEW)),
        example="https://www.mapquest.com/latlng/48.2085,16.3721?zoom=15",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="ViaMichelin",
        hosts="viamichelin.*",
        sources=(pair("position", VIEW), pair("bounds", VIEW)),
        example="https://www.viamichelin.com/web/maps?position=48.2085;16.3721;12",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="Petal Maps",
        hosts="petalmaps.com",
        sources=(pair("marker"), pair("center", VIEW)),
        example="https://www.petalmaps.com/place/?z=15&marker=48.2085,16.3721&id=1",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="OpenAerialMap",
        hosts="openaerialmap.org",
        sources=(in_fragment(rf"/?{LON},{LAT},[0-9.]++"),),
        example="https://map.openaerialmap.org/#/16.3721,48.2085,12?_k=2zssbp",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="World Imagery Wayback",
        hosts="livingatlas.arcgis.com",
        sources=(in_fragment(rf"(?:.*&)?mapCenter={LON},{LAT},[0-9.]++"),),
        example="https://livingatlas.arcgis.com/wayback/#active=6543&mapCenter=16.3721%2C48.2085%2C14",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="Macrostrat",
        hosts="macrostrat.org",
        sources=(both("y", "x", VIEW),),
        example="https://macrostrat.org/map/layers#x=16.3721&y=48.2085&z=7.9&show=geology",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="openrouteservice",
        hosts="openrouteservice.org",
        sources=(in_fragment(rf"/place/.*@{LON},{LAT}(?![0-9.])"), both("n1", "n2", VIEW)),
        example="https://maps.openrouteservice.org/#/place/@16.3721,48.2085,15",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="Copernix",
        hosts="copernix.io",
        sources=(in_fragment(rf"\??where={LON},{LAT}(?![0-9.])"),),
        example="https://copernix.io/#?where=16.3721,48.2085,12&?query=&?map_type=roadmap",
        at=(48.2085, 16.3721),
    ),
)
