"""A sweep that saves: what the edit is, who is asked, and what keeps a page from being edited."""

from itertools import count
from pathlib import Path

import pytest

from tests.mediawiki.embedded import Account, EmbeddedWiki
from tests.mediawiki.pages import UNLISTED_ALIAS, WRAPPER
from tests.mediawiki.pwb import configure
from tests.mediawiki.sweeping import (
    LOCATED,
    LOCATION,
    PAGE,
    SUMMARY,
    Gallery,
    Swept,
    blank,
    blocked,
    doubtful,
    sound,
    sweep,
)

MARKS = {
    "bare": "{{Location}}",
    "redirect": "{{Location dec|48|16}}",
    "alias": f"{{{{{UNLISTED_ALIAS}|48|16}}}}",
    "wrapper": f"{{{{{WRAPPER}}}}}",
}


class TestOneEdit:
    """What ``-always`` saves."""

    @pytest.fixture
    def title(self, gallery: Gallery) -> str:
        [title] = gallery.add({"A": sound()})
        return title

    def test_the_edit(
        self, gallery: Gallery, pwb_dir: Path, bot_account: Account, title: str
    ) -> None:
        """Text, summary, bot flag, not minor, by one request; and no second one, ever."""
        swept = gallery.sweep(pwb_dir, "-always")
        edit, _ = gallery.wiki.revisions(title)
        assert edit.text == gallery.page(LOCATED)
        assert (edit.user, edit.summary) == (bot_account.name, SUMMARY)
        assert (edit.bot, edit.minor) == (True, False)
        assert (swept.status, swept.saves, swept.figure("saved")) == (0, 1, 1)
        assert swept.reasons == {title: "propose"}
        assert f"Saved as revision {edit.id}." in swept.said(title)
        again = gallery.sweep(pwb_dir, "-always")
        assert again.reasons == {title: "skip located"}
        assert (again.status, again.saves, again.figure("saved")) == (0, 0, 0)

    def test_a_summary_of_ones_own(self, gallery: Gallery, pwb_dir: Path, title: str) -> None:
        gallery.sweep(pwb_dir, "-always", "-summary:Adding {{Location}}: see [[User:Glocbot]]")
        assert gallery.wiki.revisions(title)[0].summary == (
            "Adding {{Location}}: see [[User:Glocbot]]"
        )

    def test_an_account_without_a_flag(
        self, gallery: Gallery, user_account: Account, tmp_path: Path, title: str
    ) -> None:
        folder = configure(tmp_path / "plain", gallery.wiki.url, user_account)
        assert gallery.sweep(folder, "-always").status == 0
        edit, _ = gallery.wiki.revisions(title)
        assert (edit.user, edit.bot, edit.minor) == (user_account.name, False, False)

    def test_the_password_is_nowhere(
        self, gallery: Gallery, pwb_dir: Path, bot_account: Account, title: str
    ) -> None:
        del title
        swept = gallery.sweep(pwb_dir, "-always", "-log", "-verbose")
        written = "".join(p.read_text() for p in (pwb_dir / "logs").glob("*"))
        assert bot_account.password not in swept.output + written


@pytest.mark.parametrize("name", MARKS)
def test_located_in_any_guise(gallery: Gallery, anonymous_pwb_dir: Path, name: str) -> None:
    [title] = gallery.add({"A": sound()}, PAGE + MARKS[name])
    assert gallery.sweep(anonymous_pwb_dir, "-simulate").reasons == {title: "skip located"}


class Answering:
    """Four files, clean, doubtful, clean, clean, and a person at the prompt."""

    def __init__(self, gallery: Gallery, folder: Path) -> None:
        self.gallery, self.folder = gallery, folder
        photos = {"A": sound(), "B": doubtful(), "C": sound(), "D": sound()}
        self.titles = gallery.add(photos)

    def sweep(self, *arguments: str, answers: str) -> Swept:
        """Sweep in this order; a category comes in its pages' order, which uploads do not set."""
        pages = [f"-page:{title}" for title in self.titles]
        return sweep(self.gallery.wiki, self.folder, *pages, *arguments, answers=answers)

    def saved(self) -> str:
        """Return which files have a location now, such as ``AC``."""
        texts = zip("ABCD", map(self.gallery.wiki.text, self.titles), strict=True)
        return "".join(name for name, text in texts if LOCATION in text)


