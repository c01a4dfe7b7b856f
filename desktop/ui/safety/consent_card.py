"""What two people confirm before a session with a partner."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel

from desktop.ui.theme import Theme, set_kind
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.tick_box import TickBox


class ConsentCard(Panel):
    """Signals: `changed()` after every tick. Never remembered: it is asked before each session."""

    changed = Signal()

    def __init__(self, lines: Sequence[str], theme: Theme) -> None:
        super().__init__(theme)
        heading = QLabel("The two of you")
        set_kind(heading, "strong")
        self.column.addWidget(heading)
        hint = Paragraph("Whoever receives the massage answers the questions below.")
        set_kind(hint, "small", soft=True)
        self.column.addWidget(hint)
        self.boxes = [TickBox(line, theme) for line in lines]
        for box in self.boxes:
            box.toggled.connect(self.changed)
            self.column.addWidget(box)

    @property
    def open(self) -> int:
        """How many lines are not confirmed yet."""
        return sum(not box.isChecked() for box in self.boxes)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.boxes[0].setFocus(event.reason())
