"""Tension before and after each session: hollow before, filled after, the newest at the right."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.domain.captions import count, day_words, month_words
from desktop.domain.feeling import Feeling
from desktop.domain.progress import SAME, Pair, Unit, change_words, week_start
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.marks import Marks, cosmetic
from desktop.ui.progress.ticks import month_ticks, named_ticks
from desktop.ui.theme import Theme

_LEAST_ROOM = 12
"""Sessions there is room for from the start, so that the first one does not stand in a desert."""
_DOT = 5.5
"""Radius of a dot, logical pixels, where there is room."""
SCALE = [(0.0, "loose  0"), (5.0, "5"), (10.0, "very tense  10")]


class Dumbbells(Marks):
    """A pair of dots a session, at x = its number, on a grey band of what counts as about the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.pairs: tuple[Pair, ...] = ()

    def show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        self.prepareGeometryChange()
        self.pairs = pairs
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-1, -1, max(len(self.pairs), _LEAST_ROOM) + 1, 12)

    def draw(self, painter: QPainter, wide: float, high: float) -> None:
        radius = min(_DOT, 0.36 / wide)
        dot = QPointF(radius * wide, radius * high)
        self._paint_bands(painter, dot)
        for x, pair in enumerate(self.pairs):
            self._paint_pair(painter, x, pair, dot)

    def _paint_bands(self, painter: QPainter, dot: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.palette.surface_soft)
        half, round_y = 1.7 * dot.x(), 1.7 * dot.y()
        for x, pair in enumerate(self.pairs):
            band = QRectF(x - half, pair.before - SAME - dot.y(), 2 * half, 2 * SAME + 2 * dot.y())
            painter.drawRoundedRect(band, half, round_y)

    def _paint_pair(self, painter: QPainter, x: int, pair: Pair, dot: QPointF) -> None:
        palette = self.theme.palette
        painter.setPen(cosmetic(painter, palette.text_soft, 1.6))
        if pair.before != pair.after:
            painter.drawLine(QLineF(x, pair.before, x, pair.after))
        painter.setBrush(palette.surface)
        painter.drawEllipse(QPointF(x, pair.before), dot.x(), dot.y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.accent)
        inside = 0.62 if pair.before == pair.after else 1.12
        painter.drawEllipse(QPointF(x, pair.after), inside * dot.x(), inside * dot.y())


class PairsChart(Canvas):
    """Dumbbells over the sessions of a period; where they are too many, over its weeks or months (`unit`)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Tension before and after each session, chart", parent)
        self.unit = Unit.SESSION
        self._dumbbells = Dumbbells(theme)
        self.plot.addItem(self._dumbbells)

    def present(self, feeling: Feeling) -> None:
        self.pick(None)
        self.unit = feeling.unit
        self._dumbbells.show_pairs(feeling.pairs)
        self.frame((-0.7, max(len(feeling.pairs), _LEAST_ROOM) - 0.3), (-0.6, 10.6))
        self.relabel()

    def relabel(self) -> None:
        room = max(2, int(self.width() / (self.theme.points("small") * 8)))
        share = min(1.0, self.count / _LEAST_ROOM)
        most = max(1, int(room * share))
        pairs = self._dumbbells.pairs
        if self.unit is Unit.MONTH:
            self.label(SCALE, month_ticks([pair.started_at.date() for pair in pairs], most))
        else:
            self.label(SCALE, named_ticks([self._when(pair) for pair in pairs], most))

    @property
    def count(self) -> int:
        return len(self._dumbbells.pairs)

    def place_of(self, mark: int) -> QPointF:
        pair = self._dumbbells.pairs[mark]
        return QPointF(mark, max(pair.before, pair.after))

    def reading(self, mark: int) -> tuple[str, str]:
        pair = self._dumbbells.pairs[mark]
        told = f"{self._when(pair)}: {change_words(pair.before, pair.after)}"
        if self.unit is not Unit.SESSION:
            told = f"{self.unit.capitalize()} of {told}, mean of {count(pair.sessions, 'session')}"
        return f"{pair.before:.2g} before, {pair.after:.2g} after", told

    def _when(self, pair: Pair) -> str:
        day = pair.started_at.date()
        if self.unit is Unit.MONTH:
            return month_words(day, with_year=True)
        return day_words(week_start(day) if self.unit is Unit.WEEK else day)
