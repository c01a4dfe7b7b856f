"""Reads and writes the records of the chosen profile off the screen's thread, and can take back what it wrote."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.courier import Courier
from desktop.db.recorder import Recorder
from desktop.domain.profile import FIRST_PROFILE
from desktop.domain.session import SessionRecord

if TYPE_CHECKING:
    from desktop.db.records import Record
    from desktop.db.repository import Repository

T = TypeVar("T")
Undo = Callable[[], None]
"""Takes back what was done; to be called once, in the screen's thread."""


class Desk(QObject):
    """Signals: `failed(object)` the error of something that could not be kept or read; `changed()` when records were
    kept, removed or brought back: what is shown of them is old.

    Everything handed in is done in that order, for the profile that was chosen when it was handed in."""

    failed = Signal(object)
    changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courier = Courier(self)
        self._courier.failed.connect(self.failed)
        self._recorder = Recorder(file, self._courier.trouble)
        self._profile = FIRST_PROFILE

    @property
    def profile(self) -> int:
        return self._profile

    def use_profile(self, profile: int) -> None:
        """Reads and writes that profile's records from now on."""
        self._profile = profile

    def ask(
        self, read: Callable[[Repository], T], then: Callable[[T], None], otherwise: Callable[[], None] | None = None
    ) -> None:
        """Calls `then` with what was read, or `otherwise` where it cannot be read; `read` runs in another thread."""
        self._courier.fetch(self._recorder.submit(partial(_as_profile, self._profile, read)), then, otherwise)

    def do(self, write: Callable[[Repository], T], then: Callable[[T], None] | None = None) -> None:
        """Writes; says `changed` once it is on the disk, then calls `then` with what came of it."""
        self.ask(write, partial(self._written, then))

    def keep(self, record: SessionRecord | Record, then: Callable[[Undo], None] | None = None) -> None:
        """Adds a record or replaces the one with its id as a whole; `then` gets what takes it back."""
        self.do(partial(_keep, record), partial(self._offer, then))

    def remove(self, record: SessionRecord | Record, then: Callable[[Undo], None] | None = None) -> None:
        """Removes a record; `then` gets what brings it back, whole."""
        self.do(partial(_remove, record), partial(self._offer, then))

    def do_apart(self, work: Callable[[Path], T], then: Callable[[T], None]) -> None:
        """Works on the file itself while it is closed; says `changed` afterwards, then calls `then`."""
        self._courier.fetch(self._recorder.apart(work), partial(self._written, then))

    def back_up(self) -> None:
        """Makes today's backup where it is still missing."""
        now = datetime.now(UTC).astimezone()
        self._recorder.submit(lambda repository: repository.backups.daily(now))

    def close(self) -> None:
        """Waits until everything handed in is on the disk; nobody is told of it any more."""
        self._courier.close()
        self._recorder.close()

    def _written(self, then: Callable[[T], None] | None, result: T) -> None:
        self.changed.emit()
        if then is not None:
            then(result)

    def _offer(self, then: Callable[[Undo], None] | None, back: Callable[[Repository], object]) -> None:
        if then is not None:
            then(partial(self._undo, self._profile, back))

    def _undo(self, profile: int, back: Callable[[Repository], object]) -> None:
        self.do(partial(_as_profile, profile, back))


def _as_profile(profile: int, work: Callable[[Repository], T], repository: Repository) -> T:
    return work(repository.of(profile))


def _keep(record: SessionRecord | Record, repository: Repository) -> Callable[[Repository], object]:
    """Keeps a record; gives the work that takes it back."""
    earlier: SessionRecord | Record | None
    sessions, records = repository.sessions, repository.records
    earlier = sessions.keep(record) if isinstance(record, SessionRecord) else records.keep(record)
    return partial(_remove, record) if earlier is None else partial(_keep, earlier)


def _remove(record: SessionRecord | Record, repository: Repository) -> Callable[[Repository], object]:
    """Removes a record; gives the work that brings it back. Of a session more is kept than is shown of it."""
    if isinstance(record, SessionRecord):
        return partial(_keep, repository.sessions.remove(record.id))
    repository.records.remove(record)
    return partial(_keep, record)
