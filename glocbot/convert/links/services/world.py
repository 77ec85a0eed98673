"""Services that show the whole world: Apple, Bing, HERE and others."""

import re

from glocbot.convert.links.codes import here_place
from glocbot.convert.links.link import Link
from glocbot.convert.links.places import place_in
from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import (
    LAT,
    LON,
    Found,
    both,
    in_path,
    in_value,
    pair,
    single,
    swapped,
)
from glocbot.convert.reading import Datum, PositionKind


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
            pair("center", PositionKind.VIEW),
            pair("sll", PositionKind.VIEW),
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
            pair("cp", PositionKind.VIEW),
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
            pair("map", PositionKind.VIEW),
        ),
        example="https://share.here.com/l/48.20849,16.37208,Stephansplatz?z=16&p=yes",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="Wikimapia",
        hosts="wikimapia.org",
        sources=(both("lat", "lon", PositionKind.VIEW),),
        example="https://wikimapia.org/#lang=en&lat=48.208490&lon=16.372080&z=17&m=w",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="WikiShootMe",
        hosts="wikishootme.toolforge.org",
        sources=(both("lat", "lng", PositionKind.VIEW),),
        example="https://wikishootme.toolforge.org/#lat=48.20849&lng=16.37208&zoom=17",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="IGN",
        hosts="geoportail.gouv.fr cartes.gouv.fr",
        sources=(swapped(pair("c", PositionKind.VIEW)),),
        example="https://www.geoportail.gouv.fr/carte?c=2.294481,48.858370&z=17&permalink=yes",
        at=(48.85837, 2.294481),
    ),
)
