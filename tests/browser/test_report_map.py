"""The map: its places, their wedges and groups, and the way from map to row and back."""

from selenium.webdriver.common.by import By

from tests.browser.reviewer import Reviewer
from tests.proposals.samples import sample

VIENNA = sample("Vienna", 48.2, 16.37, heading=142)
LISBON = sample("Lisbon", 38.72, -9.14, reasons=["datum"])
CAIRO = sample("Cairo", 30.04, 31.24, heading=0)
FILES = [VIENNA, LISBON, CAIRO]


def pins(reviewer: Reviewer) -> dict[str, str]:
    """Read what the map's buttons are called, and their classes."""
    return {
        str(pin.accessible_name): str(
            reviewer.run("return arguments[0].closest('.leaflet-marker-icon').className", pin)
        )
        for pin in reviewer.all(".leaflet-marker-icon button")
    }


def test_places_are_told_apart_by_verdict(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    found = pins(reviewer)
    assert set(found) == {"Vienna.jpg, Clean", "Lisbon.jpg, Held", "Cairo.jpg, Clean"}
    assert "pin-propose" in found["Vienna.jpg, Clean"]
    assert "pin-hold" in found["Lisbon.jpg, Held"]


def test_headings_are_wedges(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    wedges = reviewer.all(".pin-wedge")
    assert sorted(str(wedge.get_attribute("data-heading")) for wedge in wedges) == ["0", "142"]
    (south_east,) = [wedge for wedge in wedges if wedge.get_attribute("data-heading") == "142"]
    dot = reviewer.run("return arguments[0].parentNode.querySelector('.pin-dot')", south_east)
    middle = dot.rect["x"] + dot.rect["width"] / 2, dot.rect["y"] + dot.rect["height"] / 2
    seen = south_east.rect
    assert seen["x"] + seen["width"] / 2 > middle[0]
    assert seen["y"] + seen["height"] / 2 > middle[1]


def test_a_place_leads_to_its_row(reviewer: Reviewer) -> None:
    many = [sample(f"Filler {n}", 10 + n, 10 + n) for n in range(30)]
    reviewer.open([*many, VIENNA])
    assert "Vienna" not in reviewer.titles()
    reviewer.find('.pin-button[aria-label="Vienna.jpg, Clean"]').click()
    assert reviewer.current() == "Vienna"
    row = reviewer.row("Vienna").rect
    assert reviewer.run("return scrollY") < row["y"]
    assert row["y"] + row["height"] < reviewer.run("return scrollY + innerHeight")


def test_a_row_leads_to_its_place(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.row("Lisbon").find_element(By.CSS_SELECTOR, ".act-map").click()
    reviewer.until("return document.querySelectorAll('.leaflet-zoom-anim').length === 0")
    reviewer.until("return document.querySelectorAll('.pin-button').length === 1")
    assert "is-current" in pins(reviewer)["Lisbon.jpg, Held"]
    place, view = reviewer.find(".pin.is-current .pin-dot").rect, reviewer.find("#map").rect
    assert abs(place["x"] + place["width"] / 2 - view["x"] - view["width"] / 2) < 3
    assert abs(place["y"] + place["height"] / 2 - view["y"] - view["height"] / 2) < 3


def test_moving_through_rows_shows_where_one_is(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("jj")
    assert [name for name, kind in pins(reviewer).items() if "is-current" in kind] == [
        "Lisbon.jpg, Held",
    ]
    reviewer.press("a")
    assert "Lisbon.jpg, Held, Approved" in pins(reviewer)


def test_places_near_each_other_are_one_until_one_goes_nearer(reviewer: Reviewer) -> None:
    near = [sample(f"Ring {n}", 48.2, 16.37 + n / 1000) for n in range(5)]
    held = sample("Ring 5", 48.2, 16.375, reasons=["datum"])
    reviewer.open([*near, held, LISBON])
    group = reviewer.find(".cluster-button")
    assert (group.text, group.accessible_name) == ("6", "6 files, 1 held")
    for _ in range(3):
        reviewer.run("document.querySelector('.cluster-button')?.click()")
        reviewer.until("return !document.querySelector('.leaflet-zoom-anim')")
    reviewer.until("return document.querySelectorAll('.pin-button').length === 6")
    assert reviewer.all(".cluster-button") == []


def test_places_in_one_spot_are_listed(reviewer: Reviewer) -> None:
    reviewer.open([sample(f"Tripod {n}") for n in range(40)])
    reviewer.find(".cluster-button").click()
    entries = reviewer.all(".group li")
    assert len(entries) == 31
    assert entries[-1].text == "and 10 others"
    # The map makes room for the list.
    reviewer.until("return !document.querySelector('.leaflet-pan-anim, .leaflet-zoom-anim')")
    entries[20].find_element(By.CSS_SELECTOR, "button").click()
    assert reviewer.current() == "Tripod 20"


def test_places_beside_the_180th_meridian_are_beside_each_other(reviewer: Reviewer) -> None:
    """Fiji lies on both sides; one that is elsewhere stays where it is."""
    west, east = sample("Taveuni", -16.8, -179.95), sample("Vanua Levu", -16.8, 179.9)
    reviewer.open([west, east])
    found = {pin.accessible_name: pin.rect for pin in reviewer.all(".pin-button")}
    apart = found["Taveuni.jpg, Clean"]["x"] - found["Vanua Levu.jpg, Clean"]["x"]
    assert 100 < apart < reviewer.find("#map").rect["width"]
    reviewer.press("jm")
    # The map flies there.
    reviewer.until(
        """
        const middle = (name) => {
          const box = document.querySelector(name)?.getBoundingClientRect();
          return box ? box.x + box.width / 2 : NaN;
        };
        return Math.abs(middle(".pin.is-current") - middle("#map")) < 3;
        """
    )
    reviewer.open([west, east, VIENNA, sample("Honolulu", 21.3, -157.86)], "others.html")
    found = {pin.accessible_name: pin.rect for pin in reviewer.all(".pin-button")}
    assert found["Vienna.jpg, Clean"]["x"] < found["2 files"]["x"]
    assert found["2 files"]["x"] < found["Honolulu.jpg, Clean"]["x"]


def test_what_is_far_from_its_category_is_marked(reviewer: Reviewer) -> None:
    near = [sample(f"Near {n}", 48.2 + n / 100) for n in range(5)]
    reviewer.open([*near, sample("Far", 48.2, -100, reasons=["far-from-category"])])
    marked = [name for name, classes in pins(reviewer).items() if "pin-far" in classes]
    assert marked == ["Far.jpg, Held, far from its category"]
    assert "7,670 km from the median" in reviewer.row("Far").text


def test_the_map_shows_what_the_list_shows(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.choose("filter-verdict", "hold")
    assert set(pins(reviewer)) == {"Lisbon.jpg, Held"}


def test_without_a_network_there_are_coasts(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    assert len(str(reviewer.find("path.land").get_attribute("d"))) > 1000
    reviewer.press("jm")
    reviewer.until("return document.querySelectorAll('path.land').length === 0")


def test_the_map_can_be_put_away(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.find("#toggle-map").click()
    assert not reviewer.find("#map").is_displayed()
    assert reviewer.find("#toggle-map").get_attribute("aria-pressed") == "false"
    reviewer.press("jm")
    assert reviewer.find("#map").is_displayed()
    assert reviewer.find("#toggle-map").get_attribute("aria-pressed") == "true"
