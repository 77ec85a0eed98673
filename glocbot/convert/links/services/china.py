"""Maps of China: in GCJ-02, and Baidu's in BD-09."""

import re

from glocbot.convert.bd09 import NOTE, bd09_to_wgs84, mercator_to_bd09
from glocbot.convert.gcj02 import CONVERTED_NOTE, in_mainland_china, to_wgs84
from glocbot.convert.links.link import INSTEAD, Link
from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import (
    LAT,
    LON,
    NUMBER,
    Found,
    both,
    exact_pair,
    in_fragment,
    in_value,
    pair,
    swapped,
)
from glocbot.convert.reading import Datum, PositionKind, Refused

_CENTRE = re.compile(rf"@({NUMBER}),({NUMBER}),[0-9.]++z.*")
_SHARED = re.compile(rf"(?:^|&)sharegeo=({NUMBER}),({NUMBER})(?![0-9.])")


def _baidu_marker(link: Link) -> Found | None:
    """Read `marker?location=39.9,116.4&coord_type=gcj02`; without the type it is BD-09."""
    found = exact_pair(link.one("location") or "") or exact_pair(link.one("center") or "")
    if found is None:
        return None
    degrees = float(found.latitude), float(found.longitude)
    kind = (link.one("coord_type") or "bd09ll").casefold()
    if kind == "wgs84":
        return found
    if kind in {"gcj02", "gcj02ll"} and in_mainland_china(*degrees):
        return _found(to_wgs84(*degrees), CONVERTED_NOTE, PositionKind.POINT)
    return _found(bd09_to_wgs84(*degrees), NOTE, PositionKind.POINT)


def _baidu_metres(link: Link) -> Found | None:
    """Read `map.baidu.com/@12958000,4825000,13z` and the place of `…/poi/Name/@…`."""
    text = "&".join((*link.path, *(f"sharegeo={v}" for v in link.query.get("sharegeo", ()))))
    shared = _SHARED.search(text)
    centres = [match for match in map(_CENTRE.fullmatch, link.path) if match]
    match = shared or (centres[0] if centres else None)
    if match is None or "dir" in link.path:
        return None
    kind = PositionKind.POINT if shared else PositionKind.VIEW
    return _found(bd09_to_wgs84(*mercator_to_bd09(float(match[1]), float(match[2]))), NOTE, kind)


def _found(degrees: tuple[float, float] | None, note: str, kind: PositionKind) -> Found:
    if degrees is None:
        raise Refused(
            "the link's position is not in mainland China, and it is not known how Baidu writes "
            "positions elsewhere",
            INSTEAD,
        )
    return Found(f"{degrees[0]:.7f}", f"{degrees[1]:.7f}", kind, notes=(note,))


SERVICES = (
    Service(
        name="Amap",
        hosts="amap.com amapuri androidamap iosamap",
        sources=(
            swapped(pair("position")),
            pair("q"),
            in_value("p", rf"^[A-Z][0-9A-Z]++,{LAT},{LON}(?![0-9.])"),
            in_fragment(rf".*?!!q={LAT},{LON}(?![0-9.])", PositionKind.POINT),
            both("lat", "lon"),
        ),
        routes=("slat", "dlat"),
        datum=Datum.GCJ02,
        example="https://uri.amap.com/marker?position=121.473667,31.230525&name=Here",
        at=(31.230525, 121.473667),
    ),
    Service(
        name="Baidu Maps",
        hosts="map.baidu.com baidumap bdapp",
        sources=(_baidu_marker, _baidu_metres),
        routes=("origin", "destination"),
        example="http://api.map.baidu.com/marker?location=39.915,116.404&title=Here&output=html",
        at=(39.9072554, 116.3913861),
    ),
    Service(
        name="Tencent Maps",
        hosts="map.qq.com apis.map.qq.com qqmap",
        sources=(
            in_value("marker", rf"(?:^|;)coord:{LAT},{LON}(?![0-9.])"),
            both("pointy", "pointx"),
            pair("coord"),
        ),
        datum=Datum.GCJ02,
        example="https://apis.map.qq.com/uri/v1/marker?marker=coord:39.9042,116.4074;title:Here",
        at=(39.9042, 116.4074),
    ),
)
