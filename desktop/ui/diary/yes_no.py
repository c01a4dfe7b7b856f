"""Yes, no, or nothing said."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.ui.theme import SPACE_M, SPACE_S, set_kind
from desktop.ui.widgets.paragraph import Paragraph


class YesNo(QWidget):
    """A question with two buttons. `value` is None until one is pressed; pressed again, it is taken back. The keys Y
    and N answer, Delete takes it back. Signal: `changed()`."""

    changed = Signal()

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {True: _AnswerButton("Yes", question), False: _AnswerButton("No", question)}
        self._label: QLabel = Paragraph(question)
        set_kind(self._label, "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(self._label, 1)
        row.addSpacing(SPACE_M)
        for button in self._buttons.values():
            row.addWidget(button)
        self._buttons[True].clicked.connect(self._on_yes)
        self._buttons[False].clicked.connect(self._on_no)

    def ask(self, question: str) -> None:
        """The same in other words."""
        self._label.setText(question)
        for button in self._buttons.values():
            button.setAccessibleName(f"{question} {button.text()}")

    @property
    def value(self) -> bool | None:
        return next((answer for answer, button in self._buttons.items() if button.isChecked()), None)

    def set_value(self, value: bool | None) -> None:
        before = self.value
        for answer, button in self._buttons.items():
            button.setChecked(answer is value)
        if self.value is not before:
            self.changed.emit()

    def button(self, answer: bool) -> QPushButton:
        return self._buttons[answer]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False, Qt.Key.Key_Delete: None, Qt.Key.Key_Backspace: None}
        key = Qt.Key(event.key())
        if key in keys:
            self.set_value(keys[key])
        else:
            super().keyPressEvent(event)

    def _on_yes(self) -> None:
        self._follow(True)

    def _on_no(self) -> None:
        self._follow(False)

    def _follow(self, pressed: bool) -> None:
        """The button is checked or not already: the other one gives way."""
        self._buttons[not pressed].setChecked(False)
        self.changed.emit()


class _AnswerButton(QPushButton):
    def __init__(self, text: str, question: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setProperty("role", "choice")
        self.setAccessibleName(f"{question} {text}")
