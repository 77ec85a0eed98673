"""No handler sees a secret, whoever logs it and however; and nobody else reads the log."""

import io
import logging
import stat
import sys
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
import pywikibot
from pywikibot import config
from pywikibot.comms import http
from pywikibot.tools._logging import LoggingFormatter
from requests.cookies import create_cookie

from glocbot.wiki import log
from glocbot.wiki.log import hide_password, keep_secrets_out, without_tracebacks
from glocbot.wiki.redaction import HIDDEN

PASSWORD = "Sesam öffne dich"


@pytest.fixture(autouse=True)
def guarded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep secrets out as commands do, and undo it for the tests of others."""
    make = logging.getLogRecordFactory()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(log, "_passwords", set())
    keep_secrets_out()
    yield
    logging.setLogRecordFactory(make)


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What handlers of all loggers write, those included that Pywikibot keeps apart."""
    pywikibot.log("")  # makes Pywikibot set its handlers up
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    loggers = [logging.getLogger(name) for name in ("", "pywiki", "py.warnings")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(1)
    yield stream
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


@pytest.mark.parametrize("level", [1, logging.DEBUG, 16, 18, 25, logging.CRITICAL])
@pytest.mark.parametrize("name", ["pywiki", "pywiki.comm.http", "urllib3", "oauthlib.oauth1", ""])
def test_all_levels_of_all_loggers(
    written: io.StringIO, monkeypatch: pytest.MonkeyPatch, name: str, level: int
) -> None:
    logger = logging.getLogger(name)
    monkeypatch.setattr(logger, "level", 1)
    logger.log(level, "token=%s&a=b", "v3ry-s3cret", extra={"newline": ""})
    assert written.getvalue() == f"token={HIDDEN}&a=b\n"


def test_all_ways_of_pywikibot(written: io.StringIO) -> None:
    hide_password(PASSWORD)
    says = (pywikibot.info, pywikibot.warning, pywikibot.error, pywikibot.log, pywikibot.critical)
    for say in says:
        say(f"it was {PASSWORD}")
        say(ValueError("no", {"b": PASSWORD}))
    assert written.getvalue().count(HIDDEN) == 2 * len(says)
    assert "Sesam" not in written.getvalue()


def fail(error: Exception, cause: Exception | None = None) -> None:
    raise error from cause


def test_exceptions(written: io.StringIO) -> None:
    """Their arguments, and those of what caused them."""
    hide_password(PASSWORD)
    try:
        fail(RuntimeError({"lgtoken": "v3ry-s3cret"}), ValueError(PASSWORD))
    except RuntimeError:
        pywikibot.exception()
    text = written.getvalue()
    assert "Sesam" not in text
    assert "s3cret" not in text
    assert "ValueError" in text
    assert "Traceback" in text


def test_errors_that_nothing_catches(capsys: pytest.CaptureFixture[str]) -> None:
    hide_password(PASSWORD)
    try:
        fail(RuntimeError({"lgtoken": "v3ry-s3cret"}), ValueError(PASSWORD))
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    printed = capsys.readouterr().err
    assert "Sesam" not in printed
    assert "s3cret" not in printed
    assert printed.endswith(f"RuntimeError: {{'lgtoken': {HIDDEN}}}\n")


def test_exceptions_without_secrets_are_kept(caplog: pytest.LogCaptureFixture) -> None:
    try:
        fail(ValueError("no number"))
    except ValueError:
        logging.getLogger("elsewhere").exception("It failed")
    [record] = caplog.records
    assert record.exc_info is not None
    assert isinstance(record.exc_info[1], ValueError)


def test_warnings(written: io.StringIO) -> None:
    logger = logging.getLogger("py.warnings")
    logger.warning("%s", "The length of tuple in line 1 should be 2, 5 given (('s3cret'))")
    assert "line 1" in written.getvalue()
    assert "s3cret" not in written.getvalue()


def test_a_warning_in_the_log_file() -> None:
    """Pywikibot's formatter takes a warning's only argument, and fails if there is none."""
    record = logging.getLogger("py.warnings").makeRecord(
        "py.warnings", logging.WARNING, __file__, 1, "%s", ("password=v3ry-s3cret",), None
    )
    assert LoggingFormatter("%(caller_file)s %(message)s").format(record).endswith(HIDDEN)


def test_a_message_that_does_not_fit_its_arguments(
    written: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    """Python complains on standard error, and shows both."""
    pywikibot.error("password=%d", "v3ry-s3cret")
    assert "s3cret" not in written.getvalue() + capsys.readouterr().err


def test_colours_stay(written: io.StringIO) -> None:
    """The log file's formatter takes them out of the message, not out of its arguments."""
    pywikibot.info("<<red>>token=v3ry-s3cret")
    assert written.getvalue() == f"<<red>>token={HIDDEN}\n"


def test_keys_of_oauth(written: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = ("consumer-key", "consumer-s3cret", "access-key", "access-s3cret")
    monkeypatch.setitem(config.authenticate, "commons.wikimedia.org", keys)
    pywikibot.log(f"Signed with {keys} for Commons")
    assert "-key" not in written.getvalue()
    assert "s3cret" not in written.getvalue()
    assert "for Commons" in written.getvalue()


def test_cookies(written: io.StringIO) -> None:
    """A session's, as long as it lasts; a user's number is no secret, nor is the name."""
    values = {
        "a": "0123456789abcdef",
        "empty": "",
        "bUserID": "4711",
        "bUserName": "Example location bot",
    }
    for name, value in values.items():
        http.cookie_jar.set_cookie(create_cookie(name, value))  # type: ignore[no-untyped-call]
    try:
        pywikibot.log(" ".join(values.values()))
    finally:
        http.cookie_jar.clear()
    assert written.getvalue() == f"{HIDDEN}  4711 Example location bot\n"


def test_once_is_enough() -> None:
    factory = logging.getLogRecordFactory()
    keep_secrets_out()
    assert logging.getLogRecordFactory() is factory


class TestLogFile:
    @pytest.fixture
    def handler(self, tmp_path: Path) -> Iterator[RotatingFileHandler]:
        """A log file as Pywikibot makes it, with earlier ones that all may read."""
        for name in ("bot.log", "bot.1.log", "bot.2.log"):
            (tmp_path / name).touch(mode=0o644)
        handler = RotatingFileHandler(tmp_path / "bot.log", maxBytes=100, backupCount=3)
        handler.namer = pywikibot.bot.handler_namer
        logging.getLogger("pywiki").addHandler(handler)
        yield handler
        logging.getLogger("pywiki").removeHandler(handler)
        handler.close()

    def modes(self, folder: Path) -> dict[str, str]:
        return {path.name: stat.filemode(path.stat().st_mode) for path in folder.iterdir()}

    def test_earlier_files(self, handler: RotatingFileHandler, tmp_path: Path) -> None:
        del handler
        pywikibot.warning("first")
        assert self.modes(tmp_path) == dict.fromkeys(
            ["bot.log", "bot.1.log", "bot.2.log"], "-rw-------"
        )

    def test_files_to_come(self, handler: RotatingFileHandler, tmp_path: Path) -> None:
        """Full ones are put away as before, and each new one is private from the first byte."""
        del handler
        for number in range(6):
            pywikibot.warning(f"{number} {'x' * 60}")
        texts = {path.name: path.read_text()[0] for path in tmp_path.iterdir()}
        assert texts == {"bot.log": "5", "bot.1.log": "4", "bot.2.log": "3", "bot.3.log": "2"}
        assert set(self.modes(tmp_path).values()) == {"-rw-------"}

    def test_another_run_has_put_the_file_away(
        self, handler: RotatingFileHandler, tmp_path: Path
    ) -> None:
        pywikibot.warning("x" * 90)
        (tmp_path / "bot.log").unlink()
        handler.doRollover()
        pywikibot.warning("new")
        assert (tmp_path / "bot.log").read_text() == "new\n"

    def test_a_file_of_another_account(
        self, handler: RotatingFileHandler, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What may be written but not protected is written to all the same, without secrets."""

        def refuse(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "chmod", refuse)
        pywikibot.warning("password=v3ry-s3cret")
        assert Path(handler.baseFilename).read_text() == f"password={HIDDEN}\n"


class TestWithoutTracebacks:
    """Errors that are tried again take a line of the screen, and all they have of the log file."""

    def said(self, written: io.StringIO, text: str) -> list[str]:
        with without_tracebacks():
            pywikibot.error(text)
        return written.getvalue().splitlines()

    @pytest.mark.parametrize(
        ("last", "words"),
        [
            ("requests.exceptions.ReadTimeout: no response in time", "no response in time"),
            ("KeyboardInterrupt", "nobody knows why"),
        ],
    )
    def test_a_traceback(self, written: io.StringIO, last: str, words: str) -> None:
        text = f"Traceback (most recent call last):\n  File …\n{last}"
        assert self.said(written, text)[0] == f"No response from the wiki: {words}"
        assert text in written.getvalue()

    def test_levels(self, caplog: pytest.LogCaptureFixture) -> None:
        caplog.handler.setLevel(1)
        logging.getLogger("pywiki").addHandler(caplog.handler)
        with without_tracebacks():
            pywikibot.error("Traceback (most recent call last):\nValueError: x")
            pywikibot.error("Detected MediaWiki API exception readonly: …; retrying")
            pywikibot.error("File:A.jpg was not saved: …")
            pywikibot.log("Traceback (most recent call last):\nValueError: x")
        pywikibot.error("Traceback (most recent call last):\nValueError: x")
        logging.getLogger("pywiki").removeHandler(caplog.handler)
        levels = [record.levelname for record in caplog.records]
        assert levels == ["WARNING", "VERBOSE", "VERBOSE", "ERROR", "VERBOSE", "ERROR"]
