"""Put text on the clipboard with the program that the system has for it."""

import shutil
import subprocess

#: In the order in which they are tried: Wayland, X11, macOS, Windows (and its Linux).
_PROGRAMS = (
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("pbcopy",),
    ("clip.exe",),
)
_SECONDS = 5


class ClipboardError(OSError):
    """No program for the clipboard, or none that works; the message says which were tried."""


def copy(text: str) -> None:
    """Put text on the clipboard.

    Raises:
        ClipboardError: when no program could.
    """
    tried: list[str] = []
    for name, *arguments in _PROGRAMS:
        program = shutil.which(name)
        if program is None:
            continue
        tried.append(name)
        # clip.exe reads UTF-16; the text is ASCII in either.
        encoded = text.encode("utf-16" if name == "clip.exe" else "utf-8")
        if _runs([program, *arguments], encoded):
            return
    names = ", ".join(name for name, *_ in _PROGRAMS)
    why = f"{', '.join(tried)} failed" if tried else f"there is none of {names}"
    raise ClipboardError(f"the templates are not on the clipboard, since {why}")


def _runs(command: list[str], text: bytes) -> bool:
    try:
        done = subprocess.run(
            command,
            input=text,
            timeout=_SECONDS,
            check=False,
            # xclip stays in the background and would keep a pipe open for as long.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
