"""Opening the store: which revision a file has, what is done about it, and an engine at the end."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from desktop.db.backup import back_up, put_aside
from desktop.db.connection import WAIT_SECONDS, make_engine, make_file
from desktop.db.errors import (
    ClosedFolder,
    DamagedStore,
    FailedMigration,
    NewerStore,
    StoreError,
    is_damage,
    store_error,
    told_plainly,
)

REVISIONS = ("0001", "0002")
"""Every revision there has been, the oldest first. Listed here so that a file which is up to date needs no Alembic,
whose import takes a quarter of a second; a test compares the list with the migrations."""
SCRIPTS = Path(__file__).parent / "migrations"


def open_store(file: Path) -> Engine:
    """An engine for the file, made or brought up to date if need be.

    Raises ClosedFolder, NewerStore, DamagedStore (the file has been put aside), FullDisk, BusyStore or
    FailedMigration (the file is as it was)."""
    try:
        make_file(file)
        revision = read_revision(file)
        if revision not in ("", *REVISIONS):
            raise NewerStore(
                "The record of your sessions was written by a newer version of Unknot. "
                "Install that version again to use it; nothing has been changed."
            )
        if revision != REVISIONS[-1]:
            _bring_up_to_date(file, revision)
    except OSError as error:
        raise ClosedFolder(
            f"The data folder {file.parent} cannot be written to ({error.strerror}). "
            "Check its permissions or choose another one."
        ) from error
    except sqlite3.Error as error:
        if is_damage(error):
            raise _damaged(file) from error
        raise store_error(error) from error
    except UnicodeDecodeError as error:  # not even the names of tables are text
        raise _damaged(file) from error
    return make_engine(file)


def read_revision(file: Path) -> str:
    """The revision of a file, empty for a new one. Raises sqlite3.DatabaseError where it is no sound store of ours."""
    with closing(sqlite3.connect(file, timeout=WAIT_SECONDS)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not names:
            return ""
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok" or "alembic_version" not in names:
            raise _unsound(verdict)
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise _unsound("no revision")
    return str(row[0])


def migrate(file: Path) -> None:
    """Runs the migrations a file lacks, all or none. Raises FailedMigration where one fails or leaves loose ends."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    engine = make_engine(file, foreign_keys=False)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        loose = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if loose:
            raise FailedMigration(f"Bringing your sessions up to date left {len(loose)} loose rows; it was undone.")


def _bring_up_to_date(file: Path, revision: str) -> None:
    if revision:
        back_up(file, f"before-{REVISIONS[-1]}")
    try:
        with told_plainly():
            migrate(file)
    except StoreError:
        raise
    except Exception as error:  # a migration may fail in any way; the transaction has undone it
        raise FailedMigration(
            f"The record of your sessions could not be brought up to date ({error}). It is as it was."
        ) from error


def _damaged(file: Path) -> DamagedStore:
    kept = put_aside(file)
    return DamagedStore(
        f"The record of your sessions could not be read. It is kept as {kept.name}; Unknot goes on with a new one.",
        kept,
    )


def _unsound(verdict: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(f"not a sound store: {verdict}")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error
