"""Tension before and after: a dumbbell a session (or a week's, a month's mean), and those of places in one line."""

from __future__ import annotations

from datetime import date

from desktop.domain.captions import day_words, month_words
from desktop.domain.progress import Pair, Unit
from desktop.domain.report import PlaceChange
from desktop.out.report.sheet import ACCENT, CENTRE, LABEL, RIGHT, SOFT, WARM, Sheet

_TOP = 10
"""The scale's end."""
_AXIS = 6.0
"""Room of the numbers on the left, mm."""
_UNIT_WORDS = {Unit.SESSION: "session", Unit.WEEK: "week's mean", Unit.MONTH: "month's mean"}


def draw_pairs(sheet: Sheet, pairs: tuple[Pair, ...], unit: Unit, top: float, height: float) -> None:
    """All pairs, the oldest on the left, over the whole width."""
    foot = top + height - 9
    for value in (0, 5, _TOP):
        y = foot - (foot - top) * value / _TOP
        sheet.rule(_AXIS, y, sheet.width - _AXIS)
        sheet.text(_AXIS - 1.5, y + 0.9, str(value), LABEL, RIGHT)
    step = (sheet.width - _AXIS) / max(len(pairs), 12)
    radius = min(0.95, step * 0.36)
    for number, pair in enumerate(pairs):
        x = _AXIS + step * (number + 0.5)
        before, after = (foot - (foot - top) * value / _TOP for value in (pair.before, pair.after))
        sheet.stroke(x, before, x, after, SOFT, radius * 0.4)
        sheet.dot(x, before, radius * 1.15, WARM, hollow=True)
        sheet.dot(x, after, radius * 0.9, ACCENT)
    if pairs:
        _draw_days(sheet, pairs, step, foot + 3.6)
    _draw_key(sheet, unit, foot + 7.8)


def draw_change(sheet: Sheet, change: PlaceChange, x: float, y: float, width: float) -> None:
    """One place's mean before and after on a line from 0 to 10."""
    sheet.rule(x, y, width)
    before, after = (x + width * value / _TOP for value in (change.before, change.after))
    sheet.stroke(before, y, after, y, SOFT, 0.35)
    sheet.dot(before, y, 1.1, WARM, hollow=True)
    sheet.dot(after, y, 0.85, ACCENT)


def _draw_days(sheet: Sheet, pairs: tuple[Pair, ...], step: float, base: float) -> None:
    """The first and the last day, and one between where there is room."""
    days = [pair.started_at.date() for pair in pairs]
    marks = {0: days[0], len(days) - 1: days[-1]}
    if len(days) * step > 90:
        marks[len(days) // 2] = days[len(days) // 2]
    for number, day in sorted(marks.items()):
        x = min(max(_AXIS + step * (number + 0.5), _AXIS + 5), sheet.width - 6)
        sheet.text(x, base, _words(day, days), LABEL, CENTRE)


def _words(day: date, days: list[date]) -> str:
    return day_words(day) if (days[-1] - days[0]).days < 360 else month_words(day, with_year=True)


def _draw_key(sheet: Sheet, unit: Unit, base: float) -> None:
    x = _AXIS + 1
    sheet.dot(x, base - 0.95, 0.95, WARM, hollow=True)
    x += 2 + sheet.text(x + 1.8, base, "before", LABEL) + 3
    sheet.dot(x, base - 0.95, 0.95, ACCENT)
    x += 2 + sheet.text(x + 1.8, base, "after", LABEL) + 3
    sheet.text(x, base, f"each pair is a {_UNIT_WORDS[unit]}; 0 loose, 10 very tense", LABEL)
