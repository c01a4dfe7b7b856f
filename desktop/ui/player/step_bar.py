"""The thin bar of all steps: how far it is, and a click leads to a step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.domain.frame import Frame, Phase
from desktop.domain.routine import Step
from desktop.ui.theme import Theme

THICK, THICK_LIT = 5.0, 8.0
GAP = 4.0


class StepBar(QWidget):
    """One piece a step, as long as its seconds. Signal: `chosen(int)`, the index of the step clicked."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: Sequence[Step] = ()
        self._index = -1
        self._share = 0.0
        self._hovered = -1
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Steps")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.update)

    def set_steps(self, steps: Sequence[Step]) -> None:
        self._steps, self._index, self._share = steps, -1, 0.0
        self.update()

    def show_frame(self, frame: Frame) -> None:
        index = -1 if frame.phase is Phase.GET_READY else frame.step
        share = 0.0 if frame.phase.waits else frame.elapsed / max(frame.elapsed + frame.remaining, 1e-6)
        if index == self._index and abs(share - self._share) * self._length(frame.step) < 1:
            return
        if index != self._index and self._steps:
            step = self._steps[max(index, 0)]
            self.setAccessibleDescription(f"Step {max(index, 0) + 1} of {len(self._steps)}: {step.name}")
        self._index, self._share = index, share
        self.update()

    def _length(self, index: int) -> float:
        """About how many pixels long a step's piece is."""
        return self.width() * self._steps[index].seconds / sum(step.seconds for step in self._steps)

    def pieces(self) -> list[QRectF]:
        """The piece of each step, over the bar's whole height so that it is easy to hit."""
        total = sum(step.seconds for step in self._steps) or 1.0
        free = self.width() - GAP * (len(self._steps) - 1)
        pieces, left = [], 0.0
        for step in self._steps:
            width = free * step.seconds / total
            pieces.append(QRectF(left, 0, width, self.height()))
            left += width + GAP
        return pieces

    def index_at(self, x: float) -> int:
        """The step at `x`, gaps halved between neighbours; -1 while there are no steps."""
        return next((i for i, piece in enumerate(self.pieces()) if x < piece.right() + GAP / 2), len(self._steps) - 1)

    def sizeHint(self) -> QSize:
        return QSize(400, 24)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.index_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.chosen.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.index_at(event.position().x()))

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover(-1)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.index_at(event.pos().x())
            if index >= 0:
                QToolTip.showText(event.globalPos(), self.tip(index), self)
            return True
        return super().event(event)

    def tip(self, index: int) -> str:
        step = self._steps[index]
        return f"{index + 1}. {step.name}, {round(step.seconds)} s"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.palette.surface)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, piece in enumerate(self.pieces()):
            self._paint_piece(painter, index, piece)

    def _paint_piece(self, painter: QPainter, index: int, piece: QRectF) -> None:
        palette, lit = self._theme.palette, index in (self._index, self._hovered)
        thick = THICK_LIT if lit else THICK
        bar = QRectF(piece.left(), piece.center().y() - thick / 2, piece.width(), thick)
        done = 1.0 if index < self._index else self._share if index == self._index else 0.0
        painter.setBrush(palette.line)
        painter.drawRoundedRect(bar, thick / 2, thick / 2)
        if done > 0:
            colour = QColor(palette.accent)
            colour.setAlphaF(1.0 if index == self._index else 0.55)
            painter.setBrush(colour)
            bar.setWidth(thick + max(bar.width() - thick, 0.0) * done)
            painter.drawRoundedRect(bar, thick / 2, thick / 2)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()
