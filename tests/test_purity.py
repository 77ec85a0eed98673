"""The pure modules can be imported without Pywikibot; import-linter checks the layers."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "glocbot"
PURE_ROOMS = (
    *("command_line", "convert", "decision", "evidence", "exit_status", "location", "options"),
    *("proposals", "reasons", "report", "template", "wikitext"),
)
PURE = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if path.relative_to(PACKAGE).with_suffix("").parts[0] in PURE_ROOMS
)


def test_the_pure_modules_need_neither_pywikibot_nor_a_network() -> None:
    """In a Python where both are missing, every one of them is imported."""
    code = "\n".join(
        [
            "import importlib, sys",
            "sys.modules.update(pywikibot=None, requests=None)",
            f"for module in {PURE!r}: importlib.import_module(module)",
        ]
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_template_is_written_in_one_place() -> None:
    """No string elsewhere in the package builds ``{{Location``."""
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text())
        documentation = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and id(node) not in documentation:
                assert "{{Location|" not in str(node.value), path
