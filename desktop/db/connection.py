"""How the file is opened: safe against power cuts, foreign keys on, transactions begun by us."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

_WAL_IS_SOUND = (3, 51, 3)
"""Older SQLite libraries can lose a commit when a write-ahead log is reset."""
WAIT_SECONDS = 5.0


def journal_mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    return "WAL" if version >= _WAL_IS_SOUND else "DELETE"


def make_engine(file: Path, *, foreign_keys: bool = True) -> Engine:
    """An engine without a pool. Only migrations turn `foreign_keys` off: SQLite then rebuilds tables whose
    child rows would otherwise be deleted with the old table."""
    engine = create_engine(
        URL.create("sqlite", database=str(file)), poolclass=NullPool, connect_args={"timeout": WAIT_SECONDS}
    )

    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
            f"journal_mode = {journal_mode()}",
            "synchronous = FULL",
            "fullfsync = ON",
            "secure_delete = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """The sqlite3 module begins too late (not for DDL, not for SELECT), so it is told to leave it to us."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def make_file(file: Path) -> None:
    """The empty file, closed to others from its first moment. Raises OSError where that is not possible."""
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    if os.name == "posix":
        file.chmod(0o600)
