#!/usr/bin/env python3
"""Add the missing {{Location}} to file pages, from the GPS position in their EXIF.

The same program as ``glocbot sweep``, for ``pwb add_location``; also runs from a checkout.
"""

import sys
from pathlib import Path

# The package beside this script, and not an older one that may be installed as well.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from glocbot import cli


def main(*arguments: str) -> int:
    """Run the sweep; returns the exit status."""
    return cli.main(["sweep", *(arguments or sys.argv[1:])])


if __name__ == "__main__":
    sys.exit(main())
