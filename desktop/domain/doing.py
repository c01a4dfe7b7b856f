"""Am I doing it? Days, weeks and what became of sessions (content sheet 6.1 adherence, 6.7 chart 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import fsum

from desktop.domain.progress import DayMinutes, Period, week_start


@dataclass(frozen=True, slots=True)
class WeekMinutes:
    """Minutes of the days from a Monday on; `days` of them lie in the period, fewer than 7 at its ends."""

    start: date
    minutes: float
    sessions: int
    days: int


@dataclass(frozen=True, slots=True)
class Adherence:
    """Counts in a period: sessions received and what became of them, steps, and sessions given to others."""

    finished: int = 0
    stopped: int = 0
    skipped: int = 0
    steps_done: int = 0
    steps_skipped: int = 0
    given: int = 0


@dataclass(frozen=True, slots=True)
class Doing:
    """`days` has every day of the period, `weeks` every week; `target` is in minutes a week, None without one.

    `first_day` is that of the very first session, in the period or before; None where there was none yet."""

    period: Period
    first_day: date | None
    days: tuple[DayMinutes, ...]
    weeks: tuple[WeekMinutes, ...]
    target: int | None
    adherence: Adherence

    @property
    def sessions(self) -> int:
        return sum(day.sessions for day in self.days)

    @property
    def minutes(self) -> float:
        return fsum(day.minutes for day in self.days)

    @property
    def missing_days(self) -> int:
        """Days without a session since the very first one."""
        return missing(self.period, self.first_day, (day.day for day in self.days if day.sessions))


def weeks_of(days: Iterable[DayMinutes]) -> tuple[WeekMinutes, ...]:
    """The weeks of days that follow one another."""
    weeks = []
    for start, group in groupby(days, lambda entry: week_start(entry.day)):
        week = list(group)
        minutes = fsum(day.minutes for day in week)
        weeks.append(WeekMinutes(start, minutes, sum(day.sessions for day in week), len(week)))
    return tuple(weeks)


def counted(period: Period, first_day: date | None) -> Period:
    """The part of a period since the very first day there is anything of: nobody missed a day before it."""
    if first_day is None:
        return period
    return Period(min(max(first_day, period.first), period.last), period.last)


def missing(period: Period, first_day: date | None, there: Iterable[date]) -> int:
    """Days that count and are not `there`."""
    since = counted(period, first_day)
    return since.days - len({day for day in there if since.first <= day <= since.last})


def days_of(period: Period) -> tuple[date, ...]:
    return tuple(map(date.fromordinal, range(period.first.toordinal(), period.last.toordinal() + 1)))
