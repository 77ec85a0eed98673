"""What a wiki says before the first file."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from glocbot.wiki import introduction
from glocbot.wiki.introduction import NamedPage, introduce

#: As MediaWiki 1.39 responds, with ``formatversion=2``.
PAGES: list[dict[str, Any]] = [
    {
        "pageid": 5,
        "ns": 10,
        "title": "Template:Location",
        "redirects": [{"ns": 10, "title": "Template:Camera location"}],
    },
    {"ns": 10, "title": "Template:Coord", "missing": True},
    {
        "pageid": 9,
        "ns": 14,
        "title": "Category:Views",
        "categoryinfo": {"size": 7, "pages": 1, "files": 4, "subcats": 2, "hidden": False},
    },
    {"pageid": 8, "ns": 14, "title": "Category:Empty"},
    {
        "ns": 14,
        "title": "Category:No page",
        "missing": True,
        "categoryinfo": {"size": 1, "pages": 0, "files": 1, "subcats": 0, "hidden": False},
    },
    {"ns": 14, "title": "Category:Nowhere", "missing": True},
    {"title": "Category::x", "invalidreason": "...", "invalid": True},
    {"pageid": 3, "ns": 6, "title": "File:Lake.jpg"},
    {"ns": 6, "title": "File:Nope.jpg", "missing": True},
]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Respond with these pages, and return the titles that are asked for."""
    titles: list[str] = []

    def batches(
        site: object, parameters: dict[str, Any], key: str, names: Iterable[str]
    ) -> Iterator[list[dict[str, Any]]]:
        assert (site, key) == ("site", "titles")
        assert parameters["prop"] == "redirects|categoryinfo"
        titles.extend(names)
        yield PAGES[:4]
        yield PAGES[4:]

    monkeypatch.setattr(introduction, "batches_by_name", batches)
    return titles


def test_names_and_pages_come_together(asked: list[str]) -> None:
    said = introduce("site", ["Category:Views", "File:Lake.jpg"])
    assert asked[-2:] == ["Category:Views", "File:Lake.jpg"]
    assert "Template:Location" in asked
    assert said.aliases == {
        "Location": {"Location", "Camera location"},
        "Coord": {"Coord"},
    }
    assert said.pages == {
        "Category:Views": NamedPage(exists=True, files=4, subcategories=2),
        "Category:Empty": NamedPage(exists=True),
        "Category:No page": NamedPage(exists=True, files=1),
        "Category:Nowhere": NamedPage(exists=False),
        "Category::x": NamedPage(exists=False),
        "File:Lake.jpg": NamedPage(exists=True),
        "File:Nope.jpg": NamedPage(exists=False),
    }
