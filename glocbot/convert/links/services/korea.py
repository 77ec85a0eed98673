"""Maps of Korea."""

import re

from glocbot.convert.links.link import Link
from glocbot.convert.links.projections import from_web_mercator
from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import LAT, LON, NUMBER, Found, both, in_path, pair
from glocbot.convert.reading import PositionKind

VIEW = PositionKind.VIEW
SEOUL = (37.5665, 126.978)
_METRES = re.compile(rf"({NUMBER}),({NUMBER}),")


def _naver_metres(link: Link) -> Found | None:
    """Read `?c=14135000,4518000,15,0,0,0,dh` and `/p/entry/address/14135000,4518000,…`."""
    places = [(part, PositionKind.POINT) for part in link.path if link.path[0] == "p"]
    for text, kind in (*places, (link.one("c") or "", VIEW)):
        match = _METRES.match(text)
        degrees = from_web_mercator(float(match[1]), float(match[2])) if match else None
        # The newest links have the zoom in this place and no coordinates.
        if degrees is not None and abs(degrees[0]) > 1:
            return Found(f"{degrees[0]:.9f}", f"{degrees[1]:.9f}", kind)
    return None


SERVICES = (
    Service(
        name="Naver Map",
        hosts="map.naver.com nmap",
        sources=(both("lat", "lng"), _naver_metres),
        routes=("slat", "dlat"),
        example="nmap://place?lat=37.5665&lng=126.978&name=Seoul%20City%20Hall&appname=org.example",
        at=SEOUL,
    ),
    Service(
        name="KakaoMap",
        hosts="map.kakao.com kakaomap",
        sources=(
            in_path(rf"/link/(?:map|to|roadview)/(?:[^/]*,)?{LAT},{LON}$"),
            pair("p"),
        ),
        routes=("sp", "ep"),
        example="https://map.kakao.com/link/map/Seoul%20City%20Hall,37.5665,126.978",
        at=SEOUL,
    ),
)
