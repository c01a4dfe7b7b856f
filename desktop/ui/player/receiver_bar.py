"""Four large buttons for whoever is being massaged: lighter, same, firmer, stop. Always there, obeyed at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.domain.check_ins import QUESTION, Answer
from desktop.ui.theme import SPACE_S, Theme, set_kind
from desktop.ui.widgets.choice_button import ChoiceButton

LEAST_HEIGHT = 52
"""Logical pixels: easily hit with an arm let hang."""


class ReceiverBar(QWidget):
    """Signal: `chosen(str)` an Answer. `buttons` are in the order of their keys, 1 to 4."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: list[ChoiceButton] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_S)
        for number, answer in enumerate(Answer, 1):
            name = answer.capitalize()
            button = ChoiceButton(answer, f"{number}  {name}")
            button.setAccessibleName(f"{QUESTION} {name}")
            button.setToolTip(f"{name}  ({number})")
            button.setProperty("role", "receiver")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumHeight(LEAST_HEIGHT)
            set_kind(button, "title")
            button.chosen.connect(self.chosen)
            self._buttons.append(button)
        self.setAccessibleName("How it is for whoever is being massaged")
        theme.changed.connect(self._arrange)
        self._arrange()

    @property
    def buttons(self) -> Sequence[QPushButton]:
        return self._buttons

    def set_asked(self, asked: bool) -> None:
        """Lit while an answer is waited for."""
        for button in self._buttons:
            button.setProperty("lit", asked)
            button.style().polish(button)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        """Four beside each other, two by two where their words need it."""
        widest = max(button.sizeHint().width() for button in self._buttons)
        columns = 4 if 4 * widest + 3 * SPACE_S <= self.width() else 2
        if columns != self._columns:
            self._columns = columns
            for place, button in enumerate(self._buttons):
                self._grid.addWidget(button, place // columns, place % columns)
