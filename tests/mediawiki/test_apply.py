"""``glocbot apply``: just what was approved is saved, and only what is still the same."""

import json
from pathlib import Path

import pytest

from tests.mediawiki.applying import Applied, Reviewed, review
from tests.mediawiki.embedded import Account, EmbeddedWiki
from tests.mediawiki.pwb import configure
from tests.mediawiki.sweeping import (
    DESCRIPTION,
    LOCATED,
    LOCATION,
    PAGE,
    SUMMARY,
    Gallery,
    blank,
    blocked,
    doubtful,
    sound,
)
from tests.photos import make_photo

CLEAN = ("C1", "C2", "C3", "C4")
HELD = ("H1", "H2")


@pytest.fixture
def reviewed(gallery: Gallery, pwb_dir: Path) -> Reviewed:
    """Four proposals and two holds, swept and not yet applied."""
    files = {name: sound() for name in CLEAN} | {name: doubtful() for name in HELD}
    return review(gallery, files, pwb_dir)


def saved(reviewed: Reviewed) -> list[str]:
    """Return which files have a location now."""
    return [name for name in reviewed.proposals if LOCATION in reviewed.text(name)]


class TestWhatIsApplied:
    def test_just_what_was_approved(self, reviewed: Reviewed, bot_account: Account) -> None:
        """Holds too; text, user, summary, flags and revision, with one read and one save each."""
        names = ["H1", "C3", "C1"]
        file = reviewed.write(reviewed.proposals)
        applied = reviewed.apply(file, "--approved", reviewed.approve(names))
        assert (applied.status, applied.saves, applied.figure("saved")) == (0, 3, 3)
        assert saved(reviewed) == ["C1", "C3", "H1"]
        assert [record["title"] for record in applied.records] == list(map(reviewed.title, names))
        for record in applied.records:
            edit, upload = reviewed.wiki.revisions(record["title"])
            assert (edit.user, edit.summary, edit.bot, edit.minor) == (
                *(bot_account.name, SUMMARY),
                *(True, False),
            )
            assert edit.text == reviewed.gallery.page(LOCATED)
            assert upload.text == reviewed.gallery.page()
            assert record.keys() == {"title", "outcome", "revid", "time"}
            assert (record["outcome"], record["revid"]) == ("saved", edit.id)
        reads = [r for r in applied.requests if r.params.get("titles") in applied.outcomes]
        assert len(reads) == 3
        assert "Processed 3 of 3 proposals with " in applied.output

    def test_all_clean_leaves_what_is_held(self, reviewed: Reviewed) -> None:
        applied = reviewed.apply(reviewed.write(reviewed.proposals), "--all-clean")
        assert saved(reviewed) == list(CLEAN)
        assert (applied.status, applied.figure("saved"), applied.figure("left held")) == (0, 4, 2)
        assert [applied.outcomes[reviewed.title(name)] for name in HELD] == ["held", "held"]

    @pytest.mark.parametrize(
        ("answers", "edited"),
        [
            ("y\ny\nn\nq\n", ["C1", "H1"]),
            ("n\na\n", ["C2", "C3", "C4", "H1"]),
            ("", []),
        ],
    )
    def test_else_it_asks(self, reviewed: Reviewed, answers: str, edited: list[str]) -> None:
        """As the sweep does: "all" is for clean ones, nobody there is "quit"."""
        file = reviewed.write(["C1", "H1", "C2", "H2", "C3", "C4"])
        applied = reviewed.apply(file, answers=answers)
        if answers.startswith("n\na"):  # the hold, asked about, stands for itself
            assert "Doubtful (void-fix): " in applied.said(reviewed.title("H1"))
        assert saved(reviewed) == sorted(edited)
        assert (applied.status, applied.saves) == (0, len(edited))

    def test_a_simulation_saves_nothing_and_needs_no_account(
        self, reviewed: Reviewed, anonymous_pwb_dir: Path
    ) -> None:
        applied = reviewed.apply(
            reviewed.write(reviewed.proposals),
            *("--approved", reviewed.approve(["C1", "H1"]), "-simulate"),
            folder=anonymous_pwb_dir,
        )
        assert saved(reviewed) == []
        assert (applied.status, applied.saves) == (0, 0)
        assert "Simulated: would save 2." in applied.output
        assert set(applied.outcomes.values()) == {"simulated"}
        assert not any(request.action == "login" for request in applied.requests)

    def test_a_summary_of_ones_own_and_a_limit(self, reviewed: Reviewed) -> None:
        """The limit counts edits, not what was left alone."""
        reviewed.wiki.edit(reviewed.title("C1"), reviewed.gallery.page(LOCATED), user="Kim")
        applied = reviewed.apply(
            reviewed.write(CLEAN), "--all-clean", "-summary:As agreed: [[a]]", "-limit:2"
        )
        assert saved(reviewed) == ["C1", "C2", "C3"]
        assert reviewed.wiki.revisions(reviewed.title("C2"))[0].summary == "As agreed: [[a]]"
        assert (applied.figure("outdated"), applied.figure("saved")) == (1, 2)
        assert "Processed 3 of 4 proposals" in applied.output

    def test_run_twice(self, reviewed: Reviewed) -> None:
        """No page is edited twice, and its own edit is known for what it is."""
        call = (reviewed.write(CLEAN), "--approved", reviewed.approve(CLEAN))
        first = reviewed.apply(*call)
        again = reviewed.apply(*call, go_on=True)
        assert (again.status, again.saves, again.figure("already saved")) == (0, 0, 4)
        assert [reviewed.edits(name) for name in CLEAN] == [1, 1, 1, 1]
        assert len(again.records) == 8
        assert [r["revid"] for r in again.records[4:]] == [r["revid"] for r in first.records]


