"""A question below what it is about: what would happen, a button that does it and one that leaves it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE_M
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.paragraph import Paragraph


class Question(QWidget):
    """Hidden until it is asked; either button closes it. Signals: `accepted()`, `declined()`."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, yes: str, no: str, *, grave: bool = False) -> None:
        """Where it is `grave`, the button that leaves it stands out."""
        super().__init__()
        self.yes, self.no = QPushButton(yes), QPushButton(no)
        self._text = Paragraph()
        (self.no if grave else self.yes).setProperty("role", "primary")
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addWidget(self._text)
        column.addWidget(ButtonRow(self.yes, self.no))
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def ask(self, text: str) -> None:
        """Asks, with the focus on leaving it as it is."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        self.no.setFocus()

    def _on_yes(self) -> None:
        self.hide()
        self.accepted.emit()

    def _on_no(self) -> None:
        self.hide()
        self.declined.emit()
