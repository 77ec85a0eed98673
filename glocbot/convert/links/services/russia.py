"""Yandex and 2GIS, which write the longitude first."""

from glocbot.convert.links.link import Link
from glocbot.convert.links.places import place, place_in
from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import (
    LAT,
    LON,
    Found,
    in_path,
    in_value,
    pair,
    single,
    swapped,
)
from glocbot.convert.links.street_view import panorama
from glocbot.convert.reading import PositionKind


def _panorama(link: Link) -> Found | None:
    found = swapped(pair("panorama[point]"))(link)
    turn = (link.one("panorama[direction]") or "").split(",")[0]
    return found and panorama(found.latitude, found.longitude, turn)


def _goal(link: Link) -> Found | None:
    """Read `rtext=~55.7,37.6`, a route without a start, which has the latitude first."""
    return place((link.one("rtext") or "").strip("~"))


SERVICES = (
    Service(
        name="Yandex Maps",
        hosts="yandex.* yandexmaps",
        sources=(
            _panorama,
            single("rtext", separator="~"),
            single("pt", separator="~"),
            swapped(pair("whatshere[point]")),
            swapped(pair("poi[point]")),
            swapped(pair("pt")),
            _goal,
            place_in("text"),
            swapped(pair("ll", PositionKind.VIEW)),
        ),
        example="https://yandex.com/maps/?whatshere%5Bpoint%5D=16.37208%2C48.20849&z=17&ll=16.3%2C48.2",
        at=(48.20849, 16.37208),
    ),
    Service(
        name="2GIS",
        hosts="2gis.* dgis",
        sources=(
            in_path(rf"/geo/(?:[0-9]++[/,](?=[0-9.+-]++,))?{LON},{LAT}(?![0-9.])"),
            in_path(rf"/routeSearch/(?!.*from/).*to/{LON},{LAT}(?![0-9.])"),
            swapped(pair("m", PositionKind.VIEW)),
            in_path(rf"/center/{LON},{LAT}(?![0-9.])", PositionKind.VIEW),
            in_value("querystate", rf"center/{LON},{LAT}(?![0-9.])", PositionKind.VIEW),
        ),
        example="https://2gis.ru/moscow/geo/37.617734%2C55.752004?m=37.61%2C55.75%2F16",
        at=(55.752004, 37.617734),
    ),
)
