"""What to look for: words, and a few choices that narrow the shelf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.library import Area, Company, Wanted
from desktop.domain.routine import Mood
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XS, Theme, set_kind

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
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, SPACE_M, 0)
        column.setSpacing(SPACE_L)
        for field, name, offered in _GROUPS:
            group = ChoiceGroup(field, name, offered)
            group.chosen.connect(self._on_chosen)
            self._groups.append(group)
            column.addWidget(group)
        column.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_L)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, SPACE_M, 0)
        row.addWidget(self.search)
        whole.addLayout(row)
        whole.addWidget(_scrolling(choices), 1)

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
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE_S)
        for text, value in choices:
            button = QPushButton(text)
            button.setCheckable(True)
            button.setProperty("role", "choice")
            button.setAccessibleName(f"{name}: {text}")
            self._values[button] = value
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(heading)
        column.addLayout(self._grid)
        self._set_columns(2)

    @property
    def buttons(self) -> tuple[QAbstractButton, ...]:
        return tuple(self._values)

    def clear(self) -> None:
        for button in self._values:
            button.setChecked(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for two of the widest, else one below the other."""
        super().resizeEvent(event)
        widest = max(button.sizeHint().width() for button in self._values)
        columns = 2 if 2 * widest + SPACE_S <= event.size().width() else 1
        if columns != self._columns:
            self._set_columns(columns)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _set_columns(self, columns: int) -> None:
        self._columns = columns
        for place, button in enumerate(self._values):
            self._grid.addWidget(button, place // columns, place % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)

    def _on_clicked(self, pressed: QAbstractButton) -> None:
        for button in self._values:
            if button is not pressed:
                button.setChecked(False)
        self.chosen.emit(self._field, self._values[pressed] if pressed.isChecked() else None)


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
