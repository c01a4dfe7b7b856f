"""Queries for "Am I doing it?"."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, select

from desktop.db.queries import PLAYED, on_days, received
from desktop.db.tables import profiles, sessions
from desktop.domain.doing import Adherence, Doing, weeks_of
from desktop.domain.progress import DayMinutes, Period, fill_days
from desktop.domain.session import State


def read_doing(connection: Connection, profile: int, period: Period, first_day: date | None) -> Doing:
    days = fill_days(read_days(connection, profile, period), period)
    target = select(profiles.c.target_minutes).where(profiles.c.id == profile)
    return Doing(
        period=period,
        first_day=first_day,
        days=days,
        weeks=weeks_of(days),
        target=connection.execute(target).scalar_one(),
        adherence=_read_adherence(connection, profile, period),
    )


def read_days(connection: Connection, profile: int, period: Period) -> tuple[DayMinutes, ...]:
    """The days of the period on which something was done."""
    query = (
        select(sessions.c.local_day, func.sum(sessions.c.done_seconds) / 60, func.count())
        .where(received(profile, period), PLAYED)
        .group_by(sessions.c.local_day)
        .order_by(sessions.c.local_day)
    )
    return tuple(
        DayMinutes(date.fromisoformat(day), minutes, count) for day, minutes, count in connection.execute(query)
    )


def _read_adherence(connection: Connection, profile: int, period: Period) -> Adherence:
    columns = sessions.c
    query = select(
        func.count().filter(columns.status == State.FINISHED),
        func.count().filter(columns.status == State.STOPPED),
        func.count().filter(columns.status == State.SKIPPED),
        func.coalesce(func.sum(columns.steps_done), 0),
        func.coalesce(func.sum(columns.steps_skipped), 0),
    ).where(received(profile, period))
    given = select(func.count()).where(
        columns.profile_id == profile,
        on_days(columns.local_day, period),
        columns.receiver_id.is_distinct_from(profile),
        PLAYED,
    )
    finished, stopped, skipped, done, passed = connection.execute(query).one()
    return Adherence(finished, stopped, skipped, done, passed, connection.execute(given).scalar_one())
