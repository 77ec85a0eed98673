"""glocbot's scripts for Pywikibot's ``pwb`` command, which finds them by `base_dir`."""

from pathlib import Path

base_dir = Path(__file__).parent
