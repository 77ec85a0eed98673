"""What the docs show of the commands is what these print."""

import re
from pathlib import Path

from tests.mediawiki.applying import review
from tests.mediawiki.embedded import EmbeddedWiki
from tests.mediawiki.pwb import ROOT
from tests.mediawiki.samples import reject
from tests.mediawiki.sweeping import PAGE, Gallery, sound, sweep

#: What differs from run to run.
MEASURED = re.compile(
    r"(?<=with )\d+ requests in [\d.]+ s|(?<=revision )\d+|(?<=Diff/)\d+|(?<=On )[\d-]{10}"
)


def shown(page: str, command: str) -> list[str]:
    """Return the pieces of output that a page shows of a command, in their order."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"<!-- {command} output -->\n```\w+\n(.*?)```", text, re.DOTALL)


def check(piece: str, printed: str) -> None:
    """Check that what a page shows stands in the output as it is; ``[…]`` leaves something out."""
    rest = MEASURED.sub("…", printed)
    for part in filter(None, MEASURED.sub("…", piece).split("[…]\n")):
        _, found, rest = rest.partition(part)
        assert found, f"{part}\nis not in\n{printed}"


def test_a_sweep(wiki: EmbeddedWiki, samples: str, anonymous_pwb_dir: Path) -> None:
    [piece] = shown("sweep.md", "demo")
    reject(wiki, anonymous_pwb_dir)
    check(piece, sweep(wiki, anonymous_pwb_dir, f"-cat:{samples}", "-simulate").output)


def test_apply_and_apply_again(wiki: EmbeddedWiki, pwb_dir: Path) -> None:
    gallery = Gallery(wiki, "Hallstatt")
    names = ("from the lake", "from the salt mine", "in the snow")
    reviewed = review(gallery, {name: sound() for name in names}, pwb_dir)
    wiki.edit(reviewed.title(names[-1]), gallery.page(PAGE + "{{Location withheld}}\n"))
    call = (reviewed.write(names), "--approved", reviewed.approve(names))
    first, again = shown("review.md", "apply")
    check(first, reviewed.apply(*call).output)
    check(again, reviewed.apply(*call, go_on=True).output)


def test_a_trial_run(wiki: EmbeddedWiki, pwb_dir: Path) -> None:
    names = ("with the Dachstein", "in the morning")
    reviewed = review(Gallery(wiki, "Gosausee"), {name: sound() for name in names}, pwb_dir)
    [piece] = shown("operators.md", "trial")
    call = (reviewed.write(names), "--approved", reviewed.approve(names), "--trial")
    check(piece, reviewed.apply(*call).printed)
