"""A site of Pywikibot's that knows categories and makes no request."""

from collections.abc import Iterator, Mapping, Sequence

import pywikibot
from pywikibot.site import APISite, Namespace

#: Members of categories, by the category's title.
Members = Mapping[str, Sequence[str]]


class FakeSite(APISite):  # type: ignore[misc]
    """Wikimedia Commons with a few categories.

    Attributes:
        members: of categories, by the category's title.
        listed: the categories whose members were asked for, in that order.
    """

    def __init__(self, members: Members) -> None:
        super().__init__("commons", "commons")
        self.members = members
        self.listed: list[tuple[str, str]] = []

    def login(self, *_: object, **__: object) -> None:
        """Ask nobody."""

    def logged_in(self) -> bool:
        return False

    def _build_namespaces(self) -> dict[int, Namespace]:
        namespaces: dict[int, Namespace] = Namespace.builtin_namespaces()
        return namespaces

    def interwiki(self, prefix: str) -> None:
        raise KeyError(prefix)

    def categorymembers(
        self, category: pywikibot.Category, *, member_type: str
    ) -> Iterator[pywikibot.Page]:
        self.listed.append((member_type, category.title()))
        number = {"subcat": 14, "file": 6}[member_type]
        for title in self.members.get(category.title(), ()):
            page = pywikibot.Page(self, title)
            if page.namespace() == number:
                yield page


def fake_site(members: Members | None = None) -> FakeSite:
    """Make a site."""
    return FakeSite(members or {})