class TestAnswers:
    @pytest.fixture
    def answering(self, gallery: Gallery, pwb_dir: Path) -> Answering:
        return Answering(gallery, pwb_dir)

    @pytest.mark.parametrize(
        ("answers", "saved"),
        [
            ("y\ny\ny\ny\n", "ABCD"),
            ("n\nn\ny\n\n", "C"),
            ("y\nq\n", "A"),
            ("q\n", ""),
            ("a\n", "ACD"),
            ("n\ny\na\n", "BCD"),
            ("b\n\ny\nn\nn\nn\n", "A"),
            ("what\ny\nn\nn\nn\n", "A"),
            ("", ""),
            ("y\n", "A"),
        ],
    )
    def test_answers(self, answering: Answering, answers: str, saved: str) -> None:
        """All stands for clean ones; what is held is asked about or left; EOF is quit."""
        swept = answering.sweep(answers=answers)
        assert answering.saved() == saved
        assert (swept.status, swept.saves, swept.figure("saved")) == (0, len(saved), len(saved))

    def test_a_doubt_is_shown_before_the_question(self, answering: Answering) -> None:
        swept = answering.sweep(answers="n\nn\nq\n")
        said = swept.said(answering.titles[1])
        assert said.index("Doubtful (void-fix): ") < said.index(f"+{LOCATION}")
        assert said.index(f"+{LOCATION}") < said.index("Do you want to accept these changes?")
        assert swept.figure("declined") == 2

    def test_always_leaves_what_is_held(self, answering: Answering) -> None:
        swept = answering.sweep("-always", answers="y\ny\ny\ny\n")
        assert answering.saved() == "ACD"
        assert (swept.figure("left held"), swept.status) == (1, 0)
        assert "Left for a person." in swept.said(answering.titles[1])


def test_a_new_doubt_while_a_person_looks(gallery: Gallery, pwb_dir: Path) -> None:
    """A clean proposal is approved and has become doubtful meanwhile: it is not saved."""
    [title] = gallery.add({"A": sound()})
    doubtful_now = gallery.page(PAGE + "{{Object location|48|16}}\n")
    gallery.wiki.before_next(
        lambda request: request.params.get("titles") == title,
        lambda: gallery.wiki.edit(title, doubtful_now, user="Kim"),
    )
    swept = gallery.sweep(pwb_dir, answers="y\n")
    assert gallery.wiki.text(title) == doubtful_now
    assert "there is a new doubt (object-location)" in swept.output


