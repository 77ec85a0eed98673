"""What the docs say of the code is so, and what the code cites is in the docs."""

import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from glocbot.cli import COMMANDS
from glocbot.command_line import CommandLine
from glocbot.reasons import HoldReason, SkipReason

ROOT = Path(__file__).parents[1]
SOURCES = ("glocbot", "scripts", "tests", "docs")
SUFFIXES = frozenset({".py", ".js", ".css", ".html", ".md", ".php", ".sh", ""})
#: One section or several: "docs/facts.md §4.4, §4.5", "§3.1 to §3.3". A line may break in it.
CITED = re.compile(r"docs/facts\.md[\s#:*/]*(§[\d.]*\d(?:(?:,| to| and)[\s#:*/]*§[\d.]*\d)*)")
SECTION = re.compile(r"§[\d.]*\d")
HEADING = re.compile(r"^#{2,3} (§[\d.]*\d) \S", re.MULTILINE)
#: A link to another page here, with its anchor; none to the web.
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)")
#: The names of notes that are not in the repository.
NOT_HERE = re.compile(r"\bFACTS[\s#:*]*§|\bDESIGN\b")


def texts() -> Iterator[tuple[str, str]]:
    """Go through all that people write here, with the file of each."""
    files = [path for folder in SOURCES for path in (ROOT / folder).rglob("*")]
    for path in [*files, *ROOT.glob("*.md"), *ROOT.glob("*.toml"), *ROOT.glob("*.example.py")]:
        if path.is_file() and path.suffix in SUFFIXES and path != Path(__file__):
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def sections() -> set[str]:
    return set(HEADING.findall((ROOT / "docs/facts.md").read_text(encoding="utf-8")))


def test_each_cited_section_of_the_facts_exists() -> None:
    cited = [
        (file, section)
        for file, text in texts()
        for citation in CITED.findall(text)
        for section in SECTION.findall(citation)
    ]
    assert len(cited) > 30
    assert [citation for citation in cited if citation[1] not in sections()] == []


def test_each_mention_of_the_facts_names_a_section() -> None:
    """A citation in another form would escape the check above."""
    loose = re.compile(r"docs/facts\.md[\s#:*/]{1,12}\d|(?<!docs/)\bfacts\.md[\s#:*/]{1,12}§")
    assert [file for file, text in texts() if loose.search(text)] == []


def test_each_named_page_exists() -> None:
    named = {(file, page) for file, text in texts() for page in re.findall(r"docs/\w+\.\w+", text)}
    assert named
    assert sorted(pair for pair in named if not (ROOT / pair[1]).exists()) == []


def test_nothing_cites_what_is_not_in_the_repository() -> None:
    assert [file for file, text in texts() if NOT_HERE.search(text)] == []


def house() -> str:
    """Return the map of the house."""
    design = (ROOT / "docs/design.md").read_text(encoding="utf-8")
    return design.partition("\n## The house\n")[2].partition("```text\n")[2].partition("```")[0]


def rooms() -> list[str]:
    """Return the rooms that the map shows, in its order."""
    package = house().partition("\nglocbot/\n")[2]
    return re.findall(r"^  (\w+)(?:/|\.py) ", package, re.MULTILINE)


def test_the_map_shows_each_room_once() -> None:
    files = {path for path in (ROOT / "glocbot").iterdir() if not path.name.startswith("__")}
    found = [path.stem for path in files if path.suffix == ".py" or (path / "__init__.py").exists()]
    assert sorted(rooms()) == sorted(found)


def test_the_map_shows_what_is_beside_the_package() -> None:
    shown = re.findall(r"^([\w.-]+)/? ", house(), re.MULTILINE)
    assert shown
    assert [name for name in shown if not (ROOT / name).exists()] == []


def test_rooms_import_from_below_on_the_map() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    [layers] = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    level = {room: number for number, layer in enumerate(layers) for room in layer.split(" | ")}
    assert rooms() == sorted(rooms(), key=level.__getitem__)


def test_each_reason_has_its_row() -> None:
    sweep = (ROOT / "docs/sweep.md").read_text(encoding="utf-8")
    tables = re.findall(r"^\| reason \| when \|\n\|---\|---\|\n((?:\|.*\n)+)", sweep, re.MULTILINE)
    rows = [re.findall(r"^\| `([a-z-]+)` \| \S", table, re.MULTILINE) for table in tables]
    assert rows == [list(map(str, reasons)) for reasons in (SkipReason, HoldReason)]


#: The page about each command.
PAGES = {
    "sweep": "sweep.md",
    "report": "review.md",
    "apply": "review.md",
    "reject": "review.md",
    "convert": "convert.md",
    "web": "convert.md",
}


#: What each command takes; imported now, since Pywikibot tries a socket when it is imported.
LINES: dict[str, CommandLine] = {
    command.name: import_module(command.module).COMMAND_LINE for command in COMMANDS
}


@pytest.mark.parametrize("name", LINES)
def test_each_option_is_explained(name: str) -> None:
    """All that a command's help shows at once is on its page, in the same spelling."""
    words = (ROOT / "docs" / PAGES[name]).read_text(encoding="utf-8")
    line = LINES[name]
    shown = [
        line.spelled(option)
        for section in line.sections
        for option in section.options
        if option.help and not section.more and option.letter != "h"
    ]
    assert shown
    assert [option for option in shown if not re.search(rf"`[^`\n]*{option}\b", words)] == []


def test_links_between_the_pages_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    dead = []
    for page in pages:
        for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
            path = page.parent / target if target else page
            if not path.exists() or (anchor and anchor not in anchors(path)):
                dead.append(f"{page.name}: {target}#{anchor}")
    assert dead == []


def anchors(page: Path) -> set[str]:
    """Return what links to a page's headings end with, as on code hosts."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in headings}
