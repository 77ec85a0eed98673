"""Installed and offline: the shell opens, says what it cannot do, and goes on with the network."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.visitor import Visitor

STEPHANSDOM = "{{Location|48.20849|16.37208}}"
GLOCBOT = (sys.executable, "-m", "glocbot")
ROOT = Path(__file__).parents[2]


class Server:
    """`glocbot web` as a program of its own: a service worker knows no emulated network.

    Attributes:
        origin: where it serves, also after a pause.
    """

    def __init__(self) -> None:
        self.origin = ""
        self.start("0")

    def start(self, port: str = "") -> None:
        """Serve again at the same port."""
        port = port or self.origin.rpartition(":")[2]
        call = [*GLOCBOT, "web", "--port", port, "--no-online"]
        self._process = subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.origin = self._process.stdout.readline().partition(" ")[0].removesuffix("/")
        assert self.origin.startswith("http://127.0.0.1:")

    def stop(self) -> int:
        """Stop as Ctrl-C does; returns the exit status."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(10)


@pytest.fixture
def server() -> Iterator[Server]:
    """The command, serving."""
    server = Server()
    yield server
    assert server.stop() == 130


def disconnect(visitor: Visitor, server: Server) -> None:
    """Have no network any more."""
    server.stop()
    visitor.network(offline=True)


def connect(visitor: Visitor, server: Server) -> None:
    """Have the network back."""
    server.start()
    visitor.network()


@pytest.fixture
def installed(visitor: Visitor, server: Server) -> Visitor:
    """A visitor whose browser keeps the shell."""
    visitor.origin = server.origin
    visitor.open()
    visitor.until(
        "return navigator.serviceWorker.controller && caches.keys()"
        ".then(names => names.some(name => name.startsWith('shell-')))"
    )
    return visitor


def test_the_shell_opens_offline_and_says_what_it_cannot(
    installed: Visitor, server: Server
) -> None:
    disconnect(installed, server)
    installed.open()
    assert installed.find("h1").text == "Location for Commons"
    words = installed.find("#offline").text
    assert "You are offline" in words
    assert "no templates, no photos, no maps" in words
    installed.paste("48.20849, 16.37208")
    installed.wait_until_it_says("You are offline. Your text stays here")
    connect(installed, server)
    installed.wait_for(STEPHANSDOM)
    assert not installed.find("#offline").is_displayed()


def test_offline_it_says_where_one_stands(installed: Visitor, server: Server) -> None:
    disconnect(installed, server)
    installed.open()
    installed.stand(48.20849, 16.37208, 8)
    installed.find("#here").click()
    installed.wait_until_it_says("Your place, right to about 8 m, stays in the field")
    assert installed.find("#q").get_attribute("value") == "48.20849, 16.37208"
    connect(installed, server)
    installed.wait_for(STEPHANSDOM)


def test_what_the_address_asks_for_is_kept_offline(installed: Visitor, server: Server) -> None:
    disconnect(installed, server)
    installed.open("/?q=48.20849,16.37208")
    assert installed.find("#q").get_attribute("value") == "48.20849,16.37208"
    connect(installed, server)
    installed.wait_for(STEPHANSDOM)


def test_no_position_is_kept(installed: Visitor) -> None:
    installed.open("/?q=48.20849,16.37208")
    installed.wait_for_map()
    kept = installed.chromium.execute_async_script(
        "const done = arguments[0]; (async () => { const found = [];"
        "for (const name of await caches.keys()) { const cache = await caches.open(name);"
        "for (const request of await cache.keys())"
        " found.push(request.url, await (await cache.match(request)).text()); }"
        "return found; })().then(done)"
    )
    assert len(kept) > 20
    assert [text for text in kept if "48.20849,16.37208" in text] == []
    assert [text for text in kept if text.startswith("https:")] == []


def test_it_can_be_installed_and_shared_with(installed: Visitor) -> None:
    manifest = json.loads(installed.tell("Page.getAppManifest")["data"])
    assert installed.tell("Page.getAppManifest")["errors"] == []
    assert installed.tell("Page.getInstallabilityErrors")["installabilityErrors"] == []
    assert manifest["share_target"]["action"] == "/share"
    installed.run(
        "const form = document.createElement('form');"
        "Object.assign(form, {method: 'post', action: '/share', enctype: 'multipart/form-data'});"
        "for (const [name, value] of Object.entries(arguments[0])) {"
        " const field = document.createElement('input');"
        " Object.assign(field, {name, value}); form.append(field); }"
        "document.body.append(form); form.submit();",
        {"title": "Stephansdom", "text": "https://www.openstreetmap.org/?mlat=1.5&mlon=2.5"},
    )
    installed.wait_for("{{Location|1.5|2.5}}")


def test_what_is_shared_offline_waits_in_the_field(installed: Visitor, server: Server) -> None:
    disconnect(installed, server)
    installed.run(
        "const form = document.createElement('form');"
        "Object.assign(form, {method: 'post', action: '/share', enctype: 'multipart/form-data'});"
        "const field = document.createElement('input');"
        "Object.assign(field, {name: 'text', value: 'geo:1.5,2.5'}); form.append(field);"
        "document.body.append(form); form.submit();"
    )
    installed.until("return location.search && document.querySelector('#q')?.value")
    assert installed.find("#q").get_attribute("value") == "geo:1.5,2.5"
    connect(installed, server)
    installed.wait_for("{{Location|1.5|2.5}}")


def test_only_the_beginning_of_a_shared_photo_is_sent(installed: Visitor) -> None:
    """The browser hands whole photos to the service worker, which cuts them."""
    size = installed.chromium.execute_async_script(
        "const done = arguments[0]; const fields = new FormData();"
        "fields.append('photos', new File([new Uint8Array(6_000_000)], 'a.jpg'));"
        "fetch('/share', {method: 'POST', body: fields}).then(response => done(response.status))"
    )
    assert size == 200  # uncut, it is over what the server takes
