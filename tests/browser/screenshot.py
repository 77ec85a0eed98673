"""Take docs/screenshot.png: the demo's page with some decisions on it. Run scripts/demo before."""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image

from tests.browser.chromium import start
from tests.browser.reviewer import Reviewer

ROOT = Path(__file__).parents[2]
PAGE = ROOT / ".demo/report.html"
PICTURE = ROOT / "docs/screenshot.png"
#: Enough for a page with few colours, and half of the bytes.
COLOURS = 256
LOADED = 'return [...document.querySelectorAll(".row img")].some((image) => image.naturalWidth > 0)'


def main() -> int:
    """Take the picture; returns the exit status."""
    if not PAGE.exists():
        sys.stderr.write("there is no page yet: run scripts/demo\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        chromium = start(Path(folder, "profile"))
        try:
            reviewer = Reviewer(chromium, Path(folder))
            reviewer.use_laptop()
            reviewer.visit(PAGE)
            reviewer.until(LOADED)
            reviewer.choose("sort", "distance")
            reviewer.run("document.activeElement.blur()")
            reviewer.press("jRAAA" + "k" * 4)
            reviewer.run("scrollTo(0, 0)")
            picture = Image.open(io.BytesIO(chromium.get_screenshot_as_png()))
        finally:
            chromium.quit()
    picture.convert("RGB").quantize(COLOURS).save(PICTURE, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