NOTE = PAGE.replace("}}\n\n==", "}}\n'''Note'''\n\n==")
EDITED: dict[str, tuple[str, str]] = {
    "elsewhere": (PAGE + "\n[[Category:Lakes]]", LOCATED + "\n[[Category:Lakes]]"),
    "at the place": (NOTE, NOTE.replace("'''Note'''", f"{LOCATION}\n'''Note'''")),
    "to ask": (
        PAGE.replace("\n\n==", "\n{{GPS EXIF}}\n\n=="),
        f"{DESCRIPTION}{LOCATION}\n{PAGE.removeprefix(DESCRIPTION)}",
    ),
}
LEFT: dict[str, tuple[str, str]] = {
    "located": (LOCATED.replace("48.2", "48.3"), "the page has a location already"),
    "located the same": (LOCATED, "the page has a location already"),
    "withheld": (PAGE + "{{Location withheld}}\n", "the page asks not to be located"),
    "nobots": (PAGE + "{{nobots}}\n", "the page asks not to be located"),
    "object": (PAGE + "{{Object location|1|2}}\n", "there is a new doubt (object-location)"),
    "coord": (PAGE + "{{Coord|1|2}}\n", "there is a new doubt (other-coordinates)"),
    "redirect": ("#REDIRECT [[File:Other.jpg]]", "the page is a redirect"),
}
OTHERS = {
    "removed": "a location was there before and somebody took it away",
    "deleted": "the page or its file does not exist on this wiki",
    "protected": "the page is protected against this account",
    "other position": "the file's position is another now",
    "no position": "the file's EXIF has no GPS position",
    "doubtful": "there is a new doubt (void-fix)",
    "still doubtful": "the file was replaced, and a person must look at the new one",
    "same revision": "the edit would be another than the one that was shown",
}


