"""``python -m glocbot`` is the ``glocbot`` command."""

import sys

from glocbot.cli import main

sys.exit(main())
