"""A visitor of the converter's page, with a phone or a laptop and its sensors."""

import json
import math
from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

PHONE = (360, 740)
LAPTOP = (1280, 900)
SECONDS = 10
#: Bytes a second, and milliseconds of latency, of what Lighthouse calls slow 3G.
SLOW_3G = (400 * 1024 / 8, 400)


class Visitor:
    """Who uses the page.

    Attributes:
        chromium: the browser.
        origin: where the page is served.
    """

    def __init__(self, chromium: Chrome, origin: str) -> None:
        self.chromium = chromium
        self.origin = origin

    def use(self, screen: tuple[int, int], scheme: str = "light") -> None:
        """Use a screen of this size, with a light or dark scheme."""
        width, height = screen
        mobile = screen == PHONE
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile}
        self.tell("Emulation.setDeviceMetricsOverride", **metrics)
        self.tell("Emulation.setTouchEmulationEnabled", enabled=mobile)
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.tell("Emulation.setEmulatedMedia", features=[feature])

    def open(self, path: str = "/") -> None:
        """Open the page, and wait until its script is at work where there is one."""
        self.chromium.get(self.origin + path)

    def allow(self, *permissions: str) -> None:
        """Allow the page what browsers ask about."""
        self.tell("Browser.grantPermissions", origin=self.origin, permissions=list(permissions))

    def stand(self, latitude: float, longitude: float, accuracy: float) -> None:
        """Stand somewhere, as the device knows it to so many metres."""
        self.allow("geolocation", "sensors", "clipboardReadWrite", "clipboardSanitizedWrite")
        self.tell(
            "Emulation.setGeolocationOverride",
            latitude=latitude,
            longitude=longitude,
            accuracy=accuracy,
        )

    def hold(self, alpha: float, beta: float, gamma: float) -> None:
        """Hold the device so, in the angles of https://www.w3.org/TR/orientation-event/."""
        kind = {"type": "absolute-orientation"}
        self.tell("Emulation.setSensorOverrideEnabled", enabled=True, **kind)
        quaternion = dict(zip("wxyz", _turned(alpha, beta, gamma), strict=True))
        reading = {"quaternion": quaternion}
        self.tell("Emulation.setSensorOverrideReadings", reading=reading, **kind)

    def lay_down(self) -> None:
        """Have no compass any more."""
        kind = {"type": "absolute-orientation"}
        self.tell("Emulation.setSensorOverrideEnabled", enabled=False, **kind)

    def network(self, *, offline: bool = False, slow: bool = False) -> None:
        """Have a network, a slow one, or none."""
        rate, latency = SLOW_3G if slow else (-1, 0)
        self.tell("Network.enable")
        self.tell(
            "Network.emulateNetworkConditions",
            offline=offline,
            latency=latency,
            downloadThroughput=rate,
            uploadThroughput=rate,
        )

    def type(self, text: str) -> None:
        """Write into the page's field, in place of what stands in it."""
        field = self.find("#q")
        field.clear()
        field.send_keys(text)

    def paste(self, text: str) -> None:
        """Put a text into the field at once, as pasting does."""
        self.run(
            "const field = document.querySelector('#q'); field.value = arguments[0];"
            "field.dispatchEvent(new InputEvent('input', {bubbles: true}))",
            text,
        )

    def templates(self) -> list[str]:
        """Read the templates that are shown."""
        found: list[str] = self.run(
            "return [...document.querySelectorAll('#results code')].map(code => code.textContent)"
        )
        return found

    def wait_for(self, *templates: str) -> None:
        """Wait until just these templates are shown."""
        wanted = json.dumps(list(templates))
        self.until(
            "return JSON.stringify([...document.querySelectorAll('#results code')]"
            f".map(code => code.textContent)) === JSON.stringify({wanted})"
        )

    def wait_for_map(self, within: str = "#results") -> None:
        """Wait until a map is there."""
        self.until(f"return document.querySelector('{within} .leaflet-control-zoom')")

    def says(self) -> str:
        """Read what the page says in passing."""
        return self.find("#status").text

    def wait_until_it_says(self, words: str) -> None:
        """Wait for words said in passing."""
        self.until(
            f"return document.querySelector('#status').textContent.includes({json.dumps(words)})"
        )

    def clipboard(self) -> str:
        """Read the clipboard."""
        text: str = self.chromium.execute_async_script(
            "const done = arguments[0]; navigator.clipboard.readText().then(done, done)"
        )
        return text

    def choose(self, *photos: Path) -> None:
        """Choose photos."""
        self.find("#photos").send_keys("\n".join(map(str, photos)))

    def drag(self, element: WebElement, dx: int, dy: int) -> None:
        """Drag an element by so many pixels."""
        chain = ActionChains(self.chromium, duration=50)
        chain.move_to_element(element).click_and_hold()
        for _ in range(5):
            chain.move_by_offset(dx / 5, dy / 5)  # type: ignore[arg-type]
        chain.release().perform()

    def press(self, *keys: str) -> None:
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

    def tell(self, command: str, **values: Any) -> Any:
        """Tell the browser something by its own protocol."""
        return self.chromium.execute_cdp_cmd(command, values)


def _turned(alpha: float, beta: float, gamma: float) -> tuple[float, float, float, float]:
    """Make a quaternion (w, x, y, z) of turns about z, then x, then y."""
    z, x, y = (math.radians(angle) / 2 for angle in (alpha, beta, gamma))
    (cz, sz), (cx, sx), (cy, sy) = ((math.cos(a), math.sin(a)) for a in (z, x, y))
    return (
        cx * cy * cz - sx * sy * sz,
        sx * cy * cz - cx * sy * sz,
        cx * sy * cz + sx * cy * sz,
        cx * cy * sz + sx * sy * cz,
    )
