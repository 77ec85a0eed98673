"""Short links, on a network that is only a table."""

from collections.abc import Mapping, Sequence

import pytest

from glocbot.convert import Refused, convert
from glocbot.convert.online import MOST_REDIRECTS, Network, Reply, resolve

PUBLIC = "142.250.185.78"
LONG = "https://www.google.com/maps/place/X/@48.2,16.3,17z/data=!8m2!3d48.2082!4d16.3738"
SHORT = "https://maps.app.goo.gl/abc"


class Table:
    """Replies by URL; every host has the one address."""

    def __init__(
        self, replies: Mapping[str, Reply | OSError], addresses: Sequence[str] = (PUBLIC,)
    ) -> None:
        self.replies = replies
        self.known = addresses
        self.asked: list[str] = []

    def addresses(self, host: str) -> Sequence[str]:
        assert host
        return self.known

    def ask(self, host: str, address: str, target: str) -> Reply:
        assert address == self.known[0]
        self.asked.append(f"https://{host}{target}")
        reply = self.replies[self.asked[-1]]
        if isinstance(reply, OSError):
            raise reply
        return reply


def test_a_short_link_becomes_the_long_one() -> None:
    table = Table({SHORT: Reply(302, LONG)})
    assert convert(resolve(f"Look: {SHORT}", table)).location.latitude == 48.2082
    assert table.asked == [SHORT]


def test_http_becomes_https_before_anything_is_asked() -> None:
    table = Table({"https://goo.gl/maps/abc?x=1": Reply(301, LONG)})
    assert resolve("http://goo.gl/maps/abc?x=1", table) == LONG


def test_a_short_link_may_lead_to_another() -> None:
    table = Table({"https://goo.gl/maps/a": Reply(301, SHORT), SHORT: Reply(302, LONG)})
    assert resolve("https://goo.gl/maps/a", table) == LONG


@pytest.mark.parametrize("given", ["48.2, 16.3", LONG, "geo:48.2,16.3", "Vienna", ""])
def test_nothing_else_is_asked_for(given: str) -> None:
    assert resolve(given, Table({})) == given


@pytest.mark.parametrize(
    ("replies", "says"),
    [
        ({SHORT: Reply(302, "http://www.google.com/maps/@48.2,16.3,17z")}, "not https"),
        ({SHORT: Reply(302, "file:///etc/passwd")}, "not https"),
        ({SHORT: Reply(302, "https://bit.ly/x")}, "not one of the short links"),
        ({SHORT: Reply(302, "https://goo.gl/other")}, "not one of the short links"),
        ({SHORT: Reply(302, "https://yandex.ru/maps/-/x")}, "not one of the short links"),
        ({SHORT: Reply(404, None)}, "knows no place"),
        ({SHORT: Reply(200, LONG)}, "knows no place"),
        ({SHORT: Reply(302, None)}, "knows no place"),
        ({SHORT: TimeoutError("timed out")}, "did not answer"),
        ({SHORT: Reply(302, SHORT)}, f"more than {MOST_REDIRECTS}"),
    ],
)
def test_what_does_not_lead_to_a_long_link_is_refused(
    replies: Mapping[str, Reply | OSError], says: str
) -> None:
    table = Table(replies)
    with pytest.raises(Refused, match=says):
        resolve(SHORT, table)
    assert len(table.asked) <= MOST_REDIRECTS


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "240.0.0.1", "::1",
     "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "224.0.0.1", "100.64.0.1", "x"],
)  # fmt: skip
def test_a_private_address_is_never_asked(address: str) -> None:
    for addresses in ([address], [PUBLIC, address]):
        table = Table({SHORT: Reply(302, LONG)}, addresses)
        with pytest.raises(Refused, match="not at a public address"):
            resolve(SHORT, table)
        assert table.asked == []


@pytest.mark.parametrize(
    "given", ["https://bit.ly/x", "https://yandex.ru/maps/-/x", "https://mapy.cz/s/x"]
)
def test_other_short_links_are_never_asked(given: str) -> None:
    table = Table({})
    with pytest.raises(Refused, match="not one of the short links"):
        resolve(given, table)
    assert table.asked == []


def test_the_real_network_says_when_it_is_not_there() -> None:
    """Sockets are disabled in these tests, so this only reaches the look-up of a name."""

    class NoNames(Network):
        def addresses(self, host: str) -> Sequence[str]:
            raise OSError(f"no name service for {host}")

    with pytest.raises(Refused, match="did not answer"):
        resolve(SHORT, NoNames())
