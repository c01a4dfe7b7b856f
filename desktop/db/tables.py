"""The tables as they are today. Migrations never import this file; a test compares the two.

Moments are three columns: microseconds since 1970 (UTC), minutes the clock on the wall was ahead of UTC, and,
where days are counted, the local date; SQLite itself knows no time zones."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
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


def _moment() -> tuple[Column[int], Column[int]]:
    return Column("at_us", Integer, nullable=False), Column("at_offset", Integer, nullable=False)


def _on_day(table: str) -> tuple[Column[str] | Column[int] | Index, ...]:
    """What every record of a day begins with."""
    return (
        Column("id", String, primary_key=True),
        _of_profile(),
        Column("local_day", String(10), nullable=False),
        Index(f"ix_{table}_profile_id", "profile_id", "local_day"),
    )


def _scale(*names: str) -> tuple[Column[int] | CheckConstraint, ...]:
    """Answers from 0 to 10, or none."""
    columns = tuple(Column(name, Integer) for name in names)
    return *columns, *(CheckConstraint(f"{name} BETWEEN 0 AND 10", name=name) for name in names)


profiles = Table(
    "profiles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("target_minutes", Integer),
    Column("preferences", JSON, nullable=False, server_default="{}"),
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
    Column("receiver_id", ForeignKey("profiles.id", ondelete="SET NULL")),
    Column("tags", JSON, nullable=False, server_default="[]"),
    Column("by_hand", Boolean, nullable=False, server_default="0"),
    Column("felt_before", Float),
    Column("felt_after", Float),
    Column("steps_done", Integer, nullable=False, server_default="0"),
    Column("steps_skipped", Integer, nullable=False, server_default="0"),
    Index("ix_sessions_profile_id", "profile_id", "local_day", "receiver_id", "done_seconds"),
    Index("ix_sessions_status", "profile_id", "status"),
    Index(
        "ix_sessions_receiver_id",
        *("receiver_id", "local_day", "done_seconds", "felt_before", "felt_after", "routine", "status"),
        *("steps_done", "steps_skipped", "id"),
    ),
)
"""`receiver_id` is the profile that was massaged, NULL for a guest. `felt_before` and `felt_after` are the mean tension
of the places rated both times (NULL without any), `steps_done` and `steps_skipped` counts of its steps: kept beside the
session whenever ratings and steps are written, so that charts need not go through them."""

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

steps = Table(
    "session_steps",
    metadata,
    _of_session(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("technique", String, nullable=False),
    Column("regions", JSON, nullable=False),
    Column("side", String, nullable=False),
    Column("planned_seconds", Float, nullable=False),
    Column("pressure", Integer, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("skipped", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

work = Table(
    "session_work",
    metadata,
    _of_session(),
    Column("region", String, primary_key=True),
    Column("side", String, primary_key=True),
    Column("seconds", Float, nullable=False),
    sqlite_with_rowid=False,
)
"""Seconds a session spent on each place, worked out from its steps; `middle` is both sides at once."""

techniques = Table(
    "session_techniques",
    metadata,
    _of_session(),
    Column("technique", String, primary_key=True),
    Column("seconds", Float, nullable=False),
    sqlite_with_rowid=False,
)
"""Seconds a session spent on each technique, worked out from its steps."""

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

daily = Table(
    "daily_check_ins",
    metadata,
    Column("profile_id", ForeignKey("profiles.id", ondelete="CASCADE"), primary_key=True),
    Column("local_day", String(10), primary_key=True),
    *_moment(),
    *_scale("tension", "stress", "sleep", "pain"),
    Column("headache", Boolean),
    Column("painkiller", Boolean),
    sqlite_with_rowid=False,
)

day_notes = Table(
    "day_notes",
    metadata,
    *_on_day("day_notes"),
    Column("text", String, nullable=False),
    Column("life_event", Boolean, nullable=False),
)

neck_checks = Table(
    "neck_checks",
    metadata,
    *_on_day("neck_checks"),
    *_moment(),
    Column("tries", JSON, nullable=False),
    Column("note", String, nullable=False),
)
"""`tries` maps a movement to its three values (units: `NeckCheck`)."""

side_effects = Table(
    "side_effects",
    metadata,
    *_on_day("side_effects"),
    *_moment(),
    Column("effects", JSON, nullable=False),
    Column("session", String, nullable=False),
    Column("note", String, nullable=False),
)
"""`session` is an id without a foreign key: what was unpleasant stays when its session is removed."""

global_changes = Table(
    "global_changes",
    metadata,
    *_on_day("global_changes"),
    *_moment(),
    Column("step", Integer, nullable=False),
    CheckConstraint("step BETWEEN -3 AND 3", name="seven"),
)

experiments = Table(
    "experiments",
    metadata,
    *_on_day("experiments"),
    Column("choice_a", String, nullable=False),
    Column("choice_b", String, nullable=False),
    Column("days", JSON, nullable=False),
    Column("ended", String(10)),
)
"""`local_day` is the first day; `days` lists what was drawn for each day from it on, and whether it was kept to."""

reminders = Table(
    "reminders",
    metadata,
    Column("id", String, primary_key=True),
    _of_profile(),
    Column("routine", String, nullable=False),
    Column("time", String(5), nullable=False),
    Column("weekdays", JSON, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("snoozed_us", Integer),
    Column("snoozed_offset", Integer),
    Index("ix_reminders_profile_id", "profile_id"),
)
"""`time` is HH:MM on the wall clock; `weekdays` numbers from Monday, 0."""
