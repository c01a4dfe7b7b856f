"""What the charts of Progress show: days, pairs of ratings, and change told honestly (content sheet 6.2 and 6.7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import fsum

SAME = 1.0
"""Points; a change up to this is called about the same."""
CLEAR = 3.0
CLEAR_SHARE = 0.3
ENOUGH = 6
"""Pairs from which on an interval is shown."""


@dataclass(frozen=True, slots=True)
class Period:
    """Local days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period cannot end ({self.last}) before it begins ({self.first})")

    @classmethod
    def back_from(cls, last: date, days: int) -> Period:
        """The `days` days that end with `last`."""
        return cls(last - timedelta(days=days - 1), last)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class DayMinutes:
    """Minutes of guide time really played on a local day, and in how many sessions."""

    day: date
    minutes: float
    sessions: int


@dataclass(frozen=True, slots=True)
class Pair:
    """The tension before and after a session, 0 to 10; the mean where several places were rated both times.

    Where many sessions are drawn together it is their mean, `sessions` says of how many, and they began with
    `started_at`."""

    started_at: datetime
    title: str
    before: float
    after: float
    sessions: int = 1

    @property
    def difference(self) -> float:
        """After less before: below 0 is looser."""
        return self.after - self.before


class Unit(StrEnum):
    """What one pair of dots stands for."""

    SESSION = "session"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Change:
    """The mean of n paired differences; `low` and `high` bound its 95 % interval, None below ENOUGH pairs."""

    n: int
    mean: float
    low: float | None = None
    high: float | None = None


def fill_days(found: Iterable[DayMinutes], period: Period) -> tuple[DayMinutes, ...]:
    """One entry for every day of the period: a day nothing was found for has zero minutes."""
    known = {entry.day: entry for entry in found}
    days = (period.first + timedelta(days=i) for i in range(period.days))
    return tuple(known.get(day, DayMinutes(day, 0.0, 0)) for day in days)


def week_start(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def t_975(freedom: float) -> float:
    """The 97.5 % point of Student's t for at least five degrees of freedom, good to 0.002.

    Cornish-Fisher expansion about the normal point (Abramowitz and Stegun 26.7.5)."""
    if freedom < ENOUGH - 1:
        raise ValueError(f"{freedom} degrees of freedom are too few for the expansion")
    z = 1.959963984540054
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + fsum(term / freedom**power for power, term in enumerate(terms, start=1))


def change_words(before: float, after: float) -> str:
    """One session's change in words (content sheet 6.2): about the same, a bit or clearly lower or higher."""
    size = abs(after - before)
    if size <= SAME:
        return "about the same"
    degree = "clearly" if size >= CLEAR and size >= CLEAR_SHARE * before else "a bit"
    return f"{degree} {'lower' if after < before else 'higher'}"
