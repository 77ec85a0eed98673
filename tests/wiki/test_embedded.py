"""The bench itself: what it says of the wiki is so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.photos import make_photo
from tests.wiki.embedded import Account, EmbeddedWiki
from tests.wiki.pwb import run

SAVE = """
import sys
import pywikibot
page = pywikibot.FilePage(pywikibot.Site(), sys.argv[1])
page.text += "\\nAdded."
page.save("Added a line", minor=False, nocreate=True)
"""

Fresh = Callable[[str], str]


def is_query(request: object) -> bool:
    return getattr(request, "action", "") == "query"


@pytest.fixture
def saver(pwb_dir: Path) -> Path:
    (pwb_dir / "saver.py").write_text(SAVE)
    return pwb_dir


class TestPages:
    def test_an_uploaded_page_is_saved_as_it_is(self, wiki: EmbeddedWiki, fresh: Fresh) -> None:
        text = "=={{int:filedesc}}==\n{{Information}}\n\n[[Category:Zürich]]"
        [title] = wiki.upload({fresh("Zürich_ä.jpg"): (make_photo(), text)})
        assert wiki.text(title) == text

    def test_an_edit_has_its_user_summary_and_flag(self, wiki: EmbeddedWiki, fresh: Fresh) -> None:
        [title] = wiki.upload({fresh("A.jpg"): (make_photo(seed=1), "old")})
        wiki.edit(title, "new", user="Kim", summary="because", bot=True)
        newest, oldest = wiki.revisions(title)
        assert (newest.user, newest.summary, newest.text, newest.bot) == (
            "Kim",
            "because",
            "new",
            True,
        )
        assert (oldest.text, oldest.bot) == ("old", False)

    def test_a_deleted_page_is_gone(self, wiki: EmbeddedWiki, fresh: Fresh) -> None:
        [title] = wiki.upload({fresh("A.jpg"): (make_photo(seed=2), "old")})
        wiki.delete(title)
        assert wiki.revisions(title) == []


class TestSaving:
    def test_a_bot_saves(
        self, wiki: EmbeddedWiki, saver: Path, bot_account: Account, fresh: Fresh
    ) -> None:
        [title] = wiki.upload({fresh("A.jpg"): (make_photo(seed=3), "old")})
        with wiki.requests() as seen:
            done = run(saver, "saver", title)
        assert done.returncode == 0, done.stderr
        newest = wiki.revisions(title)[0]
        assert (newest.user, newest.text, newest.bot) == (bot_account.name, "old\nAdded.", True)
        assert [request.action for request in seen].count("edit") == 1
        assert bot_account.password not in "".join(map(str, seen)) + done.stderr + done.stdout

    def test_a_protected_page_is_not_saved(
        self, wiki: EmbeddedWiki, saver: Path, fresh: Fresh
    ) -> None:
        [title] = wiki.upload({fresh("A.jpg"): (make_photo(seed=4), "old")})
        wiki.protect(title)
        assert "locked" in run(saver, "saver", title).stderr.lower()
        assert wiki.text(title) == "old"

    def test_another_user_comes_first(self, wiki: EmbeddedWiki, saver: Path, fresh: Fresh) -> None:
        [title] = wiki.upload({fresh("A.jpg"): (make_photo(seed=5), "old")})
        edit = wiki.before_next_save(lambda: wiki.edit(title, "theirs", user="Kim"))
        done = run(saver, "saver", title)
        assert "EditConflict" in done.stderr
        assert (edit.happened, wiki.text(title)) == (1, "theirs")

    def test_a_read_only_wiki(self, wiki: EmbeddedWiki, saver: Path, fresh: Fresh) -> None:
        [title] = wiki.upload({fresh("A.jpg"): (make_photo(seed=6), "old")})
        wiki.set_readonly("Moving house")
        assert "readonly" in run(saver, "saver", title).stderr
