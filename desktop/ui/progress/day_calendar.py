"""A calendar of days: the longer somebody was at it, the larger and the deeper the dot. Days of rest are plain."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.captions import count, day_words, minutes_words
from desktop.domain.doing import Doing, counted
from desktop.ui.progress.calendar_layout import Calendar, Word, height_of, in_weeks, laid_out
from desktop.ui.progress.readable import Readable
from desktop.ui.progress.tints import between
from desktop.ui.theme import Theme

DAY_LEVELS, WEEK_LEVELS = (5, 10, 20), (15, 30, 60)
"""Minutes from which on a dot is a size larger."""
_SIZES, _SIZES_BEHIND_NUMBERS = (0.46, 0.62, 0.78, 0.92), (0.66, 0.76, 0.86, 0.96)
"""Of the room a day has."""
DEPTHS = (0.28, 0.52, 0.78, 1.0)
_REST = 0.16


class DayCalendar(Readable):
    """Every day of a period, or every week of many years."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Calendar of days", parent)
        self._doing: Doing | None = None
        self._calendar = Calendar((), 1.0, (), 1, 7)
        self._entries: list[tuple[float, int]] = []
        self._levels = DAY_LEVELS

    def present(self, doing: Doing) -> None:
        self.pick(None)
        self._doing = doing
        of_weeks = in_weeks(doing.period)
        self._entries = [(entry.minutes, entry.sessions) for entry in (doing.weeks if of_weeks else doing.days)]
        self._levels = WEEK_LEVELS if of_weeks else DAY_LEVELS
        self._lay_out()

    @property
    def wish(self) -> float:
        """How high it would like to be, in logical pixels."""
        return height_of(self._doing.period, self._line) if self._doing else 0.0

    @property
    def _shown(self) -> Doing:
        if self._doing is None:
            raise LookupError("there are no days yet")
        return self._doing

    @property
    def count(self) -> int:
        return len(self._entries)

    def place_of(self, mark: int) -> QPointF:
        return QPointF(*self._calendar.middles[mark])

    def mark_at(self, position: QPointF) -> int | None:
        return self._calendar.mark_at(position.x(), position.y())

    def reading(self, mark: int) -> tuple[str, str]:
        minutes, sessions = self._entries[mark]
        if in_weeks(self._shown.period):
            when = f"week from {day_words(start := self._shown.weeks[mark].start)} {start.year}"
        else:
            when = f"{day_words(day := self._shown.days[mark].day)} {day.year}"
        return (minutes_words(minutes), f"{when}, {count(sessions, 'session')}") if sessions else ("No session", when)

    def draw(self, painter: QPainter) -> None:
        self._draw_words(painter)
        since, until = self._first_counted(), self.count - 1
        numbers = self._has_numbers()
        for mark, (minutes, _) in enumerate(self._entries):
            middle = self.place_of(mark)
            if mark >= since:
                self._draw_dot(painter, middle, minutes)
            if numbers:
                self._draw_number(painter, middle, mark, minutes)
            if mark in (until, self.picked):
                self._draw_ring(painter, middle, strong=mark == self.picked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        if self._doing is None:
            return
        self._calendar = laid_out(self._doing.period, self.width() - 4.0, self.height() - 4.0, self._line)
        across, along = self._calendar.across, self._calendar.along
        keys = Qt.Key
        self.steps = {keys.Key_Left: -across, keys.Key_Right: across, keys.Key_Up: -along, keys.Key_Down: along}
        self.update()

    def _first_counted(self) -> int:
        """The first mark that is drawn: before the very first session nobody rested."""
        period = self._shown.period
        first = counted(period, self._shown.first_day).first
        if in_weeks(period):
            return next(n for n, week in enumerate(self._shown.weeks) if week.start + timedelta(days=6) >= first)
        return (first - period.first).days

    def _draw_dot(self, painter: QPainter, middle: QPointF, minutes: float) -> None:
        palette, cell = self.theme.palette, self._calendar.cell
        painter.setPen(Qt.PenStyle.NoPen)
        if not minutes:
            painter.setBrush(palette.line)
            size = _REST if not self._has_numbers() else 0.0
        else:
            level = self._level(minutes)
            painter.setBrush(between(palette.surface, palette.accent, DEPTHS[level]))
            size = (_SIZES_BEHIND_NUMBERS if self._has_numbers() else _SIZES)[level]
        painter.drawEllipse(middle, size * cell / 2, size * cell / 2)

    def _draw_number(self, painter: QPainter, middle: QPointF, mark: int, minutes: float) -> None:
        palette = self.theme.palette
        deep = minutes and DEPTHS[self._level(minutes)] > 0.6
        painter.setPen(palette.on_accent if deep else palette.text if minutes else palette.text_soft)
        half = self._calendar.cell / 2
        area = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._shown.days[mark].day.day))

    def _draw_ring(self, painter: QPainter, middle: QPointF, *, strong: bool) -> None:
        palette = self.theme.palette
        painter.setPen(QPen(palette.text, 2.0 if strong else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._calendar.cell * 0.48
        painter.drawEllipse(middle, radius, radius)

    def _draw_words(self, painter: QPainter) -> None:
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.palette.text_soft)
        for word in self._calendar.words:
            painter.drawText(self._area(word), self._alignment(word), word.text)

    def _area(self, word: Word) -> QRectF:
        line = self._line
        width = 6 * line
        left = word.x - width if word.left_of else word.x - width / 2 if len(word.text) == 1 else word.x
        return QRectF(left, word.y - line, width, 2 * line)

    @staticmethod
    def _alignment(word: Word) -> Qt.AlignmentFlag:
        flags = Qt.AlignmentFlag
        across = flags.AlignRight if word.left_of else flags.AlignHCenter if len(word.text) == 1 else flags.AlignLeft
        return flags.AlignVCenter | across

    def _level(self, minutes: float) -> int:
        return sum(minutes >= bound for bound in self._levels)

    def _has_numbers(self) -> bool:
        return self._calendar.along == 7 and self._calendar.cell >= 1.35 * self._line

    @property
    def _line(self) -> float:
        return QFontMetricsF(self.theme.font("small")).height()
