"""Where the axes are labelled. Days are numbers from the first of the period: no clock changes, no time zones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import ceil

from desktop.domain.captions import day_words, month_words
from desktop.domain.progress import Period

Tick = tuple[float, str]

_MINUTE_STEPS = (5, 10, 15, 20, 30, 60, 120, 240, 480)
_MONTH_STEPS = (1, 2, 3, 6, 12)


def minute_ticks(most: float) -> list[Tick]:
    """Three or four even steps from 0 to at least `most` minutes, the last with its unit."""
    step = next((step for step in _MINUTE_STEPS if most <= 3 * step), ceil(most / 180) * 60)
    values = [step * i for i in range(max(2, ceil(most / step)) + 1)]
    return [(value, f"{value} min" if value == values[-1] else f"{value}") for value in values]


def day_ticks(period: Period, most: int) -> list[Tick]:
    """At most `most` labelled days and the last one."""
    last = period.days - 1
    days = _regular_days(period, most)
    near = period.days / most * 0.75
    return [(x, text) for x, text in days if last - x >= near] + [(last, day_words(period.last))]


def named_ticks(names: Sequence[str], most: int) -> list[Tick]:
    """At most `most` of the names, counted back from the newest; the same name in a row is told once."""
    step = max(1, ceil(len(names) / most))
    labelled = range((len(names) - 1) % step, len(names), step)
    ticks: list[Tick] = [(x, names[x]) for x in labelled]
    return ticks[:1] + [later for earlier, later in pairwise(ticks) if later[1] != earlier[1]]


def month_ticks(days: Sequence[date], most: int) -> list[Tick]:
    """At most `most` of the months the days lie in, at even steps; a month is told where it begins, with its year."""
    numbers = [_month_number(day) for day in days]
    months = len(set(numbers))
    step = next((s for s in _MONTH_STEPS if months <= s * most), ceil(months / most / 12) * 12)
    begins = [0] * bool(days) + [x for x, (a, b) in enumerate(pairwise(numbers), start=1) if a != b]
    return [(x, month_words(days[x], with_year=True)) for x in begins if numbers[x] % step == 0]


def _regular_days(period: Period, most: int) -> list[Tick]:
    all_days = [period.first + timedelta(days=x) for x in range(period.days)]
    if period.days <= most:
        return [(x, day_words(day)) for x, day in enumerate(all_days)]
    mondays = [x for x, day in enumerate(all_days) if day.weekday() == 0]
    if len(mondays) <= 2 * most:
        return [(x, day_words(all_days[x])) for x in mondays[:: ceil(len(mondays) / most)]]
    firsts = [x for x, day in enumerate(all_days) if day.day == 1]
    step = next((s for s in _MONTH_STEPS if len(firsts) <= s * most), ceil(len(firsts) / most / 12) * 12)
    labelled = [x for x in firsts if _month_number(all_days[x]) % step == 0]
    return [(x, month_words(all_days[x], with_year=all_days[x].month == 1)) for x in labelled]


def _month_number(day: date) -> int:
    """Months since the year 0: steps of 2, 3, 6 and 12 then always meet January."""
    return 12 * day.year + day.month - 1
