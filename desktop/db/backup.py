"""Copies that have been checked, and damaged files put aside."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from desktop.db.connection import make_file

_FOLDER = "backups"
_COMPANIONS = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside the file. It must move with it: a journal left behind would be played into the next one."""


def backups(file: Path) -> tuple[Path, ...]:
    """All copies that were ever made of the file, unfinished ones included."""
    return tuple(sorted((file.parent / _FOLDER).glob(f"{file.stem}-*")))


def damaged_files(file: Path) -> tuple[Path, ...]:
    """What was put aside, with what SQLite kept beside it."""
    return tuple(sorted(file.parent.glob(f"{file.name}.damaged-*")))


def back_up(file: Path, label: str) -> Path:
    """A checked copy in the folder `backups` beside the file, named by `label` and the time.

    Raises sqlite3.Error or OSError where the copy cannot be made; an unfinished one is taken away again."""
    folder = file.parent / _FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    finished = folder / f"{file.stem}-{label}-{_stamp()}{file.suffix}"
    draft = finished.with_suffix(".part")
    try:
        make_file(draft)
        copy_checked(file, draft)
        draft.replace(finished)
    finally:
        draft.unlink(missing_ok=True)
    return finished


def put_aside(file: Path) -> Path:
    """Renames a damaged file and what SQLite kept beside it; gives the new name."""
    kept = file.with_name(f"{file.name}.damaged-{_stamp()}")
    for ending in _COMPANIONS:
        companion = file.with_name(file.name + ending)
        if companion.exists():
            companion.replace(kept.with_name(kept.name + ending))
    file.replace(kept)
    return kept


def forget_companions(file: Path) -> None:
    """Deletes what SQLite keeps beside a file that is closed and about to be replaced."""
    for ending in _COMPANIONS:
        file.with_name(file.name + ending).unlink(missing_ok=True)


def copy_checked(source: Path, target: Path) -> None:
    """Copies one file over another. Raises sqlite3.Error where what comes out is not sound."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        verdict = new.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if verdict != "ok":
        raise sqlite3.DatabaseError(f"the backup is not sound: {verdict}")
    with target.open("rb") as stream:
        os.fsync(stream.fileno())


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
