"""A line for a name, with a button that keeps it and one that leaves it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.profile import LONGEST_NAME
from desktop.ui.theme import SPACE_S
from desktop.ui.widgets.button_row import ButtonRow


class NameForm(QWidget):
    """Hidden until it asks. Signal: `named(str)`; Esc and the second button leave it."""

    named = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST_NAME)
        self.save, self.leave = QPushButton("Save"), QPushButton("Cancel")
        self.save.setProperty("role", "primary")
        self._label = QLabel()
        self._label.setBuddy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        for widget in (self._label, self.line, ButtonRow(self.save, self.leave)):
            column.addWidget(widget)
        self.line.textChanged.connect(self._on_text)
        self.line.returnPressed.connect(self._finish)
        self.save.clicked.connect(self._finish)
        self.leave.clicked.connect(self.hide)
        self.hide()

    def ask(self, question: str, name: str = "") -> None:
        self._label.setText(question)
        self.line.setAccessibleName(question)
        self.line.setText(name)
        self._on_text(name)
        self.show()
        self.line.selectAll()
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _on_text(self, text: str) -> None:
        self.save.setEnabled(bool(text.strip()))

    def _finish(self) -> None:
        if self.line.text().strip():
            self.hide()
            self.named.emit(self.line.text())
