"""Wikimedia's projects and the tools around them."""

from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import HASH, LAT, LON, both, in_path
from glocbot.convert.reading import PositionKind

VIEW = PositionKind.VIEW

SERVICES = (
    Service(
        name="Wikimedia Maps",
        hosts="maps.wikimedia.org",
        sources=(HASH,),
        example="https://maps.wikimedia.org/#15/48.2085/16.3721",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="Wikipedia",
        hosts="wikipedia.org wikidata.org wikivoyage.org wikimedia.org",
        # The special page that statements of Wikidata link to, under its names in any language.
        sources=(in_path(rf"/wiki/[^/:]++:[^/]++/[0-9.]++/{LAT}/{LON}(?![0-9.])"),),
        example="https://www.wikidata.org/wiki/Special:Map/13/48.2085/16.3721/en",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="WikiShootMe",
        hosts="wikishootme.toolforge.org",
        sources=(both("lat", "lng", VIEW),),
        example="https://wikishootme.toolforge.org/#lat=48.20849&lng=16.37208&zoom=17&layers=commons",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="WikiMap",
        hosts="wikimap.toolforge.org",
        sources=(both("lat", "lon", VIEW),),
        example="https://wikimap.toolforge.org/?wp=false&cluster=false&zoom=16&lat=48.2085&lon=16.3721",
        at=(48.2085, 16.3721),
    ),
    Service(
        name="Wikimapia",
        hosts="wikimapia.org",
        sources=(both("lat", "lon", VIEW),),
        example="https://wikimapia.org/#lang=en&lat=48.208490&lon=16.372080&z=17&m=w",
        at=(48.20849, 16.37208),
    ),
)
