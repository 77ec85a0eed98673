"""The demo: sweep the sample category on an embedded wiki, and say what came of it."""

import base64
import subprocess
import sys
import time
from pathlib import Path

from glocbot.proposals.file import read_proposals
from glocbot.report.page import write_page
from tests.mediawiki.embedded import EmbeddedWiki
from tests.mediawiki.pwb import configure, environment
from tests.mediawiki.samples import SAMPLES, load, reject
from tests.mediawiki.server import WikiError

ROOT = Path(__file__).parents[2]
LEFT = ROOT / ".demo"
FILES = {
    "decisions": "every file that was examined, one JSON object a line",
    "proposals": "the proposed edits and the doubtful ones, with their new text",
    "report": "the page on which a reviewer looks at them",
}
SUFFIXES = {"report": "html"}

FAREWELL = """\
The wiki has been stopped. Nothing was saved on it, as -simulate promises. Left behind:

{files}

The same on Wikimedia Commons, reading only, with no account and nothing to configure:

    .venv/bin/glocbot sweep -cat:"Name of a category" -simulate
"""


def say(*words: str) -> None:
    """Print words at once, so that they stay in order with what the sweep prints."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def file(option: str) -> Path:
    """Return where an output option of the sweep writes."""
    return LEFT / f"{option}.{SUFFIXES.get(option, 'jsonl')}"


def sweep(wiki: EmbeddedWiki, category: str) -> int:
    """Sweep a category without saving, as a user would call it; returns the exit status."""
    folder = configure(wiki.directory / "pywikibot", wiki.url, account=None)
    reject(wiki, folder)
    options = [f"-cat:{category}", "-simulate", *(f"-{name}:{file(name)}" for name in FILES)]
    shown = [f'-cat:"{category}"', "-simulate"]
    shown += [f"-{name}:{file(name).relative_to(ROOT)}" for name in FILES]
    say("\n== glocbot sweep", *shown, "\n")
    # From the wiki's folder, since Pywikibot leaves its caches where it is started.
    return subprocess.run(
        [Path(sys.executable).with_name("glocbot"), "sweep", *options],
        cwd=folder,
        env=environment(folder),
        check=False,
    ).returncode


def put_pictures_into_the_page() -> None:
    """Write the reviewer's page again, with its pictures inside: their wiki is gone by now."""
    pictures = {
        sample.title: "data:image/jpeg;base64," + base64.b64encode(sample.photo).decode()
        for sample in SAMPLES
    }
    proposals, _ = read_proposals(file("proposals"))
    write_page(proposals, file("report"), file("proposals").name, pictures)


def main() -> int:
    """Run the demo; returns the sweep's exit status."""
    LEFT.mkdir(exist_ok=True)
    for name in FILES:
        file(name).unlink(missing_ok=True)
    started = time.monotonic()
    try:
        with EmbeddedWiki() as wiki:
            category = load(wiki)
            say(f"{len(SAMPLES)} pages in {time.monotonic() - started:.1f} s at {wiki.url}")
            status = sweep(wiki, category)
    except WikiError as error:
        sys.exit(str(error))
    if file("report").exists():
        put_pictures_into_the_page()
    left = [
        f"    {file(name).relative_to(ROOT)!s:24} {words}"
        for name, words in FILES.items()
        if file(name).exists()
    ]
    say(f"\n== Done in {time.monotonic() - started:.1f} s\n")
    say(FAREWELL.format(files="\n".join(left)))
    return status


if __name__ == "__main__":
    sys.exit(main())
