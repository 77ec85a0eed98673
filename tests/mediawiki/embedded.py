"""A real MediaWiki of its own on loopback, made for one run and gone afterwards, unless it is kept.

It is Debian's package, installed by MediaWiki's own script into SQLite, served by PHP's built-in
web server behind a `Gateway`. It needs neither Apache nor a database server nor root.
"""

import json
import secrets
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlencode
from urllib.request import urlopen

from tests.mediawiki.gateway import LOOPBACK, Gateway, Interference, Reply, Request
from tests.mediawiki.pages import TEMPLATES
from tests.mediawiki.server import WikiError, available, install, maintain, php_server

#: Who uploads and edits where a test does not care.
SOMEONE = "Alex Example"
REQUEST_SECONDS = 60
#: What settings.php cuts an uploaded page's text at.
PAGE_START = "<!-- the page starts here -->"
#: PHP, in one line as eval.php takes it.
EDIT_OFTEN = (
    "$pages = json_decode(file_get_contents('{edits}'), true); "
    "$user = User::newSystemUser('Maintenance script', ['steal' => true]); "
    "foreach ($pages as $title => $texts) {{ "
    "$page = \\MediaWiki\\MediaWikiServices::getInstance()->getWikiPageFactory()"
    "->newFromTitle(Title::newFromText($title)); "
    "foreach ($texts as $text) {{ "
    "$page->doUserEditContent(new WikitextContent($text), $user, 'One of many'); }} }}"
)


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the embedded wiki; the password is in no repr."""

    name: str
    password: str = field(repr=False, default_factory=lambda: secrets.token_hex(16))


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of a page, as history and recent changes have it; a hidden text is empty."""

    id: int
    user: str
    summary: str
    text: str
    minor: bool
    bot: bool


