"""What is requested of a wiki, and what facts come of it."""

from typing import Any

import pytest
import pywikibot
from pywikibot.exceptions import ApiTimeoutError

from glocbot.decision.facts import FileFacts
from glocbot.decision.rules import BOT_RIGHTS
from glocbot.wiki.commons import Commons
from glocbot.wiki.introduction import NamedPage, introduce
from glocbot.wiki.pages import read_page
from glocbot.wiki.session import WikiSession
from tests.wiki.fakewiki import FakeWiki, Params, response, use

UPLOADED = "2024-05-11T10:00:00Z"


def done(*pages: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"batchcomplete": True, "query": {"pages": list(pages)}, **more}


def file_page(pageid: int, text: str | None = None, **fields: Any) -> dict[str, Any]:
    """Make a file's page as the API tells it, with its revision where there is a text."""
    revision = {
        "revid": 10 * pageid,
        "parentid": 0,
        "user": "Kim",
        "comment": "",
        "timestamp": UPLOADED,
        "tags": [],
        "slots": {"main": {"content": text}},
    }
    return {
        "pageid": pageid,
        "ns": 6,
        "title": f"File:{pageid}.jpg",
        "lastrevid": 10 * pageid,
        "protection": [],
        "imagerepository": "local",
        "imageinfo": [{"user": "Kim", "timestamp": UPLOADED, "mime": "image/jpeg"}],
        **({} if text is None else {"revisions": [revision]}),
        **fields,
    }


def is_first(params: Params) -> bool:
    return "redirects" in params


@pytest.fixture
def commons(site: Any) -> Commons:
    return Commons(site)


class TestBeforeTheFirstFile:
    NAMES = done(
        {
            "ns": 10,
            "title": "Template:Location",
            "redirects": [{"ns": 10, "title": "Template:Camera coord"}],
        },
        {"ns": 10, "title": "Template:Nothing", "missing": True},
        {
            "ns": 14,
            "title": "Category:Views",
            "categoryinfo": {"size": 9, "files": 7, "subcats": 2},
        },
        {
            "ns": 14,
            "title": "Category:Red",
            "missing": True,
            "categoryinfo": {"size": 1, "files": 1},
        },
        {"ns": 14, "title": "Category:Empty"},
        {"ns": 14, "title": "Category:Nowhere", "missing": True},
    )

    def test_names_and_categories_in_one_request(self, wiki: FakeWiki, site: Any) -> None:
        wiki.answer(is_first, self.NAMES)
        introduction = introduce(site, ["Category:Views", "Category:Red"])
        [request] = filter(is_first, wiki.requests)
        titles = request["titles"].split("|")
        assert titles[-2:] == ["Category:Views", "Category:Red"]
        assert "Template:Location" in titles
        assert "Camera coord" in Commons(site, introduction).rules.names.location
        assert len([*filter(is_first, wiki.requests)]) == 1
        assert introduction.pages == {
            "Category:Views": NamedPage(exists=True, files=7, subcategories=2),
            "Category:Red": NamedPage(exists=True, files=1),
            "Category:Empty": NamedPage(exists=True),
            "Category:Nowhere": NamedPage(exists=False),
        }

    def test_a_name_that_leads_elsewhere_here(self, wiki: FakeWiki, site: Any) -> None:
        """The template that ``Location`` is a redirect to is what pages transclude."""
        here = {"ns": 10, "title": "Template:Camera position"}
        wiki.answer(is_first, done({**here, "redirects": [{"title": "Template:Location"}]}))
        commons = Commons(site)
        wiki.answer(lambda params: params.get("titles") == "File:A.jpg", done())
        list(commons.screen_titles(["File:A.jpg"]))
        templates = wiki.requests[-1]["tltemplates"].split("|")
        assert "Template:Camera position" in templates
        assert "Template:Location" not in templates

    def test_nobody_is_logged_in(self, commons: Commons) -> None:
        assert commons.rules.account is None
        assert commons.rules.rights == BOT_RIGHTS
        assert commons.page_batch == 50

    def test_an_account_that_is_not_logged_in(self, wiki: FakeWiki) -> None:
        assert Commons(use(wiki, WikiSession(), "Bot")).rules.account == "Bot"

    def test_an_account_with_high_limits(self, wiki: FakeWiki) -> None:
        wiki.user, wiki.rights = "Bot", ["read", "edit", "apihighlimits"]
        commons = Commons(use(wiki, WikiSession(), "Bot"))
        assert commons.rules.account == "Bot"
        assert commons.rules.rights == {"read", "edit", "apihighlimits"}
        assert commons.page_batch == 500

    def test_the_wikis_own_namespaces(self, commons: Commons) -> None:
        assert "template" in commons.rules.names.template_prefixes
        assert "category" in commons.rules.names.category_prefixes


