"""What the documentation shows of ``glocbot convert`` is what it prints."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from glocbot.convert.links.services import SERVICES

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r"<!-- convert output -->\n```text\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("page", ["README.md", "docs/convert.md"])
def test_the_documentation_shows_what_convert_prints(page: str) -> None:
    [shown] = SHOWN.findall((ROOT / page).read_text(encoding="utf-8"))
    printed = ""
    for command in re.findall(r"^\$ glocbot (.*)$", shown, re.MULTILINE):
        done = subprocess.run(
            [sys.executable, "-m", "glocbot", *shlex.split(command)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            cwd=ROOT,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
        )
        printed += f"$ glocbot {command}\n{done.stdout.decode()}"
    assert printed == shown


def test_each_map_service_is_named() -> None:
    [row] = re.findall(
        r"^\| map links \| (.*) \|$", (ROOT / "docs/convert.md").read_text(), re.MULTILINE
    )
    named = re.split(r", | and ", row.partition(". ")[0])
    assert sorted({service.name for service in SERVICES} - set(named)) == []
