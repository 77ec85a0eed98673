"""What runs before a commit is what `scripts/test` lints."""

import re
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_hooks_are_the_lint_of_the_tests() -> None:
    hooks = re.findall(
        r"^ +entry: (.+)$", (ROOT / ".pre-commit-config.yaml").read_text(), re.MULTILINE
    )
    function = (ROOT / "scripts/setup.sh").read_text().partition("check_source() {")[2]
    commands = re.findall(r"^ +(\.venv/\S+(?: \w+)?)", function.partition("\n}")[0], re.MULTILINE)
    assert hooks == commands
    assert hooks


def test_selenium_is_for_tests_in_a_browser_alone() -> None:
    """Loading it would cost every other run of the tests its time."""
    shared = [ROOT / "tests/conftest.py", ROOT / "tests/browser/fixtures.py"]
    for path in shared:
        at_once = re.compile(r"^(?:from|import) (?:selenium|tests\.browser\.\w+)", re.MULTILINE)
        assert not at_once.search(path.read_text()), path


def test_the_demo_is_there() -> None:
    [module] = re.findall(r"-m (tests\S+)", (ROOT / "scripts/demo").read_text())
    assert find_spec(module)
