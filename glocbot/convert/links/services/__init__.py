"""The map services whose links are read, one entry each.

To add one, put a `Service` into the table of the module that fits, with a link that the service
itself writes as its example. The tests read every example, and nothing else is needed.
"""

from glocbot.convert.links.service import Service
from glocbot.convert.links.services import (
    apps,
    china,
    google,
    korea,
    metres,
    national,
    osm,
    outdoor,
    pictures,
    russia,
    weather,
    wikimedia,
    world,
)

SERVICES: tuple[Service, ...] = (
    *google.SERVICES,
    *osm.SERVICES,
    *wikimedia.SERVICES,
    *world.SERVICES,
    *apps.SERVICES,
    *outdoor.SERVICES,
    *pictures.SERVICES,
    *weather.SERVICES,
    *national.SERVICES,
    *metres.SERVICES,
    *russia.SERVICES,
    *china.SERVICES,
    *korea.SERVICES,
)

_BY_HOST = {host: service for service in SERVICES for host in service.hosts.split()}

#: The schemes of apps, which have no host.
SCHEMES = frozenset(host for host in _BY_HOST if "." not in host) | {"com.sygic.aura"}

#: Where a country has two levels, as in `yandex.com.tr`.
_SECOND_LEVELS = frozenset({"co", "com", "org"})


def service_of(host: str) -> Service | None:
    """Return the service that a host belongs to.

    Args:
        host: lower case; of an app's URI its scheme.
    """
    labels = host.split(".")
    for start in range(len(labels)):
        service = _BY_HOST.get(".".join(labels[start:]))
        if service is not None:
            return service
    country = -2 if len(labels) > 2 and labels[-2] in _SECOND_LEVELS else -1
    return _BY_HOST.get(".".join([*labels[:country][-1:], "*"]))
