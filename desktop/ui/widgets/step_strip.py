"""The steps of a routine in a line, as long as they last and deeper where they are firmer."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.routine import Step
from desktop.ui.theme import Theme

THICKNESS = 5.0
_GAP = 2.0


def paint_steps(
    painter: QPainter, area: QRectF, steps: Sequence[Step], theme: Theme, left_out: Collection[int] = ()
) -> None:
    """Draws the steps over the width of `area`; those whose number is in `left_out` are hollow."""
    width = area.width() - _GAP * (len(steps) - 1)
    total = sum(step.seconds for step in steps)
    left, round_ = area.left(), area.height() / 2
    for step in steps:
        bar = QRectF(left, area.top(), width * step.seconds / total, area.height())
        if step.number in left_out:
            painter.setOpacity(1.0)
            painter.setPen(QPen(theme.palette.text_soft, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            bar.adjust(0.5, 0.5, -0.5, -0.5)
        else:
            painter.setOpacity(0.3 + 0.14 * min(step.pressure, 5))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.palette.accent)
        painter.drawRoundedRect(bar, round_, round_)
        left += bar.width() + _GAP + (1 if step.number in left_out else 0)
    painter.setOpacity(1.0)


class StepStrip(QWidget):
    """The line on its own. It only repeats what is said in words beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: Sequence[Step] = ()
        self._left_out: Collection[int] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_steps(self, steps: Sequence[Step], left_out: Collection[int] = ()) -> None:
        self._steps, self._left_out = steps, left_out
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, round(2 * THICKNESS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._steps:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_steps(painter, QRectF(self.rect()), self._steps, self._theme, self._left_out)
