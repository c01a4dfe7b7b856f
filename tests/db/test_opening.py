"""Opening: closed to others, safe settings, every kind of bad file told apart, nothing ever overwritten."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.db.connection import journal_mode, make_engine
from desktop.db.errors import BusyStore, ClosedFolder, DamagedStore, FullDisk, NewerStore
from desktop.db.opening import open_store
from desktop.db.repository import Repository, open_repository
from tests.db.samples import session


def test_the_file_is_closed_to_others(repository: Repository, file: Path) -> None:
    repository.sessions.begin(session())
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.usefixtures("repository")
def test_the_connection_is_set_for_safety(file: Path) -> None:
    wanted = {"foreign_keys": 1, "synchronous": 2, "journal_mode": journal_mode().lower()}
    with make_engine(file).connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}
    assert found == wanted


def test_the_write_ahead_log_waits_for_a_sound_library() -> None:
    assert [journal_mode((3, 40, 1)), journal_mode((3, 51, 2)), journal_mode((3, 51, 3))] == ["DELETE", "DELETE", "WAL"]


def test_tables_are_made_all_or_none(file: Path) -> None:
    engine = make_engine(file)
    with engine.connect() as connection, connection.begin() as transaction:
        connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
        transaction.rollback()
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0


@pytest.mark.usefixtures("repository")
def test_a_file_that_is_up_to_date_needs_no_alembic(file: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from desktop.db.repository import open_repository;"
        "open_repository(Path(sys.argv[1])).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(file)], check=False).returncode == 0


def test_an_empty_file_is_a_new_one(file: Path) -> None:
    file.touch()
    open_repository(file).close()


def test_a_newer_file_is_left_alone(repository: Repository, file: Path) -> None:
    repository.sessions.begin(session())
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = file.read_bytes()
    with pytest.raises(NewerStore, match="newer version"):
        open_store(file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("kind", ["no database", "cut off", "scribbled over", "another program's"])
def test_a_damaged_file_is_kept_aside(file: Path, kind: str) -> None:
    spoil(file, kind)
    content = file.read_bytes()
    file.with_name(file.name + "-journal").write_bytes(b"old journal")
    with pytest.raises(DamagedStore, match="kept as") as caught:
        open_repository(file)
    kept = caught.value.kept_as
    assert kept.read_bytes() == content
    assert not file.exists()
    assert not file.with_name(file.name + "-journal").exists()
    fresh = open_repository(file)
    assert fresh.sessions.within() == ()
    fresh.close()
    assert kept.read_bytes() == content


def spoil(file: Path, kind: str) -> None:
    if kind == "no database":
        file.write_bytes(b"what was here before " * 500)
    elif kind == "another program's":
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("CREATE TABLE recipes (id INTEGER)")
    else:
        opened = open_repository(file)
        for number in range(60):
            opened.sessions.begin(session(str(number)))
        opened.close()
        whole = file.read_bytes()
        middle = len(whole) // 2
        kept = whole[:middle] if kind == "cut off" else whole[:4096] + b"\xaa" * middle + whole[4096 + middle :]
        file.write_bytes(kept)


def test_a_folder_in_the_way_is_said(file: Path) -> None:
    file.mkdir()
    with pytest.raises(ClosedFolder, match="cannot be written to"):
        open_repository(file)


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ClosedFolder, match="No such file"):
        open_repository(tmp_path / "gone" / "unknot.sqlite3")


@pytest.mark.skipif(os.name != "posix", reason="permissions of Unix")
@pytest.mark.usefixtures("repository", "as_nobody")
def test_a_closed_folder_is_said(file: Path) -> None:
    with pytest.raises(ClosedFolder, match="Permission denied"):
        open_repository(file)


@pytest.fixture
def as_nobody(tmp_path: Path) -> Iterator[None]:
    """Root may write everywhere, so become someone who may not."""
    tmp_path.chmod(0o500)
    user = os.geteuid()
    if not user:
        os.seteuid(65534)
    yield
    os.seteuid(user)
    tmp_path.chmod(0o700)


def test_a_full_disk_is_said_and_nothing_is_lost(repository: Repository) -> None:
    repository.sessions.begin(session("kept"))
    pages = repository._store.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    repository._store.connection.rollback()
    repository._store.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    repository._store.connection.rollback()
    with pytest.raises(FullDisk, match="disk is full"):
        fill(repository)
    assert repository.sessions.one("kept").title
    repository._store.connection.exec_driver_sql("PRAGMA max_page_count = 100000")
    repository._store.connection.rollback()
    repository.sessions.begin(session("after room was made"))


def fill(repository: Repository) -> None:
    for number in range(200):
        repository.sessions.begin(session(f"filling {number}"))


def test_a_file_held_by_another_program_is_said(repository: Repository, file: Path) -> None:
    repository._store.connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    repository._store.connection.rollback()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyStore, match="Another program"):
            repository.sessions.begin(session())
        other.execute("ROLLBACK")
    repository.sessions.begin(session())
