"""Calls that are wrong get one clear line; the three ways to call the sweep are one program."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.mediawiki.embedded import Account, EmbeddedWiki
from tests.mediawiki.pwb import ROOT, configure, environment, run
from tests.mediawiki.sweeping import LOCATION, Gallery, sound, sweep

#: Found out without a request.
LOCAL = {
    "no generator": (["-simulate"], "which files?"),
    "filters alone": (["-titleregex:x", "-simulate"], "which files?"),
    "misspelt option": (["-cat:X", "-similate"], "did you mean -simulate?"),
    "misspelt generator": (["-catt:X", "-simulate"], "did you mean -cat"),
    "unknown option": (["-cat:X", "-simulate", "-zzzzz"], "there is no option -zzzzz"),
    "no dash": (["Views", "-simulate"], "write -cat:"),
    "option without its value": (["-cat:X", "-simulate", "-decisions"], "-decisions needs a value"),
    "category without its name": (["-cat", "-simulate"], "-cat needs a value"),
    "generator without its value": (["-transcludes", "-simulate"], "-transcludes needs a value"),
    "flag with a value": (["-cat:X", "-simulate", "-nohistory:no"], "-nohistory takes no value"),
    "odd depth": (["-catr:X", "-simulate", "-depth:two"], "-depth takes a whole number"),
    "odd limit": (["-cat:X", "-simulate", "-limit:many"], "-limit takes a whole number"),
    "no files at all": (["-cat:X", "-simulate", "-limit:0"], "1 or more, not '0'"),
    "limit below zero": (["-cat:X", "-simulate", "-limit:-3"], "1 or more, not '-3'"),
    "odd pattern": (["-cat:X", "-simulate", "-grep:["], "-grep takes a regular expression"),
    "no folder": (["-cat:X", "-simulate", "-decisions:no/such/d.jsonl"], "cannot write no/such"),
    "a folder": (["-cat:X", "-simulate", "-proposals:."], "cannot write ."),
    "one file twice": (
        ["-cat:X", "-simulate", "-decisions:a.jsonl", "-proposals:./a.jsonl"],
        "cannot both write",
    ),
    "a save without a look": (["-cat:X", "-nohistory"], "-nohistory goes with -simulate"),
    "no list": (["-file:no-such-list.txt", "-simulate"], "cannot read no-such-list.txt"),
    "no file page": (["-page:Lake.jpg", "-simulate"], 'write -page:"File:Lake.jpg"'),
    "no such wiki": (["-cat:X", "-simulate", "-site:nowhere:xx"], "nowhere"),
    "no account": (["-cat:X"], "no account to save with on embedded:en: add -simulate"),
}
#: Only the wiki can tell.
REMOTE = {
    "odd log events": (["-logevents:tea", "-simulate"], "-logevents:tea"),
    "no namespace": (["-cat:X", "-ns:nowhere", "-simulate"], "-ns:nowhere: Namespace"),
    "no title": (["-cat:A[b", "-simulate"], "A[b"),
    "no category": (["-cat:No such category", "-simulate"], "no Category:No such category"),
    "no category to filter": (
        ["-cat:No such category", "-titleregex:x", "-simulate"],
        "no Category:No such category",
    ),
    "no title on the wiki": (["-cat:Category::x", "-simulate"], "no Category::x"),
    "no such file": (
        ["-page:File:Nope.jpg", "-simulate"],
        "no File:Nope.jpg on this wiki; -search",
    ),
    "a category as a page": (["-page:Category:X", "-simulate"], 'write -cat:"X"'),
}


@pytest.mark.parametrize("name", [*LOCAL, *REMOTE])
def test_a_wrong_call(wiki: EmbeddedWiki, anonymous_pwb_dir: Path, name: str) -> None:
    """One line, exit status 2, no file looked at, none left behind; if possible, no request."""
    arguments, words = (LOCAL | REMOTE)[name]
    before = {path.name for path in anonymous_pwb_dir.glob("*.jsonl")}
    with wiki.requests() as seen:
        done = run(anonymous_pwb_dir, "glocbot", "sweep", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not done.stdout.strip()
    assert not any("generator" in request.params for request in seen)
    assert bool(seen) == (name in REMOTE)
    assert {path.name for path in anonymous_pwb_dir.glob("*.jsonl")} == before


def test_a_wrong_password(gallery: Gallery, tmp_path: Path, bot_account: Account) -> None:
    folder = configure(tmp_path, gallery.wiki.url, Account(bot_account.name, "wrong"))
    done = run(folder, "glocbot", "sweep", f"-cat:{gallery.name}", "-always")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "Incorrect username or password entered" in done.stderr


def test_a_password_that_nobody_types(
    gallery: Gallery, tmp_path: Path, bot_account: Account
) -> None:
    folder = configure(tmp_path, gallery.wiki.url, bot_account)
    with (folder / "user-config.py").open("a") as config:
        config.write("password_file = None\n")
    done = run(folder, "glocbot", "sweep", f"-cat:{gallery.name}", "-always")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_password_file_that_is_not_there(pwb_dir: Path) -> None:
    (pwb_dir / "user-password.py").unlink()
    done = run(pwb_dir, "glocbot", "sweep", "-cat:X", "-always")
    assert done.returncode == 2
    assert "cannot log in: Password file" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("line", ["nonsense(", '("Glocbot", BotPassword("only a name"))'])
def test_a_password_file_that_cannot_be_read(pwb_dir: Path, line: str) -> None:
    (pwb_dir / "user-password.py").write_text(line)
    done = run(pwb_dir, "glocbot", "sweep", "-cat:X", "-always")
    assert done.returncode == 2
    assert "cannot log in: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wiki_that_is_down(wiki: EmbeddedWiki, anonymous_pwb_dir: Path) -> None:
    """The call is right and nothing could be done."""
    wiki.fail_next(lambda _: True, 503, times=100)
    done = run(anonymous_pwb_dir, "glocbot", "sweep", "-cat:X", "-simulate")
    assert done.returncode == 1
    assert "The wiki does not respond" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_generator_that_cannot_begin(anonymous_pwb_dir: Path) -> None:
    """What Pywikibot finds out only when it is to name the first page ends the run cleanly."""
    done = run(anonymous_pwb_dir, "glocbot", "sweep", "-url:no-such-list", "-simulate")
    assert done.returncode == 1
    assert "The run ends here: " in done.stderr
    assert "Examined 0 files" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_full_disk(gallery: Gallery, anonymous_pwb_dir: Path) -> None:
    gallery.add({"A": sound()})
    arguments = [f"-cat:{gallery.name}", "-simulate", "-decisions:/dev/full"]
    done = run(anonymous_pwb_dir, "glocbot", "sweep", *arguments)
    assert done.returncode == 1
    assert "The run ends here: [Errno 28]" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_existing_category_without_files(wiki: EmbeddedWiki, anonymous_pwb_dir: Path) -> None:
    wiki.edit("Category:Empty views", "Nothing yet.")
    swept = sweep(wiki, anonymous_pwb_dir, "-cat:Empty views", "-simulate")
    assert swept.status == 0
    assert "Examined 0 files" in swept.output
    assert "Category:Empty views is empty." in swept.output


def test_a_category_with_files_only_in_its_subcategories(
    wiki: EmbeddedWiki, anonymous_pwb_dir: Path
) -> None:
    wiki.edit("Category:Lower views", "[[Category:Upper views]]")
    wiki.edit("Category:Upper views", "Nothing here.")
    swept = sweep(wiki, anonymous_pwb_dir, "-cat:Upper views", "-simulate")
    assert swept.status == 0
    assert '-catr:"Upper views" sweeps these too.' in swept.output


def test_both_spellings_of_pywikibots_options(gallery: Gallery, anonymous_pwb_dir: Path) -> None:
    [title] = gallery.add({"A": sound()})
    decisions = anonymous_pwb_dir / "d.jsonl"
    call = ["--cat", gallery.name, "--simulate", "--site=embedded:en", "--limit", "5"]
    done = run(anonymous_pwb_dir, "glocbot", "sweep", *call, f"--decisions={decisions}")
    assert done.returncode == 0, done.stderr
    assert f">>> {title} <<<" in done.stderr
    assert title in decisions.read_text("utf-8")


def test_a_category_with_files_and_no_page(gallery: Gallery, anonymous_pwb_dir: Path) -> None:
    [title] = gallery.add({"A": sound()})
    assert gallery.wiki.revisions(gallery.category) == []
    assert gallery.sweep(anonymous_pwb_dir, "-simulate").reasons == {title: "propose"}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of a virtual environment with glocbot installed, as users have it."""
    folder = tmp_path_factory.mktemp("installed")
    source = folder / "source"
    for part in ("glocbot", "scripts", "pyproject.toml", "README.md", "LICENSE"):
        copy = ["cp", "-r", str(ROOT / part), f"{source}/"]
        source.mkdir(exist_ok=True)
        subprocess.run(copy, check=True)
    venv.create(folder / "venv", symlinks=True)
    [site] = (folder / "venv" / "lib").glob("python*/site-packages")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--target", site, "--no-index", source], check=True)
    shared = [path for path in sys.path if path.endswith("site-packages")]
    (site / "shared.pth").write_text("\n".join(shared))
    return folder / "venv" / "bin" / "python"


