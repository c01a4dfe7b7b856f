"""Errors that are our fault: written down without private data, told to the user, and the session goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

_LIMIT = 512 * 1024
"""Bytes of log kept; the older half is dropped when it is passed."""


class FaultLog:
    """Takes the place of sys.excepthook: PySide6 hands it what escapes slots and paint events too.

    Only the kind of error and the places in our code are written, never a value or a message: they may be private."""

    def __init__(self, file: Path, tell: Callable[[], None]) -> None:
        self._file = file
        self._tell = tell

    def install(self) -> None:
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.write(kind, trace)
        if sys.stderr is not None:
            sys.__excepthook__(kind, error, trace)
        self._tell()

    def write(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Appends one error to the log; a disk that refuses is left alone, the user is told all the same."""
        import traceback
        from datetime import UTC, datetime

        places = [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
        text = "\n".join([f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {kind.__module__}.{kind.__qualname__}", *places, ""])
        try:
            self._drop_old()
            descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "a", encoding="utf-8") as stream:
                stream.write(text)
        except OSError as refused:
            sys.stderr.write(f"unknot: the log cannot be written ({refused.strerror})\n")

    def _drop_old(self) -> None:
        if self._file.exists() and self._file.stat().st_size > _LIMIT:
            self._file.write_bytes(self._file.read_bytes()[-_LIMIT // 2 :])
