"""Ninety-one days of somebody who answers every day but each seventh, with a session on every second day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from desktop.domain.daily_run import DailyRun, Measure, run_of
from desktop.domain.doing import days_of
from desktop.domain.feeling import Feeling
from desktop.domain.headaches import HeadacheMonth
from desktop.domain.progress import Period
from desktop.domain.records import DayNote, GlobalChange, Step7
from desktop.domain.session import Moment
from desktop.domain.tally import Tally
from tests.ui.progress.samples import TODAY, feeling

PERIOD = Period.back_from(TODAY, 91)
MOVED = DayNote("n", TODAY - timedelta(days=10), "Moved house", life_event=True)


def run(measure: Measure = Measure.TENSION, period: Period = PERIOD) -> DailyRun:
    """4 on days with a session, 6 on the others; nothing on each seventh. The last day is answered."""
    back = {day: (period.last - day).days for day in days_of(period)}
    values = {day: 4 if n % 2 == 0 else 6 for day, n in back.items() if n % 7 != 3}
    sessions = frozenset(day for day, n in back.items() if n % 2 == 0)
    return run_of(measure, period, values, sessions, [MOVED])


def full_feeling() -> Feeling:
    """Everything a feeling can hold: an hour later is rated eight times, the next morning twice."""
    return replace(
        feeling(8, days=91),
        period=PERIOD,
        first_day=PERIOD.first,
        later={
            Moment.PLUS_HOUR: Tally.of([-1, -2, -1, -2, -1, -2, -1, -2]),
            Moment.NEXT_MORNING: Tally.of([0, -1]),
        },
        runs={measure: run(measure) for measure in Measure},
        headaches=(month(9, 20, 4, 2), month(11, 18, 3, 5)),
        global_changes=(change(date(2026, 10, 1), Step7.SAME), change(date(2026, 10, 29), Step7.A_LITTLE_BETTER)),
    )


def month(number: int, answered: int, headache: int, painkiller: int) -> HeadacheMonth:
    return HeadacheMonth(date(2026, number, 1), answered, headache, painkiller, min(headache, painkiller))


def change(day: date, step: Step7) -> GlobalChange:
    return GlobalChange(day.isoformat(), datetime(day.year, day.month, day.day, 20, tzinfo=UTC), step)