class EmbeddedWiki:
    """A MediaWiki that is there while the ``with`` block runs.

    Attributes:
        directory: its files, deleted at the end unless it is kept.
        url: what clients use, without a slash at the end; every request to it is counted.
    """

    def __init__(self, kept: Path | None = None, gateway: Gateway | None = None) -> None:
        """Prepare a wiki, or one that is kept in a folder.

        Args:
            kept: the folder; made and installed into where it is missing.
            gateway: what stands in front of the wiki; an ordinary one where None is given.
        """
        self._exit = ExitStack()
        self._gateway = gateway or Gateway()
        self._kept = kept
        # The upload script is the only one that does not make the account it is told to use.
        self._users = {SOMEONE}
        self.directory = Path()
        self.url = f"http://{LOOPBACK}:{self._gateway.port}"

    def __enter__(self) -> Self:
        if reason := available():
            raise WikiError(reason)
        with ExitStack() as stack:
            self.directory = self._kept or Path(
                stack.enter_context(tempfile.TemporaryDirectory(prefix="glocbot-wiki-"))
            )
            stack.enter_context(self._gateway)
            if self.directory.joinpath("LocalSettings.php").exists():
                self._move()
            else:
                install(self.directory, self.url)
                self.edit_many({f"Template:{name}": text for name, text in TEMPLATES.items()})
            self._gateway.backend = stack.enter_context(php_server(self.directory))
            self._exit = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._exit.close()

    # Pages

    def upload(
        self,
        files: Mapping[str, tuple[bytes, str]],
        user: str = SOMEONE,
        summary: str = "Uploaded own work",
    ) -> list[str]:
        """Upload files with their pages, about 30 ms each; returns the pages' full titles.

        Args:
            files: a title, with or without ``File:``, to the file's bytes and the page's text.
            user: who uploads; made if there is no such account.
            summary: of the upload.
        """
        if user not in self._users:
            self.create_account(user)
        names = {_file_name(title): content for title, content in files.items()}
        with tempfile.TemporaryDirectory(dir=self.directory) as folder:
            for name, (content, text) in names.items():
                Path(folder, name).write_bytes(content)
                Path(folder, f"{name}.txt").write_text(PAGE_START + text, encoding="utf-8")
            arguments = ["--comment-ext=txt", f"--summary={summary}", f"--user={user}"]
            output = self._maintain("importImages", *arguments, folder)
        if f"Added: {len(names)}" not in output:
            raise WikiError(output)
        return [f"File:{name}" for name in names]

    def replace_file(self, title: str, content: bytes, when: str = "") -> None:
        """Upload a new version of a file; its page stays as it is.

        Args:
            title: of the file's page.
            content: of the new version.
            when: a time in one of MediaWiki's forms; now when left out.
        """
        dated = [f"--timestamp={when}"] if when else []
        with tempfile.TemporaryDirectory(dir=self.directory) as folder:
            Path(folder, _file_name(title)).write_bytes(content)
            output = self._maintain(
                "importImages", "--overwrite", f"--user={SOMEONE}", *dated, folder
            )
        if "Overwritten: 1" not in output:
            raise WikiError(output)

    def edit(
        self,
        title: str,
        text: str,
        *,
        user: str = SOMEONE,
        summary: str = "",
        bot: bool = False,
    ) -> None:
        """Save a page as a user, existing or not, with that user's account made if missing."""
        flags = ["--bot"] if bot else []
        self._maintain("edit", f"--user={user}", f"--summary={summary}", *flags, title, stdin=text)

    def edit_many(self, pages: Mapping[str, str], *, user: str = SOMEONE) -> None:
        """Save many pages at once, about 15 ms each; titles with a slash are not for this."""
        with tempfile.TemporaryDirectory(dir=self.directory) as folder:
            for title, text in pages.items():
                Path(folder, f"{title}.txt").write_text(text, encoding="utf-8")
            arguments = ["--overwrite", "--rc", f"--user={user}"]
            self._maintain("importTextFiles", *arguments, f"{folder}/*.txt")

    def edit_often(self, title: str, texts: Sequence[str]) -> None:
        """Save one revision after the other, about 10 ms each."""
        self.edit_histories({title: texts})

    def edit_histories(self, pages: Mapping[str, Sequence[str]]) -> None:
        """Save one revision after the other to each of many pages, about 10 ms each."""
        edits = self.directory / "edits.json"
        edits.write_text(json.dumps(pages))
        self._maintain("eval", stdin=EDIT_OFTEN.format(edits=edits))

    def hide_text(self, revid: int) -> None:
        """Hide a revision's text, as administrators do with what violates a right."""
        self._change("wiki", "UPDATE revision SET rev_deleted = 1 WHERE rev_id = ?", revid)

    def delete(self, title: str, reason: str = "Copyright violation") -> None:
        """Delete a page and, where it is one, its file."""
        self._maintain("deleteBatch", "-r", reason, stdin=title)

    def protect(self, title: str, reason: str = "Edit warring") -> None:
        """Let administrators alone edit a page."""
        self._maintain("protect", f"--reason={reason}", title)

    def text(self, title: str) -> str:
        """Return a page's present wikitext."""
        return self.revisions(title)[0].text

    def revisions(self, title: str) -> list[Revision]:
        """Return a page's revisions, the newest first; none when there is no such page."""
        answer = self.api(
            action="query",
            titles=title,
            prop="revisions",
            rvprop="ids|user|comment|flags|content",
            rvslots="main",
            rvlimit="max",
            list="recentchanges",
            rctitle=title,
            rcprop="ids|flags",
            rclimit="max",
        )["query"]
        bot_edits = {change["revid"] for change in answer["recentchanges"] if change["bot"]}
        return [
            Revision(
                id=revision["revid"],
                user=revision["user"],
                summary=revision["comment"],
                text=revision["slots"]["main"].get("content", ""),
                minor=revision["minor"],
                bot=revision["revid"] in bot_edits,
            )
            for revision in answer["pages"][0].get("revisions", [])
        ]

    # Users and the wiki's state

    def create_account(
        self, name: str, *, password: str = "", bot: bool = False, sysop: bool = False
    ) -> Account:
        """Make an account, or give one that is there another password.

        Args:
            name: of the user.
            password: a random one unless given.
            bot: whether it has the bot flag.
            sysop: whether it is an administrator's.
        """
        account = Account(name, password) if password else Account(name)
        self._users.add(name)
        flags = [flag for flag, wanted in {"--bot": bot, "--sysop": sysop}.items() if wanted]
        self._maintain("createAndPromote", "--force", *flags, name, account.password)
        return account

    def take_bot_flag(self, user: str) -> None:
        """Take the bot flag from an account, as a bureaucrat does."""
        self._change(
            "wiki",
            "DELETE FROM user_groups WHERE ug_group = 'bot' "
            "AND ug_user = (SELECT user_id FROM user WHERE user_name = ?)",
            user,
        )

    def block(self, user: str, reason: str = "Bot out of control") -> None:
        """Block an account, and no other that shares its address."""
        options = [f"--reason={reason}", "--disable-autoblock", "--disable-hardblock"]
        self._maintain("blockUsers", *options, stdin=user)

    def unblock(self, user: str) -> None:
        """Lift an account's block."""
        self._maintain("blockUsers", "--unblock", stdin=user)

    def forget_sessions(self) -> None:
        """Log every user out, those included who wanted to be remembered."""
        self._change("wikicache", "DELETE FROM objectcache")
        self._change("wiki", "UPDATE user SET user_token = lower(hex(randomblob(16)))")

    def set_readonly(self, reason: str) -> None:
        """Lock the wiki against edits for a reason; without one, unlock it."""
        lock = self.directory / "read-only.txt"
        if reason:
            lock.write_text(reason, encoding="utf-8")
        else:
            lock.unlink(missing_ok=True)

    @contextmanager
    def settings(self, **values: object) -> Iterator[None]:
        """Change settings such as ``wgAPIMaxResultSize=20_000`` while the block runs."""
        file = self.directory / "settings.json"
        before = file.read_text()
        file.write_text(json.dumps(json.loads(before) | values))
        try:
            yield
        finally:
            file.write_text(before)

    def run_jobs(self) -> None:
        """Do what edits of templates left for later."""
        self._maintain("runJobs")

    # Requests

    def api(self, **params: str) -> Any:
        """Ask the API behind the gateway's back, so that it is not counted."""
        query = urlencode(params | {"format": "json", "formatversion": "2"})
        address = f"http://{LOOPBACK}:{self._gateway.backend}/api.php?{query}"
        with urlopen(address, timeout=REQUEST_SECONDS) as answer:
            return json.load(answer)

    def get(self, path: str, *, seconds: float = REQUEST_SECONDS) -> tuple[str, str]:
        """Fetch a page or a picture as a client does; returns its final address and its type."""
        address = f"http://{LOOPBACK}:{self._gateway.port}{path}"
        with urlopen(address, timeout=seconds) as answer:
            return answer.url, answer.headers["Content-Type"]

    def requests(self) -> AbstractContextManager[list[Request]]:
        """Collect the requests that clients make while the block runs: ``with … as seen:``."""
        return self._gateway.recorded()

    def before_next(
        self,
        when: Callable[[Request], bool],
        deed: Callable[[], Reply | None],
        *,
        times: int = 1,
    ) -> Interference:
        """Do something before the next request of a kind is carried out.

        The client waits meanwhile. A `Reply` that the deed returns is sent instead of the wiki's.
        """
        return self._gateway.interfere(Interference(when, deed, times))

    def before_next_save(self, deed: Callable[[], Reply | None], *, times: int = 1) -> Interference:
        """Do something, such as another user's edit, just before the next save is carried out."""
        return self.before_next(lambda request: request.action == "edit", deed, times=times)

    def delay_next(
        self, when: Callable[[Request], bool], seconds: float, *, times: int = 1
    ) -> Interference:
        """Hold the next requests of a kind back for a while."""
        return self.before_next(when, lambda: self._gateway.pause(seconds), times=times)

    def fail_next(
        self, when: Callable[[Request], bool], status: int = 504, *, times: int = 1
    ) -> Interference:
        """Answer the next requests of a kind with an HTTP error."""
        reply = Reply(status, b"upstream request timeout")
        return self.before_next(when, lambda: reply, times=times)

    def change_next_answer(
        self,
        when: Callable[[Request], bool],
        change: Callable[[Reply], Reply],
        *,
        times: int = 1,
    ) -> Interference:
        """Carry the next requests of a kind out, and send something made of their answers."""
        return self._gateway.interfere(Interference(when, lambda: None, times, change=change))

    def lose_next_answer(
        self, when: Callable[[Request], bool], instead: Reply, *, times: int = 1
    ) -> Interference:
        """Carry the next requests of a kind out, and answer them with something else."""
        return self._gateway.interfere(Interference(when, lambda: instead, times, afterwards=True))

    def calm(self) -> None:
        """Forget every interference, and raise what went wrong inside one."""
        self._gateway.calm()

    def _move(self) -> None:
        """Tell a wiki that was kept that it has another address this time."""
        file = self.directory / "settings.json"
        file.write_text(json.dumps(json.loads(file.read_text()) | {"wgServer": self.url}))

    def _change(self, name: str, statement: str, *values: object) -> None:
        """Change one of the wiki's databases behind its back."""
        file = self.directory / "database" / f"{name}.sqlite"
        with closing(sqlite3.connect(file)) as database:
            database.execute(statement, values)
            database.commit()

    def _maintain(self, script: str, *arguments: str, stdin: str = "") -> str:
        return maintain(self.directory, script, *arguments, stdin=stdin)


def _file_name(title: str) -> str:
    return title.removeprefix("File:").replace("_", " ")
