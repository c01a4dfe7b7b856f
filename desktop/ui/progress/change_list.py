"""A list of median changes: a dot with its interval on one axis for all lines, and n; grey where too few to say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.progress import SAME
from desktop.domain.working_words import ChangeRow, median_interval, median_words
from desktop.ui.progress.readable import Readable
from desktop.ui.theme import Theme

_DOT = 5.5
_NAMES = 0.32
"""Share of the width the names may take at most."""
_LEAST_REACH = 3
_BESIDE = 56.0
"""Logical pixels between the axis and the words, for the half of its last label."""


class ChangeList(Readable):
    """Its marks are the lines. What is lower lies left of the middle, what is higher right, drawn alike."""

    steps: Mapping[Qt.Key, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
    newest_last = False

    def __init__(self, theme: Theme, name: str, noun: str = "session", parent: QWidget | None = None) -> None:
        """`noun` is what n counts."""
        super().__init__(theme, name, parent)
        self._noun = noun
        self._rows: tuple[ChangeRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def present(self, rows: Sequence[ChangeRow]) -> None:
        self.pick(None)
        self._rows = tuple(rows)
        self.updateGeometry()
        self.update()

    @property
    def count(self) -> int:
        return len(self._rows)

    def place_of(self, mark: int) -> QPointF:
        change = self._rows[mark].change
        return QPointF(self.x_of(change.median if change else 0.0), (mark + 1.25) * self._line)

    def x_of(self, change: float) -> float:
        """Where a change lies, in logical pixels."""
        axis = self._axis
        return axis.center().x() + change / self._reach * axis.width() / 2

    def mark_at(self, position: QPointF) -> int | None:
        mark = int(position.y() // self._line) - 1
        return mark if 0 <= mark < self.count else None

    def reading(self, mark: int) -> tuple[str, ...]:
        row = self._rows[mark]
        said = f"{median_words(row)}, {self._counted(row.n)}"
        return (row.name, said, median_interval(row).capitalize())

    def sizeHint(self) -> QSize:
        return QSize(480, round((max(self.count, 2) + 1.2) * self._line))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def draw(self, painter: QPainter) -> None:
        if any(row.change for row in self._rows):
            self._draw_axis(painter)
        for mark, row in enumerate(self._rows):
            self._draw_row(painter, mark, row)

    def _draw_axis(self, painter: QPainter) -> None:
        palette, axis, reach = self.theme.palette, self._axis, self._reach
        band = QRectF(self.x_of(-SAME), self._line, self.x_of(SAME) - self.x_of(-SAME), self.height() - self._line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.surface_soft)
        painter.drawRoundedRect(band, 6, 6)
        painter.setPen(QPen(palette.line, 1))
        painter.drawLine(QLineF(axis.center().x(), self._line, axis.center().x(), self.height()))
        painter.setFont(self.theme.font("small"))
        painter.setPen(palette.text_soft)
        for value, text in ((-reach, f"{reach} lower"), (0, "same"), (reach, f"{reach} higher")):
            width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2
            room = QRectF(self.x_of(value) - width / 2, 0, width, self._line)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_row(self, painter: QPainter, mark: int, row: ChangeRow) -> None:
        palette, top = self.theme.palette, (mark + 1) * self._line
        if mark == self.picked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.surface_soft)
            painter.drawRoundedRect(QRectF(0, top, self.width(), self._line), 8, 8)
        self._draw_words(painter, top, row)
        if row.change is None:
            return
        y = top + self._line / 2
        painter.setPen(QPen(palette.text_soft, 2))
        if row.change.low is not None and row.change.high is not None:
            low, high = self.x_of(row.change.low), self.x_of(row.change.high)
            painter.drawLine(QLineF(low, y, high, y))
            for x in (low, high):
                painter.drawLine(QLineF(x, y - 4, x, y + 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.accent)
        painter.drawEllipse(QPointF(self.x_of(row.change.median), y), _DOT, _DOT)

    def _draw_words(self, painter: QPainter, top: float, row: ChangeRow) -> None:
        palette = self.theme.palette
        painter.setFont(self.theme.font("body"))
        painter.setPen(palette.text if row.change else palette.text_soft)
        metrics = QFontMetricsF(painter.font())
        name = QRectF(4, top, self._axis.left() - 40, self._line)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(name, middle, metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, name.width()))
        words = QRectF(0, top, self._words_width, self._line)
        words.moveRight(self.width() - 4)
        counted = f"  {self._counted(row.n)}"
        painter.setFont(self.theme.font("small"))
        painter.setPen(palette.text_soft)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, counted)
        words.setRight(
            words.right() - QFontMetricsF(painter.font()).horizontalAdvance(f"  {self._counted(self._most)}")
        )
        painter.setFont(self.theme.font("body" if row.change else "small"))
        painter.setPen(palette.text if row.change else palette.text_soft)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, median_words(row))

    def _counted(self, n: int) -> str:
        return f"{n:,} {self._noun}" if n == 1 else f"{n:,} {self._noun}s"

    @property
    def _most(self) -> int:
        return max((row.n for row in self._rows), default=0)

    @property
    def _words_width(self) -> float:
        """What stands at the right: the change and n."""
        small, body = (QFontMetricsF(self.theme.font(kind)) for kind in ("small", "body"))
        said = [(body if row.change else small).horizontalAdvance(median_words(row)) for row in self._rows]
        return max(said, default=0.0) + small.horizontalAdvance(f"  {self._counted(self._most)}") + 8

    @property
    def _line(self) -> float:
        return QFontMetricsF(self.theme.font("body")).height() * 1.75

    @property
    def _axis(self) -> QRectF:
        metrics = QFontMetricsF(self.theme.font("body"))
        widest = max((metrics.horizontalAdvance(row.name) for row in self._rows), default=0.0)
        left = min(widest, self.width() * _NAMES) + 52
        return QRectF(left, 0, max(self.width() - self._words_width - left - _BESIDE, 40.0), self._line)

    @property
    def _reach(self) -> int:
        """How far the axis goes to either side: over every interval."""
        changes = [row.change for row in self._rows if row.change]
        ends = [abs(end) for change in changes for end in (change.median, change.low, change.high) if end is not None]
        return max(_LEAST_REACH, ceil(max(ends, default=0.0)))
