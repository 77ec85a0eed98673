"""What comments cite is in docs/facts.md."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = ("glocbot", "scripts", "tests", "docs")
SUFFIXES = frozenset({".py", ".js", ".css", ".html", ".md", ".php", ".sh", ""})
#: One section or several: "docs/facts.md §4.4, §4.5", "§3.1 to §3.3". A line may break in it.
CITED = re.compile(r"docs/facts\.md[\s#:*/]*(§[\d.]*\d(?:(?:,| to| and)[\s#:*/]*§[\d.]*\d)*)")
SECTION = re.compile(r"§[\d.]*\d")
HEADING = re.compile(r"^#{2,3} (§[\d.]*\d) \S", re.MULTILINE)
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


def test_nothing_cites_what_is_not_in_the_repository() -> None:
    assert [file for file, text in texts() if NOT_HERE.search(text)] == []
