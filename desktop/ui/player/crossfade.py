"""What was seen before is let go slowly over what comes."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPixmap


class Crossfade(QObject):
    """Paints a picture that becomes fainter. Signal: `changed` (it is to be painted anew)."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before: QPixmap | None = None
        self._share = QVariantAnimation(self)
        self._share.setStartValue(0.0)
        self._share.setEndValue(1.0)
        self._share.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._share.valueChanged.connect(self._on_share)
        self._share.finished.connect(self.end)

    def begin(self, before: QPixmap, milliseconds: int) -> None:
        """Nothing else is seen at first but what was `before`."""
        self._before = before
        self._share.setDuration(milliseconds)
        self._share.start()

    def end(self) -> None:
        """At once, wherever it is."""
        self._share.stop()
        self._before = None
        self.changed.emit()

    def paint(self, painter: QPainter) -> None:
        """Over what comes."""
        if self._before is not None:
            painter.setOpacity(1 - float(self._share.currentValue()))
            painter.drawPixmap(0, 0, self._before)
            painter.setOpacity(1.0)

    def _on_share(self, _share: float) -> None:
        self.changed.emit()
