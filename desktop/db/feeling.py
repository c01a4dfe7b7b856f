"""Queries for "What did it feel like?"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Connection, Select, func, select

from desktop.db.queries import DIFFERENCE, PLAYED, RATED, on_days, received, slice_start, tallies
from desktop.db.rows import join_time
from desktop.db.tables import daily, ratings, sessions
from desktop.domain.body import Place
from desktop.domain.doing import counted
from desktop.domain.headaches import HeadacheMonth
from desktop.domain.progress import SAME, Pair, Period, Unit
from desktop.domain.session import Moment
from desktop.domain.tally import Tally

MOST_PAIRS = 60
"""Dumbbells that can be told apart in one chart."""


def read_differences(connection: Connection, profile: int, period: Period) -> Tally:
    """After less before, of every session of the period that was rated both times."""
    query = select(DIFFERENCE, func.count()).where(received(profile, period), PLAYED, RATED).group_by(DIFFERENCE)
    return Tally.counted(dict(connection.execute(query).all()))


def count_unrated(connection: Connection, profile: int, period: Period) -> int:
    query = select(func.count()).where(received(profile, period), PLAYED, sessions.c.felt_after.is_(None))
    return connection.execute(query).scalar_one()


def pairs_unit(n: int, period: Period, first_day: date | None) -> Unit:
    """What one dumbbell stands for, so that there are not too many of them."""
    if n <= MOST_PAIRS:
        return Unit.SESSION
    return Unit.WEEK if counted(period, first_day).days <= 7 * MOST_PAIRS else Unit.MONTH


def read_pairs(connection: Connection, profile: int, period: Period, unit: Unit) -> tuple[Pair, ...]:
    """The dumbbells of the period, the oldest first."""
    if unit is not Unit.SESSION:
        return _read_means(connection, profile, period, unit)
    columns = sessions.c
    query = select(columns.started_us, columns.started_offset, columns.title, columns.felt_before, columns.felt_after)
    found = connection.execute(query.where(received(profile, period), PLAYED, RATED).order_by(columns.started_us))
    return tuple(Pair(join_time(us, offset), title, before, after) for us, offset, title, before, after in found)


def read_place_pairs(connection: Connection, profile: int, period: Period, place: Place, most: int) -> tuple[Pair, ...]:
    """The newest dumbbells of one place alone, the oldest of them first."""
    before, after = ratings.alias("before"), ratings.alias("after")
    columns = sessions.c
    query = select(columns.started_us, columns.started_offset, columns.title, before.c.value, after.c.value)
    for table, moment in ((before, Moment.BEFORE), (after, Moment.AFTER)):
        of_place = (table.c.region == place.region) & (table.c.side == place.side.value)
        query = query.join(table, (table.c.session_id == columns.id) & (table.c.moment == moment.value) & of_place)
    newest = query.where(received(profile, period), PLAYED).order_by(
        columns.local_day.desc(), columns.started_us.desc()
    )
    found = connection.execute(newest.limit(most)).all()
    return tuple(Pair(join_time(us, offset), title, b, a) for us, offset, title, b, a in reversed(found))


def read_later(connection: Connection, profile: int, period: Period) -> Mapping[Moment, Tally]:
    """How far tension was from before, an hour after sessions and the next morning; the mean of a session's places."""
    before, later = ratings.alias("before"), ratings.alias("later")
    difference = func.round(func.avg(later.c.value - before.c.value), 2).label("difference")
    of_session = (
        select(later.c.moment, difference)
        .select_from(sessions)
        .join(
            later, (later.c.session_id == sessions.c.id) & later.c.moment.in_((Moment.PLUS_HOUR, Moment.NEXT_MORNING))
        )
        .join(
            before,
            (before.c.session_id == sessions.c.id)
            & (before.c.moment == Moment.BEFORE.value)
            & (before.c.region == later.c.region)
            & (before.c.side == later.c.side),
        )
        .where(received(profile, period), PLAYED)
        .group_by(sessions.c.id, later.c.moment)
        .subquery()
    )
    columns = of_session.c
    query = select(columns.moment, columns.difference, func.count()).group_by(columns.moment, columns.difference)
    return tallies((Moment(moment), value, count) for moment, value, count in connection.execute(query))


def read_headaches(connection: Connection, profile: int, period: Period) -> tuple[HeadacheMonth, ...]:
    """The months of the period with an answer, the oldest first."""
    month = func.substr(daily.c.local_day, 1, 7)
    query = _headaches(profile, period).add_columns(month).group_by(month).order_by(month)
    return tuple(
        HeadacheMonth(date.fromisoformat(f"{start}-01"), answered, headache, painkiller, both)
        for answered, headache, painkiller, both, start in connection.execute(query)
        if answered
    )


def read_last_thirty(connection: Connection, profile: int, today: date) -> HeadacheMonth:
    """The thirty days that end today, as a month."""
    last = Period.back_from(today, 30)
    answered, headache, painkiller, both = connection.execute(_headaches(profile, last)).one()
    return HeadacheMonth(last.first, answered, headache, painkiller, both)


def worse_weeks(connection: Connection, profile: int, last: date) -> bool:
    """Whether tension was higher after sessions, by more than SAME on average, in each of the last two weeks."""
    means = (
        connection.execute(
            select(func.avg(sessions.c.felt_after - sessions.c.felt_before)).where(
                received(profile, Period.back_from(last - timedelta(days=7 * back), 7)), PLAYED
            )
        ).scalar_one()
        for back in range(2)
    )
    return all(mean is not None and mean > SAME for mean in means)


def _read_means(connection: Connection, profile: int, period: Period, unit: Unit) -> tuple[Pair, ...]:
    start = slice_start(unit)
    query = (
        select(
            func.min(sessions.c.local_day),
            func.avg(sessions.c.felt_before),
            func.avg(sessions.c.felt_after),
            func.count(),
        )
        .where(received(profile, period), PLAYED, RATED)
        .group_by(start)
        .order_by(start)
    )
    return tuple(
        Pair(datetime.combine(date.fromisoformat(day), time(), UTC), "", before, after, count)
        for day, before, after, count in connection.execute(query)
    )


def _headaches(profile: int, period: Period) -> Select[int, int, int, int]:
    answered = daily.c.headache.is_not(None) | daily.c.painkiller.is_not(None)
    return select(
        func.count().filter(answered),
        func.count().filter(daily.c.headache),
        func.count().filter(daily.c.painkiller),
        func.count().filter(daily.c.headache & daily.c.painkiller),
    ).where(daily.c.profile_id == profile, on_days(daily.c.local_day, period))
