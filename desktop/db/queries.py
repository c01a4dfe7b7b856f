"""What the queries behind Progress have in common: whose sessions, which days, and how they are grouped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, func, select, union_all

from desktop.db.tables import daily, neck_checks, sessions
from desktop.domain.progress import Period, Unit
from desktop.domain.tally import Tally

K = TypeVar("K")

PLAYED = sessions.c.done_seconds > 0
RATED = sessions.c.felt_after.is_not(None)
DIFFERENCE = func.round(sessions.c.felt_after - sessions.c.felt_before, 2)


def received(profile: int, period: Period) -> ColumnElement[bool]:
    """Sessions a profile received on the local days of a period. It is found by index, and most of what is asked of
    a session is in that index."""
    return (sessions.c.receiver_id == profile) & on_days(sessions.c.local_day, period)


def on_days(column: Column[Any], period: Period) -> ColumnElement[bool]:
    return column.between(period.first.isoformat(), period.last.isoformat())


def slice_start(unit: Unit) -> ColumnElement[str]:
    """The Monday of a session's week, or the first of its month."""
    if unit is Unit.WEEK:
        return func.date(sessions.c.local_day, "weekday 0", "-6 days")
    return func.substr(sessions.c.local_day, 1, 7) + "-01"


def read_first_day(connection: Connection, profile: int) -> date | None:
    """The local day of the first session that was begun in earnest, or of the first check-in or neck check."""
    first = [
        select(sessions.c.local_day).where(sessions.c.receiver_id == profile, PLAYED),
        *(select(table.c.local_day).where(table.c.profile_id == profile) for table in (daily, neck_checks)),
    ]
    each = [query.order_by("local_day").limit(1).subquery() for query in first]
    days = union_all(*(select(query.c.local_day) for query in each)).subquery()
    found = connection.execute(select(func.min(days.c.local_day))).scalar_one()
    return date.fromisoformat(found) if found else None


def tallies(rows: Iterable[tuple[K, float, int]]) -> dict[K, Tally]:
    """Rows of key, value and count as a tally for each key."""
    found: defaultdict[K, dict[float, int]] = defaultdict(dict)
    for key, value, count in rows:
        found[key][value] = count
    return {key: Tally.counted(counts) for key, counts in found.items()}
