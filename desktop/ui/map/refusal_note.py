"""Why a place is left alone, and where to go instead."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.ui.theme import SPACE_S, Theme, set_kind
from desktop.ui.widgets.panel import Panel


class RefusalNote(Panel):
    """A reason on a warm ground and, where there is one, a button to the nearest region with a routine.

    `nearest_chosen` carries that region."""

    nearest_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, colour="warn")
        self._nearest = ""
        self._reason = QLabel()
        self._reason.setWordWrap(True)
        self._offer = QLabel("Nearest place with a routine")
        set_kind(self._offer, "small", soft=True)
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.column.setSpacing(SPACE_S)
        for part in (self._reason, self._offer, self.button):
            self.column.addWidget(part)
        self.button.clicked.connect(self.take_nearest)

    @property
    def reason(self) -> str:
        return self._reason.text()

    @property
    def nearest(self) -> str:
        """The region the button leads to, empty where there is none."""
        return self._nearest

    def take_nearest(self) -> None:
        """What the button does."""
        self.nearest_chosen.emit(self._nearest)

    def show_reason(self, reason: str, nearest_name: str, nearest: str) -> None:
        self._reason.setText(reason)
        self._nearest = nearest
        self.button.setText(nearest_name)
        self._offer.setVisible(bool(nearest))
        self.button.setVisible(bool(nearest))
