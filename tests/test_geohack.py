"""GeoHack's address, as Commons' own templates build it."""

import pytest

from glocbot.geohack import geohack
from glocbot.location import Location


@pytest.mark.parametrize(
    ("location", "params"),
    [
        (
            Location(-33.8, 151.2, 293),
            "33.8_S_151.2_E_globe:Earth_type:camera_heading:293",
        ),
        (Location(1, -2), "1_N_2_W_globe:Earth_type:camera"),
        (Location(0, 0.5, 0), "0_N_0.5_E_globe:Earth_type:camera_heading:0"),
    ],
)
def test_signs_become_hemispheres(location: Location, params: str) -> None:
    assert geohack(location, "File:A.jpg") == (
        f"https://geohack.toolforge.org/geohack.php?pagename=File:A.jpg&params={params}&language=en"
    )


def test_a_title_ends_neither_the_address_nor_a_link_in_wikitext() -> None:
    address = geohack(Location(1, 2), "File:A & B's [1] 東京?#x.jpg")
    assert address.isascii()
    assert "pagename=File:A%20%26%20B%27s%20%5B1%5D%20%E6%9D%B1%E4%BA%AC%3F%23x.jpg&" in address
