"""A slider with its name before it and its value behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from desktop.ui.theme import Theme

_NAME, _VALUE = 92, 84
"""Widths at 100 % text."""


class LevelRow(QWidget):
    """Signals: `chosen(int)` where somebody has moved it; setting it by program says nothing."""

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, name: str, accessible: str, span: tuple[int, int], words: Callable[[int], str]
    ) -> None:
        """`span` holds the first and the last value; `words` says a value."""
        super().__init__()
        self._theme, self._words = theme, words
        self._name, self._value = QLabel(name), QLabel()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(*span)
        self.slider.setPageStep(max((span[1] - span[0]) // 10, 1))
        self.slider.setSingleStep(max((span[1] - span[0]) // 20, 1))
        self.slider.setAccessibleName(accessible)
        self._name.setBuddy(self.slider)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._name, self.slider, self._value):
            row.addWidget(widget)
        self.slider.valueChanged.connect(self._on_value)
        theme.changed.connect(self._fit)
        self._fit()
        self._say()

    def set_value(self, value: int) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(False)
        self._say()

    def _on_value(self, value: int) -> None:
        self._say()
        self.chosen.emit(value)

    def _say(self) -> None:
        words = self._words(self.slider.value())
        self._value.setText(words)
        self.slider.setAccessibleDescription(words)

    def _fit(self) -> None:
        self._name.setFixedWidth(self._theme.room(_NAME))
        self._value.setFixedWidth(self._theme.room(_VALUE))
