"""What a person sees of a sweep on a terminal."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.mediawiki.pwb import environment
from tests.mediawiki.sweeping import LOCATION, Gallery, blank, sound

LINES, COLUMNS = 24, 80
#: What Pywikibot puts around an added line.
GREEN, PLAIN = "\x1b[92m", "\x1b[0m"


def shown(folder: Path, *arguments: str) -> str:
    """Run a sweep whose screen is a terminal; returns all that went there."""
    terminal, end = pty.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    command = [sys.executable, "-m", "glocbot", "sweep", *arguments]
    env = environment(folder) | {"TERM": "xterm"}
    with subprocess.Popen(command, cwd=folder, env=env, stdout=end, stderr=end):
        os.close(end)
        text = "".join(read_all(terminal))
    os.close(terminal)
    return text.replace("\r\n", "\n")


def read_all(terminal: int) -> Iterator[str]:
    with suppress(OSError):  # nobody writes there any more
        while part := os.read(terminal, 4096):
            yield part.decode(errors="replace")


def test_the_progress(gallery: Gallery, anonymous_pwb_dir: Path) -> None:
    """The bar stays in view while skips go by, and is out of the way of a diff."""
    gallery.add({"A": blank(), "B": blank(), "C": blank(), "D": sound()})
    screen = shown(anonymous_pwb_dir, f"-cat:{gallery.name}", "-simulate")
    bars, _, rest = screen.partition("\n>>> ")
    assert "0/4" in bars
    assert "\r\r" not in bars  # what clearing it for each file leaves
    assert bars.endswith(f"\r{' ' * (COLUMNS - 1)}\r")
    assert f"{GREEN}+ {LOCATION}\n{PLAIN}" in rest
    assert "4/4" in rest.partition("Would save this.")[2].partition("Examined")[0]