def elsewhere(folder: Path) -> dict[str, str]:
    """Return an environment in which only what is installed can be imported."""
    return {k: v for k, v in environment(folder).items() if k != "PYTHONPATH"}


@pytest.fixture
def ways(installed: Path) -> dict[str, list[str]]:
    pwb = "from pywikibot.scripts.wrapper import run; run()"
    return {
        "glocbot": [str(installed), "-m", "glocbot", "sweep"],
        "pwb": [str(installed), "-c", pwb, "add_location"],
        "checkout": [sys.executable, str(ROOT / "scripts" / "add_location.py")],
    }


@pytest.mark.parametrize("name", ["glocbot", "pwb", "checkout"])
class TestWays:
    def call(
        self, way: list[str], folder: Path, *arguments: str, answers: str = ""
    ) -> tuple[int, str]:
        done = subprocess.run(
            [*way, *arguments],
            cwd=folder,
            env=elsewhere(folder),
            input=answers,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        return done.returncode, done.stdout + done.stderr

    def test_help(self, ways: dict[str, list[str]], name: str, pwb_dir: Path) -> None:
        """It has the script's own options and Pywikibot's generators."""
        status, said = self.call(ways[name], pwb_dir, "-help")
        assert status == 0
        assert "-nohistory" in said
        assert "-transcludes" in said
        assert "&params;" not in said
        assert "Traceback" not in said

    def test_a_prompt(
        self, ways: dict[str, list[str]], name: str, pwb_dir: Path, gallery: Gallery
    ) -> None:
        """Its words are there, and yes saves."""
        [title] = gallery.add({"A": sound()})
        status, said = self.call(ways[name], pwb_dir, f"-cat:{gallery.name}", answers="y\n")
        assert status == 0, said
        assert "Do you want to accept these changes? ([y]es, [N]o, [a]ll, [q]uit, open in" in said
        assert LOCATION in gallery.wiki.text(title)
        assert "Traceback" not in said

    def test_the_browser(
        self, ways: dict[str, list[str]], name: str, pwb_dir: Path, gallery: Gallery
    ) -> None:
        gallery.add({"A": sound()})
        status, said = self.call(ways[name], pwb_dir, f"-cat:{gallery.name}", answers="b\n\nn\n")
        assert status == 0, said
        assert "browser" in said.rpartition("accept")[0].lower()

    def test_the_code_is_that_which_was_called(
        self, ways: dict[str, list[str]], name: str, pwb_dir: Path
    ) -> None:
        """A checkout's script runs the checkout, whatever else is installed."""
        folder = ROOT if name == "checkout" else Path(ways[name][0]).parents[1]
        trace = [*ways[name][:1], "-v", *ways[name][1:]]
        said = self.call(trace, pwb_dir, "-help")[1]
        loaded = [line for line in said.splitlines() if "glocbot/sweep" in line]
        assert loaded
        assert all(str(folder) in line for line in loaded)

    def test_a_wrong_call(self, ways: dict[str, list[str]], name: str, pwb_dir: Path) -> None:
        status, said = self.call(ways[name], pwb_dir, "-cat:X", "-similate")
        assert "did you mean -simulate?" in said
        assert status == 2


def test_no_configuration(
    gallery: Gallery, installed: Path, anonymous_pwb_dir: Path, tmp_path: Path
) -> None:
    """Without a user-config.py, nothing is asked and nothing left in the current folder."""
    [title] = gallery.add({"A": sound()})
    home, here = tmp_path / "home", tmp_path / "here"
    home.mkdir()
    here.mkdir()
    arguments = ["sweep", "-site:embedded:en", f"-cat:{gallery.name}", "-simulate"]
    family = anonymous_pwb_dir / "families" / "embedded_family.py"
    program = f"""
import sys
from pywikibot import config
config.family_files["embedded"] = {str(family)!r}
from glocbot.cli import main
sys.exit(main({arguments!r}))
"""
    done = subprocess.run(
        [installed, "-c", program],
        cwd=here,
        env={"HOME": str(home), "PATH": os.environ["PATH"]},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f">>> {title} <<<" in done.stderr
    assert list(here.iterdir()) == []
