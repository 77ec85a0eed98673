"""Maps of China, most of which are drawn in GCJ-02."""

from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import LAT, LON, in_fragment, in_value, pair, swapped
from glocbot.convert.reading import Datum, PositionKind

SERVICES = (
    Service(
        name="Amap",
        hosts="amap.com",
        sources=(
            swapped(pair("position")),
            pair("q"),
            in_value("p", rf"^[A-Z][0-9A-Z]++,{LAT},{LON}(?![0-9.])"),
            in_fragment(rf".*?!!q={LAT},{LON}(?![0-9.])", PositionKind.POINT),
        ),
        datum=Datum.GCJ02,
        example="https://uri.amap.com/marker?position=121.473667,31.230525&name=Here",
        at=(31.230525, 121.473667),
    ),
)
