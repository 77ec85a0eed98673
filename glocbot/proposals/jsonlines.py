"""JSON Lines: one complete object a line."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TextIO


class JsonLines:
    """A file of JSON objects, one a line, each on the disk as soon as it is written."""

    def __init__(self, path: Path, *, append: bool = False) -> None:
        """Name the file, which is opened when the ``with`` block begins.

        Args:
            path: where.
            append: keep what is in it already.
        """
        self._path = path
        self._mode: Literal["a", "w"] = "a" if append else "w"
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        self._file = self._path.open(self._mode, encoding="utf-8", newline="\n")
        if self._mode == "a" and not self._ends_with_a_line():
            self._file.write("\n")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._file is not None:
            with suppress(OSError):  # of a full disk, which `write` has raised already
                self._file.close()

    def _ends_with_a_line(self) -> bool:
        """Tell whether a line can be added: a full disk may have cut the last one off."""
        with self._path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - 1))
            return file.read() in {b"", b"\n"}

    def write(self, record: Mapping[str, Any]) -> None:
        """Write one object, whole and at once, so that a run that is killed leaves a good file."""
        if self._file is None:
            raise ValueError(f"{self._path} is not open")
        self._file.write(json.dumps(record, ensure_ascii=False) + "\n")
        self._file.flush()
