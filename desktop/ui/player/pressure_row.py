"""How firm, on a scale of ten with the ceiling marked, and two buttons to change it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.ui.player.pressure import Pressure
from desktop.ui.theme import SPACE_S, Theme, set_kind
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.words import firmness

MOST = 10


class PressureRow(QWidget):
    """Signals: `lighter()` and `firmer()`."""

    lighter = Signal()
    firmer = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minus = IconButton(theme, "minus", "Lighter", keys="Down", size=16)
        self._plus = IconButton(theme, "plus", "Firmer", keys="Up", size=16)
        self._scale = _Scale(theme)
        self._words = QLabel()
        set_kind(self._words, "small", soft=True)
        self._minus.clicked.connect(self.lighter)
        self._plus.clicked.connect(self.firmer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        for widget, stretch in ((self._minus, 0), (self._scale, 1), (self._plus, 0), (self._words, 0)):
            row.addWidget(widget, stretch)

    def show_pressure(self, pressure: Pressure) -> None:
        self._scale.show_pressure(pressure)
        self._words.setText(f"{pressure.level} of {MOST}, {firmness(pressure.level)}")
        self._minus.setEnabled(pressure.changed(-1) != pressure)
        self._plus.setEnabled(pressure.changed(1) != pressure)


class _Scale(QWidget):
    """Ten cells: warm up to the level, pale up to the ceiling, hollow beyond it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pressure = Pressure(0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_pressure(self, pressure: Pressure) -> None:
        self._pressure = pressure
        words = f"Pressure {pressure.level} of {MOST}, {firmness(pressure.level)}; at most {pressure.ceiling}"
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() - 3 * (MOST - 1)) / MOST
        for number in range(1, MOST + 1):
            allowed = number <= self._pressure.ceiling
            height = 8.0 if allowed else 3.0
            cell = QRectF((number - 1) * (width + 3), (self.height() - height) / 2, width, height)
            painter.setBrush(self._colour(number))
            painter.drawRoundedRect(cell, height / 2, height / 2)

    def _colour(self, number: int) -> QColor:
        palette = self._theme.palette
        if number > self._pressure.level:
            return palette.line
        warm = QColor(palette.chosen)
        warm.setAlphaF(0.45 + 0.55 * number / max(self._pressure.level, 1))
        return warm
