"""In place of a chart there is nothing for yet: what would fill it, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE_M
from desktop.ui.widgets.paragraph import Paragraph


class EmptyNote(QWidget):
    """Signal: `accepted()` the button was pressed; without a word for it there is none."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Paragraph()
        self._words.setProperty("soft", True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = QPushButton()
        self._button.clicked.connect(self.accepted)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_M)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, words: str, action: str = "") -> None:
        self._words.setText(words)
        self._button.setText(action)
        self._button.setVisible(bool(action))