class TestScreening:
    def test_a_category(self, wiki: FakeWiki, site: Any, commons: Commons) -> None:
        """Facts know through which category they were found."""
        category = pywikibot.Category(site, "Views")
        wiki.answer(
            lambda params: "generator" in params,
            done(file_page(1), file_page(2), **{"continue": {"gcmcontinue": "x"}}),
            done(file_page(3)),
        )
        facts = list(commons.screen_category(category, start="M"))
        assert [each.pageid for each in facts] == [1, 2, 3]
        assert {each.category for each in facts} == {"Category:Views"}
        first, second = wiki.requests[-2:]
        assert (first["gcmtitle"], first["gcmtype"]) == ("Category:Views", "file")
        assert (first["gcmlimit"], first["gcmstartsortkeyprefix"]) == ("max", "M")
        assert second["gcmcontinue"] == "x"

    def test_from_the_beginning(self, wiki: FakeWiki, site: Any, commons: Commons) -> None:
        wiki.answer(lambda params: "generator" in params, done())
        assert list(commons.screen_category(pywikibot.Category(site, "Views"))) == []
        assert "gcmstartsortkeyprefix" not in wiki.requests[-1]

    def test_titles(self, wiki: FakeWiki, commons: Commons) -> None:
        wiki.answer(lambda params: "titles" in params, done(file_page(2), file_page(1)))
        facts = list(commons.screen_titles(["File:1.jpg", "File:2.jpg"]))
        assert [each.title for each in facts] == ["File:1.jpg", "File:2.jpg"]
        assert {each.category for each in facts} == {""}

    def test_an_empty_response_is_no_empty_category(
        self, wiki: FakeWiki, site: Any, commons: Commons
    ) -> None:
        wiki.answer(
            lambda params: "generator" in params,
            response(b"{}"),
            response(b'{"limits": {"categorymembers": 500}, "served": "' + b"x" * 300 + b'"}'),
            done(file_page(1)),
        )
        facts = list(commons.screen_category(pywikibot.Category(site, "Views")))
        assert [each.pageid for each in facts] == [1]
        assert [r["gcmlimit"] for r in wiki.requests[-3:]] == ["max", "250", "125"]

    def test_nothing_but_empty_responses(self, wiki: FakeWiki, site: Any, commons: Commons) -> None:
        wiki.answer(lambda params: "generator" in params, *([response(b"{}")] * 100))
        with pytest.raises(ApiTimeoutError):
            list(commons.screen_category(pywikibot.Category(site, "Views")))
        assert len([r for r in wiki.requests if "generator" in r]) == 4

    def test_a_busy_wiki_says_how_long(
        self, wiki: FakeWiki, site: Any, commons: Commons, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        slept: list[float] = []
        monkeypatch.setattr(pywikibot.comms.http.session, "_sleep", slept.append)
        busy = response(b"<html>busy</html>", 503, {"Retry-After": "30"})
        wiki.answer(lambda params: "generator" in params, busy, done(file_page(1)))
        assert len(list(commons.screen_category(pywikibot.Category(site, "Views")))) == 1
        assert [round(seconds) for seconds in slept] == [30]

    def test_a_timeout_of_the_wikis_own(self, wiki: FakeWiki, site: Any, commons: Commons) -> None:
        """MediaWiki gives up in the middle of a query: half is requested then."""
        code = "internal_api_error_RequestTimeoutException"
        wiki.answer(
            lambda params: "generator" in params,
            {"error": {"code": code, "info": "The maximum execution time was exceeded"}},
            done(file_page(1)),
        )
        assert len(list(commons.screen_category(pywikibot.Category(site, "Views")))) == 1
        assert wiki.requests[-1]["gcmlimit"] == "250"

    def test_a_response_that_was_cut_short_is_no_warning(
        self, wiki: FakeWiki, site: Any, commons: Commons, capsys: pytest.CaptureFixture[str]
    ) -> None:
        warnings = {"result": {"warnings": "This result was truncated"}}
        other = {"query": {"warnings": "Unrecognized value"}}
        wiki.answer(
            lambda params: "generator" in params,
            done(file_page(1), warnings=warnings, **{"continue": {"gcmcontinue": "x"}}),
            done(file_page(2), warnings=other),
        )
        assert len(list(commons.screen_category(pywikibot.Category(site, "Views")))) == 2
        said = capsys.readouterr().err
        assert "truncated" not in said
        assert "Unrecognized value" in said


class TestSampling:
    POSITION = ({"name": "GPSLatitude", "value": 48.2}, {"name": "GPSLongitude", "value": 16.4})

    def page(self, pageid: int) -> dict[str, Any]:
        info = {"user": "Kim", "commonmetadata": self.POSITION}
        return file_page(pageid, imageinfo=[info])

    def test_one_request_for_each_category(self, wiki: FakeWiki, commons: Commons) -> None:
        """However many files it has."""
        pages = [self.page(number) for number in range(1, 30)]
        more = {"continue": {"gcmcontinue": "x"}}
        wiki.answer(lambda params: "generator" in params, done(*pages, **more))
        for _ in range(2):
            commons.sample_category("Category:Views")
        assert len(wiki.asked(gcmtitle="Category:Views")) == 1
        assert commons.neighbours.sample("Category:Views").is_enough

    def test_a_category_that_was_screened(
        self, wiki: FakeWiki, site: Any, commons: Commons
    ) -> None:
        wiki.answer(lambda params: "generator" in params, done(self.page(1)))
        list(commons.screen_category(pywikibot.Category(site, "Views")))
        commons.sample_category("Category:Views")
        assert len(wiki.asked(gcmtitle="Category:Views")) == 1


class TestReadPages:
    def test_what_the_page_says_now(self, wiki: FakeWiki, commons: Commons) -> None:
        """The screening's facts about the file stay, its links are joined."""
        screened = [
            FileFacts(
                "File:1.jpg", 1, sha1="aa", templates=frozenset({"Own"}), category="Category:V"
            ),
            FileFacts("File:2.jpg", 2),
        ]
        page = file_page(
            1,
            "text",
            templates=[{"title": "Template:Location"}],
            protection=[{"type": "edit", "level": "sysop"}],
        )
        other = {"pageid": 3, "ns": 6, "title": "File:3.jpg"}
        wiki.answer(
            lambda params: "pageids" in params, done(page, {"pageid": 2, "missing": True}, other)
        )
        found, gone = commons.read_pages(screened)
        assert found.page is not None
        assert (found.page.text, found.page.revid, found.facts.revid) == ("text", 10, 10)
        assert (found.facts.sha1, found.facts.category) == ("aa", "Category:V")
        assert found.facts.templates == {"Own", "Location"}
        assert found.facts.edit_levels == {"sysop"}
        assert [each.revid for each in found.history] == [10]
        assert (gone.facts, gone.page) == (screened[1], None)

    def test_histories(self, wiki: FakeWiki, commons: Commons) -> None:
        wiki.answer(
            lambda params: "pageids" in params, done(file_page(1, "text"), file_page(2, "x"))
        )
        files = list(commons.read_pages([FileFacts("File:1.jpg", 1), FileFacts("File:2.jpg", 2)]))
        read = list(commons.read_histories(files))
        assert [[each.revid for each in file.history] for file in read] == [[10], [20]]


class TestReadFresh:
    def test_all_in_one_request(self, wiki: FakeWiki, commons: Commons) -> None:
        wiki.answer(lambda params: params.get("titles") == "File:1.jpg", done(file_page(1, "text")))
        read = commons.read_fresh("File:1.jpg", "Category:Views")
        assert read.page is not None
        assert (read.page.text, read.facts.category) == ("text", "Category:Views")
        assert [each.text for each in read.history] == ["text"]
        assert "Template:Object location" in wiki.requests[-1]["tltemplates"]
        assert wiki.requests[-1]["rvlimit"] == "50"

    def test_a_long_history(self, wiki: FakeWiki, commons: Commons) -> None:
        first, second = file_page(1, "new"), file_page(1, "old")
        second["revisions"][0]["revid"] = 9
        more = {
            "batchcomplete": False,
            "query": {"pages": [first]},
            "continue": {"rvcontinue": "x"},
        }
        wiki.answer(lambda params: params.get("titles") == "File:1.jpg", more, done(second))
        history = commons.read_fresh("File:1.jpg").history
        assert [each.text for each in history] == ["new", "old"]

    def test_a_response_without_the_page(self, wiki: FakeWiki, commons: Commons) -> None:
        """It is requested again; MediaWiki tells of every title that is named."""
        wiki.answer(
            lambda params: params.get("titles") == "File:1.jpg", done(), done(file_page(1, "text"))
        )
        assert commons.read_fresh("File:1.jpg").page is not None

    def test_a_page_that_has_gone(self, wiki: FakeWiki, commons: Commons) -> None:
        gone = {"ns": 6, "title": "File:1.jpg", "missing": True}
        wiki.answer(lambda params: params.get("titles") == "File:1.jpg", done(gone))
        read = commons.read_fresh("File:1.jpg")
        assert (read.facts.exists, read.page, read.history) == (False, None, ())


def test_links_of_an_old_revision(wiki: FakeWiki, commons: Commons) -> None:
    parsed = {
        "templates": [{"ns": 10, "title": "Template:Location", "exists": True}],
        "categories": [{"sortkey": "", "category": "Media_with_locations"}],
    }
    wiki.answer(lambda params: params["action"] == "parse", response(b"{}"), {"parse": parsed})
    templates, categories = commons.read_links(7)
    assert (templates, categories) == (
        frozenset({"Location"}),
        frozenset({"Media with locations"}),
    )
    assert wiki.requests[-1]["oldid"] == "7"


def test_addresses(commons: Commons) -> None:
    addresses = commons.addresses("File:A & B.jpg")
    assert addresses.site == "fake:en"
    assert addresses.page == "http://wiki.example/wiki/File%3AA_%26_B.jpg"
    assert addresses.thumbnail == (
        "http://wiki.example/w/index.php?title=Special:Redirect/file/A_%26_B.jpg&width=320"
    )


class TestReadPage:
    """Pages that are no files."""

    def test_its_text(self, wiki: FakeWiki, site: Any) -> None:
        wiki.answer(
            lambda params: params.get("titles") == "User:Kim/list", done(file_page(1, "text"))
        )
        assert read_page(site, "User:Kim/list") == "text"
        assert "redirects" in wiki.requests[-1]

    def test_no_such_page(self, wiki: FakeWiki, site: Any) -> None:
        gone = {"ns": 2, "title": "User:Kim/list", "missing": True}
        wiki.answer(lambda params: params.get("titles") == "User:Kim/list", done(gone))
        assert read_page(site, "User:Kim/list") is None
