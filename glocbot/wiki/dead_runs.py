"""Let runs that were killed not slow down the runs after them.

Pywikibot multiplies the time between two requests by the number of running processes, which it
counts in ``throttle.ctrl``. A process that was killed stays there for ten minutes, under a number
that is not the operating system's. So each run of glocbot writes down, in a file beside that one,
which number is its own.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from socket import gethostname
from typing import Self

from pywikibot import config, throttle

#: On Windows there is no signal that only asks whether a process is there.
_CAN_ASK = os.name == "posix"
#: So many runs of other hosts, such as a cluster's, are remembered.
_MOST_RUNS = 100


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of glocbot.

    Attributes:
        number: Pywikibot's.
        host: where it runs.
        pid: the operating system's number of its process there.
    """

    number: str
    host: str
    pid: int

    @classmethod
    def read(cls, line: str) -> Self | None:
        """Read a line; None when it is damaged."""
        match line.split():
            case [number, host, pid] if pid.isdecimal():
                return cls(number, host, int(pid))
            case _:
                return None

    @property
    def line(self) -> str:
        """The line that says so."""
        return f"{self.number} {self.host} {self.pid}\n"

    @property
    def is_dead(self) -> bool:
        """Whether it has ended, as far as this host knows."""
        if self.host != gethostname() or not _CAN_ASK:
            return False
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return True
        except PermissionError:  # another user's
            return False
        return False


def forget_dead_runs() -> None:
    """Take runs of glocbot that were killed out of Pywikibot's list of processes; enter this one.

    To be called before Pywikibot counts the processes for the first time. Both files are small,
    and are written as Pywikibot writes its own, without a lock: what is lost in a race costs time.
    """
    with suppress(OSError):  # where nothing can be written, Pywikibot goes on without its list
        _enter_run()


def _enter_run() -> None:
    control, known = (Path(config.datafilepath(f"throttle.{name}")) for name in ("ctrl", "runs"))
    runs = [run for run in map(_Run.read, _lines(known)) if run is not None]
    dead = {run.number for run in runs if run.is_dead}
    entries = [line for line in _lines(control) if _number(line) not in dead]
    numbers = {*map(_number, entries)}
    # `pwb` may have let Pywikibot count the processes already, and given this one its number.
    own = str(throttle.pid or next(n for n in count(1) if str(n) not in numbers))
    alive = [run for run in runs if not run.is_dead and run.number != own][-_MOST_RUNS:]
    control.write_text("".join(entries))
    known.write_text("".join(run.line for run in [*alive, _Run(own, gethostname(), os.getpid())]))
    throttle.pid = int(own)


def _number(entry: str) -> str:
    """Return the number of the process in a line of Pywikibot's: module, number, time, site."""
    return entry.split(" ")[1] if entry.count(" ") else ""


def _lines(file: Path) -> list[str]:
    return file.read_text().splitlines(keepends=True) if file.exists() else []
