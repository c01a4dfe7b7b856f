"""Spoilt databases: each is read as a whole, or the user is told why it is not, and what was in it is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

import pytest

from desktop.db.errors import DamagedStore, StoreError
from desktop.db.profiles import UnknownProfile
from desktop.db.repository import open_repository
from desktop.domain.look_back import Section
from desktop.domain.span import Span
from tests.long.spoiling import OF_BYTES, SEED, not_for_ever, spoilt
from tools.histories import History, write_history

COPIES, VALUES = 1200, 800
LAST = date(2026, 11, 20)
STRANGE = (
    None, -1, 0, 1, 2**63 - 1, -(2**63), 1e308, -1e308, 1e-320, float("inf"), "", "text", "12", "1979-05-27",
    "2026-02-30", "9" * 5000, "\u202e\U0001f9e0", "\x00", b"", b"\xff\x00", "{}", "[[1]]", '["a"]', "null", "[" * 5000,
    "x" * 100_000,
)  # fmt: skip

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file = tmp_path_factory.mktemp("sound") / "unknot.sqlite3"
    write_history(file, History("five_weeks", 35, 0.4, Span(0)), LAST)
    return file.read_bytes()


def test_spoilt_bytes(sound: bytes, tmp_path: Path) -> None:
    read_all(spoilt(sound, OF_BYTES, COPIES, SEED), tmp_path)


def test_strange_values(sound: bytes, tmp_path: Path) -> None:
    read_all(with_strange_values(sound, tmp_path / "draft"), tmp_path)


def with_strange_values(sound: bytes, draft: Path) -> Iterator[tuple[str, bytes]]:
    """Copies in which one value of one row is one that the app would never write."""
    random = Random(SEED)
    for copy in range(VALUES):
        draft.write_bytes(sound)
        with closing(sqlite3.connect(draft)) as connection, connection:
            connection.execute("PRAGMA ignore_check_constraints = ON")
            tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            table = random.choice(sorted(tables))
            column = random.choice([row[1] for row in connection.execute(f"PRAGMA table_info({table})")])
            value = random.choice(STRANGE)
            somewhere = f"rowid IN (SELECT rowid FROM {table} ORDER BY rowid LIMIT 1 OFFSET ?)"
            count = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            try:
                changed = (value, random.randrange(max(count, 1)))
                connection.execute(f"UPDATE {table} SET {column} = ? WHERE {somewhere}", changed)
            except sqlite3.Error:  # not even SQLite takes it: a key twice, a row number that is none
                continue
        yield f"seed {SEED}, copy {copy}: {table}.{column} = {str(value)[:20]!r}", draft.read_bytes()


def read_all(copies: Iterator[tuple[str, bytes]], folder: Path) -> None:
    failed = []
    for number, (what, data) in enumerate(copies):
        file = folder / f"{number}.sqlite3"
        file.write_bytes(data)
        with not_for_ever(what):
            told = read(file)
        if told is not None and not isinstance(told, StoreError | UnknownProfile):
            failed.append(f"{what}: {type(told).__name__}: {told}"[:200])
        kept = told.kept_as if isinstance(told, DamagedStore) else file
        assert kept.read_bytes() == data, what
        for left in folder.glob(f"{number}.*"):
            left.unlink()
    assert failed == []


def read(file: Path) -> Exception | None:
    """Reads everything that the app may ever ask for. Gives what stood in the way."""
    try:
        with closing(open_repository(file)) as repository:
            repository.dossiers.whole()
            repository.profiles.all()
            repository.sessions.interrupted()
            repository.sessions.last()
            repository.sessions.done()
            repository.answers.latest()
            for section in Section:
                repository.charts.look_back(section, Span(0), LAST)
    except Exception as error:  # noqa: BLE001 - which ones may come is what is tested
        return error
    return None
