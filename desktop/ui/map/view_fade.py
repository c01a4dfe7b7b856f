"""One view of the body going over into the next."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPixmap


class ViewFade(QObject):
    """Paints the last picture of the old view ever fainter over the new one. `stepped` asks for a repaint."""

    stepped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._old: QPixmap | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._animation.valueChanged.connect(self.stepped)
        self._animation.finished.connect(self.end)

    @property
    def running(self) -> bool:
        return self._old is not None

    def begin(self, old: QPixmap | None, milliseconds: int) -> None:
        """Fades `old` (device-pixel sized) away; without time or picture the new view is there at once."""
        self._animation.stop()
        self._old = old if milliseconds else None
        if self._old is not None:
            self._animation.setDuration(milliseconds)
            self._animation.start()

    def end(self) -> None:
        self._animation.stop()
        self._old = None
        self.stepped.emit()

    def paint(self, painter: QPainter) -> None:
        if self._old is not None:
            painter.setOpacity(1.0 - float(self._animation.currentValue()))
            painter.drawPixmap(0, 0, self._old)
            painter.setOpacity(1.0)
