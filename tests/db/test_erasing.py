"""A profile that is erased leaves no byte behind, and nobody else loses anything."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.db.backup import back_up
from desktop.db.errors import ClosedFolder
from desktop.db.opening import read_revision
from desktop.db.repository import Repository, open_repository
from desktop.domain.profile import Profile
from desktop.domain.records import DailyCheckIn, DayNote
from desktop.domain.session import GUEST, SELF
from tests.db.record_samples import DAY, RECORDS, whole_session
from tests.db.samples import AT

SECRET = "the secret of the quiet lighthouse"


@pytest.fixture
def other(repository: Repository) -> Repository:
    """Another profile with a record and a secret in many places."""
    other = repository.of(repository.profiles.add(f"{SECRET} name").id)
    for number in range(40):
        other.sessions.keep(replace(whole_session(str(number)), note=f"{SECRET} {number}" * 30, receiver=SELF))
        other.records.keep(DayNote(f"note {number}", DAY, f"{SECRET} {number}" * 30))
    other.records.remove(DayNote("note 3", DAY, ""))
    other.answers.save({"Q1": (SECRET,)}, AT)
    for record in RECORDS:
        if not isinstance(record, DailyCheckIn):
            other.records.keep(replace(record, id=f"{record.id} {SECRET}"))
    return other


def found_in(folder: Path) -> list[str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file.name for file in files if SECRET.encode() in file.read_bytes()]


def test_no_byte_is_left_in_any_file(repository: Repository, other: Repository, file: Path) -> None:
    repository.sessions.keep(whole_session("mine"))
    back_up(file, "before-something")
    file.with_name(f"{file.name}.damaged-then").write_bytes(SECRET.encode())
    assert len(found_in(file.parent)) == 3
    repository.profiles.erase(other.profile)
    assert found_in(file.parent) == []
    assert repository.profiles.all() == (Profile(1),)
    assert [s.id for s in repository.sessions.within()] == ["mine"]
    (copy,) = (file.parent / "backups").iterdir()
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT id FROM sessions").fetchall() == [("mine",)]
    assert read_revision(file) == read_revision(copy)


def test_no_table_keeps_a_row_of_it(repository: Repository, other: Repository, file: Path) -> None:
    repository.profiles.erase(other.profile)
    repository.close()
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        filled = {name for name in tables if connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]}
    assert filled == {"alembic_version", "profiles"}


def test_what_others_received_stays_with_them_without_the_note(repository: Repository, other: Repository) -> None:
    for name, receiver in (("for me", "1"), ("for a guest", GUEST)):
        other.sessions.keep(replace(whole_session(name), note=SECRET, receiver=receiver))
    repository.sessions.keep(replace(whole_session("for them"), receiver=str(other.profile)))
    repository.profiles.erase(other.profile)
    found = {session.id: session for session in repository.sessions.within()}
    assert found.keys() == {"for me", "for them"}
    assert (found["for me"].receiver, found["for me"].note, found["for me"].tags) == (SELF, "", ())
    assert found["for them"].receiver == GUEST


def test_the_last_profile_leaves_an_empty_one(repository: Repository, file: Path) -> None:
    repository.sessions.keep(replace(whole_session(), note=SECRET))
    repository.profiles.keep(Profile(1, SECRET, 60))
    repository.profiles.erase(1)
    assert repository.profiles.all() == (Profile(1),)
    assert found_in(file.parent) == []
    repository.sessions.keep(whole_session())


def test_the_file_goes_on_being_sound(repository: Repository, other: Repository, file: Path) -> None:
    repository.profiles.erase(other.profile)
    repository.records.keep(DayNote("after", DAY, "still there"))
    repository.close()
    again = open_repository(file)
    assert [note.text for note in again.records.all(DayNote)] == ["still there"]
    again.close()


def test_copies_that_cannot_be_deleted_stop_it_before_anything_is_gone(
    repository: Repository, other: Repository, file: Path
) -> None:
    file.with_name(f"{file.name}.damaged-then").mkdir()
    with pytest.raises(ClosedFolder, match="could not be deleted"):
        repository.profiles.erase(other.profile)
    assert len(repository.profiles.all()) == 2
