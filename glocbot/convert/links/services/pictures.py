"""Maps of photos and of what was seen in nature."""

from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import HASH, at_sign, both, pair
from glocbot.convert.reading import PositionKind

VIEW = PositionKind.VIEW
VIENNA = (48.2085, 16.3721)

SERVICES = (
    Service(
        name="Mapillary",
        hosts="mapillary.com",
        sources=(both("lat", "lng", VIEW),),
        example="https://www.mapillary.com/app/?lat=48.2085&lng=16.3721&z=17&pKey=498763468214164",
        at=VIENNA,
    ),
    Service(
        name="KartaView",
        hosts="kartaview.org openstreetcam.org",
        sources=(at_sign(),),
        example="https://kartaview.org/map/@48.2085,16.3721,17z",
        at=VIENNA,
    ),
    Service(
        name="Panoramax",
        hosts="panoramax.xyz panoramax.ign.fr panoramax.openstreetmap.fr panoramax.fr",
        sources=(HASH,),
        example="https://api.panoramax.xyz/#focus=map&map=17/48.2085/16.3721&speed=250",
        at=VIENNA,
    ),
    Service(
        name="Flickr",
        hosts="flickr.com",
        sources=(both("flat", "flon", VIEW),),
        example="https://www.flickr.com/map?&fLat=48.2085&fLon=16.3721&zl=13",
        at=VIENNA,
    ),
    Service(
        name="iNaturalist",
        hosts="inaturalist.*",
        sources=(both("lat", "lng", VIEW), HASH),
        example="https://www.inaturalist.org/observations?lat=48.2085&lng=16.3721&radius=1&subview=map",
        at=VIENNA,
    ),
    Service(
        name="PastVu",
        hosts="pastvu.com",
        sources=(pair("g", VIEW),),
        example="https://pastvu.com/?g=48.2085,16.3721&z=15&s=osm&t=kosmosnimki&type=1",
        at=VIENNA,
    ),
)
