"""What others do between reading and saving stands; no page gets a second location or a new life.

All races are run in one sweep: something happens to each file just before it is saved.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.mediawiki.embedded import Account, EmbeddedWiki
from tests.mediawiki.gateway import Reply, Request
from tests.mediawiki.pages import WRAPPER
from tests.mediawiki.pwb import configure
from tests.mediawiki.sweeping import LOCATED, LOCATION, PAGE, SUMMARY, Gallery, Swept, sound

NOTE = PAGE.replace("}}\n\n==", "}}\n'''Note'''\n\n==")
CATEGORISED = PAGE + "\n[[Category:Lakes]]"
LOCATIONS = {
    "located at the place": PAGE.replace("}}\n\n==", "}}\n{{Location|48.1|16.2}}\n\n=="),
    "located elsewhere": PAGE.replace("the lake.", "the lake. {{Location|48.1|16.2}}"),
    "located by an alias": PAGE + "{{Camera location|48.1|16.2}}\n",
    "located by a wrapper": PAGE + f"{{{{{WRAPPER}}}}}\n",
}
OPT_OUTS = {
    "withheld": PAGE + "{{Location withheld}}\n",
    "nobots": PAGE + "{{nobots}}\n",
    "not applicable": PAGE + "[[Category:Location not applicable]]\n",
    "ambiguous": PAGE + "{{GPS EXIF ambiguous}}\n",
}
HELD = {"object location": PAGE + "{{Object location|48.1|16.2}}\n"}
THEIRS = LOCATIONS | OPT_OUTS | HELD
OTHERS = (
    *("conflict", "merge", "deleted", "gone", "own merge", "own conflict"),
    *("lost 504", "lost 502", "lost page", "hangs", "last"),
)


@dataclass
class Races:
    """The sweep, and where to look at what it left."""

    gallery: Gallery
    swept: Swept

    @property
    def wiki(self) -> EmbeddedWiki:
        return self.gallery.wiki

    def text(self, name: str) -> str:
        return self.wiki.text(self.gallery.title(name))

    def page(self, text: str) -> str:
        return self.gallery.page(text)

    def said(self, name: str) -> str:
        return self.swept.said(self.gallery.title(name))


def saving(title: str) -> Callable[[Request], bool]:
    return lambda request: request.action == "edit" and request.params["title"] == title


def interfere(gallery: Gallery, account: Account) -> None:
    wiki = gallery.wiki

    def before(name: str, deed: Callable[[], None]) -> None:
        wiki.before_next(saving(gallery.title(name)), deed)

    def edited(name: str, text: str, user: str = "Kim") -> None:
        before(name, lambda: wiki.edit(gallery.title(name), gallery.page(text), user=user))

    for name, text in THEIRS.items():
        edited(name, text)
    edited("conflict", NOTE)
    edited("merge", CATEGORISED)
    edited("own merge", CATEGORISED, user=account.name)
    edited("own conflict", NOTE, user=account.name)
    before("deleted", lambda: wiki.delete(gallery.title("deleted")))
    wiki.before_next(
        lambda request: "pageids" in request.params, lambda: wiki.delete(gallery.title("gone"))
    )
    lost = {"lost 504": Reply(504), "lost 502": Reply(502), "lost page": Reply(200, b"<html>")}
    for name, reply in lost.items():
        wiki.lose_next_answer(saving(gallery.title(name)), reply)
    wiki.fail_next(saving(gallery.title("hangs")))


@pytest.fixture(scope="module")
def races(
    wiki_for_all: EmbeddedWiki, bot_account: Account, tmp_path_factory: pytest.TempPathFactory
) -> Races:
    gallery = Gallery(wiki_for_all, "Races")
    gallery.add({name: sound() for name in (*THEIRS, *OTHERS)})
    interfere(gallery, bot_account)
    folder = configure(tmp_path_factory.mktemp("races"), wiki_for_all.url, bot_account)
    swept = gallery.sweep(folder, "-always")
    wiki_for_all.calm()
    return Races(gallery, swept)


def test_the_sweep_goes_on(races: Races) -> None:
    """None of all that is a failure, and the summary adds up."""
    assert races.text("last") == races.page(LOCATED)
    assert races.swept.status == 0
    changed = len(THEIRS) + len({"deleted", "own merge", "own conflict"})
    assert races.swept.figure("outdated") == changed
    assert races.swept.figure("saved") == races.swept.figure("proposed") - changed


def test_a_deleted_page_is_not_made_anew(races: Races) -> None:
    assert races.wiki.revisions(races.gallery.title("deleted")) == []
    assert "is left alone: the page was deleted meanwhile." in races.said("deleted")


def test_a_page_deleted_after_the_screening(races: Races) -> None:
    assert races.swept.reasons[races.gallery.title("gone")] == "skip missing"


@pytest.mark.parametrize("name", THEIRS)
def test_the_text_of_another_stands_alone(races: Races, name: str) -> None:
    assert races.text(name) == races.page(THEIRS[name])
    assert "is left alone: " in races.said(name)


def test_an_edit_elsewhere_is_merged(races: Races) -> None:
    assert races.text("merge") == races.page(CATEGORISED.replace(PAGE, LOCATED))
    assert len(races.wiki.revisions(races.gallery.title("merge"))) == 3


def test_an_edit_at_the_same_place_is_read_and_built_on(races: Races) -> None:
    located = NOTE.replace("'''Note'''", f"{LOCATION}\n'''Note'''")
    assert races.text("conflict") == races.page(located)


def test_an_edit_of_the_same_account_is_not_overwritten(races: Races) -> None:
    """MediaWiki would let it (docs/facts.md §4.5)."""
    assert races.text("own conflict") == races.page(NOTE)
    assert len(races.wiki.revisions(races.gallery.title("own conflict"))) == 2


def test_an_edit_merged_with_one_of_the_same_account_is_taken_back(races: Races) -> None:
    """A page that this account edited before is left alone, and the wiki merged unasked."""
    undone, mine, theirs, _ = races.wiki.revisions(races.gallery.title("own merge"))
    assert undone.text == theirs.text == races.page(CATEGORISED)
    assert "{{Location" in mine.text
    assert undone.summary.startswith("Take back my edit")


@pytest.mark.parametrize("name", ["lost 504", "lost 502", "lost page"])
def test_a_lost_answer_is_one_save(races: Races, name: str) -> None:
    """The save was carried out, its answer did not arrive."""
    newest, first = races.wiki.revisions(races.gallery.title(name))
    assert (newest.text, newest.summary) == (races.page(LOCATED), SUMMARY)
    assert first.text == races.page(PAGE)
    assert f"Saved as revision {newest.id}." in races.said(name)


def test_a_lost_request_is_sent_again(races: Races) -> None:
    assert races.text("hangs") == races.page(LOCATED)


def test_failures(gallery: Gallery, pwb_dir: Path) -> None:
    """A page protected meanwhile and one edited at each attempt fail; the third is saved."""
    wiki = gallery.wiki
    protected, twice, last = gallery.add({name: sound() for name in "ABC"})
    texts = iter("12")

    def edit() -> None:
        note = PAGE.replace("}}\n\n==", f"}}}}\nNote {next(texts)}\n\n==")
        wiki.edit(twice, gallery.page(note), user="Kim")

    wiki.before_next(saving(protected), lambda: wiki.protect(protected))
    wiki.before_next(saving(twice), edit, times=2)
    swept = gallery.sweep(pwb_dir, "-always")
    assert wiki.text(protected) == gallery.page()
    assert "Note 2" in wiki.text(twice)
    assert "{{Location" not in wiki.text(twice)
    assert wiki.text(last) == gallery.page(LOCATED)
    assert (swept.status, swept.figure("failed"), swept.figure("saved")) == (1, 2, 1)
    assert f"{protected} failed: the page is protected" in swept.output
    assert f"    {twice}: somebody else edited the page" in swept.output
