"""The map of a result: loaded when needed; its pin is dragged, its wedge turned, also by key."""

import math
import re

from selenium.webdriver.common.keys import Keys

from tests.browser.visitor import LAPTOP, Visitor

STEPHANSDOM = "{{Location|48.20849|16.37208}}"
TEMPLATE = re.compile(r"\{\{Location\|(-?[\d.]+)\|(-?[\d.]+)(?:\|heading:(\d+))?\}\}")


def read(visitor: Visitor) -> tuple[float, float, int | None]:
    """Read the one template's latitude, longitude and heading."""
    (template,) = visitor.templates()
    found = TEMPLATE.fullmatch(template)
    assert found, template
    return float(found[1]), float(found[2]), None if found[3] is None else int(found[3])


def changed(visitor: Visitor, before: str) -> None:
    """Wait until the template is another, and at rest."""
    visitor.until(f"return document.querySelector('#results code').textContent !== '{before}'")
    visitor.chromium.execute_async_script(
        "const done = arguments[0]; const look = (last) => setTimeout(() => {"
        "const now = document.querySelector('#results code').textContent;"
        "if (now === last) done(); else look(now); }, 300); look('');"
    )


def with_map(visitor: Visitor, text: str = "48.20849, 16.37208") -> None:
    """Open the page with a result and its map."""
    visitor.open()
    visitor.paste(text)
    visitor.wait_for_map()


def test_the_map_is_loaded_when_first_needed(visitor: Visitor) -> None:
    visitor.open()
    loaded = "return performance.getEntriesByType('resource').map(entry => entry.name).join()"
    assert "leaflet" not in visitor.run(loaded)
    visitor.paste("48.20849, 16.37208")
    visitor.wait_for_map()
    assert "leaflet.js" in visitor.run(loaded)
    # No third party's script, font or tracker; tiles alone come from elsewhere.
    hosts = visitor.run(
        "return [...new Set(performance.getEntriesByType('resource')"
        ".map(entry => new URL(entry.name).host))]"
    )
    assert set(hosts) <= {visitor.origin.removeprefix("http://"), "tile.openstreetmap.org"}
    tile = visitor.find(".leaflet-tile")
    assert tile.get_attribute("src").startswith("https://tile.openstreetmap.org/17/")  # type: ignore[union-attr]
    assert "OpenStreetMap" in visitor.find(".leaflet-control-attribution").text


def test_dragging_the_pin_corrects_the_place(visitor: Visitor) -> None:
    with_map(visitor)
    visitor.drag(visitor.find(".pin-dot"), 60, 30)
    changed(visitor, STEPHANSDOM)
    latitude, longitude, heading = read(visitor)
    # At zoom 17 a pixel is 1.194 m on the equator, and this much of a degree of longitude.
    pixel = 360 / 256 / 2**17
    assert abs(longitude - 16.37208 - 60 * pixel) < 3 * pixel
    assert abs(48.20849 - latitude - 30 * pixel * math.cos(math.radians(48.2))) < 3 * pixel
    assert heading is None
    assert visitor.says() == "The template follows your correction."
    # What is sent next has it too.
    assert visitor.find("#q").get_attribute("value") == f"{latitude:.12g}, {longitude:.12g}"


def test_a_tap_moves_the_pin(visitor: Visitor) -> None:
    visitor.use(LAPTOP)
    with_map(visitor)
    visitor.run(
        "const box = document.querySelector('.leaflet-container').getBoundingClientRect();"
        "const at = {bubbles: true, clientX: box.left + 300, clientY: box.top + 100, view: window};"
        "document.querySelector('.leaflet-container').dispatchEvent(new MouseEvent('click', at))"
    )
    changed(visitor, STEPHANSDOM)
    dot = visitor.find(".pin-dot").rect
    box = visitor.find(".leaflet-container").rect
    assert abs(dot["x"] + dot["width"] / 2 - box["x"] - 300) < 3
    assert abs(dot["y"] + dot["height"] / 2 - box["y"] - 100) < 3


def test_turning_the_wedge_sets_the_heading(visitor: Visitor) -> None:
    with_map(visitor)
    assert visitor.find(".pin-hold").get_attribute("aria-valuetext") == "unknown"
    # From above the pin to the right of it: the camera looks east.
    visitor.drag(visitor.find(".pin-hold"), 64, 64)
    changed(visitor, STEPHANSDOM)
    latitude, longitude, heading = read(visitor)
    assert (latitude, longitude) == (48.20849, 16.37208)
    assert heading is not None
    assert abs(heading - 90) <= 5
    assert visitor.find(".towards input").get_attribute("value") == str(heading)
    hold, dot = visitor.find(".pin-hold").rect, visitor.find(".pin-dot").rect
    assert hold["x"] - dot["x"] > 55


