"""Both groups of an experiment: the tension of every day as a dot, the mean with its interval."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.experiment import Choice
from desktop.domain.experiment_words import group_words
from desktop.domain.progress import Change
from desktop.domain.tally import Tally
from desktop.domain.working import ExperimentResult
from desktop.ui.progress.experiment_days import draw_sign
from desktop.ui.progress.legend import diamond
from desktop.ui.progress.readable import Readable
from desktop.ui.progress.tints import faint
from desktop.ui.theme import Theme

_DOT = 4.0
_MOST = 10


class ExperimentGroups(Readable):
    """Two lines on one scale from 0 (loose) to 10 (very tense)."""

    steps: Mapping[Qt.Key, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
    newest_last = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Tension on the days of either choice, chart", parent)
        self._result: ExperimentResult | None = None
        self._names: Mapping[Choice, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def present(self, result: ExperimentResult, names: Mapping[Choice, str]) -> None:
        self.pick(None)
        self._result, self._names = result, names
        self.update()

    @property
    def count(self) -> int:
        return 2 if self._result else 0

    def place_of(self, mark: int) -> QPointF:
        change = self._mean(mark)
        return QPointF(self.x_of(change.mean if change else 5.0), self._middle(mark))

    def x_of(self, tension: float) -> float:
        axis = self._axis
        return axis.left() + tension / _MOST * axis.width()

    def mark_at(self, position: QPointF) -> int | None:
        mark = int((position.y() - self._line) // self._row)
        return mark if 0 <= mark < self.count else None

    def reading(self, mark: int) -> tuple[str, ...]:
        return (self._names[tuple(Choice)[mark]], group_words(self._mean(mark)))

    def sizeHint(self) -> QSize:
        return QSize(480, round(2 * self._row + 2.4 * self._line))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def draw(self, painter: QPainter) -> None:
        palette = self.theme.palette
        painter.setFont(self.theme.font("small"))
        for value in range(0, _MOST + 1, 2):
            x = self.x_of(value)
            painter.setPen(QPen(palette.line, 1))
            painter.drawLine(QLineF(x, self._line * 0.6, x, self._line + 2 * self._row))
            painter.setPen(palette.text_soft)
            text = {0: "0 loose", _MOST: "10 very tense"}.get(value, f"{value}")
            width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2
            room = QRectF(x - width / 2, self._line + 2 * self._row, width, self._line * 1.3)
            room.moveRight(min(room.right(), self.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        for mark, choice in enumerate(Choice):
            self._draw_group(painter, mark, choice)

    def _draw_group(self, painter: QPainter, mark: int, choice: Choice) -> None:
        palette, y = self.theme.palette, self._middle(mark)
        draw_sign(painter, choice, QPointF(12, y), palette.accent, palette.surface)
        painter.setFont(self.theme.font("body"))
        painter.setPen(palette.text)
        room = QRectF(28, y - self._row / 2, self._axis.left() - 28 - 24, self._row)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._names[choice])
        if self._result is not None:
            self._draw_days(painter, self._result.felt[choice], y + self._row * 0.22)
        change = self._mean(mark)
        if change is not None and change.low is not None and change.high is not None:
            self._draw_mean(painter, change, y - self._row * 0.14)

    def _draw_days(self, painter: QPainter, felt: Tally, y: float) -> None:
        """Equal days stand on each other, hanging down from their line."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faint(self.theme.palette.accent, 0.7))
        room = self._axis.width() / _MOST
        for value, times in felt.counts:
            step = min(2 * _DOT + 1, room * 0.9 / max(times, 1))
            for number in range(times):
                x = self.x_of(value) + (number - (times - 1) / 2) * step
                painter.drawEllipse(QPointF(x, y), _DOT, _DOT)

    def _draw_mean(self, painter: QPainter, change: Change, y: float) -> None:
        palette = self.theme.palette
        low, high = self.x_of(change.low or 0.0), self.x_of(change.high or 0.0)
        painter.setPen(QPen(palette.text, 2))
        painter.drawLine(QLineF(low, y, high, y))
        for x in (low, high):
            painter.drawLine(QLineF(x, y - 5, x, y + 5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.text)
        painter.drawPolygon(diamond(QPointF(self.x_of(change.mean), y), 7))

    def _mean(self, mark: int) -> Change | None:
        return self._result.mean(tuple(Choice)[mark]) if self._result else None

    def _middle(self, mark: int) -> float:
        return self._line + (mark + 0.5) * self._row

    @property
    def _line(self) -> float:
        return QFontMetricsF(self.theme.font("small")).height()

    @property
    def _row(self) -> float:
        return self._line * 3.4

    @property
    def _axis(self) -> QRectF:
        metrics = QFontMetricsF(self.theme.font("body"))
        widest = max(map(metrics.horizontalAdvance, self._names.values()), default=0.0)
        left = min(widest + 80, self.width() * 0.36)
        return QRectF(left, 0, max(self.width() - left - 56, 40.0), self._row)
