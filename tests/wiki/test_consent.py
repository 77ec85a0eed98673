"""What is asked about files whose uploader may have left the location out, and what is not."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from glocbot.decision.case import Case
from glocbot.decision.facts import FileFacts, PageContent, Revision, Upload
from glocbot.decision.rules import Rules
from glocbot.wiki.consent import Consent
from tests.making import facts

UPLOADED = datetime(2020, 5, 11, 10, 20, 30, tzinfo=UTC)
BARE = "{{Information}}"
VERSIONS = [
    {"timestamp": "2024-05-11T10:20:30Z", "user": "Rotatebot", "sha1": "b", "commonmetadata": []},
    {"timestamp": "2020-05-11T10:20:30Z", "user": "Anna", "sha1": "a", "filehidden": True},
]


@dataclass
class Wiki:
    """A wiki that knows versions of files and its bots, and keeps what it is asked."""

    bots: frozenset[str] = frozenset({"Tag Bot"})
    requests: list[dict[str, Any]] = field(default_factory=list)

    def logged_in(self) -> bool:
        return False

    def request(self, _: object, parameters: dict[str, Any]) -> dict[str, Any]:
        self.requests.append(parameters)
        if "ususers" in parameters:
            names = parameters["ususers"].split("|")
            assert len(names) <= 50
            return {"batchcomplete": True, "query": {"users": [self._user(name) for name in names]}}
        pages = [
            {"pageid": pageid, "title": f"File:{pageid}.jpg", "imageinfo": VERSIONS}
            for pageid in parameters["pageids"]
        ]
        return {"batchcomplete": True, "query": {"pages": pages}}

    def _user(self, name: str) -> dict[str, Any]:
        if name == "192.0.2.7":
            return {"name": name, "invalid": True}
        return {"name": name, "groups": ["*", "user", *(["bot"] if name in self.bots else [])]}


@pytest.fixture
def wiki(monkeypatch: pytest.MonkeyPatch) -> Wiki:
    wiki = Wiki()
    monkeypatch.setattr("glocbot.wiki.query.request", wiki.request)
    monkeypatch.setattr("glocbot.wiki.consent.request", wiki.request)
    return wiki


def case(pageid: int, requester: str = "", **changes: Any) -> Case:
    """Make a file that UploadWizard uploaded, and on whose page somebody may ask for a location."""
    file = FileFacts(
        f"File:{pageid}.jpg",
        pageid=pageid,
        metadata=facts().metadata,
        **({"uploaded": "2020-05-11T10:20:30Z"} | changes),
    )
    first = Revision(1, "Anna", "Uploaded own work with UploadWizard", BARE, timestamp=UPLOADED)
    history = [first]
    if requester:
        history.insert(0, Revision(2, requester, "", BARE + "{{GPS EXIF}}"))
    page = PageContent(history[0].revid, UPLOADED, history[0].text or "")
    return Case(file, page, history, Rules())


def test_most_files_need_no_request(wiki: Wiki) -> None:
    cases = [case(1), case(2, "Anna"), case(3, "Kim", people=frozenset({"Kim"}))]
    assert Consent(wiki).completed(cases) == {}
    assert wiki.requests == []


def test_old_versions_of_files_that_were_uploaded_anew(wiki: Wiki) -> None:
    anew = {"uploaded": "2024-05-11T10:20:30Z"}
    cases = [case(1), case(2, **anew), case(3, "Anna", **anew)]
    completed = Consent(wiki).completed(cases)
    versions = (
        Upload("2024-05-11T10:20:30Z", "Rotatebot", "b", ()),
        Upload("2020-05-11T10:20:30Z", "Anna", "a", None),
    )
    assert {pageid: file.uploads for pageid, file in completed.items()} == {
        2: versions,
        3: versions,
    }
    assert [request["pageids"] for request in wiki.requests] == [[2, 3]]


def test_people_and_bots_that_ask_for_a_location(wiki: Wiki) -> None:
    consent = Consent(wiki)
    cases = [case(1, "Tag Bot"), case(2, "Kim"), case(3, "192.0.2.7")]
    people = {pageid: file.people for pageid, file in consent.completed(cases).items()}
    assert people == {1: frozenset(), 2: frozenset({"Kim"}), 3: frozenset({"192.0.2.7"})}
    asked = len(wiki.requests)
    consent.completed(cases)
    assert len(wiki.requests) == asked
    assert consent.completed([case(4, "tag_Bot")])[4].people == frozenset()
    assert len(wiki.requests) == asked


def test_many_accounts_are_asked_about_in_parts(wiki: Wiki) -> None:
    one = case(1, "Kim 0")
    history = list(one.revisions or ())
    for n in range(1, 59):
        history.insert(0, Revision(2 * n + 1, "Anna", "", BARE))
        history.insert(0, Revision(2 * n + 2, f"Kim {n}", "", BARE + "{{GPS EXIF}}"))
    people = Consent(wiki).completed([replace(one, revisions=history)])[1].people
    assert people == {f"Kim {n}" for n in range(59)}
    assert len(wiki.requests) == 2
