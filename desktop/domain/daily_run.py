"""The daily check-in over time: values, seven-day medians, days with and without a session (content sheet 6.5, 6.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from statistics import median

from desktop.domain.doing import days_of, missing
from desktop.domain.progress import CLEAR_SHARE, Change, Period
from desktop.domain.records import DayNote
from desktop.domain.tally import Box, Tally, box_of, mean_difference

WINDOW = 7
"""Days of the moving median, the day itself the last of them."""
FEWEST = 4
"""Answers among them without which there is no median."""
LONG_DAYS = 550
"""Longer runs are also told by the month: seven days of ten years cannot be seen."""
TREND_DAYS = 14
TREND_POINTS = 2.0


class Measure(StrEnum):
    """What is asked every day, 0 to 10; of sleep 10 is the best, of the others the worst."""

    TENSION = "tension"
    STRESS = "stress"
    SLEEP = "sleep"
    PAIN = "pain"


@dataclass(frozen=True, slots=True)
class RunDay:
    """A day: what was answered, the median of the seven days that end with it (None: too few), and whether there was
    a session."""

    day: date
    value: int | None
    median: float | None
    session: bool


@dataclass(frozen=True, slots=True)
class DailyRun:
    """One measure over every day of the period; `notes` are those of its days.

    `with_session` and `without` are the same days as two boxes: not an experiment. None where there are no answers."""

    measure: Measure
    period: Period
    days: tuple[RunDay, ...]
    notes: tuple[DayNote, ...] = ()

    @property
    def answered(self) -> int:
        return sum(day.value is not None for day in self.days)

    @property
    def missing_days(self) -> int:
        """Days without an answer since the first there is one of in this period."""
        there = [day.day for day in self.days if day.value is not None]
        return missing(self.period, there[0], there) if there else 0

    @property
    def is_long(self) -> bool:
        return self.period.days > LONG_DAYS

    def month_medians(self) -> tuple[tuple[float, float | None], ...]:
        """The middle of each calendar month, in days from the first, and its median (None: too few answers)."""
        found = []
        for _, group in groupby(enumerate(self.days), lambda entry: (entry[1].day.year, entry[1].day.month)):
            days = list(group)
            found.append(((days[0][0] + days[-1][0]) / 2, _median([day.value for _, day in days])))
        return tuple(found)

    @property
    def with_session(self) -> Box | None:
        return box_of(self._values(session=True))

    @property
    def without(self) -> Box | None:
        return box_of(self._values(session=False))

    def _values(self, *, session: bool) -> Tally:
        return Tally.of(day.value for day in self.days if day.value is not None and day.session is session)


def run_of(
    measure: Measure,
    period: Period,
    values: Mapping[date, int],
    sessions: frozenset[date],
    notes: Sequence[DayNote] = (),
) -> DailyRun:
    """The run of a period. `values` may begin six days before it, for the first medians."""
    known = days_of(Period(period.first - timedelta(days=WINDOW - 1), period.last))
    answers = [values.get(day) for day in known]
    days = tuple(
        RunDay(day, answers[i + WINDOW - 1], _median(answers[i : i + WINDOW]), day in sessions)
        for i, day in enumerate(known[WINDOW - 1 :])
    )
    return DailyRun(measure, period, days, tuple(notes))


def trend(run: DailyRun) -> Change | None:
    """How far the last fourteen days are from the first fourteen of a run, where that may be called a change: the
    median moved by two points and by 30 %, and the interval leaves out 0 (content sheet 6.2). Otherwise None."""
    first, last = (Tally.of(d.value for d in part if d.value is not None) for part in _ends(run.days))
    found = mean_difference(first, last)
    if found is None or found.low is None or found.high is None or found.low <= 0 <= found.high:
        return None
    moved = abs(last.median - first.median)
    return found if moved >= TREND_POINTS and moved >= CLEAR_SHARE * first.median else None


def _ends(days: tuple[RunDay, ...]) -> tuple[tuple[RunDay, ...], tuple[RunDay, ...]]:
    """The first and the last fourteen days; of a run too short for both, nothing."""
    return (days[:TREND_DAYS], days[-TREND_DAYS:]) if len(days) >= 2 * TREND_DAYS else ((), ())


def _median(window: Sequence[int | None]) -> float | None:
    answered = [value for value in window if value is not None]
    return median(answered) if len(answered) >= FEWEST else None
