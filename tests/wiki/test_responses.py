"""Recorded answers of the API -> facts, those of a wiki with structured data included."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from glocbot.wiki.responses import file_facts, page_content, revisions

#: As MediaWiki 1.39 answers a screening (docs/facts.md §3.1), cut to a few metadata.
SCREENED: dict[str, Any] = {
    "pageid": 26,
    "ns": 6,
    "title": "File:R01 good.jpg",
    "contentmodel": "wikitext",
    "touched": "2026-11-22T23:49:35Z",
    "lastrevid": 41,
    "length": 320,
    "protection": [
        {"type": "edit", "level": "autoconfirmed", "expiry": "infinity"},
        {"type": "move", "level": "sysop", "expiry": "infinity"},
        {"type": "edit", "level": "editprotected", "expiry": "infinity", "source": "Main Page"},
    ],
    "restrictiontypes": ["edit", "move", "upload"],
    "templates": [
        {"ns": 10, "title": "Template:Location"},
        {"ns": 10, "title": "Template:Camera location"},
    ],
    "categories": [{"ns": 14, "title": "Category:Location not applicable"}],
    "imagerepository": "local",
    "imageinfo": [
        {
            "timestamp": "2026-11-22T23:49:35Z",
            "user": "Alex Example",
            "sha1": "e88a091ad51070daa5bca2990accd04c0c4a547c",
            "mime": "image/jpeg",
            "commonmetadata": [
                {"name": "GPSLatitude", "value": 48.8583},
                {"name": "GPSLongitude", "value": -2.2944},
            ],
        }
    ],
}

POINT_OF_VIEW = {
    "mainsnak": {
        "snaktype": "value",
        "property": "P1259",
        "datavalue": {
            "value": {
                "latitude": 48.2,
                "longitude": 16.3,
                "altitude": None,
                "precision": 1e-6,
                "globe": "http://www.wikidata.org/entity/Q2",
            },
            "type": "globecoordinate",
        },
    },
    "type": "statement",
    "rank": "normal",
}


def changed(**fields: Any) -> dict[str, Any]:
    """Return the screened page with other fields; those that are None are left out."""
    return {name: value for name, value in (SCREENED | fields).items() if value is not None}


def with_info(**fields: Any) -> dict[str, Any]:
    return changed(imageinfo=[SCREENED["imageinfo"][0] | fields])


def revision(text: str | None, statements: object = None) -> dict[str, Any]:
    """Return a revision as Commons answers: its wikitext and, where it has one, its mediainfo."""
    main = {"contentmodel": "wikitext", "contentformat": "text/x-wiki"}
    hidden = {"texthidden": True} if text is None else {"content": text}
    slots: dict[str, Any] = {"main": main | hidden}
    if statements is not None:
        entity = {"type": "mediainfo", "id": "M26", "labels": [], "statements": statements}
        slots["mediainfo"] = {"contentmodel": "wikibase-mediainfo", "content": json.dumps(entity)}
    return {
        "revid": 41,
        "parentid": 40,
        "user": "Kim",
        "timestamp": "2026-11-22T23:49:35Z",
        "slots": slots,
        "comment": "why",
    }


class TestFileFacts:
    def test_all_fields(self) -> None:
        facts = file_facts(SCREENED)
        assert (facts.title, facts.pageid, facts.revid) == ("File:R01 good.jpg", 26, 41)
        assert (facts.exists, facts.redirect) == (True, False)
        assert facts.metadata == tuple(SCREENED["imageinfo"][0]["commonmetadata"])
        assert facts.templates == {"Location", "Camera location"}
        assert facts.categories == {"Location not applicable"}
        assert (facts.user, facts.mime) == ("Alex Example", "image/jpeg")
        assert facts.uploaded == "2026-11-22T23:49:35Z"
        assert facts.sha1.startswith("e88a")

    def test_only_the_protection_against_edits_counts(self) -> None:
        assert file_facts(SCREENED).edit_levels == {"autoconfirmed", "editprotected"}

    @pytest.mark.parametrize(
        "page",
        [
            {"title": "File:X.jpg", "ns": 6, "missing": True, "imagerepository": ""},
            {"title": "File:<", "invalid": True, "invalidreason": "…"},
            changed(imagerepository="shared", missing=True),
            changed(imagerepository="", imageinfo=None),
            changed(imageinfo=None),
            with_info(filemissing=True),
            with_info(filehidden=True),
        ],
        ids=["missing", "invalid", "shared", "no file", "no info", "lost", "hidden"],
    )
    def test_what_is_not_there(self, page: dict[str, Any]) -> None:
        assert not file_facts(page).exists

    @pytest.mark.parametrize("metadata", [None, []])
    def test_no_metadata(self, metadata: object) -> None:
        assert file_facts(with_info(commonmetadata=metadata)).metadata == ()

    def test_a_redirect(self) -> None:
        assert file_facts(changed(redirect=True)).redirect

    def test_a_hidden_uploader(self) -> None:
        info = {name: value for name, value in SCREENED["imageinfo"][0].items() if name != "user"}
        assert file_facts(changed(imageinfo=[info | {"userhidden": True}])).user == ""


class TestPageContent:
    def test_the_latest_revision(self) -> None:
        page = page_content({"revisions": [revision("new"), revision("old")]})
        assert page is not None
        assert (page.revid, page.text) == (41, "new")
        assert page.timestamp == datetime(2026, 11, 22, 23, 49, 35, tzinfo=UTC)
        assert page.properties == frozenset()

    @pytest.mark.parametrize("page", [{}, {"revisions": []}, {"revisions": [revision(None)]}])
    def test_nothing_to_be_seen(self, page: dict[str, Any]) -> None:
        assert page_content(page) is None

    def test_an_empty_page_is_a_page(self) -> None:
        page = page_content({"revisions": [revision("")]})
        assert page is not None
        assert page.text == ""

    @pytest.mark.parametrize(
        ("statements", "properties"),
        [
            ({"P1259": [POINT_OF_VIEW]}, {"P1259"}),
            ({"P1259": [POINT_OF_VIEW], "P180": [{}, {}]}, {"P1259", "P180"}),
            ({"P1259": []}, set()),
            ({}, set()),
            ([], set()),
        ],
        ids=["point of view", "two", "none left", "empty object", "empty list"],
    )
    def test_structured_data(self, statements: object, properties: set[str]) -> None:
        """PHP writes an empty set of statements as a list."""
        page = page_content({"revisions": [revision("text", statements)]})
        assert page is not None
        assert page.properties == properties


class TestRevisions:
    def test_newest_first_as_they_came(self) -> None:
        found = revisions({"revisions": [revision("new"), revision("old")]})
        assert [each.text for each in found] == ["new", "old"]
        assert (found[0].user, found[0].comment) == ("Kim", "why")

    def test_structured_data(self) -> None:
        """As the main text, each revision has that of its time."""
        statements = {"P1259": [POINT_OF_VIEW]}
        found = revisions({"revisions": [revision("text", {}), revision("text", statements)]})
        assert [each.properties for each in found] == [set(), {"P1259"}]

    def test_what_is_hidden(self) -> None:
        hidden = {"revid": 40, "userhidden": True, "commenthidden": True, "slots": {"main": {}}}
        [found] = revisions({"revisions": [hidden]})
        assert (found.user, found.comment, found.text) == ("", "", None)
