"""Forgetting a profile for good: nothing of it is left in the file, in its backups or in damaged ones put aside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, delete, exists, select, update

from desktop.db.backup import back_up, backups, damaged_files
from desktop.db.errors import ClosedFolder, told_plainly
from desktop.db.tables import profiles, sessions
from desktop.domain.profile import FIRST_PROFILE


def erase_profile(connection: Connection, profile: int) -> None:
    """Removes a profile with everything that hangs on it, and rewrites the file without the room it left.

    Sessions that another profile received stay with that one, without note and tags. The last one to go leaves a new,
    empty first profile. Backups hold all profiles, and of damaged files put aside nobody knows what they hold: they are
    deleted first, so that what fails half way can be tried again; where there were backups a new one is made.
    Raises a StoreError where disk or file refuse."""
    file = _file_of(connection)
    with told_plainly(), _folder_told_plainly(file):
        had_backups = bool(backups(file))
        for copy in (*backups(file), *damaged_files(file)):
            copy.unlink()
        with connection.begin():
            _hand_over(connection, profile)
            connection.execute(delete(profiles).where(profiles.c.id == profile))
            if not connection.execute(select(exists().select_from(profiles))).scalar_one():
                connection.execute(profiles.insert(), {"id": FIRST_PROFILE, "name": ""})
        _compact(connection)
        if had_backups:
            back_up(file, "after-erasing")


def _hand_over(connection: Connection, profile: int) -> None:
    """Sessions that others received become theirs."""
    theirs = (sessions.c.profile_id == profile) & (sessions.c.receiver_id != profile)  # a guest's is NULL: not theirs
    connection.execute(update(sessions).where(theirs).values(profile_id=sessions.c.receiver_id, note="", tags=[]))


def _compact(connection: Connection) -> None:
    """VACUUM runs outside of any transaction, so it goes past SQLAlchemy."""
    driver = connection.connection.driver_connection
    if driver is None:
        raise RuntimeError("the connection is closed")
    driver.execute("VACUUM")
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


@contextmanager
def _folder_told_plainly(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ClosedFolder(
            f"The copies in {file.parent} could not be deleted ({error.strerror}). Check its permissions and try again."
        ) from error


def _file_of(connection: Connection) -> Path:
    url = connection.engine.url.database
    if url is None:
        raise RuntimeError("a store lies in a file")
    return Path(url)
