"""Reminders: at chosen times on chosen days. Nothing is counted and nothing can be broken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

EVERY_DAY = frozenset(range(7))
GRACE = timedelta(hours=1)
"""A reminder that could not be told for longer, because the machine slept, is let go."""
_DAY = timedelta(days=1)
_SET_BACK = timedelta(hours=3)
"""A wall clock that goes back by less is changing to winter time; what was told of that hour is not told twice."""


class Snooze(StrEnum):
    """Ways to be told later."""

    MINUTES = "minutes"
    HOUR = "hour"
    TODAY = "today"
    """Of nothing any more today."""


_LENGTHS = {Snooze.MINUTES: timedelta(minutes=10), Snooze.HOUR: timedelta(hours=1)}


@dataclass(frozen=True, slots=True)
class Reminder:
    """`at` is the time on the wall clock, without a zone; `days` are weekdays, Monday 0. `snoozed_until` is an aware
    time before which it stays silent."""

    id: str
    routine: str
    at: time
    days: frozenset[int] = EVERY_DAY
    active: bool = True
    snoozed_until: datetime | None = None

    def __post_init__(self) -> None:
        if not self.days <= EVERY_DAY:
            raise ValueError(f"weekdays are 0 to 6, not {sorted(self.days)}")


def due(reminders: Iterable[Reminder], since: datetime, now: datetime) -> Reminder | None:
    """What to tell of at `now`, having looked last at `since` (both aware, as the clock on the wall shows them).

    Of several the latest: after a sleep they are not heaped up. A time that summer time skips comes right after it."""
    active = [reminder for reminder in reminders if reminder.active]
    reached = [(at, reminder) for reminder in active if (at := _reached(reminder, since, now)) is not None]
    return max(reached, key=_when)[1] if reached else None


def next_due(reminders: Iterable[Reminder], now: datetime) -> tuple[datetime, Reminder] | None:
    """The time that comes next, as on the clock on the wall now, and whose it is."""
    coming = [
        (_next(reminder, now).replace(tzinfo=now.tzinfo), reminder)
        for reminder in reminders
        if reminder.active and reminder.days
    ]
    return min(coming, key=_when, default=None)


def looked_until(since: datetime, now: datetime) -> datetime:
    """From where to look next time, having looked at `now`: the clock on the wall may have been set back meanwhile."""
    ahead = _wall(since) - _wall(now)
    return since if timedelta() < ahead < _SET_BACK else now


def snoozed(reminder: Reminder, until: datetime | None) -> Reminder:
    """The same, silent until then, when it is told of once more; at the end of a day it is not."""
    return replace(reminder, snoozed_until=until)


def snooze_end(snooze: Snooze, now: datetime) -> datetime:
    """Aware; the end of a day is midnight by the clock on the wall."""
    if snooze is Snooze.TODAY:
        return datetime.combine(now.date() + _DAY, time(), now.tzinfo)
    return now + _LENGTHS[snooze]


def _reached(reminder: Reminder, since: datetime, now: datetime) -> datetime | None:
    """The time on the wall clock that was reached, the latest of them; None where there is nothing to tell of."""
    until, from_ = reminder.snoozed_until, max(_wall(since), _wall(now) - GRACE)
    if until is not None:
        if _rings(until) and timedelta() <= now - until <= GRACE:
            return _end_of_silence(until, now)
        from_ = max(from_, _end_of_silence(until, now) - timedelta.resolution)
    times = (datetime.combine(day, reminder.at) for day in _days(reminder, now.date() - _DAY, 2))
    return max((at for at in times if from_ < at <= _wall(now)), default=None)


def _next(reminder: Reminder, now: datetime) -> datetime:
    until, from_ = reminder.snoozed_until, _wall(now)
    if until is not None:
        if _rings(until) and until > now:
            return _end_of_silence(until, now)
        from_ = max(from_, _end_of_silence(until, now) - timedelta.resolution)
    times = (datetime.combine(day, reminder.at) for day in _days(reminder, from_.date(), 8))
    return next(at for at in times if at > from_)


def _days(reminder: Reminder, first: date, count: int) -> Iterable[date]:
    days = (first + number * _DAY for number in range(count))
    return (day for day in days if day.weekday() in reminder.days)


def _rings(until: datetime) -> bool:
    """Whether it is told of at the end of a snooze: not where that is the end of a day."""
    return until.time() != time()


def _end_of_silence(until: datetime, now: datetime) -> datetime:
    """On the wall clock; the end of a day is one in every zone and summer time."""
    return _wall(until.astimezone(now.tzinfo) if _rings(until) else until)


def _wall(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _when(coming: tuple[datetime, Reminder]) -> datetime:
    return coming[0]
