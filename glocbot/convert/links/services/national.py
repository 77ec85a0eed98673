"""Maps of one country, as far as their links have degrees or metres of web maps."""

import re

from glocbot.convert.links.link import Link
from glocbot.convert.links.projections import from_web_mercator
from glocbot.convert.links.service import Service
from glocbot.convert.links.sources import (
    LAT,
    LON,
    NUMBER,
    Found,
    both,
    in_path,
    pair,
    swapped,
)
from glocbot.convert.reading import PositionKind

VIEW = PositionKind.VIEW
_CENTRE = re.compile(rf'"center":\[({NUMBER}),({NUMBER})\]')


def _basemap(link: Link) -> Found | None:
    """Read basemap.at's fragment, `{"center":[1822000.5,6141000.5],"zoom":12,…}`."""
    match = _CENTRE.search(link.fragment)
    return _found(match[1], match[2]) if match else None


def _luxembourg(link: Link) -> Found | None:
    x, y = link.one("x"), link.one("y")
    whole = all(re.fullmatch(NUMBER, value or "") for value in (x, y))
    return _found(x, y) if x and y and whole else None


def _found(x: str, y: str) -> Found | None:
    degrees = from_web_mercator(float(x), float(y))
    return Found(f"{degrees[0]:.9f}", f"{degrees[1]:.9f}", VIEW) if degrees else None


SERVICES = (
    Service(
        name="IGN",
        hosts="geoportail.gouv.fr cartes.gouv.fr ign.fr",
        sources=(swapped(pair("c", VIEW)), both("lat", "lng", VIEW)),
        example="https://www.geoportail.gouv.fr/carte?c=2.294481,48.858370&z=17&permalink=yes",
        at=(48.85837, 2.294481),
    ),
    Service(
        name="basemap.at",
        hosts="basemap.at",
        sources=(_basemap,),
        example="https://basemap.at/bmapp/index.html#{%22center%22:[1822531.6088,6141610.4959],%22zoom%22:17,"
        "%22rotation%22:0,%22layers%22:%221000000000%22}",
        at=(48.208490, 16.372080),
    ),
    Service(
        name="Geoportal Luxembourg",
        hosts="geoportail.lu",
        sources=(_luxembourg,),
        example="https://map.geoportail.lu/theme/main?lang=en&zoom=18&X=682439&Y=6379134",
        at=(49.610741, 6.130454),
    ),
    Service(
        name="Eniro",
        hosts="eniro.se krak.dk gulesider.no",
        sources=(pair("c", VIEW),),
        example="https://kartor.eniro.se/?c=59.325695,18.071869&z=15",
        at=(59.325695, 18.071869),
    ),
    Service(
        name="hitta.se",
        hosts="hitta.se",
        sources=(in_path(rf"/kartan!~{LAT},{LON},[0-9.]++z", VIEW),),
        example="https://www.hitta.se/kartan!~59.32570,18.07187,15z/tr!i=abc",
        at=(59.3257, 18.07187),
    ),
)
