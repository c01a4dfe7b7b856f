"""Where the days of a calendar lie: as months, as weeks in a row, or, where they are too many, a mark for each week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import ceil

from desktop.domain.captions import month_words
from desktop.domain.doing import days_of
from desktop.domain.progress import Period, week_start

MONTHS_UP_TO, STRIPS_UP_TO = 5, 3 * 53
"""So many months are shown as months; so many weeks as strips of weeks."""
_STRIP = 53
_WIDEST = 44.0
_LETTERS = "MTWTFSS"
_APART = 1.6
"""Between two columns at most, in cells."""
_GAP = 0.8
"""Between two months at least, in cells; from one to the next they take up to _BLOCK_APART."""
_BLOCK_APART = 10.6


@dataclass(frozen=True, slots=True)
class Word:
    """A label: left and middle in logical pixels; right-aligned to `x` where it stands left of a row."""

    x: float
    y: float
    text: str
    left_of: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """`middles` has one entry a mark, a day or a week, in order; `cell` is the side of the square each has to itself.
    Where there is room they stand further apart.

    `across` and `along` are the marks from one to its right neighbour, and to the one below it."""

    middles: tuple[tuple[float, float], ...]
    cell: float
    words: tuple[Word, ...]
    across: int
    along: int

    def mark_at(self, x: float, y: float) -> int | None:
        half = self.cell / 2
        found = (n for n, (mx, my) in enumerate(self.middles) if abs(mx - x) <= half and abs(my - y) <= half)
        return next(found, None)


def in_weeks(period: Period) -> bool:
    """Whether a mark is a week."""
    return _weeks(period) > STRIPS_UP_TO


def height_of(period: Period, line: float) -> float:
    """How high the calendar of a period wants to be; `line` is the height of a line of small text."""
    if in_weeks(period):
        return line * 1.6 + (period.last.year - week_start(period.first).year + 1) * max(20.0, line * 1.15)
    if _months(period) <= MONTHS_UP_TO:
        return 2.6 * line + 6 * max(34.0, 1.7 * line)
    return ceil(_weeks(period) / _STRIP) * (1.6 * line + 7 * 20.0)


def laid_out(period: Period, width: float, height: float, line: float) -> Calendar:
    """The calendar in a room of logical pixels."""
    if in_weeks(period):
        return _years(period, width, height, line)
    if _months(period) <= MONTHS_UP_TO:
        return _month_blocks(period, width, height, line)
    return _strips(period, width, height, line)


def _month_blocks(period: Period, width: float, height: float, line: float) -> Calendar:
    head = 2.6 * line
    blocks = _months(period)
    cell = min(_WIDEST, width / (blocks * (7 + _GAP) - _GAP), (height - head) / 6)
    pitch = min((width + _GAP * cell) / blocks, _BLOCK_APART * cell)
    middles: list[tuple[float, float]] = []
    words: list[Word] = []
    for number, (_, group) in enumerate(groupby(days_of(period), lambda day: (day.year, day.month))):
        days = list(group)
        left, offset = number * pitch, days[0].replace(day=1).weekday()
        words.append(Word(left + 0.2 * cell, line / 2, month_words(days[0], with_year=number == 0)))
        words += [Word(left + (i + 0.5) * cell, 2 * line, letter) for i, letter in enumerate(_LETTERS)]
        for day in days:
            row, column = divmod(offset + day.day - 1, 7)
            middles.append((left + (column + 0.5) * cell, head + (row + 0.5) * cell))
    return Calendar(tuple(middles), cell, tuple(words), 1, 7)


def _strips(period: Period, width: float, height: float, line: float) -> Calendar:
    strips = ceil(_weeks(period) / _STRIP)
    left, head = 1.6 * line, 1.4 * line
    cell = min(24.0, (width - left) / _STRIP, (height / strips - 1.6 * line) / 7)
    start = week_start(period.last) - timedelta(weeks=strips * _STRIP - 1)
    if strips == 1:
        start = week_start(period.first)
    step = min((width - left) / _STRIP, _APART * cell)
    middles: list[tuple[float, float]] = []
    words: list[Word] = []
    for day in days_of(period):
        week, weekday = divmod((day - start).days, 7)
        strip, column = divmod(week, _STRIP)
        top = strip * (7 * cell + 1.6 * line) + head
        middles.append((left + (column + 0.5) * step, top + (weekday + 0.5) * cell))
        if day.day == 1 and column < _STRIP - 1:
            words.append(Word(left + column * step, top - head / 2, month_words(day, with_year=day.month == 1)))
    for strip in range(strips):
        top = strip * (7 * cell + 1.6 * line) + head
        words += [Word(left - 0.5 * line, top + (i + 0.5) * cell, "MWF"[i // 2], left_of=True) for i in (0, 2, 4)]
    return Calendar(tuple(middles), cell, tuple(words), 7, 1)


def _years(period: Period, width: float, height: float, line: float) -> Calendar:
    first = week_start(period.first).year
    years = period.last.year - first + 1
    left, head = 3.2 * line, 1.6 * line
    cell = min(24.0, (width - left) / _STRIP, (height - head) / years)
    step = min((width - left) / _STRIP, _APART * cell)
    middles = [
        (left + ((week - date(week.year, 1, 1)).days // 7 + 0.5) * step, head + (week.year - first + 0.5) * cell)
        for week in weeks_in(period)
    ]
    words = [
        Word(left - 0.6 * line, head + (number + 0.5) * cell, str(first + number), left_of=True)
        for number in range(years)
    ]
    words += [
        Word(left + (date(2026, month, 1) - date(2026, 1, 1)).days / 7 * step, line / 2, text)
        for month in range(1, 13, 2)
        if (text := month_words(date(2026, month, 1), with_year=False))
    ]
    return Calendar(tuple(middles), cell, tuple(words), 1, 52)


def weeks_in(period: Period) -> Iterator[date]:
    """The Mondays of a period's weeks."""
    start = week_start(period.first)
    for number in range(_weeks(period)):
        yield start + timedelta(weeks=number)


def _weeks(period: Period) -> int:
    return (week_start(period.last) - week_start(period.first)).days // 7 + 1


def _months(period: Period) -> int:
    return 12 * (period.last.year - period.first.year) + period.last.month - period.first.month + 1
