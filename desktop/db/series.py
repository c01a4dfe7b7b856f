"""The queries behind the charts, grouped by SQLite rather than in Python."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select

from desktop.db.rows import join_time
from desktop.db.tables import sessions
from desktop.domain.progress import DayMinutes, Pair, Period

_PLAYED = sessions.c.done_seconds > 0


def read_first_day(connection: Connection, profile: int) -> date | None:
    """The local day of the first session that was begun in earnest."""
    mine = sessions.c.receiver_id == profile
    found = connection.execute(select(func.min(sessions.c.local_day)).where(mine, _PLAYED)).scalar_one()
    return date.fromisoformat(found) if found else None


def read_days(connection: Connection, profile: int, period: Period) -> tuple[DayMinutes, ...]:
    """The days of the period on which something was done."""
    query = (
        select(sessions.c.local_day, func.sum(sessions.c.done_seconds) / 60, func.count())
        .where(within(profile, period), _PLAYED)
        .group_by(sessions.c.local_day)
        .order_by(sessions.c.local_day)
    )
    return tuple(
        DayMinutes(date.fromisoformat(day), minutes, count) for day, minutes, count in connection.execute(query)
    )


def read_pairs(connection: Connection, profile: int, period: Period) -> tuple[Pair, ...]:
    """One pair for each session of the period with a place that was rated before and after, the oldest first."""
    columns = sessions.c
    query = (
        select(columns.started_us, columns.started_offset, columns.title, columns.felt_before, columns.felt_after)
        .where(within(profile, period), _PLAYED, columns.felt_after.is_not(None))
        .order_by(columns.started_us)
    )
    return tuple(
        Pair(join_time(row.started_us, row.started_offset), row.title, row.felt_before, row.felt_after)
        for row in connection.execute(query)
    )


def within(profile: int, period: Period) -> ColumnElement[bool]:
    """What a profile received on the local days of a period."""
    days = sessions.c.local_day.between(period.first.isoformat(), period.last.isoformat())
    return (sessions.c.receiver_id == profile) & days
