"""The bench itself: what it says of the wiki is so."""

from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.mediawiki.embedded import Account, EmbeddedWiki
from tests.mediawiki.gateway import Request
from tests.mediawiki.pages import UNLISTED_ALIAS, WRAPPER
from tests.mediawiki.pwb import run, site
from tests.photos import make_photo

SAVE = """
import sys
import pywikibot
page = pywikibot.FilePage(pywikibot.Site(), sys.argv[1])
page.text += "\\nAdded."
page.save("Added a line", minor=False, nocreate=True)
"""

Fresh = Callable[[str], str]


def is_query(request: Request) -> bool:
    return request.action == "query"


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

    def test_a_blocked_account(
        self, wiki: EmbeddedWiki, saver: Path, bot_account: Account, fresh: Fresh
    ) -> None:
        [title] = wiki.upload({fresh("A.jpg"): (make_photo(seed=7), "old")})
        wiki.block(bot_account.name)
        blocked = run(saver, "saver", title)
        wiki.unblock(bot_account.name)
        assert blocked.returncode == 1
        assert wiki.text(title) == "old"
        assert run(saver, "saver", title).returncode == 0


class TestTemplates:
    @pytest.mark.parametrize("name", ["Location", "Camera location", UNLISTED_ALIAS, WRAPPER])
    def test_a_location_in_any_guise_is_transcluded(
        self, wiki: EmbeddedWiki, fresh: Fresh, name: str
    ) -> None:
        """The wiki says so of aliases and wrappers that no program lists."""
        wiki.edit(fresh(name), f"{{{{{name}|48.8583|-2.2944}}}}")
        asked = wiki.api(
            action="query", titles=fresh(name), prop="templates", tltemplates="Template:Location"
        )
        assert [t["title"] for t in asked["query"]["pages"][0]["templates"]] == [
            "Template:Location"
        ]

    def test_a_template_sets_its_category(self, wiki: EmbeddedWiki, fresh: Fresh) -> None:
        wiki.edit_many({fresh("Ambiguous"): "{{GPS EXIF ambiguous}}"})
        asked = wiki.api(action="query", titles=fresh("Ambiguous"), prop="categories")
        [category] = asked["query"]["pages"][0]["categories"]
        assert category["title"] == "Category:Ambiguous location in EXIF"


class TestGateway:
    QUERY = "/api.php?action=query&meta=siteinfo&format=json"

    def test_a_request_fails_once(self, wiki: EmbeddedWiki) -> None:
        failure = wiki.fail_next(is_query, 504)
        with wiki.requests() as seen:
            with pytest.raises(HTTPError, match="504"):
                wiki.get(self.QUERY)
            wiki.get(self.QUERY)
        assert (failure.happened, len(seen)) == (1, 2)

    def test_a_request_times_out(self, wiki: EmbeddedWiki) -> None:
        wiki.delay_next(is_query, 1)
        with pytest.raises(TimeoutError):
            wiki.get(self.QUERY, seconds=0.1)

    def test_an_error_within_an_interference_comes_out(self, wiki: EmbeddedWiki) -> None:
        wiki.before_next(is_query, lambda: wiki.protect("[[no title]]"))
        with pytest.raises(ConnectionError):
            wiki.get(self.QUERY)
        with pytest.raises(BaseExceptionGroup, match="gateway"):
            wiki.calm()

    def test_a_small_answer_goes_on(self, wiki: EmbeddedWiki, fresh: Fresh) -> None:
        wiki.edit_many({fresh(name): "text " * 100 for name in "ABC"})
        query = {"action": "query", "prop": "revisions", "rvprop": "content", "rvslots": "main"}
        titles = "|".join(fresh(name) for name in "ABC")
        with wiki.settings(wgAPIMaxResultSize=1000):
            assert "rvcontinue" in wiki.api(**query, titles=titles)["continue"]
        assert "continue" not in wiki.api(**query, titles=titles)

    def test_a_thumbnail_is_made(self, wiki: EmbeddedWiki, fresh: Fresh) -> None:
        [title] = wiki.upload({fresh("Wide.jpg"): (make_photo(seed=8, size=(640, 480)), "")})
        name = title.removeprefix("File:").replace(" ", "_")
        address, kind = wiki.get(f"/index.php?title=Special:Redirect/file/{name}&width=320")
        assert kind == "image/jpeg"
        assert "/320px-" in address


def test_the_password_is_in_no_repr(bot_account: Account) -> None:
    assert bot_account.password not in repr(bot_account)


def test_pywikibot_in_this_process(
    wiki: EmbeddedWiki, pwb_dir: Path, bot_account: Account, fresh: Fresh
) -> None:
    """It reads and saves as its account, without a second Python."""
    import pywikibot  # noqa: PLC0415 - the other tests do without

    [title] = wiki.upload({fresh("A.jpg"): (make_photo(seed=9), "old")})
    page = pywikibot.FilePage(site(pwb_dir, bot_account), title)
    page.text = "new"
    page.save("Changed", quiet=True)
    assert (wiki.text(title), wiki.revisions(title)[0].bot) == ("new", True)