@pytest.fixture(scope="module")
def since(
    wiki_for_all: EmbeddedWiki, bot_account: Account, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Reviewed, Applied]:
    """Something happened to each page after the review; all were approved."""
    wiki = wiki_for_all
    gallery = Gallery(wiki, "Changed since")
    folder = configure(tmp_path_factory.mktemp("since"), wiki.url, bot_account)
    names = (*EDITED, *LEFT, *OTHERS, "as it was", "same position")
    files = {name: doubtful() if name == "still doubtful" else sound() for name in names}
    reviewed = review(gallery, files, folder)
    pages = {**{n: texts[0] for n, texts in EDITED.items()}, **{n: t[0] for n, t in LEFT.items()}}
    for name, text in pages.items():
        wiki.edit(gallery.title(name), gallery.page(text), user="Kim")
    for text in (LOCATED, PAGE):
        wiki.edit(gallery.title("removed"), gallery.page(text), user="Kim")
    wiki.delete(gallery.title("deleted"))
    wiki.protect(gallery.title("protected"))
    photos = {"other position": make_photo(1.5, 2.5, seed=1), "no position": blank()}
    photos |= {"doubtful": doubtful(), "still doubtful": doubtful(), "same position": sound()}
    for name, photo in photos.items():
        wiki.replace_file(gallery.title(name), photo)
    lines = {name: dict(record) for name, record in reviewed.proposals.items()}
    lines["same revision"]["new_text"] += "\n[[Category:Slipped in]]"
    file = reviewed.write_lines(map(json.dumps, lines.values()))
    return reviewed, reviewed.apply(file, "--approved", reviewed.approve(names))


class TestWhatChangedSince:
    def test_the_summary_adds_up(self, since: tuple[Reviewed, Applied]) -> None:
        """What changed is no failure."""
        _, applied = since
        assert applied.figure("outdated") == len(LEFT) + len(OTHERS)
        assert applied.figure("saved") == applied.saves == len(EDITED) + 2
        assert applied.status == 0

    @pytest.mark.parametrize("name", ["as it was", "same position"])
    def test_what_did_not_is_saved(self, since: tuple[Reviewed, Applied], name: str) -> None:
        reviewed, _ = since
        assert reviewed.text(name) == reviewed.gallery.page(LOCATED)

    @pytest.mark.parametrize("name", EDITED)
    def test_the_same_line_goes_into_the_current_text(
        self, since: tuple[Reviewed, Applied], name: str
    ) -> None:
        """The other's edit stands."""
        reviewed, _ = since
        assert reviewed.text(name) == reviewed.gallery.page(EDITED[name][1])
        assert reviewed.edits(name) == 2

    @pytest.mark.parametrize("name", [*LEFT, *OTHERS])
    def test_all_else_is_left_alone_and_reported(
        self, since: tuple[Reviewed, Applied], name: str
    ) -> None:
        reviewed, applied = since
        title = reviewed.title(name)
        why = LEFT[name][1] if name in LEFT else OTHERS[name]
        assert applied.outcomes[title] == "outdated"
        assert applied.why[title].startswith(why)
        assert f"{title} is left alone: {why}" in applied.output
        assert not any(revision.user == "Glocbot" for revision in reviewed.wiki.revisions(title))


class TestFailures:
    def test_a_blocked_account_ends_the_run(self, reviewed: Reviewed, bot_account: Account) -> None:
        with blocked(reviewed.wiki, bot_account.name):
            applied = reviewed.apply(reviewed.write(CLEAN), "--all-clean")
        assert (applied.status, applied.saves) == (1, 1)
        assert "The run ends here: " in applied.output
        assert "Processed 0 of 4 proposals" in applied.output
        assert reviewed.apply(reviewed.write(CLEAN), "--all-clean").figure("saved") == 4

    def test_a_page_protected_at_the_last_moment(self, reviewed: Reviewed) -> None:
        wiki, title = reviewed.wiki, reviewed.title("C1")
        wiki.before_next_save(lambda: wiki.protect(title))
        applied = reviewed.apply(reviewed.write(["C1", "C2"]), "--all-clean")
        assert (applied.status, applied.figure("failed"), applied.figure("saved")) == (1, 1, 1)
        assert applied.outcomes[title] == "protected"

    def test_a_page_edited_at_the_last_moment(self, reviewed: Reviewed) -> None:
        wiki, title = reviewed.wiki, reviewed.title("C1")
        theirs = reviewed.gallery.page(NOTE)
        wiki.before_next_save(lambda: wiki.edit(title, theirs, user="Kim"))
        applied = reviewed.apply(reviewed.write(["C1"]), "--all-clean")
        assert applied.figure("saved") == 1
        assert reviewed.text("C1") == theirs.replace("'''Note'''", f"{LOCATION}\n'''Note'''")
