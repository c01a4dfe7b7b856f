"""The twenty-eight days of an experiment in their blocks of four: what was drawn, and whether it was kept to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.captions import day_words
from desktop.domain.experiment import BLOCK, Choice, Experiment, ExperimentDay
from desktop.domain.experiment_words import choice_words
from desktop.ui.icons import paint_icon
from desktop.ui.progress.readable import Readable
from desktop.ui.theme import Theme

_GAP = 0.45
"""Between blocks, in widths of a day."""
_SIZE = 8.0


class ExperimentDays(Readable):
    """Its marks are the days that have come; those to come are blank, so that nobody waits for them.

    Signal: `chosen(date)` a day that was clicked, or picked and confirmed with Enter."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Days of the experiment", parent)
        self._days: tuple[ExperimentDay, ...] = ()
        self._names: Mapping[Choice, str] = {}
        self._past = 0
        self._shown: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def present(self, experiment: Experiment, names: Mapping[Choice, str], today: date, shown: date | None) -> None:
        """`shown` is the day that is spoken of beside the picture."""
        self.pick(None)
        self._days, self._names, self._shown = experiment.days, names, shown
        self._past = sum(day.day <= min(today, experiment.last) for day in experiment.days)
        self.update()

    @property
    def count(self) -> int:
        return self._past

    def place_of(self, mark: int) -> QPointF:
        width = self._width
        return QPointF((mark + 0.5 + _GAP * (mark // BLOCK)) * width, self._line * 1.1)

    def mark_at(self, position: QPointF) -> int | None:
        near = [mark for mark in range(self.count) if abs(self.place_of(mark).x() - position.x()) <= self._width / 2]
        return near[0] if near else None

    def reading(self, mark: int) -> tuple[str, ...]:
        day = self._days[mark]
        return (day_words(day.day), choice_words(day, self._names[day.choice]))

    def sizeHint(self) -> QSize:
        return QSize(480, round(self._line * 4.1))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self.mark_at(event.position())
        if mark is not None:
            self.chosen.emit(self._days[mark].day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.picked is not None:
            self.chosen.emit(self._days[self.picked].day)
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter) -> None:
        palette = self.theme.palette
        for mark, day in enumerate(self._days):
            middle = self.place_of(mark)
            if mark >= self._past:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(palette.line)
                painter.drawEllipse(middle, 2.5, 2.5)
                continue
            if day.day == self._shown or mark == self.picked:
                self._draw_frame(painter, middle, strong=mark == self.picked)
            draw_sign(painter, day.choice, middle, palette.accent, palette.surface)
            self._draw_kept(painter, day, middle + QPointF(0, self._line * 1.15))
        self._draw_ends(painter)

    def _draw_frame(self, painter: QPainter, middle: QPointF, *, strong: bool) -> None:
        palette = self.theme.palette
        painter.setPen(QPen(palette.text if strong else palette.text_soft, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        room = QRectF(0, 0, min(self._width, 30), self._line * 2.15)
        room.moveCenter(middle + QPointF(0, self._line * 0.55))
        painter.drawRoundedRect(room, 8, 8)

    def _draw_kept(self, painter: QPainter, day: ExperimentDay, middle: QPointF) -> None:
        if day.kept is not None:
            area = QRectF(middle.x() - 7, middle.y() - 7, 14, 14)
            paint_icon(painter, "check" if day.kept else "close", area, self.theme.palette.text_soft)

    def _draw_ends(self, painter: QPainter) -> None:
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.palette.text_soft)
        line = QRectF(0, self.height() - self._line * 1.1, self.width(), self._line * 1.1)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, day_words(self._days[0].day))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, day_words(self._days[-1].day))

    @property
    def _line(self) -> float:
        return QFontMetricsF(self.theme.font("small")).height()

    @property
    def _width(self) -> float:
        """The room of a day."""
        days = max(len(self._days), BLOCK)
        return self.width() / (days + _GAP * (days // BLOCK - 1))


def draw_sign(painter: QPainter, choice: Choice, middle: QPointF, colour: QColor, ground: QColor) -> None:
    """One choice is a filled dot, the other a hollow diamond."""
    painter.setPen(QPen(colour, 2))
    if choice is Choice.A:
        painter.setBrush(colour)
        painter.drawEllipse(middle, _SIZE - 1.5, _SIZE - 1.5)
    else:
        painter.setBrush(ground)
        ends = ((-_SIZE, 0), (0, -_SIZE), (_SIZE, 0), (0, _SIZE))
        painter.drawPolygon(QPolygonF([middle + QPointF(dx, dy) for dx, dy in ends]))
