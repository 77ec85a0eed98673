"""Where one stands: the device's position, its accuracy and its compass, emulated."""

import re

import pytest

from tests.browser.visitor import Visitor

HEADING = re.compile(r"\{\{Location\|48\.20849\|16\.37208\|heading:(\d+)\}\}")


def stand(visitor: Visitor, accuracy: float = 8) -> None:
    """Open the page and say where one stands."""
    visitor.open()
    visitor.stand(48.20849, 16.37208, accuracy)
    visitor.find("#here").click()


def test_the_position_is_taken_with_its_accuracy(visitor: Visitor) -> None:
    stand(visitor, 8.4)
    visitor.wait_for("{{Location|48.20849|16.37208}}")
    visitor.wait_until_it_says("right to about 8 m")
    visitor.wait_for_map()
    assert visitor.find("#q").get_attribute("value") == "48.20849, 16.37208"


@pytest.mark.parametrize(("accuracy", "taken"), [(1000, True), (1001, False), (25_000, False)])
def test_a_position_that_is_worse_than_a_kilometre_is_refused(
    visitor: Visitor, accuracy: float, *, taken: bool
) -> None:
    """A poor fix is waited on for some seconds."""
    stand(visitor, accuracy)
    if taken:
        visitor.wait_until_it_says("right to about 1000 m")
        assert visitor.templates() == ["{{Location|48.20849|16.37208}}"]
    else:
        visitor.wait_until_it_says(f"only to {accuracy / 1000:.1f} km, and that is too coarse")
        assert visitor.templates() == []
        assert visitor.find("#q").get_attribute("value") == ""


def test_the_compass_gives_the_heading_from_true_north(visitor: Visitor) -> None:
    """Held upright towards magnetic east; in Vienna the needle is some 5 degrees east of north."""
    visitor.hold(270, 90, 0)
    stand(visitor)
    visitor.wait_until_it_says("compass says 90°")
    (template,) = visitor.templates()
    found = HEADING.fullmatch(template)
    assert found
    assert 93 <= int(found[1]) <= 98
    visitor.wait_for_map()
    assert visitor.find(".pin-hold").get_attribute("aria-valuenow") == found[1]


def test_another_text_has_not_that_heading(visitor: Visitor) -> None:
    visitor.hold(270, 90, 0)
    stand(visitor)
    visitor.wait_until_it_says("compass says 90°")
    visitor.paste("1.5, 2.5")
    visitor.wait_for("{{Location|1.5|2.5}}")


def test_who_does_not_allow_it_is_told(visitor: Visitor) -> None:
    visitor.open()
    visitor.tell(
        "Browser.setPermission",
        origin=visitor.origin,
        permission={"name": "geolocation"},
        setting="denied",
    )
    visitor.find("#here").click()
    visitor.wait_until_it_says("The browser may not know where you are")


def test_a_device_that_does_not_know_is_told(visitor: Visitor) -> None:
    visitor.open()
    visitor.allow("geolocation")
    visitor.tell("Emulation.setGeolocationOverride")  # without a position: unavailable
    visitor.find("#here").click()
    visitor.wait_until_it_says("The device does not know where it is")