def test_the_wedge_turns_while_it_is_dragged(visitor: Visitor) -> None:
    with_map(visitor, "{{Location|48.20849|16.37208|heading:10}}")
    visitor.drag(visitor.find(".pin-hold"), -20, 100)
    changed(visitor, "{{Location|48.20849|16.37208|heading:10}}")
    heading = read(visitor)[2]
    assert heading is not None
    wedge = visitor.find(".pin-wedge").find_element("xpath", "..")
    assert wedge.get_attribute("transform") == f"rotate({heading})"


def test_all_by_keyboard(visitor: Visitor) -> None:
    with_map(visitor)
    visitor.run("document.querySelector('.pin-dot').focus()")
    visitor.press(*[Keys.ARROW_RIGHT] * 5, *[Keys.ARROW_UP] * 5)
    changed(visitor, STEPHANSDOM)
    latitude, longitude, _ = read(visitor)
    assert 48.20849 < latitude < 48.2087
    assert 16.37208 < longitude < 16.3723
    visitor.press(Keys.TAB, Keys.PAGE_UP, Keys.ARROW_RIGHT)
    visitor.until("return document.querySelector('#results code').textContent.includes('ng:11}')")
    assert visitor.run("return document.activeElement.getAttribute('role')") == "slider"
    visitor.press(Keys.DELETE)
    visitor.until("return !document.querySelector('#results code').textContent.includes('ng:')")


def test_the_heading_is_a_field_too(visitor: Visitor) -> None:
    with_map(visitor)
    visitor.find(".towards input").send_keys("275")
    visitor.wait_for("{{Location|48.20849|16.37208|heading:275}}")
    assert visitor.find(".pin-hold").get_attribute("aria-valuetext") == "275 degrees from north"
    visitor.find(".towards button").click()
    visitor.wait_for(STEPHANSDOM)


def test_a_correction_outlives_an_option(visitor: Visitor) -> None:
    with_map(visitor)
    visitor.find(".towards input").send_keys("275")
    visitor.wait_for("{{Location|48.20849|16.37208|heading:275}}")
    visitor.find(".options summary").click()
    visitor.find("#dms").click()
    visitor.wait_for("{{Location|48|12|30.564|N|16|22|19.488|E|heading:275}}")
    visitor.type("1.5, 2.5")
    visitor.wait_for("{{Location|1|30|0|N|2|30|0|E}}")


def test_of_several_each_has_its_map(visitor: Visitor) -> None:
    visitor.open()
    visitor.paste("48.20849, 16.37208\n\n1.5, 2.5")
    visitor.wait_for(STEPHANSDOM, "{{Location|1.5|2.5}}")
    second = visitor.all("[data-map]")[1]
    second.click()
    visitor.wait_for_map()
    assert len(visitor.all(".leaflet-container")) == 1
    visitor.find(".towards input").send_keys("9")
    visitor.wait_for(STEPHANSDOM, "{{Location|1.5|2.5|heading:9}}")
    value = visitor.find("#q").get_attribute("value")
    assert value == "48.20849, 16.37208\n\n{{Location|1.5|2.5|heading:9}}"
    second.click()
    visitor.until("return !document.querySelector('.leaflet-container')")


def test_picking_without_any_input(visitor: Visitor) -> None:
    visitor.open()
    visitor.find("#pick").click()
    visitor.wait_for_map("#picker")
    visitor.run(
        "const box = document.querySelector('#picker .leaflet-container').getBoundingClientRect();"
        "const at = {bubbles: true, clientX: box.left + 200, clientY: box.top + 80, view: window};"
        "document.querySelector('#picker .leaflet-container')"
        ".dispatchEvent(new MouseEvent('click', at))"
    )
    visitor.until("return document.querySelector('#results code')")
    latitude, longitude, _ = read(visitor)
    assert visitor.find("#q").get_attribute("value") == f"{latitude:.12g}, {longitude:.12g}"
    assert not visitor.find("#picker").is_displayed()


def test_picking_by_keyboard(visitor: Visitor) -> None:
    visitor.open()
    visitor.find("#pick").send_keys(Keys.ENTER)
    visitor.wait_for_map("#picker")
    visitor.find("#picker > button").send_keys(Keys.ENTER)
    visitor.wait_for("{{Location|25|10}}")


def test_without_a_map_there_is_a_template(visitor: Visitor) -> None:
    visitor.open()
    visitor.tell("Network.enable")
    visitor.tell("Network.setBlockedURLs", urls=["*leaflet.js"])
    visitor.paste("48.20849, 16.37208")
    visitor.wait_for(STEPHANSDOM)
    visitor.wait_until_it_says("The map could not be loaded")
    visitor.tell("Network.setBlockedURLs", urls=[])


def test_beyond_the_180th_meridian_is_the_other_side(visitor: Visitor) -> None:
    with_map(visitor, "-16.8, 179.9999")
    visitor.drag(visitor.find(".pin-dot"), 80, 0)
    changed(visitor, "{{Location|-16.8|179.9999}}")
    assert -180 <= read(visitor)[1] < -179.99
