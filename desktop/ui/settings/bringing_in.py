"""Bringing a copy in: what it holds is said first, and nothing is added before that."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE_M, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.question import Question


class BringingIn(QWidget):
    """Signals: `chosen(Path)` a file to be looked into, `accepted()` once it is to be added, `declined()`."""

    chosen = Signal(Path)
    accepted = Signal()
    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton("Choose a file ...")
        self.preview = Question("Add it", "Leave it")
        self._told = Paragraph()
        heading = QLabel("Bring a copy in")
        set_kind(heading, "strong")
        note = Paragraph("A JSON file of Unknot. What is here stays as it is; only what is missing is added.")
        set_kind(note, "small", soft=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        for widget in (heading, note, ButtonRow(self.button), self._told, self.preview):
            column.addWidget(widget)
        self._told.hide()
        self.button.clicked.connect(self._on_clicked)
        self.preview.accepted.connect(self.accepted)
        self.preview.declined.connect(self.declined)

    @property
    def told(self) -> str:
        return self._told.text()

    def tell(self, text: str) -> None:
        """What is being done, or why it cannot be; empty for nothing."""
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def _on_clicked(self) -> None:
        self.preview.hide()
        found, _ = QFileDialog.getOpenFileName(self, "Bring a copy in", "", "*.json")
        if found:
            self.chosen.emit(Path(found))
