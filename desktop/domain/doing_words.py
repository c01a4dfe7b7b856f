"""What is said of days, weeks and what became of sessions: n, period and missing days (content sheet 6.1, 6.7)."""

from __future__ import annotations

from desktop.domain.captions import count, day_words, minutes_words, period_words
from desktop.domain.doing import Adherence, Doing, WeekMinutes, counted
from desktop.domain.progress import Period


def weeks_caption(doing: Doing) -> str:
    """How many whole weeks, their mean, how many reached the target; never a word of blame."""
    since = counted(doing.period, doing.first_day)
    whole = [week for week in doing.weeks if _whole(week, since)]
    when = period_words(since)
    if not whole:
        return f"No whole week yet, {when}. Weeks that are cut off are pale."
    mean = sum(week.minutes for week in whole) / len(whole)
    reached = _reached(whole, doing.target)
    empty = sum(not week.sessions for week in whole)
    without = f" {count(empty, 'week')} without a session." if empty else ""
    weeks = count(len(whole), "whole week")
    return f"{minutes_words(mean)} a week on average, {weeks}, {when}.{reached}{without}"


def week_rows(doing: Doing) -> list[tuple[str, str, str, str]]:
    """The weeks as rows of a table (first day, minutes, sessions, days of it shown), the newest first."""
    return [
        (f"{day_words(w.start)} {w.start.year}", minutes_words(w.minutes), str(w.sessions), str(w.days))
        for w in reversed(doing.weeks)
    ]


def adherence_figures(adherence: Adherence) -> list[tuple[str, str]]:
    """The counts that are not 0, each with its word; finished sessions always."""
    steps = adherence.steps_done + adherence.steps_skipped
    figures = [
        (adherence.finished, "finished"),
        (adherence.stopped, "stopped early"),
        (adherence.skipped, "skipped"),
        (adherence.steps_done, f"of {steps:,} steps done"),
        (adherence.given, "given to others"),
    ]
    return [(f"{number:,}", word) for number, word in figures if number or word == "finished"]


def adherence_sentence(doing: Doing) -> str:
    """The same in one sentence, with the period."""
    told = doing.adherence
    steps = told.steps_done + told.steps_skipped
    parts = [f"{count(told.finished, 'session')} finished", f"{told.stopped} stopped early", f"{told.skipped} skipped"]
    given = f" {count(told.given, 'session')} given to others." if told.given else ""
    when = period_words(counted(doing.period, doing.first_day))
    return f"{', '.join(parts)}; {told.steps_done} of {count(steps, 'step')} done, {when}.{given}"


def _whole(week: WeekMinutes, since: Period) -> bool:
    return week.days == 7 and week.start >= since.first


def _reached(weeks: list[WeekMinutes], target: int | None) -> str:
    """Nothing is said where no week did: the line in the chart says enough."""
    reached = sum(week.minutes >= target for week in weeks) if target else 0
    return f" {reached} of {len(weeks)} reached your {target} minutes." if reached else ""
