#!/usr/bin/env python3
"""Add the missing {{Location}} to file pages, from the GPS position in their EXIF.

The same program as ``glocbot sweep``, for ``pwb add_location``; also runs from a checkout. Its help
is `glocbot.sweep.command`'s.
"""

import sys
from pathlib import Path

# The package beside this script, and not an older one that may be installed as well.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from glocbot.sweep import command as sweep
from glocbot.wiki.configuration import use_commons_without_config

__doc__ = sweep.__doc__  # what `pwb add_location -help` prints
docuReplacements = sweep.docuReplacements  # noqa: N816 - Pywikibot's name


def main(*arguments: str) -> int:
    """Run the sweep; returns the exit status."""
    use_commons_without_config()
    return sweep.main(*arguments)


if __name__ == "__main__":
    sys.exit(main())
