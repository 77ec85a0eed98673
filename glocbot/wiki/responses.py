"""The API's page dictionaries -> facts. Pure, so that it can be tested on recorded responses."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from glocbot.decision.facts import FileFacts, PageContent, Revision, Upload

Page = Mapping[str, Any]


def file_facts(page: Page, category: str = "") -> FileFacts:
    """Read what a screening's response says of one page (``formatversion=2``).

    Args:
        page: the page.
        category: the category through which the file was found; "" for none.
    """
    info: Mapping[str, Any] = next(iter(page.get("imageinfo", ())), {})
    return FileFacts(
        title=page["title"],
        pageid=page.get("pageid", 0),
        revid=page.get("lastrevid", 0),
        exists=_exists(page, info),
        redirect=bool(page.get("redirect")),
        metadata=tuple(info.get("commonmetadata") or ()),
        templates=_bare_titles(page.get("templates", ())),
        categories=_bare_titles(page.get("categories", ())),
        edit_levels=frozenset(
            entry["level"] for entry in page.get("protection", ()) if entry["type"] == "edit"
        ),
        user=info.get("user", ""),
        uploaded=info.get("timestamp", ""),
        sha1=info.get("sha1", ""),
        mime=info.get("mime", ""),
        category=category,
    )


def uploads(page: Page) -> tuple[Upload, ...]:
    """Read all versions of a file that the response has, the current one first."""
    return tuple(
        Upload(
            uploaded=info.get("timestamp", ""),
            user=info.get("user", ""),
            sha1=info.get("sha1", ""),
            metadata=_metadata(info),
        )
        for info in page.get("imageinfo", ())
    )


def page_content(page: Page) -> PageContent | None:
    """Read a page's latest revision; None when there is none, or its text is hidden."""
    latest: Mapping[str, Any] = next(iter(page.get("revisions", ())), {})
    text = _text(latest)
    if text is None:
        return None
    return PageContent(
        revid=latest["revid"],
        timestamp=datetime.fromisoformat(latest["timestamp"]),
        text=text,
        properties=_properties(latest),
    )


def revisions(page: Page) -> tuple[Revision, ...]:
    """Read all revisions that the response has, newest first."""
    return tuple(
        Revision(
            revid=revision["revid"],
            user=revision.get("user", ""),
            comment=revision.get("comment", ""),
            text=_text(revision),
            properties=_properties(revision),
            parentid=revision.get("parentid", 0),
            timestamp=_timestamp(revision),
            tags=frozenset(revision.get("tags", ())),
        )
        for revision in page.get("revisions", ())
    )


def _exists(page: Page, info: Mapping[str, Any]) -> bool:
    """Tell whether page and file are there: a shared repository's file has no page here."""
    if page.get("missing") or page.get("invalid") or page.get("imagerepository") != "local":
        return False
    return bool(info) and not (info.get("filemissing") or info.get("filehidden"))


def _bare_titles(links: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(link["title"].partition(":")[2] for link in links)


def _metadata(info: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...] | None:
    """Read the metadata of one version of a file; None when the version is hidden or gone."""
    hidden = info.get("filehidden") or info.get("filemissing")
    return None if hidden or "commonmetadata" not in info else tuple(info["commonmetadata"] or ())


def _timestamp(revision: Mapping[str, Any]) -> datetime | None:
    written = revision.get("timestamp")
    return None if written is None else datetime.fromisoformat(written)


def _text(revision: Mapping[str, Any]) -> str | None:
    content = revision.get("slots", {}).get("main", {}).get("content")
    return content if isinstance(content, str) else None


def _properties(revision: Mapping[str, Any]) -> frozenset[str]:
    """Read the structured data's properties; an empty set of statements comes as a list."""
    content = revision.get("slots", {}).get("mediainfo", {}).get("content")
    if not content:
        return frozenset()
    statements = json.loads(content).get("statements", {})
    return frozenset(name for name in statements if statements[name]) if statements else frozenset()
