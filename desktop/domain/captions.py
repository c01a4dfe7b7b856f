"""The sentences below the charts: n, period and missing days always, never a cause (content sheet 6.7)."""

from __future__ import annotations

from datetime import date

from desktop.domain.doing import Doing, counted
from desktop.domain.feeling import Feeling
from desktop.domain.progress import ENOUGH, Change, Period, change_words

ROUGH_GUIDE = "Sessions of one person resemble each other, so the interval is only a rough guide."
PAUSE_ADVICE = (
    "Two weeks in a row your tension was higher after sessions. A pause of some days may be wise; "
    "if it stays, ask a doctor or a physiotherapist."
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def day_words(day: date) -> str:
    """A day without its year: 3 Nov."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def month_words(day: date, *, with_year: bool) -> str:
    """The month of a day: Aug, or Aug 2026."""
    name = _MONTHS[day.month - 1]
    return f"{name} {day.year}" if with_year else name


def period_words(period: Period) -> str:
    """A period with its year or years: 24 Oct to 20 Nov 2026."""
    if period.first == period.last:
        return f"{day_words(period.last)} {period.last.year}"
    year = "" if period.first.year == period.last.year else f" {period.first.year}"
    return f"{day_words(period.first)}{year} to {day_words(period.last)} {period.last.year}"


def minutes_words(minutes: float) -> str:
    """Whole minutes, and not none where there was something."""
    if 0 < minutes < 1:
        return "less than a minute"
    return count(round(minutes), "minute")


def count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n:,} {noun}s"


def minutes_caption(doing: Doing) -> str:
    """What was done, in how many sessions, when, and on how many days nothing was."""
    missing = count(doing.missing_days, "day") if doing.missing_days else "no day"
    return (
        f"{first_upper(minutes_words(doing.minutes))} in {count(doing.sessions, 'session')}, "
        f"{period_words(counted(doing.period, doing.first_day))}. {first_upper(missing)} without a session."
    )


def pairs_caption(feeling: Feeling) -> str:
    """The mean change after sessions with its interval, or that there are too few to say; n, period and what is
    missing."""
    when = period_words(counted(feeling.period, feeling.first_day))
    if not feeling.differences.n:
        return f"No session with a rating before and after, {when}."
    without = f"; {count(feeling.unpaired, 'session')} without both ratings" if feeling.unpaired else ""
    return f"{_change_sentence(feeling)} {first_upper(when)}{without}."


def amount_words(value: float) -> str:
    """A mean change to one decimal with its direction: 1.8 lower."""
    shown = round(value, 1)
    if not shown:
        return "the same"
    return f"{abs(shown):.1f} {_direction(shown)}"


def interval_words(change: Change) -> str:
    """The 95 % interval of a mean change. Raises ValueError where there were too few pairs for one."""
    if change.low is None or change.high is None:
        raise ValueError("a change of too few pairs has no interval")
    low, high = round(change.low, 1), round(change.high, 1)
    if low < 0 < high:
        return f"95 % interval from {amount_words(low)} to {amount_words(high)}"
    near, far = sorted((abs(low), abs(high)))
    return f"95 % interval {near:.1f} to {far:.1f}"


def advice(feeling: Feeling) -> str:
    """The suggestion to pause where the last two weeks were worse; empty otherwise."""
    return PAUSE_ADVICE if feeling.worse_weeks else ""


def _change_sentence(feeling: Feeling) -> str:
    n, change = feeling.differences.n, feeling.change
    if change is None or n < ENOUGH:
        return f"{first_upper(count(n, 'session'))} with both ratings: too few to say more than the dots show."
    return (
        f"After sessions your tension was on average {amount_words(change.mean)} "
        f"({interval_words(change)}, {count(n, 'session')}). This shows what happened, not why."
    )


def _direction(value: float) -> str:
    return "lower" if value < 0 else "higher"


def first_upper(text: str) -> str:
    """A sentence's beginning."""
    return text[:1].upper() + text[1:]


def day_rows(doing: Doing) -> list[tuple[str, str, str]]:
    """The days with a session as rows of a table (day, minutes, sessions), the newest first."""
    done = [day for day in reversed(doing.days) if day.sessions]
    return [(_day_and_year(day.day), minutes_words(day.minutes), str(day.sessions)) for day in done]


def change_rows(feeling: Feeling) -> list[tuple[str, str, str, str]]:
    """The pairs as rows of a table (day, before, after, change in words), the newest first."""
    return [
        (_day_and_year(p.started_at.date()), f"{p.before:g}", f"{p.after:g}", change_words(p.before, p.after))
        for p in reversed(feeling.pairs)
    ]


def _day_and_year(day: date) -> str:
    return f"{day_words(day)} {day.year}"
