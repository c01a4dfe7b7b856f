"""What the dots of the calendar mean: four of them, each with its minutes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.ui.progress.day_calendar import DEPTHS
from desktop.ui.progress.tints import between
from desktop.ui.theme import SPACE_M, SPACE_XS, Theme, set_kind


class DotScale(QWidget):
    """From the palest dot to the deepest."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_XS)
        self._words = [QLabel() for _ in DEPTHS]
        for level, word in enumerate(self._words):
            row.addWidget(_Dot(theme, level))
            set_kind(word, "small", soft=True)
            row.addWidget(word)
            row.addSpacing(SPACE_M - SPACE_XS)
        row.addStretch(1)

    def show_levels(self, levels: Sequence[int]) -> None:
        """`levels` are the minutes from which on the second, third and fourth dot hold."""
        texts = [f"under {levels[0]}", *(f"{level}+" for level in levels)]
        for word, text in zip(self._words, [*texts[:-1], f"{texts[-1]} min"], strict=True):
            word.setText(text)


class _Dot(QWidget):
    def __init__(self, theme: Theme, level: int) -> None:
        super().__init__()
        self._theme, self._level = theme, level
        self.setFixedSize(QSize(16, 16))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, radius = self._theme.palette, 4.0 + 1.2 * self._level
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(between(palette.surface, palette.accent, DEPTHS[self._level]))
        painter.drawEllipse(QPointF(8, 8), radius, radius)
