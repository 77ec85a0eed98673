"""The options that commands which edit share."""

from pathlib import Path

from pywikibot import config

from glocbot.options import FILE, TEXT, Given, Option
from glocbot.proposals.rejections import REJECTIONS_FILE

SUMMARY = Option("summary", TEXT, "The edit summary, in place of glocbot's own.")
REJECTED = Option(
    "rejected",
    FILE,
    "Where rejections are kept, if not in Pywikibot's folder.",
    REJECTIONS_FILE,
)


def rejections_path(given: Given) -> Path:
    """Return where a call keeps rejections."""
    return given.get(REJECTED) or Path(config.base_dir, REJECTIONS_FILE)
