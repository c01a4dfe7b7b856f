"""The minutes a week somebody wishes for: none, or a number of their own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

CHOICES = (20, 30, 40, 60, 80, 100, 120, 150, 180, 240, 300)


class TargetButton(QPushButton):
    """Shows the target and offers others. Signal: `chosen(int | None)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        menu = QMenu(self)
        menu.addAction("No target").setData(None)
        for minutes in CHOICES:
            menu.addAction(f"{minutes} min a week").setData(minutes)
        menu.triggered.connect(self._on_chosen)
        self.setMenu(menu)
        self.set_target(None)

    def set_target(self, minutes: int | None) -> None:
        self.setText("Set a target" if minutes is None else f"Target: {minutes} min a week")
        self.setAccessibleName(f"Your own target, {self.text()}")

    def _on_chosen(self, action: QAction) -> None:
        self.set_target(action.data())
        self.chosen.emit(action.data())
