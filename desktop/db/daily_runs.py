"""The daily check-ins as runs, with the days of sessions and the notes beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import Connection, select

from desktop.db.queries import PLAYED, on_days, received
from desktop.db.tables import daily, sessions
from desktop.domain.daily_run import WINDOW, DailyRun, Measure, run_of
from desktop.domain.progress import Period
from desktop.domain.records import DayNote


def read_runs(
    connection: Connection, profile: int, period: Period, notes: Sequence[DayNote]
) -> Mapping[Measure, DailyRun]:
    """One run a measure. Answers are read from six days before, for the first medians."""
    from_before = Period(period.first - timedelta(days=WINDOW - 1), period.last)
    columns = [daily.c[measure.value] for measure in Measure]
    query = select(daily.c.local_day, *columns).where(
        daily.c.profile_id == profile, on_days(daily.c.local_day, from_before)
    )
    answers: dict[Measure, dict[date, int]] = {measure: {} for measure in Measure}
    for day, *values in connection.execute(query):
        for measure, value in zip(Measure, values, strict=True):
            if value is not None:
                answers[measure][date.fromisoformat(day)] = value
    days = _session_days(connection, profile, period)
    return {measure: run_of(measure, period, answers[measure], days, notes) for measure in Measure}


def _session_days(connection: Connection, profile: int, period: Period) -> frozenset[date]:
    query = select(sessions.c.local_day).where(received(profile, period), PLAYED).distinct()
    return frozenset(map(date.fromisoformat, connection.execute(query).scalars()))
