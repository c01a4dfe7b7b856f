"""What can go wrong with the store, divided by what the user can do about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class StoreError(Exception):
    """The store could not do what was asked. The message is a sentence for the user; nothing saved before is lost."""


class NewerStore(StoreError):
    """The file was written by a newer version."""


class DamagedStore(StoreError):
    """The file cannot be read. It has been put aside as `kept_as`, untouched; the next opening starts a new one."""

    def __init__(self, message: str, kept_as: Path) -> None:
        super().__init__(message)
        self.kept_as = kept_as


class SpoiltEntry(StoreError):
    """The file is a sound database, but something in it is nothing that was ever written there."""


class ClosedFolder(StoreError):
    """The folder or the file may not be written to."""


class FullDisk(StoreError):
    """There is no room left."""


class BusyStore(StoreError):
    """Another program holds the file."""


class FailedMigration(StoreError):
    """The file could not be brought up to date; it is as it was before."""


_BY_CODE: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_FULL: (FullDisk, "The disk is full, so this could not be saved. Make some room and try again."),
    sqlite3.SQLITE_BUSY: (
        BusyStore,
        "Another program is using the record of your sessions. Close other windows of Unknot and try again.",
    ),
    **dict.fromkeys(
        (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM),
        (ClosedFolder, "The data folder cannot be written to. Check its permissions or choose another one."),
    ),
}
_OTHERWISE = "The record of your sessions could not be read or written."


def store_error(error: sqlite3.Error) -> StoreError:
    """The StoreError that tells the user what SQLite reported."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    kind, sentence = _BY_CODE.get(code, (StoreError, f"{_OTHERWISE} ({error})"))
    return kind(sentence)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite says that the file itself is not, or no longer, a database."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turns what SQLite reports, also where SQLAlchemy wraps it, into StoreErrors."""
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except sqlite3.Error as error:
        raise store_error(error) from error
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise store_error(error.orig) from error
        raise
