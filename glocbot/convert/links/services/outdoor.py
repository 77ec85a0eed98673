"""Maps for hikers, cyclists and climbers."""

import re

from glocbot.convert.links.link import Link, two_points
from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import (
    HASH,
    LAT,
    LON,
    Found,
    at_sign,
    both,
    in_fragment,
    in_path,
    in_value,
    pair,
    swapped,
)
from glocbot.convert.reading import PositionKind

VIEW, POINT = PositionKind.VIEW, PositionKind.POINT


def _komoot_points(link: Link) -> Found | None:
    """Read the one point of a plan, `p[0][loc]=48.2,16.3`."""
    names = [name for name in link.query if re.fullmatch(r"p\[[0-9]++\]\[loc\]", name)]
    if len(names) > 1 or "to" in link.query:
        raise two_points()
    return pair(names[0])(link) if names else None


def _strava(link: Link) -> Found | None:
    """Read the heat map's fragment; the old one wrote the longitude first."""
    return (HASH if "maps" in link.path else swapped(HASH))(link)


SERVICES = (
    Service(
        name="komoot",
        hosts="komoot.*",
        sources=(
            _komoot_points,
            in_path(rf"/discover/[^/]++/@{LAT},{LON}(?![0-9.])"),
            at_sign(),
        ),
        example="https://www.komoot.com/plan/@47.9126603,16.4678192,10z?sport=hike",
        at=(47.9126603, 16.4678192),
    ),
    Service(
        name="outdooractive",
        hosts="outdooractive.com alpenvereinaktiv.com",
        sources=(
            in_fragment(rf"(?:.*&)?zc=[0-9.]++,{LON},{LAT}(?![0-9.])"),
            both("lat", "lon", VIEW),
        ),
        example="https://www.outdooractive.com/en/map/#bm=osm%3Asummer&fu=1&zc=10.,10.67459,63.43147",
        at=(63.43147, 10.67459),
    ),
    Service(
        name="bergfex",
        hosts="bergfex.*",
        sources=(pair("mapstate", VIEW), both("lat", "lon", VIEW), both("lat", "lng", VIEW), HASH),
        example="https://www.bergfex.at/?mapstate=47.091212,15.260954,11,o,430,47.420654,13.1286",
        at=(47.091212, 15.260954),
    ),
    Service(
        name="PeakFinder",
        hosts="peakfinder.*",
        sources=(both("lat", "lng"),),
        example="https://www.peakfinder.com/?lat=46.6052&lng=8.3217&azi=45&alt=0&fov=103&name=Peak",
        at=(46.6052, 8.3217),
    ),
    Service(
        name="SunCalc",
        hosts="suncalc.org suncalc.net mooncalc.org",
        sources=(in_fragment(rf"/?{LAT},{LON},", POINT),),
        example="https://www.suncalc.org/#/48.2085,16.3721,17/2024.06.21/12:00/1/3",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="CalTopo",
        hosts="caltopo.com sartopo.com",
        sources=(in_fragment(rf"(?:.*&)?ll={LAT},{LON}(?![0-9.])"),),
        example="https://caltopo.com/map.html#ll=35.86254,-105.6938&z=15&b=mbt",
        at=(35.86254, -105.6938),
    ),
    Service(
        name="Gaia GPS",
        hosts="gaiagps.com",
        sources=(in_value("loc", rf"^[0-9.]++/{LON}/{LAT}(?![0-9.])", VIEW),),
        example="https://www.gaiagps.com/map/?loc=13.6/-122.1094/37.2305&pubLink=b4sitlz",
        at=(37.2305, -122.1094),
    ),
    Service(
        name="Waymarked Trails",
        hosts="waymarkedtrails.org",
        sources=(HASH, in_fragment(rf"(?:.*?[?&])?map=[0-9.]++!{LAT}!{LON}(?![0-9.])")),
        example="https://hiking.waymarkedtrails.org/#?map=12.0/48.2085/16.3721",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="BRouter",
        hosts="brouter.de bikerouter.de brouter.grade.de",
        sources=(HASH,),
        example="https://bikerouter.de/#map=14/47.0777/15.4904/bikerouter-outdoors,gravel-overlay",
        at=(47.0777, 15.4904),
    ),
    Service(
        name="nakarte.me",
        hosts="nakarte.me",
        sources=(in_fragment(rf"(?:.*&)?m=[0-9.]++/{LAT}/{LON}(?![0-9.])"),),
        example="https://nakarte.me/#m=12/47.0777/15.4904&l=Czt/Sr&n2=_gwmc",
        at=(47.0777, 15.4904),
    ),
    Service(
        name="refuges.info",
        hosts="refuges.info",
        # Two forms, of which one has names and the other the longitude first.
        sources=(
            both("lat", "lon", VIEW),
            in_value("map", rf"^[0-9.]++/{LON}/{LAT}(?![0-9.])", VIEW),
        ),
        example="https://www.refuges.info/nav?map=16/15.9197/46.876",
        at=(46.876, 15.9197),
    ),
    Service(
        name="Strava",
        hosts="strava.com",
        sources=(_strava,),
        example="https://www.strava.com/maps/global-heatmap?sport=All#14.5/48.2085/16.3721",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="Geocaching",
        hosts="geocaching.com",
        sources=(
            in_fragment(rf"\??(?:.*&)?ll={LAT},{LON}(?![0-9.])"),
            pair("ll", VIEW),
            both("lat", "lng", VIEW),
        ),
        example="https://www.geocaching.com/map/#?ll=48.2085,16.3721&z=14",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="Trail Router",
        hosts="trailrouter.com",
        sources=(in_fragment(rf"wps={LAT},{LON}(?:&|$)", POINT),),
        example="https://trailrouter.com/#wps=48.2085,16.3721&ss=&rt=true&td=5000",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="MTBMap",
        hosts="mtbmap.cz 4umaps.com xctrails.org trailforks.com",
        sources=(both("lat", "lon", VIEW),),
        example="https://mtbmap.cz/#zoom=13&lat=50.0875&lon=14.4213",
        at=(50.0875, 14.4213),
    ),
)
