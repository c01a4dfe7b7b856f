"""Series to draw."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from desktop.domain.progress import DayMinutes, Pair, Period, Series, fill_days

TODAY = date(2026, 11, 20)
EMPTY = Series(Period.back_from(TODAY, 28), fill_days((), Period.back_from(TODAY, 28)), (), None)


def series(sessions: int, days: int = 28, every: int = 1) -> Series:
    """That many sessions, one every so many days, the last one today: tension from 6 to 4, from 5 to 5 in turn."""
    period = Period.back_from(TODAY, days)
    done = [TODAY - timedelta(days=every * back) for back in reversed(range(sessions))]
    pairs = tuple(
        Pair(datetime(day.year, day.month, day.day, 20, tzinfo=UTC), "Back of the head", *((6, 4), (5, 5))[n % 2])
        for n, day in enumerate(done)
    )
    return Series(
        period, fill_days([DayMinutes(day, 8.0, 1) for day in done], period), pairs, done[0] if done else None
    )
