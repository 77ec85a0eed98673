"""Without JavaScript: the same by forms and links."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.visitor import SECONDS, Visitor
from tests.photos import make_photo
from tests.web.network import INFORMATION, TableWiki, page


@pytest.fixture
def plain(visitor: Visitor) -> Iterator[Visitor]:
    """A visitor whose browser runs no script."""
    visitor.tell("Emulation.setScriptExecutionDisabled", value=True)
    yield visitor
    visitor.tell("Emulation.setScriptExecutionDisabled", value=False)


def codes(plain: Visitor) -> list[str]:
    """Wait for templates and read them."""
    wait = WebDriverWait(plain.chromium, SECONDS, 0.05, [StaleElementReferenceException])
    return wait.until(
        lambda _: [code.text.replace("\n", "") for code in plain.all("#results code")]
    )


def test_text(plain: Visitor, wiki: TableWiki) -> None:
    wiki.pages["File:Wien.jpg"] = page(INFORMATION)
    plain.open()
    plain.find("#q").send_keys("48.20849, 16.37208")
    plain.find("#file").send_keys("Wien.jpg")
    plain.find(".ways .primary").click()
    assert codes(plain) == ["{{Location|48.20849|16.37208}}"]
    assert plain.find("#edit").text == "Open the edit page"
    link = plain.find("#results .act a")
    assert link.text == "Map"
    assert str(link.get_attribute("href")).startswith(
        "https://www.openstreetmap.org/?mlat=48.20849"
    )


def test_nothing_is_shown_that_needs_a_script(plain: Visitor) -> None:
    plain.open("/?q=1.5,2.5")
    shown = [button.text for button in plain.all("button, label.quiet") if button.is_displayed()]
    assert shown == ["Photos", "Convert", "Read the photos"]
    assert not plain.find("#offline").is_displayed()


def test_a_photo(plain: Visitor, tmp_path: Path) -> None:
    photo = tmp_path / "a.jpg"
    photo.write_bytes(make_photo(48.20849, 16.37208) + bytes(3_000_000))
    plain.open()
    plain.choose(photo)
    plain.chromium.find_element(By.XPATH, "//button[.='Read the photos']").click()
    assert codes(plain) == ["{{Location|48.20849|16.37208}}"]


def test_another_language_keeps_the_text(plain: Visitor) -> None:
    plain.open()
    plain.find("#q").send_keys("48.20849, 16.37208")
    plain.find(".languages summary").click()
    plain.find("[name=lang][value=de]").click()
    assert codes(plain) == ["{{Location|48.20849|16.37208}}"]
    assert plain.find("html").get_attribute("lang") == "de"
