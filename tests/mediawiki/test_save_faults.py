"""Saves that the wiki, or the line to it, does not carry out as it should.

Most faults are of one page, and are met in one sweep, which goes on. The API's errors are as
MediaWiki 1.39 words them, with the extensions AbuseFilter and ConfirmEdit where they are theirs.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from glocbot.reasons import SkipReason
from tests.mediawiki.embedded import Account, EmbeddedWiki
from tests.mediawiki.gateway import RESET, Reply, Request
from tests.mediawiki.pwb import configure
from tests.mediawiki.sweeping import LOCATED, PAGE, Gallery, Swept, blank, sound
from tests.photos import make_photo

#: More often than any edit should be sent.
ALWAYS = 99
ELSEWHERE = make_photo(47.5, 13.6, seed=1)
DESCRIPTION = "Mass addition of coordinates"
RULE = f"A brief description of the abuse rule which your action matched is: {DESCRIPTION}"
FILTER = {"id": "1", "description": DESCRIPTION, "actions": ["warn"]}
CAPTCHA = {
    "edit": {
        "captcha": {"type": "question", "mime": "text/html", "id": "46", "question": "2 + 2?"},
        "result": "Failure",
    }
}

SAVED = (
    *("new photo, same place", "limited", "lagged", "locked for a moment", "reset", "empty"),
    *("a list", "cut off", "broken database", "new token", "last"),
)
LEFT = ("new photo elsewhere", "new photo without place", "reverted")
FAILED = {
    "warned": f"an abuse filter warns of this edit: {DESCRIPTION}",
    "forbidden": f"an abuse filter forbids this edit: {DESCRIPTION}",
    "blacklisted": "The text you wanted to publish was blocked by the spam filter.",
    "never arrives": "no response to the edit arrived",
    "nothing changes": "the wiki accepted the edit but changed nothing",
}


def response(values: object, *headers: tuple[str, str]) -> Reply:
    return Reply(200, json.dumps(values).encode(), headers)


def error(code: str, info: str = "No.", **more: Any) -> Reply:
    return response({"error": {"code": code, "info": info, **more}})


def saving(title: str = "") -> Callable[[Request], bool]:
    return lambda request: request.action == "edit" and title in {"", request.params["title"]}


@dataclass
class Faults:
    """The sweep, and where to look at what it left."""

    gallery: Gallery
    swept: Swept

    @property
    def wiki(self) -> EmbeddedWiki:
        return self.gallery.wiki

    def text(self, name: str) -> str:
        return self.wiki.text(self.gallery.title(name))

    def editors(self, name: str) -> list[str]:
        """Return who edited a page since its upload, first things first."""
        revisions = self.wiki.revisions(self.gallery.title(name))
        return [revision.user for revision in reversed(revisions[:-1])]

    def sent(self, name: str) -> int:
        """Return how often a page's edit was sent."""
        return sum(map(saving(self.gallery.title(name)), self.swept.requests))


def interfere(gallery: Gallery) -> None:
    wiki = gallery.wiki

    def instead(name: str, reply: Reply, times: int = 1) -> None:
        wiki.before_next(saving(gallery.title(name)), lambda: reply, times=times)

    def replaced(name: str, photo: bytes) -> None:
        title = gallery.title(name)
        wiki.before_next(saving(title), lambda: wiki.replace_file(title, photo))

    replaced("new photo, same place", sound())
    replaced("new photo elsewhere", ELSEWHERE)
    replaced("new photo without place", blank())
    instead("limited", error("ratelimited"), times=2)
    instead(
        "lagged",
        response(
            {"error": {"code": "maxlag", "info": "Waiting for db7: 8 seconds lagged.", "lag": 8}},
            ("Retry-After", "1"),
        ),
    )
    instead("locked for a moment", error("readonly", readonlyreason="Moving"))
    instead("empty", response({}))
    instead("a list", response([1]))
    instead("cut off", Reply(200, b'{"edit": {"result": "Succ'))
    instead("broken database", error("internal_api_error_DBQueryError"))
    instead("new token", error("badtoken"))
    instead("warned", error("abusefilter-warning", RULE, abusefilter=FILTER), times=ALWAYS)
    instead("forbidden", error("abusefilter-disallowed", RULE, abusefilter=FILTER), times=ALWAYS)
    instead("blacklisted", error("spamblacklist", FAILED["blacklisted"]), times=ALWAYS)
    instead("never arrives", Reply(503), times=ALWAYS)
    nothing = response({"edit": {"result": "Success", "nochange": True}})
    instead("nothing changes", nothing, times=ALWAYS)
    wiki.lose_next_answer(saving(gallery.title("reset")), RESET)

    def revert(_: Reply) -> Reply:
        wiki.edit(gallery.title("reverted"), gallery.page(), user="Kim", summary="Undid it")
        return Reply(504)

    wiki.change_next_answer(saving(gallery.title("reverted")), revert)


