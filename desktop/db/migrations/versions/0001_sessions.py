"""Profiles, sessions with their places, events and ratings, and the safety answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    profiles = op.create_table(
        "profiles",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
    )
    op.bulk_insert(profiles, [{"id": 1, "name": ""}])
    _create_sessions()
    _create_what_belongs_to_a_session()
    op.create_table(
        "safety_answers",
        sa.Column("id", sa.Integer, primary_key=True),
        _of_profile("safety_answers"),
        sa.Column("question", sa.String, nullable=False),
        sa.Column("options", sa.JSON, nullable=False),
        sa.Column("at_us", sa.Integer, nullable=False),
        sa.Column("at_offset", sa.Integer, nullable=False),
    )
    op.create_index("ix_safety_answers_question", "safety_answers", ["profile_id", "question"])


def _create_sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.String, primary_key=True),
        _of_profile("sessions"),
        sa.Column("routine", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("started_us", sa.Integer, nullable=False),
        sa.Column("started_offset", sa.Integer, nullable=False),
        sa.Column("local_day", sa.String(10), nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("done_seconds", sa.Float, nullable=False),
        sa.Column("planned_seconds", sa.Float, nullable=False),
        sa.Column("note", sa.String, nullable=False),
    )
    op.create_index("ix_sessions_local_day", "sessions", ["local_day"])


def _create_what_belongs_to_a_session() -> None:
    op.create_table(
        "session_places",
        _of_session("session_places"),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("region", sa.String, nullable=False),
        sa.Column("side", sa.String, nullable=False),
    )
    op.create_table(
        "events",
        _of_session("events"),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("at_us", sa.Integer, nullable=False),
        sa.Column("at_offset", sa.Integer, nullable=False),
        sa.Column("guide_seconds", sa.Float, nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("detail", sa.String, nullable=False),
    )
    op.create_table(
        "ratings",
        _of_session("ratings"),
        sa.Column("moment", sa.String, primary_key=True),
        sa.Column("region", sa.String, primary_key=True),
        sa.Column("side", sa.String, primary_key=True),
        sa.Column("value", sa.Integer, nullable=False),
        sa.CheckConstraint("value BETWEEN 0 AND 10", name="ck_ratings_scale"),
    )


def _of_session(table: str) -> sa.Column[str]:
    key = sa.ForeignKey("sessions.id", name=f"fk_{table}_session_id", ondelete="CASCADE")
    return sa.Column("session_id", sa.String, key, primary_key=True)


def _of_profile(table: str) -> sa.Column[int]:
    key = sa.ForeignKey("profiles.id", name=f"fk_{table}_profile_id", ondelete="CASCADE")
    return sa.Column("profile_id", sa.Integer, key, nullable=False)