class TestRights:
    def test_a_protected_page(
        self, gallery: Gallery, pwb_dir: Path, anonymous_pwb_dir: Path, tmp_path: Path
    ) -> None:
        """It is for those who may edit it."""
        [title] = gallery.add({"A": sound()})
        gallery.wiki.protect(title)
        for folder in (pwb_dir, anonymous_pwb_dir):
            swept = gallery.sweep(folder, "-simulate")
            assert swept.reasons == {title: "skip protected"}
        sysop = gallery.wiki.create_account("Protector", sysop=True)
        folder = configure(tmp_path / "sysop", gallery.wiki.url, sysop)
        assert gallery.sweep(folder, "-always").figure("saved") == 1

    def test_a_blocked_account(self, gallery: Gallery, pwb_dir: Path, bot_account: Account) -> None:
        """It ends the run, with what was done."""
        first, second = gallery.add({"A": sound(), "B": sound()})
        with blocked(gallery.wiki, bot_account.name):
            swept = gallery.sweep(pwb_dir, "-always")
        assert (swept.status, swept.saves) == (1, 1)
        assert "The run ends here: " in swept.output
        assert "Examined 1 file" in swept.output
        assert len(gallery.wiki.revisions(first)) == len(gallery.wiki.revisions(second)) == 1

    def test_a_read_only_wiki(self, gallery: Gallery, pwb_dir: Path) -> None:
        gallery.add({"A": sound(), "B": sound()})
        gallery.wiki.before_next_save(lambda: gallery.wiki.set_readonly("Moving house"))
        swept = gallery.sweep(pwb_dir, "-always")
        assert swept.status == 1
        assert "The run ends here: " in swept.output
        assert swept.figure("saved") == 0

    def test_a_lost_login(self, gallery: Gallery, tmp_path: Path) -> None:
        """Logged out between two saves, with a password that is another now."""
        account = gallery.wiki.create_account("Forgetful bot", bot=True)
        folder = configure(tmp_path / "forgetful", gallery.wiki.url, account)
        titles = gallery.add({"A": sound(), "B": sound()})

        def forget() -> None:
            gallery.wiki.create_account(account.name, bot=True)
            gallery.wiki.forget_sessions()

        saves = count()
        gallery.wiki.before_next(
            lambda request: request.action == "edit" and next(saves) == 1, forget
        )
        swept = gallery.sweep(folder, "-always")
        assert swept.status == 1
        assert "The run ends here: " in swept.output
        assert swept.figure("saved") == 1
        assert [LOCATION in gallery.wiki.text(title) for title in titles].count(True) == 1

    def test_a_logout_is_made_good(self, gallery: Gallery, pwb_dir: Path) -> None:
        """The session is gone and the password still right: Pywikibot logs in anew."""
        titles = gallery.add({"A": sound(), "B": sound()})
        gallery.wiki.before_next_save(gallery.wiki.forget_sessions)
        swept = gallery.sweep(pwb_dir, "-always")
        assert (swept.status, swept.figure("saved")) == (0, len(titles))


class TestHistory:
    """A location that somebody took away stays away."""

    def reasons(self, gallery: Gallery, folder: Path, *arguments: str) -> str:
        [(_, reasons)] = gallery.sweep(folder, *arguments).reasons.items()
        return reasons

    def test_removed_by_another(self, gallery: Gallery, pwb_dir: Path) -> None:
        [title] = gallery.add({"A": sound()}, LOCATED)
        gallery.wiki.edit(title, gallery.page(), user="Kim")
        assert self.reasons(gallery, pwb_dir, "-always") == "skip removed-before"

    def test_an_edit_of_ours_was_reverted(self, gallery: Gallery, pwb_dir: Path) -> None:
        [title] = gallery.add({"A": sound()})
        assert gallery.sweep(pwb_dir, "-always").figure("saved") == 1
        gallery.wiki.edit(title, gallery.page(), user="Kim", summary="Undid revision")
        assert self.reasons(gallery, pwb_dir, "-always") == "skip removed-before"
        assert gallery.wiki.text(title) == gallery.page()

    def test_our_own_upload_is_no_edit(
        self, gallery: Gallery, pwb_dir: Path, bot_account: Account
    ) -> None:
        gallery.add({"A": sound()}, user=bot_account.name)
        assert self.reasons(gallery, pwb_dir, "-always") == "propose"

    def test_a_long_history(self, gallery: Gallery, pwb_dir: Path) -> None:
        """The oldest of more revisions than one answer holds counts."""
        [title] = gallery.add({"A": blank()}, LOCATED)
        [other] = gallery.add({"B": sound()}, LOCATED)
        gallery.wiki.edit_often(other, [gallery.page(f"{PAGE}{n}") for n in range(55)])
        swept = gallery.sweep(pwb_dir, "-always")
        assert swept.reasons == {title: "skip no-gps", other: "skip removed-before"}

    def test_a_hidden_revision(self, gallery: Gallery, pwb_dir: Path, wiki: EmbeddedWiki) -> None:
        """What was there cannot be seen, so a person decides."""
        [title] = gallery.add({"A": sound()}, PAGE + "secret")
        wiki.edit(title, gallery.page(), user="Kim")
        wiki.hide_text(wiki.revisions(title)[-1].id)
        assert self.reasons(gallery, pwb_dir, "-always") == "hold hidden-history"
        assert len(wiki.revisions(title)) == 2
