"""Setting up one's own experiment: what is compared with what, and what that asks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.domain.experiment import REST
from desktop.domain.experiment_words import REST_NAME, WHAT_IT_ASKS
from desktop.domain.guide import Guide
from desktop.ui.theme import SPACE_M, Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.paragraph import Paragraph

_ALIKE = "Choose two that are not the same."


class ExperimentForm(QWidget):
    """Signals: `started(str, str)` what is to be compared, `cancelled()`."""

    started = Signal(str, str)
    cancelled = Signal()

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:  # noqa: ARG002
        super().__init__(parent)
        alone = {slug: routine.short_title for slug, routine in guide.routines.items() if routine.mode != "partner"}
        first = next(iter(alone))
        self.one = ChoiceMenu("One choice", alone, first)
        self.other = ChoiceMenu("The other choice", {REST: f"{REST_NAME}, same length", **alone}, REST)
        self._note = Paragraph(_ALIKE)
        self.start = QPushButton("Start today")
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(self._on_start)
        cancel = QPushButton("Not now")
        cancel.clicked.connect(self.cancelled)
        for menu in (self.one, self.other):
            menu.chosen.connect(self._check)
        self._lay_out(ButtonRow(self.start, cancel))
        self._check()

    def _lay_out(self, buttons: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        choices = QHBoxLayout()
        choices.setSpacing(SPACE_M)
        versus = QLabel("against")
        set_kind(versus, "body", soft=True)
        for widget in (self.one, versus, self.other):
            choices.addWidget(widget)
        choices.addStretch(1)
        column.addLayout(choices)
        column.addWidget(self._note)
        for line in WHAT_IT_ASKS:
            column.addWidget(Paragraph(line))
        column.addWidget(buttons)

    def _check(self) -> None:
        alike = self.one.key == self.other.key
        self._note.setVisible(alike)
        self.start.setEnabled(not alike)

    def _on_start(self) -> None:
        self.started.emit(self.one.key, self.other.key)


class ChoiceMenu(QPushButton):
    """A button that says what is chosen and opens the others. Signal: `chosen(str)` the key."""

    chosen = Signal(str)

    def __init__(self, name: str, options: dict[str, str], key: str) -> None:
        super().__init__()
        self._name, self._options, self.key = name, options, key
        menu = QMenu(self)
        for option, text in options.items():
            menu.addAction(text).setData(option)
        menu.triggered.connect(self._on_chosen)
        self.setMenu(menu)
        self.choose(key)

    def choose(self, key: str) -> None:
        """Raises KeyError for a key that is none of the options."""
        self.setText(self._options[key])
        self.key = key
        self.setAccessibleName(f"{self._name}: {self.text()}")

    def _on_chosen(self, action: QAction) -> None:
        self.choose(action.data())
        self.chosen.emit(self.key)
