"""The tables as they are today. Migrations never import this file; a test compares the two.

Moments are three columns: microseconds since 1970 (UTC), minutes the clock on the wall was ahead of UTC, and,
where days are counted, the local date; SQLite itself knows no time zones."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
)

metadata = MetaData(
    naming_convention={
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _of_session() -> Column[str]:
    return Column("session_id", ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)


def _of_profile() -> Column[int]:
    return Column("profile_id", ForeignKey("profiles.id", ondelete="CASCADE"), nullable=False)


profiles = Table(
    "profiles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", String, primary_key=True),
    _of_profile(),
    Column("routine", String, nullable=False),
    Column("title", String, nullable=False),
    Column("started_us", Integer, nullable=False),
    Column("started_offset", Integer, nullable=False),
    Column("local_day", String(10), nullable=False),
    Column("status", String, nullable=False),
    Column("done_seconds", Float, nullable=False),
    Column("planned_seconds", Float, nullable=False),
    Column("note", String, nullable=False),
    Index("ix_sessions_local_day", "local_day"),
)

places = Table(
    "session_places",
    metadata,
    _of_session(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("region", String, nullable=False),
    Column("side", String, nullable=False),
)

events = Table(
    "events",
    metadata,
    _of_session(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("at_us", Integer, nullable=False),
    Column("at_offset", Integer, nullable=False),
    Column("guide_seconds", Float, nullable=False),
    Column("step", Integer, nullable=False),
    Column("detail", String, nullable=False),
)

ratings = Table(
    "ratings",
    metadata,
    _of_session(),
    Column("moment", String, primary_key=True),
    Column("region", String, primary_key=True),
    Column("side", String, primary_key=True),
    Column("value", Integer, nullable=False),
    CheckConstraint("value BETWEEN 0 AND 10", name="scale"),
)

answers = Table(
    "safety_answers",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_profile(),
    Column("question", String, nullable=False),
    Column("options", JSON, nullable=False),
    Column("at_us", Integer, nullable=False),
    Column("at_offset", Integer, nullable=False),
    Index("ix_safety_answers_question", "profile_id", "question"),
)
