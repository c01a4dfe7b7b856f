"""What to look for: words, and a few choices that narrow the shelf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.library import Area, Company, Wanted
from desktop.domain.routine import Mood
from desktop.ui.theme import SPACE_L, SPACE_S, SPACE_XS, Theme, set_kind

Choice = tuple[str, object]
_GROUPS: Final[tuple[tuple[str, str, tuple[Choice, ...]], ...]] = (
    ("company", "Who", (("Alone", Company.ALONE), ("With a partner", Company.PARTNER))),
    ("area", "Where", tuple((area.value.capitalize(), area) for area in Area)),
    ("minutes", "How long", (("Up to 6 min", 6), ("Up to 10 min", 10))),
    ("firmest", "How firm", (("Only light", 3), ("Up to medium", 5))),
    ("with_tools", "With what", (("Hands only", False), ("With a tool", True))),
    ("mood", "For what", (("To calm down", Mood.CALM), ("To sleep", Mood.SLEEP), ("To wake up", Mood.WAKING))),
)


class FilterPanel(QWidget):
    """`changed` carries what is wanted now. A choice pressed again lets go."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted = Wanted()
        self._choices: dict[str, Any] = {}
        self._groups: list[ChoiceGroup] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search: neck, headband, stones ...")
        self.search.setAccessibleName("Search routines")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_text)
        self.everything = QPushButton("Show everything")
        self.everything.setProperty("role", "plain")
        self.everything.clicked.connect(self.clear)
        self.everything.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_L)
        column.addWidget(self.search)
        for field, name, choices in _GROUPS:
            group = ChoiceGroup(field, name, choices)
            group.chosen.connect(self._on_chosen)
            self._groups.append(group)
            column.addWidget(group)
        column.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    @property
    def wanted(self) -> Wanted:
        return self._wanted

    def button(self, text: str) -> QAbstractButton:
        """A choice by its words. Raises KeyError for one there is not."""
        for group in self._groups:
            for button in group.buttons:
                if button.text() == text:
                    return button
        raise KeyError(text)

    def clear(self) -> None:
        """Wants anything again."""
        self.search.clear()
        for group in self._groups:
            group.clear()
        self._choices.clear()
        self._want(Wanted())

    def _on_text(self, text: str) -> None:
        self._want(replace(self._wanted, text=text))

    def _on_chosen(self, field: str, value: object) -> None:
        self._choices[field] = value
        self._want(Wanted(self._wanted.text, **self._choices))

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.everything.setEnabled(wanted != Wanted())
            self.changed.emit(wanted)


class ChoiceGroup(QWidget):
    """A few choices of which one or none holds. `chosen` carries the field and the value, None for none."""

    chosen = Signal(str, object)

    def __init__(self, field: str, name: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._field = field
        self._values: dict[QAbstractButton, object] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        heading = QLabel(name)
        set_kind(heading, "small", soft=True)
        grid = QGridLayout()
        grid.setSpacing(SPACE_S)
        for place, (text, value) in enumerate(choices):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setProperty("role", "choice")
            button.setAccessibleName(f"{name}: {text}")
            self._values[button] = value
            self._group.addButton(button)
            grid.addWidget(button, place // 2, place % 2)
        self._group.buttonClicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(heading)
        column.addLayout(grid)

    @property
    def buttons(self) -> tuple[QAbstractButton, ...]:
        return tuple(self._values)

    def clear(self) -> None:
        for button in self._values:
            button.setChecked(False)

    def _on_clicked(self, pressed: QAbstractButton) -> None:
        for button in self._values:
            if button is not pressed:
                button.setChecked(False)
        self.chosen.emit(self._field, self._values[pressed] if pressed.isChecked() else None)
