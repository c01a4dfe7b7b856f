"""What the charts share: a pyqtgraph view without its menus, buttons and margins, and a mark that can be read."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_left

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from desktop.ui.map.bubble import paint_bubble
from desktop.ui.progress.marks import cosmetic
from desktop.ui.progress.ticks import Tick
from desktop.ui.theme import Theme

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Canvas(pg.GraphicsView):  # type: ignore[misc] # pyqtgraph has no types
    """A plot of marks, numbered from the left. One of them can be picked, with the pointer or with the arrow keys;
    its reading then floats above it and is told to screen readers.

    Subclasses draw the marks, in the units of the plot, and say where they are and what they read. A mark is found
    by the pointer up to `reach` units beside it."""

    reach = 1.0

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.theme = theme
        self.picked: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.setAntialiasing(True)
        self.plot = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self._left, self._bottom = _axis("left"), _axis("bottom")
        self._lines: list[pg.InfiniteLine] = []
        self._left_ticks: list[Tick] | None = None
        self._layout = self._lay_out()
        theme.changed.connect(self.dress)

    @property
    @abstractmethod
    def count(self) -> int:
        """How many marks there are."""

    @abstractmethod
    def place_of(self, mark: int) -> QPointF:
        """Where the reading of a mark points to, in the units of the plot."""

    @abstractmethod
    def reading(self, mark: int) -> tuple[str, str]:
        """What a mark says, and a smaller note."""

    def frame(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Shows exactly this part of the plot."""
        self.plot.setRange(xRange=x, yRange=y, padding=0, disableAutoRange=True)

    def label(self, left: list[Tick], bottom: list[Tick]) -> None:
        """Labels both axes and draws a quiet line at each label of the left one."""
        self._bottom.setTicks([bottom])
        if left == self._left_ticks:
            return
        self._left_ticks = left
        self._left.setTicks([left])
        for line in self._lines:
            self.plot.removeItem(line)
        self._lines = [pg.InfiniteLine(value, angle=0) for value, _ in left]
        for line in self._lines:
            line.setZValue(-5)
            self.plot.addItem(line, ignoreBounds=True)
        self.dress()

    def dress(self) -> None:
        """Takes colours and sizes from the theme."""
        palette, font = self.theme.palette, self.theme.font("small")
        height = QFontMetricsF(font).height()
        for axis in (self._left, self._bottom):
            axis.setTickFont(font)
            axis.setTextPen(palette.text_soft)
        widths = [QFontMetricsF(font).horizontalAdvance(text) for _, text in self._left_ticks or ()]
        self._left.setWidth(max(widths, default=0) + 12)
        self._bottom.setHeight(height + 12)
        self._bottom.setStyle(hideOverlappingLabels=round(2 * height))
        self._layout.setContentsMargins(0, height / 2, 1.4 * height, 0)
        for number, line in enumerate(self._lines):
            colour = QColor(palette.line)
            colour.setAlphaF(1.0 if not number else 0.55)
            line.setPen(cosmetic(self, colour, 1))
        self.setBackground(palette.surface)
        self.viewport().update()

    def close(self) -> bool:
        """Closes like any other widget: pyqtgraph would take its own viewport away first, and crash."""
        return QGraphicsView.close(self)

    def pick(self, mark: int | None) -> None:
        """Picks a mark, or none."""
        if mark == self.picked:
            return
        self.picked = mark
        self.setAccessibleDescription("" if mark is None else ", ".join(self.reading(mark)))
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pick(self._mark_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002
        self.pick(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark = self._mark_by_key(Qt.Key(event.key()))
        if mark is None:
            event.ignore()
        else:
            self.pick(mark if mark >= 0 else None)

    def focusOutEvent(self, event: QEvent) -> None:
        self.pick(None)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event is not None and self.count:
            self.relabel()

    def sizeHint(self) -> QSize:
        return QSize(320, round(self.theme.points("body") * 16))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, round(self.theme.points("body") * 10))

    def relabel(self) -> None:
        """Labels the axes anew for the room there is. Nothing here; charts with many labels do it."""

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # noqa: ARG002
        bounds = QRectF(self.viewport().rect())
        if self.hasFocus():
            painter.setPen(QPen(self.theme.palette.accent, 2))
            painter.drawRoundedRect(bounds.adjusted(1, 1, -1, -1), 10, 10)
        if self.picked is not None:
            at = self.plot.mapViewToScene(self.place_of(self.picked))
            paint_bubble(painter, self.theme, at, self.reading(self.picked), bounds)

    def _mark_at(self, position: QPointF) -> int | None:
        if not self.count or not self.plot.sceneBoundingRect().contains(position):
            return None
        x = self.plot.mapSceneToView(position).x()
        after = bisect_left(range(self.count), x, key=self._x_of)
        nearest = min({max(after - 1, 0), min(after, self.count - 1)}, key=lambda mark: abs(self._x_of(mark) - x))
        return nearest if abs(self._x_of(nearest) - x) <= self.reach else None

    def _x_of(self, mark: int) -> float:
        return self.place_of(mark).x()

    def _mark_by_key(self, key: Qt.Key) -> int | None:
        """The mark a key leads to, -1 for none of them; None where the key is not ours."""
        last = self.count - 1
        if last < 0:
            return None
        if key == Qt.Key.Key_Escape:
            return None if self.picked is None else -1
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return 0 if key == Qt.Key.Key_Home else last
        if key in _STEPS:
            start = self.picked if self.picked is not None else last + (key == Qt.Key.Key_Left)
            return min(max(start + _STEPS[key], 0), last)
        return None

    def _lay_out(self) -> pg.GraphicsLayout:
        layout = pg.GraphicsLayout()
        layout.setSpacing(0)
        layout.addItem(self._left, 0, 0)
        layout.addItem(self.plot, 0, 1)
        layout.addItem(self._bottom, 1, 1)
        self._left.linkToView(self.plot)
        self._bottom.linkToView(self.plot)
        self.setCentralItem(layout)
        return layout


def _axis(side: str) -> pg.AxisItem:
    """An axis that is only its labels."""
    axis = pg.AxisItem(side, pen=QPen(Qt.PenStyle.NoPen), maxTickLength=0)
    axis.setStyle(tickTextOffset=8, tickAlpha=0, autoExpandTextSpace=False, hideOverlappingLabels=False)
    return axis
