"""The thread that remembers: SQLAlchemy is imported and the disk is waited for there, never on the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from desktop.db.repository import Repository

T = TypeVar("T")


class Recorder:
    """Does work on the repository, one piece after the other, in the order it was handed in.

    The first piece opens the file; where that fails, its future and `trouble` get the error and the next piece
    tries again (after a DamagedStore with a new file, the damaged one being kept aside)."""

    def __init__(self, file: Path, trouble: Callable[[Exception], None] | None = None) -> None:
        """`trouble` is called in the recorder's thread with every error, whether or not anyone asks the future."""
        self._file = file
        self._trouble = trouble
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="recorder")
        self._repository: Repository | None = None
        self._marks: dict[str, float] = {}
        self._marks_lock = Lock()

    def submit(self, work: Callable[[Repository], T]) -> Future[T]:
        """Hands in a piece of work; the future brings its result or its error (usually a StoreError)."""
        return self._worker.submit(self._do, work)

    def open(self) -> Future[None]:
        """Opens the file ahead of the first piece of work."""
        return self.submit(_nothing)

    def apart(self, work: Callable[[Path], T]) -> Future[T]:
        """Work on the file itself, which is closed meanwhile; the next piece opens it again."""
        return self._worker.submit(self._do_apart, work)

    def mark(self, session_id: str, done_seconds: float) -> None:
        """Remembers how far a session has come. Marks that wait for a slow disk give way to newer ones, so that
        what is on the disk is never further behind than one write; errors go to `trouble`."""
        with self._marks_lock:
            already_waiting = bool(self._marks)
            self._marks[session_id] = done_seconds
        if not already_waiting:
            self._worker.submit(self._write_marks)

    def close(self) -> None:
        """Waits until everything handed in is on the disk, then lets go of the file."""
        self._worker.submit(self._let_go).result()
        self._worker.shutdown()

    def _do(self, work: Callable[[Repository], T]) -> T:
        try:
            return work(self._opened())
        except Exception as error:
            if self._trouble:
                self._trouble(error)
            raise

    def _do_apart(self, work: Callable[[Path], T]) -> T:
        try:
            self._let_go()
            return work(self._file)
        except Exception as error:
            if self._trouble:
                self._trouble(error)
            raise

    def _opened(self) -> Repository:
        if self._repository is None:
            from desktop.db.repository import open_repository

            self._repository = open_repository(self._file)
        return self._repository

    def _write_marks(self) -> None:
        with self._marks_lock:
            marks, self._marks = self._marks, {}
        for session_id, done_seconds in marks.items():
            self._do(partial(_set_progress, session_id, done_seconds))

    def _let_go(self) -> None:
        if self._repository is not None:
            self._repository.close()
            self._repository = None


def _set_progress(session_id: str, done_seconds: float, repository: Repository) -> None:
    repository.sessions.set_progress(session_id, done_seconds)


def _nothing(_repository: Repository) -> None:
    """The work of `open`: opening is enough."""
