"""What the README shows of ``glocbot convert`` is what it prints."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r"<!-- convert output -->\n```text\n(.*?)```", re.DOTALL)


def test_the_readme_shows_what_convert_prints() -> None:
    shown = SHOWN.search((ROOT / "README.md").read_text())
    assert shown
    printed = ""
    for command in re.findall(r"^\$ glocbot (.*)$", shown[1], re.MULTILINE):
        done = subprocess.run(
            [sys.executable, "-m", "glocbot", *shlex.split(command)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            cwd=ROOT,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
        )
        printed += f"$ glocbot {command}\n{done.stdout.decode()}"
    assert printed == shown[1]
