"""Several profiles, who received a session, its steps, and everything that is written down beside sessions."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_WITH_GUEST = ("RT08", "RT09", "RT10", "RT11", "RT13", "RT14", "RT15b")
"""The partner routines there were: whoever received them was asked as a guest."""


def upgrade() -> None:
    with op.batch_alter_table("profiles") as profiles:
        profiles.add_column(sa.Column("target_minutes", sa.Integer))
        profiles.add_column(sa.Column("preferences", sa.JSON, nullable=False, server_default="{}"))
    _extend_sessions()
    _fill_sessions()
    _create_steps()
    _create_records()
    _create_daily_check_ins()
    _create_reminders()


def _extend_sessions() -> None:
    op.drop_index("ix_sessions_local_day", "sessions")
    with op.batch_alter_table("sessions") as sessions:
        sessions.add_column(sa.Column("receiver_id", sa.Integer))
        sessions.add_column(sa.Column("tags", sa.JSON, nullable=False, server_default="[]"))
        sessions.add_column(sa.Column("by_hand", sa.Boolean, nullable=False, server_default="0"))
        sessions.add_column(sa.Column("felt_before", sa.Float))
        sessions.add_column(sa.Column("felt_after", sa.Float))
        sessions.add_column(sa.Column("steps_done", sa.Integer, nullable=False, server_default="0"))
        sessions.add_column(sa.Column("steps_skipped", sa.Integer, nullable=False, server_default="0"))
        sessions.create_foreign_key("fk_sessions_receiver_id", "profiles", ["receiver_id"], ["id"], ondelete="SET NULL")
    op.create_index("ix_sessions_profile_id", "sessions", ["profile_id", "local_day", "receiver_id", "done_seconds"])
    op.create_index("ix_sessions_status", "sessions", ["profile_id", "status"])
    op.create_index(
        "ix_sessions_receiver_id",
        "sessions",
        [
            *("receiver_id", "local_day", "done_seconds", "felt_before", "felt_after", "routine", "status"),
            *("steps_done", "steps_skipped", "id"),
        ],
    )


def _fill_sessions() -> None:
    """Who received what there is already, and how it felt; of its steps nothing was kept that could be counted."""
    with_guest = " OR ".join(f"'+' || routine || '+' LIKE '%+{routine}+%'" for routine in _WITH_GUEST)
    op.execute(f"UPDATE sessions SET receiver_id = CASE WHEN {with_guest} THEN NULL ELSE profile_id END")  # noqa: S608
    op.execute(
        """
        UPDATE sessions SET (felt_before, felt_after) = (
            SELECT avg(b.value), avg(a.value) FROM ratings AS b JOIN ratings AS a USING (session_id, region, side)
            WHERE b.session_id = sessions.id AND b.moment = 'before' AND a.moment = 'after'
        )
        """
    )


def _create_steps() -> None:
    op.create_table(
        "session_steps",
        _of_session("session_steps"),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("technique", sa.String, nullable=False),
        sa.Column("regions", sa.JSON, nullable=False),
        sa.Column("side", sa.String, nullable=False),
        sa.Column("planned_seconds", sa.Float, nullable=False),
        sa.Column("pressure", sa.Integer, nullable=False),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("skipped", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "session_work",
        _of_session("session_work"),
        sa.Column("region", sa.String, primary_key=True),
        sa.Column("side", sa.String, primary_key=True),
        sa.Column("seconds", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "session_techniques",
        _of_session("session_techniques"),
        sa.Column("technique", sa.String, primary_key=True),
        sa.Column("seconds", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )


def _create_records() -> None:
    _create_on_day(
        "day_notes",
        sa.Column("text", sa.String, nullable=False),
        sa.Column("life_event", sa.Boolean, nullable=False),
    )
    _create_on_day(
        "neck_checks",
        *_moment(),
        sa.Column("tries", sa.JSON, nullable=False),
        sa.Column("note", sa.String, nullable=False),
    )
    _create_on_day(
        "side_effects",
        *_moment(),
        sa.Column("effects", sa.JSON, nullable=False),
        sa.Column("session", sa.String, nullable=False),
        sa.Column("note", sa.String, nullable=False),
    )
    _create_on_day(
        "global_changes",
        *_moment(),
        sa.Column("step", sa.Integer, nullable=False),
        sa.CheckConstraint("step BETWEEN -3 AND 3", name="ck_global_changes_seven"),
    )
    _create_on_day(
        "experiments",
        sa.Column("choice_a", sa.String, nullable=False),
        sa.Column("choice_b", sa.String, nullable=False),
        sa.Column("days", sa.JSON, nullable=False),
        sa.Column("ended", sa.String(10)),
    )


def _create_daily_check_ins() -> None:
    scales = ("tension", "stress", "sleep", "pain")
    key = sa.ForeignKey("profiles.id", name="fk_daily_check_ins_profile_id", ondelete="CASCADE")
    op.create_table(
        "daily_check_ins",
        sa.Column("profile_id", sa.Integer, key, primary_key=True),
        sa.Column("local_day", sa.String(10), primary_key=True),
        *_moment(),
        *(sa.Column(name, sa.Integer) for name in scales),
        *(sa.CheckConstraint(f"{name} BETWEEN 0 AND 10", name=f"ck_daily_check_ins_{name}") for name in scales),
        sa.Column("headache", sa.Boolean),
        sa.Column("painkiller", sa.Boolean),
        sqlite_with_rowid=False,
    )


def _create_reminders() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", sa.String, primary_key=True),
        _of_profile("reminders"),
        sa.Column("routine", sa.String, nullable=False),
        sa.Column("time", sa.String(5), nullable=False),
        sa.Column("weekdays", sa.JSON, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("snoozed_us", sa.Integer),
        sa.Column("snoozed_offset", sa.Integer),
    )
    op.create_index("ix_reminders_profile_id", "reminders", ["profile_id"])


def _create_on_day(table: str, *columns: sa.Column[Any] | sa.CheckConstraint) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.String, primary_key=True),
        _of_profile(table),
        sa.Column("local_day", sa.String(10), nullable=False),
        *columns,
    )
    op.create_index(f"ix_{table}_profile_id", table, ["profile_id", "local_day"])


def _moment() -> tuple[sa.Column[int], sa.Column[int]]:
    return sa.Column("at_us", sa.Integer, nullable=False), sa.Column("at_offset", sa.Integer, nullable=False)


def _of_session(table: str) -> sa.Column[str]:
    key = sa.ForeignKey("sessions.id", name=f"fk_{table}_session_id", ondelete="CASCADE")
    return sa.Column("session_id", sa.String, key, primary_key=True)


def _of_profile(table: str) -> sa.Column[int]:
    key = sa.ForeignKey("profiles.id", name=f"fk_{table}_profile_id", ondelete="CASCADE")
    return sa.Column("profile_id", sa.Integer, key, nullable=False)
