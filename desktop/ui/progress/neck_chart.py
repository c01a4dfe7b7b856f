"""Neck checks over time: turning in degrees with its band, or finger-widths as plain dots."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.domain.neck_check import TURN_BAND, NeckCheck, NeckMove
from desktop.domain.neck_series import NeckPoint, neck_points, usual
from desktop.domain.neck_words import point_words
from desktop.domain.progress import Period
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.marks import Marks, cosmetic
from desktop.ui.progress.ticks import Tick, day_ticks
from desktop.ui.theme import Theme

Points = dict[NeckMove, list[QPointF]]

_DOT, _LEAST_DOT = 5.0, 2.5
_BESIDE = 0.9
"""How far two movements of one day stand to either side of it, in units of _DOT."""
_SHAPES = {
    NeckMove.TURN_LEFT: ((-1.2, 0), (0.8, 1.1), (0.8, -1.1)),
    NeckMove.TURN_RIGHT: ((1.2, 0), (-0.8, 1.1), (-0.8, -1.1)),
    NeckMove.BEND_LEFT: ((-1.2, 0), (0.8, 1.1), (0.8, -1.1)),
    NeckMove.BEND_RIGHT: ((1.2, 0), (-0.8, 1.1), (-0.8, -1.1)),
    NeckMove.CHIN: ((0, -1.2), (1.1, 0.8), (-1.1, 0.8)),
}
"""Which way the signs point, in units of _DOT, up positive."""


class NeckMarks(Marks):
    """A sign for each check and movement at x = days since the first; the band lies behind the line that joins them."""

    def __init__(self, theme: Theme, moves: Sequence[NeckMove]) -> None:
        super().__init__(theme)
        self.moves = tuple(moves)
        self.points: Points = {move: [] for move in moves}
        self.band: tuple[float, float] | None = None
        self.area = QRectF(0, 0, 1, 1)

    def show_points(
        self, points: dict[NeckMove, list[QPointF]], band: tuple[float, float] | None, area: QRectF
    ) -> None:
        self.prepareGeometryChange()
        self.points, self.band, self.area = points, band, area
        self.update()

    def boundingRect(self) -> QRectF:
        return self.area

    def draw(self, painter: QPainter, wide: float, high: float) -> None:
        palette = self.theme.palette
        if self.band is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.line if palette.dark else palette.surface_soft)
            low, top = self.band
            painter.drawRect(QRectF(self.area.left(), low, self.area.width(), top - low))
        size = self._size(wide)
        across, upward = size * wide, size * high
        for number, move in enumerate(self.moves):
            filled = number % 2 == 1 or len(self.moves) == 1
            if self.band is not None:
                painter.setPen(cosmetic(painter, palette.text_soft, 1.4))
                painter.drawPolyline(self.points[move])
            painter.setPen(cosmetic(painter, palette.accent, 1.8))
            painter.setBrush(palette.accent if filled else palette.surface)
            aside = 0.0 if len(self.moves) == 1 else _BESIDE * (2 * number - 1)
            for point in self.points[move]:
                painter.drawPolygon(QPolygonF([_corner(point, x + aside, y, across, upward) for x, y in _SHAPES[move]]))

    def _size(self, wide: float) -> float:
        """Of a sign, in logical pixels: smaller where they stand close."""
        most = max(map(len, self.points.values()), default=0) or 1
        return min(max(0.5 * self.area.width() / wide / most, _LEAST_DOT), _DOT)


class NeckChart(Canvas):
    """`moves` of one unit. Its marks are the checks, or their middles by month or quarter; turning has its band."""

    def __init__(self, theme: Theme, moves: Sequence[NeckMove], name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, f"{name}, chart", parent)
        self._moves = tuple(moves)
        self._turning = all(move.turns for move in moves)
        self._marks = NeckMarks(theme, moves)
        self._points: tuple[NeckPoint, ...] = ()
        self._period = Period(date.min, date.min)
        self.plot.addItem(self._marks)
        self.dress()

    def present(self, checks: Sequence[NeckCheck], first: date, last: date) -> None:
        """The checks, the oldest first, from one day to another."""
        self.pick(None)
        shown = [check for check in checks if any(move in check.tries for move in self._moves)]
        self._points = neck_points(shown)
        self._period = Period(first, last)
        points = {move: self._points_of(move) for move in self._moves}
        top = self._top(points)
        margin = max(self._period.days * 0.04, 0.6)
        area = QRectF(-margin, 0, self._period.days - 1 + 2 * margin, top)
        middle = usual(shown, self._moves[0]) if self._turning else None
        band = None if middle is None else (max(middle - TURN_BAND, 0.0), middle + TURN_BAND)
        self._marks.show_points(points, band, area)
        self.reach = max(margin, self._period.days / 60)
        self.frame((area.left(), area.right()), (0, top * 1.06))
        self.relabel()

    def relabel(self) -> None:
        if self._points:
            room = max(2, int(self.width() / (self.theme.points("small") * 13)))
            self.label(self._value_ticks(), day_ticks(self._period, room))

    @property
    def count(self) -> int:
        return len(self._points)

    def place_of(self, mark: int) -> QPointF:
        point = self._points[mark]
        return QPointF(self._x(point), max(point.values[move] for move in self._moves if move in point.values))

    def reading(self, mark: int) -> tuple[str, ...]:  # type: ignore[override] # a line for each movement
        return point_words(self._points[mark], self._moves)

    def _points_of(self, move: NeckMove) -> list[QPointF]:
        return [QPointF(self._x(point), point.values[move]) for point in self._points if move in point.values]

    def _x(self, point: NeckPoint) -> int:
        return (point.day - self._period.first).days

    def _top(self, points: Points) -> float:
        if self._turning:
            return 120.0
        most = max((point.y() for each in points.values() for point in each), default=0.0)
        return float(max(4, ceil(most) + 1))

    def _value_ticks(self) -> list[Tick]:
        if self._turning:
            return [(value, f"{value}°") for value in (0, 30, 60, 90, 120)]
        top = int(self._marks.area.height())
        return [(value, f"{value}") for value in range(0, top + 1, 1 if top <= 5 else 2)]


def _corner(point: QPointF, x: float, y: float, across: float, upward: float) -> QPointF:
    return QPointF(point.x() + x * across, point.y() + y * upward)
