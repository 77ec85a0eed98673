"""The demo leaves what it says, and its page has pictures though the wiki is gone."""

import subprocess
import sys

import pytest

from tests.mediawiki.demo import FILES, file
from tests.mediawiki.pwb import ROOT
from tests.mediawiki.samples import HELD, TYPICAL


@pytest.mark.usefixtures("wiki_for_all")  # which knows what to do where there can be none
def test_the_demo_leaves_what_it_says() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.mediawiki.demo"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    for name in FILES:
        assert f"{file(name).relative_to(ROOT)} " in done.stdout
    page = file("report").read_text(encoding="utf-8")
    assert page.count('"data:image/jpeg;base64,') == len(TYPICAL) + len(HELD)
