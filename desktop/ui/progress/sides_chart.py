"""Left and right of every place that has both: bars to either side of its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.where import PlaceFelt
from desktop.domain.where_map import BothSides
from desktop.domain.where_words import short_minutes, side_words, tension_words, unequal
from desktop.ui.progress.body_heat import Measure
from desktop.ui.progress.heat import MINUTES, TENSION
from desktop.ui.progress.readable import Readable
from desktop.ui.theme import Theme

MOST_ROWS = 10
_HEAD = ("YOUR LEFT", "YOUR RIGHT")
_NOT_RATED = "not rated"
_BAR = 0.55
"""Share of a row's height."""


class SidesChart(Readable):
    """The most worked places, one a row; the others are in the table."""

    steps: Mapping[Qt.Key, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
    newest_last = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Left and right, chart", parent)
        theme.changed.connect(self.updateGeometry)
        self._rows: tuple[BothSides, ...] = ()
        self._names: Mapping[str, str] = {}
        self._measure: Measure = "minutes"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def present(self, rows: Sequence[BothSides], names: Mapping[str, str]) -> None:
        self.pick(None)
        self._rows, self._names = tuple(rows[:MOST_ROWS]), names
        self.updateGeometry()
        self.update()

    def set_measure(self, measure: Measure) -> None:
        self._measure = measure
        self.update()

    @property
    def count(self) -> int:
        return len(self._rows)

    def place_of(self, mark: int) -> QPointF:
        return QPointF(self.width() / 2, (mark + 1.3) * self._row_height)

    def reading(self, mark: int) -> tuple[str, ...]:
        row = self._rows[mark]
        sides = (f"{side}: {_said(felt)}" for side, felt in (("Left", row.left), ("Right", row.right)))
        return (self._names[row.region], *sides, side_words(row).capitalize())

    def mark_at(self, position: QPointF) -> int | None:
        mark = int(position.y() // self._row_height) - 1
        return mark if 0 <= mark < self.count else None

    def bar(self, mark: int, left: bool) -> QRectF:
        """Where a side's bar is; without width where there is nothing."""
        value = self._value(self._rows[mark].left if left else self._rows[mark].right)
        names, most = self._names_width, self._most
        room = (self.width() - names) / 2 - self._numbers_width
        length = room * (value or 0.0) / most
        height = self._row_height * _BAR
        top = (mark + 1.5) * self._row_height - height / 2
        inner = (self.width() - names) / 2 if left else (self.width() + names) / 2
        return QRectF(inner - length if left else inner, top, length, height)

    def sizeHint(self) -> QSize:
        return QSize(480, round((max(self.count, 3) + 1.2) * self._row_height))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def draw(self, painter: QPainter) -> None:
        palette = self.theme.palette
        painter.setFont(self.theme.font("small"))
        painter.setPen(palette.text_soft)
        half = (self.width() - self._names_width) / 2
        centre = Qt.AlignmentFlag.AlignVCenter
        head = QRectF(0, 0, half, self._row_height)
        painter.drawText(head, centre | Qt.AlignmentFlag.AlignRight, _HEAD[0])
        head.moveRight(self.width())
        painter.drawText(head, centre | Qt.AlignmentFlag.AlignLeft, _HEAD[1])
        for mark in range(self.count):
            self._draw_row(painter, mark)

    def _draw_row(self, painter: QPainter, mark: int) -> None:
        palette, row = self.theme.palette, self._rows[mark]
        painter.setPen(Qt.PenStyle.NoPen)
        if mark == self.picked:
            painter.setBrush(palette.surface_soft)
            painter.drawRoundedRect(QRectF(0, (mark + 1) * self._row_height, self.width(), self._row_height), 8, 8)
        bars = (self.bar(mark, left=True), self.bar(mark, left=False))
        self._draw_bars(painter, row, *bars)
        painter.setFont(self.theme.font("small"))
        painter.setPen(palette.text_soft)
        for bar, felt, left in zip(bars, (row.left, row.right), (True, False), strict=True):
            self._draw_number(painter, bar, self._number(felt), left=left)
        painter.setFont(self.theme.font("body"))
        painter.setPen(palette.text)
        name = QRectF(0, (mark + 1) * self._row_height, self._names_width, self._row_height)
        name.moveCenter(QPointF(self.width() / 2, name.center().y()))
        elided = QFontMetricsF(painter.font()).elidedText(
            self._names[row.region], Qt.TextElideMode.ElideRight, name.width() - 16
        )
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, elided)

    def _draw_bars(self, painter: QPainter, row: BothSides, left: QRectF, right: QRectF) -> None:
        """What one side clearly has more than the other stands out."""
        ramp = (MINUTES if self._measure == "minutes" else TENSION)[self.theme.palette.dark]
        more = abs(left.width() - right.width()) if unequal(row, self._measure) else 0.0
        for bar, outer in ((left, left.left()), (right, right.right() - more)):
            painter.setBrush(ramp[2])
            painter.drawRoundedRect(bar, min(4.0, bar.width() / 2), 4)
            if more and bar.width() == max(left.width(), right.width()):
                painter.setBrush(ramp[4])
                painter.drawRoundedRect(QRectF(outer, bar.top(), more, bar.height()), min(4.0, more / 2), 4)

    def _draw_number(self, painter: QPainter, bar: QRectF, text: str, *, left: bool) -> None:
        room = QRectF(0, bar.top(), self._numbers_width, bar.height())
        if left:
            room.moveRight(bar.left() - 6)
        else:
            room.moveLeft(bar.right() + 6)
        side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)

    @property
    def _row_height(self) -> float:
        return QFontMetricsF(self.theme.font("body")).height() * 1.75

    @property
    def _names_width(self) -> float:
        metrics = QFontMetricsF(self.theme.font("body"))
        widest = max((metrics.horizontalAdvance(self._names[row.region]) for row in self._rows), default=0.0)
        return min(widest + 24, self.width() * 0.42)

    @property
    def _numbers_width(self) -> float:
        metrics = QFontMetricsF(self.theme.font("small"))
        return max(map(metrics.horizontalAdvance, [_NOT_RATED, *self._numbers])) + 8

    @property
    def _numbers(self) -> list[str]:
        return [self._number(felt) for row in self._rows for felt in (row.left, row.right)]

    @property
    def _most(self) -> float:
        """The longest bar; for tension the whole scale."""
        if self._measure == "tension":
            return 10.0
        return max((felt.seconds / 60 for row in self._rows for felt in (row.left, row.right)), default=0.0) or 1.0

    def _value(self, felt: PlaceFelt) -> float | None:
        if self._measure == "minutes":
            return felt.seconds / 60
        return felt.tension.median if felt.tension.counts else None

    def _number(self, felt: PlaceFelt) -> str:
        if self._measure == "minutes":
            return f"{short_minutes(felt.seconds)} min"
        return f"{felt.tension.median:g}" if felt.tension.counts else _NOT_RATED


def _said(felt: PlaceFelt) -> str:
    return f"{short_minutes(felt.seconds)} min, {tension_words(felt).lower()}"
