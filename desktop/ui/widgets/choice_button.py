"""A button that says which choice it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton


class ChoiceButton(QPushButton):
    """Signal: `chosen(str)`, the choice it was made for."""

    chosen = Signal(str)

    def __init__(self, choice: str, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(text)
        self._choice = choice
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._choice)
