"""What was found, to draw: sessions of somebody whose tension goes from 6 to 4 and from 5 to 5 in turn."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from desktop.domain.doing import Adherence, Doing, weeks_of
from desktop.domain.feeling import Feeling
from desktop.domain.progress import DayMinutes, Pair, Period, Unit, fill_days
from desktop.domain.tally import Tally

TODAY = date(2026, 11, 20)


def doing(sessions: int, days: int = 28, every: int = 1) -> Doing:
    """That many sessions of eight minutes, one every so many days, the last one today."""
    period, done = Period.back_from(TODAY, days), _days(sessions, every)
    filled = fill_days([DayMinutes(day, 8.0, 1) for day in done], period)
    adherence = Adherence(finished=sessions, steps_done=10 * sessions)
    return Doing(period, done[0] if done else None, filled, weeks_of(filled), None, adherence)


def feeling(sessions: int, days: int = 28, every: int = 1) -> Feeling:
    """The same sessions as they felt."""
    done = _days(sessions, every)
    pairs = tuple(
        Pair(datetime(day.year, day.month, day.day, 20, tzinfo=UTC), "Back of the head", *((6, 4), (5, 5))[n % 2])
        for n, day in enumerate(done)
    )
    return Feeling(
        period=Period.back_from(TODAY, days),
        first_day=done[0] if done else None,
        unit=Unit.SESSION,
        pairs=pairs,
        differences=Tally.of(pair.difference for pair in pairs),
        unpaired=0,
        later={},
        runs={},
        headaches=(),
        card=None,
        global_changes=(),
        worse_weeks=False,
    )


def _days(sessions: int, every: int) -> list[date]:
    return [TODAY - timedelta(days=every * back) for back in reversed(range(sessions))]
