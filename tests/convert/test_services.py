"""Each map service's own example, and what holds for the table of services."""

from collections import Counter

import pytest

from glocbot.convert.links.service import Service
from glocbot.convert.links.services import SERVICES, service_of
from tests.convert.positions import assert_at


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
def test_a_link_as_the_service_writes_it(service: Service) -> None:
    assert_at(service.example, *service.at)


def test_every_host_belongs_to_one_service() -> None:
    hosts = Counter(host for service in SERVICES for host in service.hosts.split())
    assert max(hosts.values()) == 1


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("openstreetmap.org", "OpenStreetMap"),
        ("master.apis.dev.openstreetmap.org", "OpenStreetMap"),
        ("openstreetmap.de", "OpenStreetMap"),
        ("maps.google.co.uk", "Google Maps"),
        ("google.com.tr", "Google Maps"),
        ("yandex.com.tr", "Yandex Maps"),
        ("waze", "Waze"),
        ("google.com.evil.com", None),
        ("evilgoogle.com", None),
        ("openstreetmap.org.evil.com", None),
        ("com", None),
        ("", None),
    ],
)
def test_the_service_of_a_host(host: str, name: str | None) -> None:
    service = service_of(host)
    assert (service and service.name) == name