@pytest.fixture(scope="module")
def faults(
    wiki_for_all: EmbeddedWiki, bot_account: Account, tmp_path_factory: pytest.TempPathFactory
) -> Faults:
    gallery = Gallery(wiki_for_all, "Faults")
    gallery.add({name: sound() for name in (*SAVED, *LEFT, *FAILED)})
    interfere(gallery)
    folder = configure(tmp_path_factory.mktemp("faults"), wiki_for_all.url, bot_account)
    swept = gallery.sweep(folder, "-always")
    wiki_for_all.calm()
    return Faults(gallery, swept)


def test_the_sweep_goes_on(faults: Faults) -> None:
    assert faults.swept.status == 1
    assert faults.swept.figure("saved") == len(SAVED)
    assert faults.swept.figure("outdated") == len(LEFT)
    assert faults.swept.figure("failed") == len(FAILED)


@pytest.mark.parametrize("name", SAVED)
def test_what_is_saved_is_saved_once(faults: Faults, name: str) -> None:
    assert faults.text(name) == faults.gallery.page(LOCATED)
    assert faults.editors(name).count("Glocbot") == 1


@pytest.mark.parametrize("name", FAILED)
def test_what_fails_says_why(faults: Faults, name: str) -> None:
    title = faults.gallery.title(name)
    assert f"    {title}: {FAILED[name]}\n" in faults.swept.output
    assert faults.text(name) == faults.gallery.page(PAGE)


def test_a_warning_is_not_overridden(faults: Faults) -> None:
    """Sending the edit a second time is how a person confirms it."""
    assert [faults.sent(name) for name in ("warned", "forbidden", "blacklisted")] == [1, 1, 1]


def test_nothing_is_sent_for_ever(faults: Faults) -> None:
    assert {name: faults.sent(name) for name in ("never arrives", "nothing changes")} == {
        "never arrives": 3,
        "nothing changes": 1,
    }


@pytest.mark.parametrize("name", ["new photo elsewhere", "new photo without place"])
def test_the_location_of_a_photo_that_was_replaced_does_not_stay(faults: Faults, name: str) -> None:
    assert faults.text(name) == faults.gallery.page(PAGE)
    assert faults.editors(name) == ["Alex Example", "Glocbot", "Glocbot"]
    assert "somebody changed the page at the same moment; taken back" in faults.swept.said(
        faults.gallery.title(name)
    )


def test_a_person_who_reverted_a_save_whose_response_was_lost(faults: Faults) -> None:
    """It is left as they left it, and not saved, noticed and undone."""
    assert faults.text("reverted") == faults.gallery.page(PAGE)
    assert faults.editors("reverted") == ["Glocbot", "Kim"]
    assert faults.sent("reverted") == 1
    title = faults.gallery.title("reverted")
    assert f"{title} is left alone: {SkipReason.REMOVED_BEFORE.words}." in faults.swept.output


