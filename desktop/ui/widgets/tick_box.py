"""A tick box that is plain to see in both themes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.theme import SPACE_S, Theme

_BOX = 20.0
_WRAPPED = Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextWordWrap


class TickBox(QCheckBox):
    """Behaves like a QCheckBox; only the drawing is ours, and long words break into lines."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(round(_BOX) + SPACE_S + text.width() + 4, max(round(_BOX), text.height()) + SPACE_S)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(_BOX) * 6, round(_BOX) + SPACE_S)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = QRect(0, 0, self.width() - round(_BOX) - SPACE_S - 1, 10_000)
        lines = self.fontMetrics().boundingRect(room, _WRAPPED, self.text())
        self.setMinimumHeight(max(round(_BOX), lines.height()) + SPACE_S)

    def hitButton(self, _position: QPoint) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, (self.height() - _BOX) / 2, _BOX, _BOX)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.accent if self.isEnabled() else palette.line)
        else:
            painter.setPen(QPen(palette.text_soft, 1.6))
            painter.setBrush(palette.surface)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if self.isChecked():
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), palette.on_accent)
        painter.setPen(palette.text if self.isEnabled() else palette.text_soft)
        words = QRectF(box.right() + SPACE_S, 0, self.width() - box.right() - SPACE_S, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | _WRAPPED, self.text())
        if self.hasFocus():
            painter.setPen(QPen(palette.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 6, 6)
