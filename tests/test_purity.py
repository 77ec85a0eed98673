"""The pure modules stay pure, and imports run one way (DESIGN, "The house")."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "glocbot"
#: The rooms from the ground up: each may import itself and what stands before it.
PURE_ROOMS = [
    {"fields", "location", "reasons"},
    {"template"},
    {"wikitext"},
    {"exif"},
    {"doubts", "facts", "heading"},
    {"history", "convert"},
    {"decide"},
    {"answers", "outcomes", "proposals", "ledger"},
    {"proposals_file", "tally"},
    {"report"},
]
ROOMS = [
    *PURE_ROOMS,
    {"configuration", "log", "options", "query", "traffic"},
    {"commons"},
    {"examine", "saving", "sources"},
    {"bot"},
    {"session"},
    {"apply", "sweep"},
    {"cli", "web"},
]
#: Built when an issue asks for them.
PLANNED = {"ledger", "web"}
FLOOR = {name: floor for floor, names in enumerate(ROOMS) for name in names}
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if path.relative_to(PACKAGE).with_suffix("").parts[0] in FLOOR
)


def _room(module: str) -> str:
    return module.split(".")[1]


PURE = [module for module in MODULES if FLOOR[_room(module)] < len(PURE_ROOMS)]


def _imports(module: str) -> Iterator[str]:
    path = ROOT.joinpath(*module.split("."))
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield node.module or ""


def test_the_rooms_are_there() -> None:
    assert {_room(module) for module in MODULES} >= set(FLOOR) - PLANNED


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_one_way(module: str) -> None:
    for imported in _imports(module):
        if imported.startswith("glocbot.") and _room(imported) != _room(module):
            assert FLOOR.get(_room(imported), len(ROOMS)) < FLOOR[_room(module)], imported


@pytest.mark.parametrize("module", PURE)
def test_a_pure_module_names_no_pywikibot(module: str) -> None:
    """Not even within a function, where the test below would not see it."""
    assert not [name for name in _imports(module) if name.split(".")[0] == "pywikibot"]


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


def test_the_readmes_map_names_every_room_in_order() -> None:
    """Each room of the package, and none before what it imports."""
    readme = (ROOT / "README.md").read_text()
    places = re.findall(r"^  (\w+)(?:\.py|/) ", readme.partition("\nglocbot/\n")[2], re.MULTILINE)
    assert sorted(places) == sorted(FLOOR.keys() - PLANNED)
    for module in MODULES:
        rooms = {_room(name) for name in _imports(module) if name.startswith("glocbot.")}
        here = places.index(_room(module))
        assert all(places.index(room) <= here for room in rooms), module
