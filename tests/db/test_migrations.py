"""Migrations: stored old files come up to date whole, and a failed one changes nothing."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from desktop.db import opening
from desktop.db.connection import make_engine
from desktop.db.errors import FailedMigration
from desktop.db.opening import REVISIONS, SCRIPTS, open_store
from desktop.db.repository import Repository, open_repository
from desktop.db.tables import metadata
from desktop.domain.session import Moment, State
from tests.db.samples import AT, LEFT, RIGHT

STORED = Path(__file__).parent / "stored"
REBUILD = """
import sqlalchemy as sa
from alembic import op

revision = "later"
down_revision = "{head}"


def upgrade():
    with op.batch_alter_table("sessions") as table:
        table.alter_column("note", existing_type=sa.String, type_=sa.Text, nullable=True)
        table.add_column(sa.Column("mood", sa.Integer))
"""


@pytest.fixture(params=REVISIONS)
def stored(request: pytest.FixtureRequest, file: Path) -> Path:
    """A file as a version with that revision left it."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((STORED / f"revision_{request.param}.sql").read_text(encoding="utf-8"))
    return file


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Migrations with one more that rebuilds a table other tables point at."""
    scripts = tmp_path / "migrations"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "later.py").write_text(REBUILD.format(head=REVISIONS[-1]))
    monkeypatch.setattr(opening, "SCRIPTS", scripts)
    monkeypatch.setattr(opening, "REVISIONS", (*REVISIONS, "later"))
    return scripts


def check_content(repository: Repository) -> None:
    """What every stored file holds (see stored/)."""
    first, second = repository.sessions.within()
    assert (first.id, first.status, first.done_seconds, first.note) == ("first", State.FINISHED, 480.0, "it’s lighter")
    assert first.started_at == AT - timedelta(microseconds=1)
    assert first.places == (LEFT, RIGHT)
    assert (first.rating(RIGHT, Moment.BEFORE), first.rating(RIGHT, Moment.AFTER)) == (5, 4)
    assert [e.kind.value for e in repository.sessions.one("first").events] == [
        "started", "step_started", "pressure", "finished",
    ]  # fmt: skip
    assert [r.id for r in repository.sessions.interrupted()] == [second.id] == ["second"]
    assert repository.answers.latest()["Q5"][0] == ("none_of_these",)


def test_the_list_of_revisions_is_that_of_the_migrations() -> None:
    script = ScriptDirectory(str(SCRIPTS))
    assert [r.revision for r in script.walk_revisions()][::-1] == list(REVISIONS)


@pytest.mark.usefixtures("repository")
def test_migrations_lead_to_the_tables_of_today(file: Path) -> None:
    with make_engine(file).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


@pytest.mark.usefixtures("repository")
def test_constraints_are_the_same_too(file: Path, tmp_path: Path) -> None:
    """Alembic's comparison does not look at checks, nor at what happens on deletion."""
    made = tmp_path / "made.sqlite3"
    metadata.create_all(make_engine(made))
    assert shape(file) == shape(made)


def shape(file: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(file)) as connection:
        names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found: dict[str, list[Any]] = {}
        for name in set(names) - {"alembic_version"}:
            for pragma in ("table_info", "foreign_key_list"):
                found[f"{name} {pragma}"] = connection.execute(f"PRAGMA {pragma}({name})").fetchall()
            found[f"{name} indices"] = sorted(row[1:] for row in connection.execute(f"PRAGMA index_list({name})"))
            sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
            found[f"{name} checks"] = sorted(line.strip(" ,\n\t") for line in sql.splitlines() if "CHECK" in line)
        return found


def test_a_stored_file_opens_with_all_it_holds(stored: Path) -> None:
    repository = open_repository(stored)
    check_content(repository)
    repository.close()


@pytest.mark.usefixtures("later")
def test_rebuilding_a_table_keeps_what_hangs_on_it(stored: Path) -> None:
    with closing(sqlite3.connect(stored)) as connection:
        before = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    repository = open_repository(stored)
    check_content(repository)
    repository.close()
    assert any(name == "mood" for _, name, *_ in shape(stored)["sessions table_info"])
    (backup,) = (stored.parent / "backups").iterdir()
    assert "before-later" in backup.name
    assert backup.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == before
        assert connection.execute("SELECT count(*) FROM events WHERE session_id != 'third'").fetchone() == (5,)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("    raise RuntimeError('half way')", "half way"),
        ("    op.execute(\"DELETE FROM sessions WHERE id = 'first'\")", "loose rows"),
    ],
)
def test_a_failed_migration_changes_nothing(stored: Path, later: Path, fault: str, told: str) -> None:
    with (later / "versions" / "later.py").open("a") as script:
        script.write(f"{fault}\n")
    before = dump(stored)
    with pytest.raises(FailedMigration, match=told):
        open_store(stored)
    assert dump(stored) == before


def dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


@pytest.mark.usefixtures("later")
def test_no_backup_no_migration(stored: Path) -> None:
    (stored.parent / "backups").write_text("a file in the way")
    before = dump(stored)
    with pytest.raises(Exception, match="cannot be written to"):
        open_store(stored)
    assert dump(stored) == before
