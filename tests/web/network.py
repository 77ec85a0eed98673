"""Other servers as tables, for tests without a network."""

from collections.abc import Mapping, Sequence
from typing import Any

from glocbot.convert.online import Reply
from glocbot.web.wiki import WikiSilent

LONG = "https://www.google.com/maps/place/X/@48.2,16.3,17z/data=!8m2!3d48.2082!4d16.3738"
SHORT = "https://maps.app.goo.gl/abc"


class Shorteners:
    """The servers of short links: each leads to the same place.

    Attributes:
        asked: the links that were asked for.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []

    def addresses(self, host: str) -> Sequence[str]:
        assert host
        return ["142.250.185.78"]

    def ask(self, host: str, address: str, target: str) -> Reply:
        assert address
        self.asked.append(f"https://{host}{target}")
        return Reply(302, LONG)


def page(text: str = "", **more: Any) -> dict[str, Any]:
    """Make a file's page as the API gives it."""
    slots: dict[str, Any] = {"main": {"content": text}}
    if "mediainfo" in more:
        slots["mediainfo"] = {"content": more.pop("mediainfo")}
    revision = {"revid": 5, "timestamp": "2026-01-02T03:04:05Z", "slots": slots}
    return {
        "pageid": 7,
        "imagerepository": "local",
        "imageinfo": [{"user": "Robin"}],
        "revisions": [revision],
        "protection": [],
        **more,
    }


INFORMATION = "== {{int:filedesc}} ==\n{{Information|description=A view}}\n"
MISSING: dict[str, Any] = {"missing": True, "imagerepository": ""}


class TableWiki:
    """A wiki with the pages that a test gives it.

    Attributes:
        pages: by title.
        asked: the titles that were asked for.
    """

    def __init__(self) -> None:
        self.pages: dict[str, dict[str, Any] | None] = {}
        self.asked: list[str] = []

    def __call__(self, parameters: Mapping[str, str]) -> Any:
        title = parameters["titles"]
        self.asked.append(title)
        found = self.pages.get(title, MISSING)
        if found is None:
            raise WikiSilent("no response")
        return {"query": {"pages": [{"title": title, **found}]}}
