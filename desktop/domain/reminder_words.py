"""What is said of reminders: gently, without counting and without urging."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.reminder import EVERY_DAY, Reminder

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SAID = {EVERY_DAY: "Every day", frozenset(range(5)): "Mon to Fri", frozenset({5, 6}): "Sat and Sun"}


def days_words(days: frozenset[int]) -> str:
    """Weekdays as people say them: every day, Mon to Fri, Mon, Tue and Thu."""
    names = [WEEKDAYS[day] for day in sorted(days)]
    if len(names) < 2:
        return names[0] if names else "On no day"
    return _SAID.get(days) or f"{', '.join(names[:-1])} and {names[-1]}"


def when_words(reminder: Reminder) -> str:
    return f"{days_words(reminder.days)} at {reminder.at:%H:%M}"


def next_words(at: datetime, now: datetime) -> str:
    """When the next one comes; both as on the clock on the wall."""
    ahead = (at.date() - now.date()).days
    day = ("today", "tomorrow")[ahead] if ahead < 2 else f"on {LONG_WEEKDAYS[at.weekday()]}"
    return f"The next one comes {day} at {at:%H:%M}."


def gentle_words(title: str, minutes: int) -> str:
    """The one sentence a reminder says."""
    return f"If you feel like it: {title}, about {minutes} min."
