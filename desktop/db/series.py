"""The queries behind the charts, grouped by SQLite rather than in Python."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, func, select

from desktop.db.rows import join_time
from desktop.db.tables import ratings, sessions
from desktop.domain.progress import DayMinutes, Pair, Period
from desktop.domain.session import Moment

_PLAYED = sessions.c.done_seconds > 0


def read_first_day(connection: Connection) -> date | None:
    """The local day of the first session that was begun in earnest."""
    found = connection.execute(select(func.min(sessions.c.local_day)).where(_PLAYED)).scalar_one()
    return date.fromisoformat(found) if found else None


def read_days(connection: Connection, period: Period) -> tuple[DayMinutes, ...]:
    """The days of the period on which something was done."""
    query = (
        select(sessions.c.local_day, func.sum(sessions.c.done_seconds) / 60, func.count())
        .where(_PLAYED, _within(period))
        .group_by(sessions.c.local_day)
        .order_by(sessions.c.local_day)
    )
    return tuple(
        DayMinutes(date.fromisoformat(day), minutes, count) for day, minutes, count in connection.execute(query)
    )


def read_pairs(connection: Connection, period: Period) -> tuple[Pair, ...]:
    """One pair for each session of the period with a place that was rated before and after, the oldest first."""
    return tuple(
        Pair(join_time(row.started_us, row.started_offset), row.title, row.before, row.after)
        for row in connection.execute(_pairs_query(period))
    )


def _within(period: Period) -> ColumnElement[bool]:
    return sessions.c.local_day.between(period.first.isoformat(), period.last.isoformat())


def _pairs_query(period: Period) -> Select[tuple[int, int, str, float, float]]:
    before, after = ratings.alias("before"), ratings.alias("after")
    return (
        select(
            sessions.c.started_us,
            sessions.c.started_offset,
            sessions.c.title,
            func.avg(before.c.value).label("before"),
            func.avg(after.c.value).label("after"),
        )
        .join(before, (before.c.session_id == sessions.c.id) & (before.c.moment == Moment.BEFORE.value))
        .join(
            after,
            (after.c.session_id == sessions.c.id)
            & (after.c.moment == Moment.AFTER.value)
            & (after.c.region == before.c.region)
            & (after.c.side == before.c.side),
        )
        .where(_within(period), _PLAYED)
        .group_by(sessions.c.id)
        .order_by(sessions.c.started_us)
    )
