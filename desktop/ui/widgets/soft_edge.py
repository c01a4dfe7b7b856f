"""Lets what scrolls away fade out instead of being cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui.theme import Theme

_HEIGHT = 28


class SoftEdge(QWidget):
    """Lies over the foot of a scroll area on one of the palette's colours; gone once the end is reached."""

    def __init__(self, area: QScrollArea, theme: Theme, colour: str = "surface") -> None:
        super().__init__(area)
        self._area, self._theme, self._colour = area, theme, colour
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        area.installEventFilter(self)
        area.verticalScrollBar().valueChanged.connect(self._follow)
        area.verticalScrollBar().rangeChanged.connect(self._follow)
        theme.changed.connect(self.update)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        surface = QColor(getattr(self._theme.palette, self._colour))
        clear = QColor(surface)
        clear.setAlpha(0)
        gradient = QLinearGradient(QPointF(0, 0), QPointF(0, self.height()))
        gradient.setColorAt(0, clear)
        gradient.setColorAt(1, surface)
        QPainter(self).fillRect(self.rect(), gradient)

    def _follow(self) -> None:
        bar, area = self._area.verticalScrollBar(), self._area
        self.setGeometry(0, area.height() - _HEIGHT, area.viewport().width(), _HEIGHT)
        self.setVisible(bar.value() < bar.maximum())
        self.raise_()
