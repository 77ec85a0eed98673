"""The patterns work on every Python that the project promises."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


#: Before Python 3.11.5 a possessive group that could match in two ways matches wrongly, or not at
#: all (seen on Debian 12's 3.11.2); a possessive character or class is sound.
POSSESSIVE_GROUP = re.compile(r"\)(?:[?*+]|\{[0-9,]+\})\+|\(\?>")


@pytest.mark.parametrize(
    "source", sorted((ROOT / "glocbot").rglob("*.py")), ids=lambda path: path.stem
)
def test_no_group_is_possessive(source: Path) -> None:
    assert not POSSESSIVE_GROUP.findall(source.read_text())
