"""A row of choices of which one holds: left, both, right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from desktop.ui.theme import Theme


class Segments(QFrame):
    """`options` are (key, text) pairs. `chosen` carries the key somebody chose; setting it by program says nothing."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key, text in options:
            button = QPushButton(text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("role", "segment")
            button.setAccessibleName(f"{name}: {text}")
            self._buttons[key] = button
            self._group.addButton(button)
            row.addWidget(button, 1)
        self._group.buttonClicked.connect(self._on_clicked)
        theme.changed.connect(self.update)

    @property
    def key(self) -> str:
        """The key that holds, empty where none does."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._buttons)

    def set_key(self, key: str) -> None:
        """Raises KeyError for a key there is no button of."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> QPushButton:
        return self._buttons[key]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.surface_soft)
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, mine in self._buttons.items() if mine is button))
