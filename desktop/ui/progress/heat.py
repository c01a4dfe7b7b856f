"""The colours of the body maps: five steps that differ in lightness first, so that they hold for any eyes, and none of
which says that something is well."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.where_map import Scale
from desktop.ui.theme import Theme

Ramp = tuple[QColor, ...]


def _ramp(*names: str) -> Ramp:
    return tuple(QColor(name) for name in names)


MINUTES = {
    False: _ramp("#c4e0e2", "#8fc3c8", "#559fa7", "#24747f", "#0a4652"),
    True: _ramp("#27474e", "#2f6a74", "#3f929c", "#72bdc4", "#c9eef0"),
}
"""By whether the theme is dark; on dark more is lighter."""
TENSION = {
    False: _ramp("#f9dfb9", "#f0b77c", "#dc8248", "#ae4f25", "#6e2611"),
    True: _ramp("#4b3423", "#7a4a2b", "#b26c3c", "#e6a268", "#ffe0b8"),
}
_SWATCH = 12.0
_WORDS = 0.45
"""Share of the width the words at the ends may take."""


def ink_on(colour: QColor) -> QColor:
    """What can be read on one of the colours."""
    return QColor("#1d1a17") if colour.lightnessF() > 0.5 else QColor("#fffaf4")


class HeatLegend(QWidget):
    """The steps side by side with the numbers where they end."""

    def __init__(
        self, theme: Theme, ramps: dict[bool, Ramp], unit: str, ends: tuple[str, str] = ("", ""), least: str = "0"
    ) -> None:
        """`unit` follows the last number; `ends` are words for the least and the most."""
        super().__init__()
        self._theme, self._ramps, self._unit, self._ends, self._least = theme, ramps, unit, ends, least
        self._numbers: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme)

    def show_scale(self, scale: Scale) -> None:
        self._numbers = tuple(f"{end:,g}" for end in scale.ends)
        said = f"Scale from {self._least} to {self._numbers[-1]} {self._unit}".strip()
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, round(_SWATCH + QFontMetricsF(self._theme.font("small")).height() + 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        first, last = self._end_words(metrics)
        left, right = metrics.horizontalAdvance(first) / 2, metrics.horizontalAdvance(last) / 2
        area = QRectF(left, 1, max(self.width() - left - right, 1), _SWATCH)
        ramp = self._ramps[self._theme.palette.dark]
        width = area.width() / len(ramp)
        for number, colour in enumerate(ramp):
            painter.setPen(QPen(self._theme.palette.surface, 1))
            painter.setBrush(colour)
            painter.drawRect(QRectF(area.left() + number * width, area.top(), width, area.height()))
        painter.setPen(self._theme.palette.text_soft)
        for number, text in enumerate((first, *self._numbers[:-1], last)):
            half = metrics.horizontalAdvance(text) / 2
            x = area.left() + number * width
            room = QRectF(x - half - 1, area.bottom() + 2, 2 * half + 2, metrics.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _end_words(self, metrics: QFontMetricsF) -> tuple[str, str]:
        """What stands at either end; the words only where they leave room for the numbers."""
        first, last = self._least, f"{self._numbers[-1] if self._numbers else ''} {self._unit}".strip()
        worded = (f"{first} {self._ends[0]}".strip(), f"{last} {self._ends[1]}".strip())
        return worded if sum(map(metrics.horizontalAdvance, worded)) < self.width() * _WORDS else (first, last)

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
