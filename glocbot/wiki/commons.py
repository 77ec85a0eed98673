"""Read files' facts from a wiki, in as few requests as its API allows.

One request screens up to 500 files (5,000 with ``apihighlimits``); only those that pass have their
page read, 50 (500) a request; only those that would be edited have their history read.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pywikibot

from glocbot.decision.case import Case
from glocbot.decision.facts import FileFacts, PageContent, Revision
from glocbot.decision.history import had_location
from glocbot.decision.neighbours import Neighbours
from glocbot.decision.rules import BOT_RIGHTS, Rules
from glocbot.proposals.proposal import Addresses
from glocbot.wiki.consent import VERSIONS, Consent
from glocbot.wiki.histories import REVISION_PROPERTIES, REVISIONS, read_histories
from glocbot.wiki.introduction import Introduction, Site, introduce
from glocbot.wiki.query import (
    TITLE_LIMIT,
    BatchSize,
    Parameters,
    batches_by_name,
    batches_of_generator,
    complete_page,
    granted,
    request,
    with_retries,
)
from glocbot.wiki.responses import file_facts, page_content, revisions, uploads
from glocbot.wikitext.names import COMMONS_NAMES, Names

#: Of the picture that a reviewer sees, in pixels.
THUMBNAIL_WIDTH = 320
TEMPLATE_NAMESPACE = 10
CATEGORY_NAMESPACE = 14
#: The properties of the file itself. Metadata come in MediaWiki's common form: flat for every file
#: type (docs/facts.md §3.1). GeoData's coordinates are left out: they are the EXIF's own
#: (docs/facts.md §3.6).
FILE = {"iiprop": "timestamp|user|sha1|mime|commonmetadata", "inprop": "protection"}


@dataclass(frozen=True, slots=True)
class FileRead:
    """What was read of one file and its page.

    Attributes:
        facts: of the file.
        page: its page's latest revision; None when there is none to be seen.
        history: the page's revisions, newest first: all, or where nobody looked only the latest.
    """

    facts: FileFacts
    page: PageContent | None
    history: tuple[Revision, ...] = ()


class Commons:
    """A wiki with files: Wikimedia Commons, or any MediaWiki.

    Attributes:
        site: Pywikibot's.
        rules: the wiki's names for what decides, and what this account may do.
        neighbours: the positions that this run has seen.
    """

    def __init__(
        self,
        site: Site,
        introduction: Introduction | None = None,
        rules: Rules = Rules(),  # noqa: B008 - a value that nothing changes
        *,
        requests: bool = False,
    ) -> None:
        """Learn the wiki's names.

        Args:
            site: the wiki.
            introduction: what it said before the first file; read when left out.
            rules: with what people have said beforehand.
            requests: let the screening tell which pages ask for a location.
        """
        self.site = site
        self.neighbours = Neighbours()
        self._sampled: set[str] = set()
        self._consent = Consent(site)
        aliases = (introduction or introduce(site)).aliases
        names = _local_names(site, COMMONS_NAMES.with_aliases(aliases.values()))
        logged_in = site.logged_in()
        self.rules = replace(
            rules,
            names=names,
            account=site.user() if logged_in else site.username(),
            rights=frozenset(site.userinfo["rights"]) if logged_in else BOT_RIGHTS,
        )
        # A transclusion through a redirect registers its target as well (docs/facts.md §1.2), so a
        # template's own name stands for all its aliases, and few responses need continuing.
        asking = ("GPS EXIF", "Location possible") if requests else ()
        wanted = ("Location", *asking, *COMMONS_NAMES.opt_out)
        self._templates = {
            next((name for name, group in aliases.items() if known in group), known)
            for known in wanted
        }

    @property
    def page_batch(self) -> int:
        """How many pages are read in one request."""
        return granted(self.site, TITLE_LIMIT)

    def screen_category(self, category: pywikibot.Category, start: str = "") -> Iterator[FileFacts]:
        """Screen a category's own files, in the order of their sort keys.

        Args:
            category: which.
            start: where in that order to begin.
        """
        title = category.title()
        generator = {
            "generator": "categorymembers",
            "gcmtitle": title,
            "gcmtype": "file",
            **({"gcmstartsortkeyprefix": start} if start else {}),
        }
        if not start:  # the screening itself sees all of it
            self._sampled.add(title)
        parameters = {**self._screening(), **generator}
        for batch in batches_of_generator(self.site, parameters, "gcmlimit"):
            yield from self._seen(file_facts(page, title) for page in batch)

    def screen_titles(self, titles: Iterable[str]) -> Iterator[FileFacts]:
        """Screen files by their titles."""
        for batch in batches_by_name(self.site, self._screening(), "titles", titles):
            yield from self._seen(map(file_facts, batch))

    def sample_category(self, title: str) -> None:
        """Let the neighbours know of a category's positions, as one request tells them.

        There is no request for a category that was sampled before, or is screened as a whole.

        Args:
            title: of the category, with its namespace.
        """
        if title in self._sampled:
            return
        self._sampled.add(title)
        parameters = {
            "generator": "categorymembers",
            "gcmtitle": title,
            "gcmtype": "file",
            "prop": "imageinfo",
            "iiprop": "user|commonmetadata",
        }
        for page in next(batches_of_generator(self.site, parameters, "gcmlimit"), ()):
            self.neighbours.add(file_facts(page, title))

    def _seen(self, files: Iterable[FileFacts]) -> list[FileFacts]:
        """Let the neighbours know of a whole batch before the first of it is judged."""
        batch = list(files)
        for facts in batch:
            self.neighbours.add(facts)
        return batch

    def read_pages(self, files: Iterable[FileFacts]) -> Iterator[FileRead]:
        """Read the pages of files that passed the screening, without their histories.

        Yields:
            The facts, with what the page itself adds to them, and the page.
        """
        screened = {facts.pageid: facts for facts in files}
        parameters = {
            **self._links("Object location"),
            "prop": "revisions|templates|categories|info",
            "rvprop": REVISION_PROPERTIES,
            "rvslots": "*",
            "inprop": "protection",
        }
        for batch in batches_by_name(self.site, parameters, "pageids", screened):
            for page in batch:
                facts = screened.get(page.get("pageid", 0))
                if facts is None:
                    continue
                if page.get("missing"):  # deleted since the screening; it has no title any more
                    yield FileRead(facts, None)
                else:
                    now = _updated(facts, file_facts(page))
                    yield FileRead(now, page_content(page), revisions(page))

    def read_histories(self, files: Iterable[FileRead]) -> Iterator[FileRead]:
        """Read the histories of pages, for proposals: a save reads its page's by itself.

        Yields:
            The same files with their histories, each down to a revision that had a location.
        """
        files = list(files)
        latest = {file.facts.pageid: file.history[0] for file in files if file.history}
        histories = read_histories(
            self.site, latest, lambda old: had_location(old, self.rules.names)
        )
        read = [replace(file, history=histories.get(file.facts.pageid, ())) for file in files]
        yield from self._with_consent(read)

    def read_fresh(self, title: str, category: str = "") -> FileRead:
        """Read file, page and history anew, in one request for a history of up to 50 revisions.

        Args:
            title: of the page.
            category: the category through which the file was found; "" for none.

        Raises:
            ApiTimeoutError: when the wiki does not respond.
        """
        parameters = {
            **self._screening("Object location"),
            "prop": "imageinfo|revisions|templates|categories|info",
            "iilimit": VERSIONS,
            "titles": title,
            "rvprop": REVISION_PROPERTIES,
            "rvslots": "*",
        }
        page = with_retries(
            BatchSize(REVISIONS),
            lambda limit: complete_page(self.site, {**parameters, "rvlimit": limit}),
        )
        facts = replace(file_facts(page, category), uploads=uploads(page))
        file = FileRead(facts, page_content(page), revisions(page))
        return next(self._with_consent([file]))

    def _with_consent(self, files: Sequence[FileRead]) -> Iterator[FileRead]:
        """Add to the facts of few files what tells whether their uploader left a location out."""
        facts = self._consent.completed(
            Case(file.facts, file.page, file.history, self.rules) for file in files if file.page
        )
        for file in files:
            yield replace(file, facts=facts.get(file.facts.pageid, file.facts))

    def read_links(self, revid: int) -> tuple[frozenset[str], frozenset[str]]:
        """Read which templates and categories an old revision had, however it came by them."""
        parameters = {"action": "parse", "oldid": revid, "prop": "templates|categories"}
        parsed = with_retries(BatchSize(1), lambda _: request(self.site, parameters))["parse"]
        templates = frozenset(_bare(entry["title"]) for entry in parsed["templates"])
        categories = (entry["category"].replace("_", " ") for entry in parsed["categories"])
        return templates, frozenset(categories)

    def addresses(self, title: str) -> Addresses:
        """Say where a file is to be seen, without a request."""
        page = pywikibot.Page(self.site, title)
        file = page.title(as_url=True, with_ns=False)
        picture = f"?title=Special:Redirect/file/{file}&width={THUMBNAIL_WIDTH}"
        thumbnail = self.site.base_url(self.site.path() + picture)
        return Addresses(str(self.site), page.full_url(), thumbnail)

    def _screening(self, *more_templates: str) -> Parameters:
        return {
            **self._links(*more_templates),
            **FILE,
            "prop": "imageinfo|templates|categories|info",
        }

    def _links(self, *more_templates: str) -> Parameters:
        """Return the parameters for the templates and categories that decide, and for no others."""
        templates = sorted({*self._templates, *more_templates})
        categories = sorted(self.rules.names.opt_out_categories)
        return {
            "tltemplates": "|".join(f"Template:{name}" for name in templates),
            "tllimit": "max",
            "clcategories": "|".join(f"Category:{name}" for name in categories),
            "cllimit": "max",
        }


def _local_names(site: Site, names: Names) -> Names:
    """Add the wiki's own names of namespaces, and its templates against all bots' edits."""
    return replace(
        names,
        opt_out=names.opt_out | set(site.get_edit_restricted_templates()),
        template_prefixes=names.template_prefixes | _prefixes(site, TEMPLATE_NAMESPACE),
        category_prefixes=names.category_prefixes | _prefixes(site, CATEGORY_NAMESPACE),
    )


def _prefixes(site: Site, namespace: int) -> frozenset[str]:
    return frozenset(name.lower() for name in site.namespaces[namespace])


def _bare(title: str) -> str:
    return title.partition(":")[2]


def _updated(facts: FileFacts, page: FileFacts) -> FileFacts:
    """Put what a page says now over what the screening said of it."""
    return replace(
        facts,
        revid=page.revid,
        redirect=page.redirect,
        templates=facts.templates | page.templates,
        categories=facts.categories | page.categories,
        edit_levels=page.edit_levels,
    )
