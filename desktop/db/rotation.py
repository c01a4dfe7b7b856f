"""Backups by themselves: one a day while things are written down, some of them kept, each to be gone back to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop.db.backup import back_up, backups, copy_checked, forget_companions
from desktop.db.connection import make_file
from desktop.db.errors import ClosedFolder, StoreError, told_plainly
from desktop.db.opening import REVISIONS, read_revision
from desktop.db.store import Store

DAILY, BEFORE_RESTORING = "daily", "before-restoring"
_DAYS, _WEEKS, _OTHERS = 7, 4, 5
"""How many are kept: the newest of each of the last days and weeks there are, and so many made for other reasons."""
_STAMP = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole copy of the record, all profiles in it. `made` is aware, in the machine's own zone."""

    file: Path
    label: str
    made: datetime


class Backups:
    """Those of the file a store is connected to. All methods raise a StoreError where disk or file refuse."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Backup, ...]:
        """The newest first."""
        return _found(self._store.file)

    def daily(self, now: datetime) -> Backup | None:
        """Makes today's where there is none yet and something was written since the last one; lets go of the oldest."""
        file = self._store.file
        there = _found(file)
        if any(copy.label == DAILY and copy.made.date() == now.date() for copy in there):
            return None
        with _folder_told_plainly(file), told_plainly():
            if there and _written_at(file) <= there[0].made.timestamp():
                return None
            back_up(file, DAILY)
            for old in _superfluous(_found(file)):
                old.file.unlink(missing_ok=True)
        return _found(file)[0]


def restore(file: Path, backup: Path) -> Path:
    """Puts a backup in the place of the file, which nobody may have open; gives the copy that was made of it before.

    Raises a StoreError where the backup is not sound, or disk or file refuse: then the file is as it was."""
    with _folder_told_plainly(file), told_plainly():
        try:
            known = read_revision(backup) in REVISIONS
        except sqlite3.DatabaseError as error:
            raise StoreError(f"The backup {backup.name} is damaged; the record is as it was.") from error
        if not known:
            raise StoreError(f"The backup {backup.name} is of another version; the record is as it was.")
        kept = back_up(file, BEFORE_RESTORING)
        draft = file.with_suffix(".part")
        try:
            make_file(draft)
            copy_checked(backup, draft)
            forget_companions(file)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
    return kept


def _written_at(file: Path) -> float:
    """When the file was last written to, its write-ahead log included; seconds since 1970."""
    log = file.with_name(f"{file.name}-wal")
    return max(part.stat().st_mtime for part in (file, log) if part.exists())


def _found(file: Path) -> tuple[Backup, ...]:
    return tuple(sorted(map(_backup, _finished(file)), key=lambda copy: copy.made, reverse=True))


def _finished(file: Path) -> Iterator[Path]:
    return (copy for copy in backups(file) if copy.suffix == file.suffix)


def _backup(copy: Path) -> Backup:
    stem, _, stamp = copy.stem.rpartition("-")
    made = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC).astimezone()
    return Backup(copy, stem.partition("-")[2], made)


def _superfluous(there: Sequence[Backup]) -> list[Backup]:
    """Those nobody will miss; `there` is the newest first."""
    daily = [copy for copy in there if copy.label == DAILY]
    weeks: dict[tuple[int, int], Backup] = {}
    for copy in daily:
        weeks.setdefault(copy.made.isocalendar()[:2], copy)
    others = [copy for copy in there if copy.label != DAILY]
    kept = {copy.file for copy in (*daily[:_DAYS], *list(weeks.values())[:_WEEKS], *others[:_OTHERS])}
    return [copy for copy in there if copy.file not in kept]


@contextmanager
def _folder_told_plainly(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ClosedFolder(
            f"The backups beside {file.name} could not be written ({error.strerror}). "
            "Check the permissions of the data folder and the room on the disk."
        ) from error
