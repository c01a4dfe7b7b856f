"""A backup a day, some of them kept, each to be gone back to; a bad one leaves the record as it is."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import desktop.db.backup as making
from desktop.db.backup import backups
from desktop.db.errors import ClosedFolder, StoreError
from desktop.db.opening import REVISIONS, read_revision
from desktop.db.repository import Repository, open_repository
from desktop.db.rotation import restore
from tests.db.record_samples import whole_session

STORED = Path(__file__).parent / "stored"
START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The time that backups are named by."""
    now = [START]
    monkeypatch.setattr(making, "_stamp", lambda: now[0].strftime("%Y%m%dT%H%M%S%fZ"))
    return now


def days_on(repository: Repository, file: Path, clock: list[datetime], days: int) -> None:
    """Some days on each of which something is written."""
    for _ in range(days):
        clock[0] += timedelta(days=1)
        os.utime(file, (clock[0].timestamp(),) * 2)
        repository.backups.daily(clock[0].astimezone())


def test_one_a_day(repository: Repository) -> None:
    repository.sessions.keep(whole_session())
    now = datetime.now(UTC).astimezone()
    made = repository.backups.daily(now)
    assert made is not None
    assert repository.backups.daily(now) is None
    assert repository.backups.all() == (made,)
    assert (made.label, made.made.date()) == ("daily", now.date())
    with closing(sqlite3.connect(made.file)) as copy:
        assert copy.execute("SELECT id FROM sessions").fetchall() == [("one",)]
    assert made.file.stat().st_mode & 0o077 == 0


def test_nothing_new_needs_no_copy(repository: Repository, file: Path, clock: list[datetime]) -> None:
    days_on(repository, file, clock, 1)
    clock[0] += timedelta(days=1)
    assert repository.backups.daily(clock[0].astimezone()) is None


def test_a_week_and_four_weeks_are_kept(repository: Repository, file: Path, clock: list[datetime]) -> None:
    days_on(repository, file, clock, 60)
    kept = [(clock[0] - copy.made).days for copy in repository.backups.all()]
    assert kept[:7] == list(range(7))
    assert len(kept) in (9, 10)
    assert 14 <= max(kept) <= 28


def test_going_back_and_forth(repository: Repository, file: Path) -> None:
    repository.sessions.keep(whole_session())
    daily = repository.backups.daily(datetime.now(UTC).astimezone())
    assert daily is not None
    repository.sessions.keep(whole_session("later"))
    repository.close()
    kept = restore(file, daily.file)
    assert sessions_in(file) == ["one"]
    assert file.stat().st_mode & 0o077 == 0
    restore(file, kept)
    assert sessions_in(file) == ["later", "one"]


def sessions_in(file: Path) -> list[str]:
    again = open_repository(file)
    found = sorted(again.dossiers.session_ids())
    again.close()
    return found


def test_an_old_backup_is_brought_up_to_date(repository: Repository, file: Path) -> None:
    repository.close()
    old = file.parent / "backups" / "unknot-before-0002-20250101T000000000000Z.sqlite3"
    old.parent.mkdir()
    with closing(sqlite3.connect(old)) as made:
        made.executescript((STORED / "revision_0001.sql").read_text(encoding="utf-8"))
    restore(file, old)
    assert read_revision(file) == "0001"
    open_repository(file).close()
    assert read_revision(file) == REVISIONS[-1]


@pytest.mark.parametrize("content", [b"", b"not a database at all, but as long as a header would be" * 20])
def test_a_bad_backup_changes_nothing(repository: Repository, file: Path, content: bytes) -> None:
    repository.sessions.keep(whole_session())
    repository.close()
    bad = file.parent / "backups" / "unknot-daily-20250101T000000000000Z.sqlite3"
    bad.parent.mkdir()
    bad.write_bytes(content)
    with pytest.raises(StoreError, match="as it was"):
        restore(file, bad)
    assert sessions_in(file) == ["one"]
    assert backups(file) == (bad,)


def test_a_folder_that_is_closed_is_told(repository: Repository, file: Path) -> None:
    (file.parent / "backups").write_text("in the way")
    with pytest.raises(ClosedFolder, match="could not be written"):
        repository.backups.daily(datetime.now(UTC).astimezone())
