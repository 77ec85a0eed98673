"""What docs/sweep.md shows of a sweep is what a sweep prints."""

import re
from pathlib import Path

from tests.mediawiki.embedded import EmbeddedWiki
from tests.mediawiki.pwb import ROOT
from tests.mediawiki.sweeping import sweep

SHOWN = re.compile(r"<!-- demo output -->\n```text\n(.*?)```", re.DOTALL)
#: What differs from run to run.
MEASURED = re.compile(r"with \d+ requests in [\d.]+ s")


def test_the_page_shows_what_a_sweep_prints(
    wiki: EmbeddedWiki, samples: str, anonymous_pwb_dir: Path
) -> None:
    """Each shortened piece stands in the output as it is, and in that order."""
    shown = SHOWN.search((ROOT / "docs/sweep.md").read_text(encoding="utf-8"))
    assert shown
    printed = MEASURED.sub(
        "", sweep(wiki, anonymous_pwb_dir, f"-cat:{samples}", "-simulate").output
    )
    for piece in MEASURED.sub("", shown[1]).split("[…]\n"):
        _, found, printed = printed.partition(piece)
        assert found, piece
