"""What two people confirm before a session with a partner."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QLabel

from desktop.ui.theme import Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.choice_button import ChoiceButton
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.tick_box import TickBox

_ANSWERS = "Whoever receives the massage answers the questions below."
_OF_GUEST = "Of a guest nothing is kept."
_OF_PROFILE = "What {0} answered before is used, and answers and ratings are kept for {0}."


class ConsentCard(Panel):
    """Signals: `changed()` after every tick, `receiver_chosen(str)` who is massaged: a key of those offered. Never
    remembered: it is asked before each session."""

    changed = Signal()
    receiver_chosen = Signal(str)

    def __init__(self, lines: Sequence[str], theme: Theme) -> None:
        super().__init__(theme)
        heading = QLabel("The two of you")
        set_kind(heading, "strong")
        self.column.addWidget(heading)
        self._hint = Paragraph(_ANSWERS)
        set_kind(self._hint, "small", soft=True)
        self.offered: dict[str, ChoiceButton] = {}
        self.column.addWidget(self._hint)
        self.boxes = [TickBox(line, theme) for line in lines]
        for box in self.boxes:
            box.toggled.connect(self.changed)
            self.column.addWidget(box)

    @property
    def open(self) -> int:
        """How many lines are not confirmed yet."""
        return sum(not box.isChecked() for box in self.boxes)

    def offer_receivers(self, people: Sequence[tuple[str, str]], chosen: str) -> None:
        """Lets one of the people (key and name) be chosen, the first of whom is a guest; `chosen` is the key that
        holds, and gets the focus. Offered once."""
        self.offered = {key: ChoiceButton(key, name) for key, name in people}
        group = QButtonGroup(self)
        for key, button in self.offered.items():
            button.setCheckable(True)
            button.setProperty("role", "choice")
            button.setAccessibleName(f"Receives the massage: {button.text()}")
            button.chosen.connect(self.receiver_chosen)
            group.addButton(button)
            button.setChecked(key == chosen)
        self.column.insertWidget(1, Paragraph("Who receives the massage?"))
        self.column.insertWidget(2, ButtonRow(*self.offered.values()))
        guest = chosen == people[0][0]
        self._hint.setText(f"{_ANSWERS} {_OF_GUEST if guest else _OF_PROFILE.format(self.offered[chosen].text())}")
        self.offered[chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.boxes[0].setFocus(event.reason())
