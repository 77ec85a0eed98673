"""What the options of all commands share."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

#: Pywikibot's global options; beside them, the name of each of its numeric settings is one.
GLOBAL_OPTIONS = (
    *("cc", "code", "config", "cosmeticchanges", "daemonize", "debug", "dir", "family", "help"),
    *("lang", "log", "maxlag", "nolog", "pt", "putthrottle", "simulate", "site", "user", "v"),
    "verbose",
)


class UsageError(Exception):
    """The call itself is wrong; the message is one line that says what and what to do."""


def unknown(argument: str, known: Iterable[str]) -> UsageError:
    """Make the error for an argument that nothing takes, with the nearest that exists.

    Args:
        argument: as it was written.
        known: the names of all options, without their dash.
    """
    if not argument.startswith("-"):
        return UsageError(f"{argument!r} is no option; for a category write -cat:{argument!r}")
    name = argument.partition(":")[0]
    near = get_close_matches(name.strip("-").lower(), set(known), n=1)
    hint = f"; did you mean -{near[0]}?" if near else "; -help lists them all"
    return UsageError(f"there is no option {name}{hint}")


def check_outputs(paths: Mapping[str, Path | None]) -> None:
    """Check the files that will be written: each can be, and no two are one.

    Args:
        paths: by the option that names each.

    Raises:
        UsageError: otherwise.
    """
    named: dict[Path, str] = {}
    for option, path in paths.items():
        if path is None:
            continue
        _check_writable(path)
        other = named.setdefault(path.resolve(), option)
        if other != option:
            raise UsageError(f"{other} and {option} cannot both write {path}")


def _check_writable(path: Path) -> None:
    """Try to open a file for writing, leaving all as it was for now."""
    existed = path.exists()
    try:
        path.open("a", encoding="utf-8").close()
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    if not existed:
        path.unlink()
