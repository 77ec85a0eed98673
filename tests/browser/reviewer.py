"""A reviewer at the page: reads what is shown, uses keys, buttons and files."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from glocbot.proposals.proposal import Proposal
from glocbot.report.page import write_page
from tests.browser.chromium import complaints

LAPTOP = (1280, 900)
PHONE = (360, 740)
SECONDS = 10


class Reviewer:
    """Who looks at proposals.

    Attributes:
        chromium: the browser.
        folder: where pages and downloads go.
        opened: whether a page was opened.
    """

    def __init__(self, chromium: Chrome, folder: Path) -> None:
        self.chromium = chromium
        self.folder = folder
        self.opened = False

    def use_laptop(self) -> None:
        """Use a window of a laptop's size, light."""
        self._screen(*LAPTOP, mobile=False)
        self.prefer("light")

    def use_phone(self) -> None:
        """Use a phone, upright."""
        self._screen(*PHONE, mobile=True)

    def prefer(self, scheme: str) -> None:
        """Ask for a light or dark page."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self._tell("Emulation.setEmulatedMedia", {"features": [feature]})

    def open(
        self,
        proposals: Sequence[Proposal],
        name: str = "page.html",
        pictures: Mapping[str, str] | None = None,
    ) -> None:
        """Make a page and open it from disk."""
        path = self.folder / name
        write_page(proposals, path, "found.jsonl", pictures or {})
        self.visit(path)

    def visit(self, path: Path) -> None:
        """Open a page from disk."""
        downloads = {"behavior": "allow", "downloadPath": str(self.folder)}
        self._tell("Browser.setDownloadBehavior", downloads)
        self.chromium.get(path.as_uri())
        self.opened = True

    def press(self, keys: str) -> None:
        """Press keys one after another."""
        ActionChains(self.chromium).send_keys(*keys).perform()

    def find(self, selector: str) -> WebElement:
        """Find an element."""
        return self.chromium.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        """Find elements."""
        return self.chromium.find_elements(By.CSS_SELECTOR, selector)

    def run(self, script: str, *arguments: object) -> Any:
        """Look into the page with a script."""
        return self.chromium.execute_script(script, *arguments)

    def until(self, script: str) -> None:
        """Wait until a script returns something true."""
        WebDriverWait(self.chromium, SECONDS, 0.05).until(lambda _: self.run(script), script)

    def choose(self, identity: str, value: str) -> None:
        """Choose from a list."""
        Select(self.find(f"#{identity}")).select_by_value(value)

    def search(self, words: str) -> None:
        """Write into the search field."""
        field = self.find("#filter-text")
        field.clear()
        field.send_keys(words)

    def titles(self) -> list[str]:
        """Read the bare titles of the rows that are made, in their order."""
        return [
            element.text.removeprefix("File:").removesuffix(".jpg")
            for element in self.all(".row .title a")
        ]

    def current(self) -> str:
        """Read the title of the current row; "" for none."""
        found = self.all('.row[aria-current="true"] .title a')
        return found[0].text.removeprefix("File:").removesuffix(".jpg") if found else ""

    def row(self, name: str) -> WebElement:
        """Find a row that is made, by its file's bare name."""
        (found,) = (row for row in self.all(".row") if f"File:{name}.jpg" in row.text)
        return found

    def decided(self) -> dict[str, str]:
        """Read which rows that are made say that they are approved or rejected."""
        badges = self.all(".row .badge-decision")
        return {
            title: badge.text
            for title, badge in zip(self.titles(), badges, strict=True)
            if badge.text
        }

    def save(self, name: str = "Robin") -> dict[str, Any]:
        """Save the decisions and read the file."""
        path = self.folder / "approved.json"
        path.unlink(missing_ok=True)
        self.press("s")
        # Set, since some ChromeDrivers cannot type an emoji.
        self.run(
            "const field = document.querySelector('#reviewer');"
            "field.value = arguments[0];"
            "field.dispatchEvent(new Event('input', {bubbles: true}));",
            name,
        )
        self.find("#save-go").click()
        WebDriverWait(self.chromium, SECONDS, 0.05).until(lambda _: path.exists())
        decisions: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return decisions

    def load(self, path: Path) -> str:
        """Load an approved.json; returns what the page says of it."""
        self.run("document.getElementById('status-words').textContent = ''")
        self.find("#load-file").send_keys(str(path))
        words = "return document.getElementById('status-words').textContent"
        self.until(words)
        said: str = self.run(words)
        return said

    def forgive(self) -> None:
        """Forget what the browser complained of so far: the test provoked it."""
        complaints(self.chromium)

    def _screen(self, width: int, height: int, *, mobile: bool) -> None:
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile}
        self._tell("Emulation.setDeviceMetricsOverride", screen)

    def _tell(self, command: str, values: dict[str, Any]) -> None:
        self.chromium.execute_cdp_cmd(command, values)