def test_a_wait_comes_before_the_read(gallery: Gallery, pwb_dir: Path) -> None:
    """Nobody has a throttle's time to change the page between read and save."""
    gallery.add({name: sound() for name in "ABC"})
    swept = gallery.sweep(pwb_dir, "-always", "-putthrottle:1")
    asked = [request for request in swept.requests if request.is_api]
    saves = [number for number, request in enumerate(asked) if request.action == "edit"]
    assert len(saves) == 3
    for number in saves:
        read, save = asked[number - 1 : number + 1]
        assert read.params["titles"] == save.params["title"]
        assert save.started - read.started < 0.5
    times = [asked[number].started for number in saves]
    assert all(later - earlier > 0.9 for earlier, later in pairwise(times))


class TestTheRunEnds:
    """With its reason, without a traceback, and with no page edited that should not be."""

    def sweep(self, gallery: Gallery, folder: Path, reply: Reply | None = None) -> Swept:
        """Sweep two files; a reply stands for the wiki's to each save."""
        titles = gallery.add({"A": sound(), "B": sound()})
        if reply is not None:
            gallery.wiki.before_next(saving(), lambda: reply, times=ALWAYS)
        swept = gallery.sweep(folder, "-always")
        assert swept.status == 1
        assert [len(gallery.wiki.revisions(title)) for title in titles] == [1, 1]
        return swept

    def test_a_captcha(self, gallery: Gallery, pwb_dir: Path) -> None:
        swept = self.sweep(gallery, pwb_dir, response(CAPTCHA))
        assert "The run ends here: the wiki asks for a captcha, which a bot must not" in (
            swept.output
        )
        assert swept.saves == 1
        assert "2 + 2" not in swept.output

    def test_a_wiki_that_takes_no_edits(self, gallery: Gallery, pwb_dir: Path) -> None:
        reply = error("ratelimited", "You have exceeded your limit.")
        swept = self.sweep(gallery, pwb_dir, reply)
        ending = "The run ends here: the wiki takes no edits: You have exceeded your limit."
        assert ending in swept.output
        assert swept.saves == 4  # as many repetitions as the configuration says, three

    @pytest.mark.parametrize("code", ["badtoken", "assertbotfailed", "assertuserfailed"])
    def test_a_wiki_that_does_not_keep_the_login(
        self, gallery: Gallery, pwb_dir: Path, code: str
    ) -> None:
        swept = self.sweep(gallery, pwb_dir, error(code, "Who?"))
        assert "The run ends here: the wiki does not keep the login: Who?" in swept.output
        assert swept.saves == 2

    def test_an_account_whose_flag_was_taken(self, gallery: Gallery, tmp_path: Path) -> None:
        wiki = gallery.wiki
        account = wiki.create_account("Former bot", bot=True)
        folder = configure(tmp_path / "former", wiki.url, account)
        wiki.before_next_save(lambda: wiki.take_bot_flag(account.name))
        swept = self.sweep(gallery, folder)
        assert "The run ends here: the account has no bot flag any more" in swept.output

    def test_the_reason_for_a_block(
        self, gallery: Gallery, pwb_dir: Path, bot_account: Account
    ) -> None:
        wiki = gallery.wiki
        wiki.before_next_save(lambda: wiki.block(bot_account.name, "It edits my sandbox"))
        try:
            swept = self.sweep(gallery, pwb_dir)
        finally:
            wiki.unblock(bot_account.name)
        assert "The run ends here: the wiki refuses all edits: You have been blocked" in (
            swept.output
        )
        assert "It edits my sandbox" in swept.output

    def test_a_wiki_that_is_away_after_a_save(self, gallery: Gallery, pwb_dir: Path) -> None:
        """What became of the save is not known, and that is written down."""
        gallery.add({"A": sound()})
        wiki = gallery.wiki

        def away(_: Reply) -> Reply:
            wiki.fail_next(lambda request: request.is_api, 503, times=ALWAYS)
            return RESET

        wiki.change_next_answer(saving(), away)
        swept = gallery.sweep(pwb_dir, "-always")
        assert swept.status == 1
        title = gallery.title("A")
        assert f"    {title}: no response to the edit arrived: the wiki does not" in swept.output
        assert "The run ends here: the wiki does not respond" in swept.output
        wiki.calm()
        assert gallery.sweep(pwb_dir, "-always").reasons == {title: "skip located"}
