"""Maps of photos."""

from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import both
from glocbot.convert.reading import PositionKind

SERVICES = (
    Service(
        name="Mapillary",
        hosts="mapillary.com",
        sources=(both("lat", "lng", PositionKind.VIEW),),
        example="https://www.mapillary.com/app/?lat=48.20849&lng=16.37208&z=17",
        at=(48.20849, 16.37208),
    ),
)
