"""Queries for "Where?"."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from desktop.db.queries import PLAYED, received, slice_start
from desktop.db.tables import ratings, sessions, work
from desktop.domain.body import Place, Side
from desktop.domain.progress import Period, Unit, week_start
from desktop.domain.session import Moment
from desktop.domain.tally import Tally
from desktop.domain.where import BodySlice, PlaceFelt

MOST_WEEKS = 60
"""Above this a slice of time is a month."""


def slices_unit(period: Period) -> Unit:
    return Unit.WEEK if period.days <= 7 * MOST_WEEKS else Unit.MONTH


def read_slices(connection: Connection, profile: int, period: Period, unit: Unit) -> tuple[BodySlice, ...]:
    """Every week or month of the period, also those in which nothing happened."""
    seconds = _read_seconds(connection, profile, period, unit)
    tension = _read_tension(connection, profile, period, unit)
    return tuple(
        BodySlice(
            start,
            {
                place: PlaceFelt(seconds[start].get(place, 0.0), Tally.counted(tension[start].get(place, {})))
                for place in {**seconds[start], **tension[start]}
            },
        )
        for start in _starts(period, unit)
    )


def _read_seconds(
    connection: Connection, profile: int, period: Period, unit: Unit
) -> defaultdict[date, dict[Place, float]]:
    keys = (slice_start(unit), work.c.region, work.c.side)
    query = (
        select(*keys, func.sum(work.c.seconds))
        .join(sessions, work.c.session_id == sessions.c.id)
        .where(received(profile, period), PLAYED)
        .group_by(*keys)
    )
    found: defaultdict[date, dict[Place, float]] = defaultdict(dict)
    for start, region, side, seconds in connection.execute(query):
        found[date.fromisoformat(start)][Place(region, Side(side))] = seconds
    return found


def _read_tension(
    connection: Connection, profile: int, period: Period, unit: Unit
) -> defaultdict[date, dict[Place, dict[float, int]]]:
    keys = (slice_start(unit), ratings.c.region, ratings.c.side, ratings.c.value)
    query = (
        select(*keys, func.count())
        .join(sessions, ratings.c.session_id == sessions.c.id)
        .where(received(profile, period), ratings.c.moment == Moment.BEFORE.value)
        .group_by(*keys)
    )
    found: defaultdict[date, dict[Place, dict[float, int]]] = defaultdict(dict)
    for start, region, side, value, count in connection.execute(query):
        found[date.fromisoformat(start)].setdefault(Place(region, Side(side)), {})[value] = count
    return found


def _starts(period: Period, unit: Unit) -> tuple[date, ...]:
    if unit is Unit.WEEK:
        first = week_start(period.first)
        return tuple(first + timedelta(days=i) for i in range(0, (period.last - first).days + 1, 7))
    months = range(period.first.year * 12 + period.first.month - 1, period.last.year * 12 + period.last.month)
    return tuple(date(month // 12, month % 12 + 1, 1) for month in months)
